import type { ClientFigure, Figure } from "../paint/page/figure";

const texts: ReadonlySet<ClientFigure> = new Set<ClientFigure>([
  "status",
  "abc",
  "otherAbc",
  "xyz",
  "class",
  "quadrant",
  "kind",
  "abcByRevenue",
  "abcByProfit",
]);
export const isOfTexts = (figure: Figure) => figure.of === "client" && texts.has(figure.figure);

const shares = /share|part|cumulative|growth|retention|variation|margin|cr\d|topFifth/i;
const counts = /clients|buying|irregular|unprofitable$|silence|kept/i;
const small = /gini|effective|attractiveness|loyalty|per100/i;

/** Number format of a figure's kind; none for texts. */
export function formatOf(figure: Figure): string | undefined {
  if (isOfTexts(figure) || (figure.of === "pair" && figure.figure === "status")) return undefined;
  const name = "measure" in figure ? figure.measure : figure.figure;
  if (counts.test(name)) return "#,##0";
  if (name !== "gapAmount" && shares.test(name)) return "0.0%";
  return small.test(name) ? "0.00" : "#,##0.00";
}
