import type { FigureName } from "../../portfolio/explanations/figure-explanation";
import type { NumberDress } from "./numbers";

/** How a figure of the report is written. */
const dresses: Readonly<Record<FigureName, "money" | "count" | "percent" | "number">> = {
  total: "money",
  clients: "count",
  keyByShare: "count",
  keyShare: "percent",
  keyClients: "count",
  largestShare: "percent",
  hhi: "count",
  effectiveClients: "number",
  cr1: "percent",
  cr3: "percent",
  cr5: "percent",
  topFifthShare: "percent",
  gini: "number",
  opening: "money",
  new: "money",
  returned: "money",
  growth: "money",
  decline: "money",
  lost: "money",
  closing: "money",
  netRetention: "percent",
  grossRetention: "percent",
  clientsKept: "count",
  buyingClients: "count",
  newClients: "count",
  newAverage: "money",
  purchasesPerClient: "number",
  unprofitable: "count",
  unprofitablePart: "percent",
  earned: "money",
  consumed: "money",
  costToServePer100: "number",
  atRiskTotal: "money",
  lostTotal: "money",
  groupAmount: "money",
  groupShare: "percent",
  groupClients: "count",
  groupKeyClients: "count",
  groupLargestShare: "percent",
  groupProfit: "money",
  groupAtRisk: "money",
  silenceWarned: "percent",
  silenceFalse: "percent",
  declineWarned: "percent",
  declineFalse: "percent",
  allWarned: "percent",
  allFalse: "percent",
  plainWarned: "percent",
  plainFalse: "percent",
};

/** The value of a figure of the report, in words of a language. */
export function figureValue(figure: FigureName, value: number, dress: NumberDress): string {
  switch (dresses[figure]) {
    case "money":
      return dress.money(value);
    case "count":
      return dress.number(value);
    case "percent":
      return dress.percent(value);
    case "number":
      return dress.number(value, 2);
  }
}
