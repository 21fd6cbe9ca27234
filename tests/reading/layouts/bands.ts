import fc from "fast-check";
import { amountColumn, clientColumn, clientHeaders, sideColumn, totalNames } from "../columns";
import { blank, type DrawnCell, plain } from "../drawing";
import { Draws } from "../../draws";
import { frameChoices, frameOf } from "../frame";
import { expectedOf, type Layout, type LayoutKind, seldom, sheetNames, truthChoices } from "../layout";
import { clientRow, drawList, type ListColumn } from "../list-drawing";
import { firstYear, months, short } from "../period-dress";
import { type Language, truthOf } from "../truth";
import { totalRow } from "./flat";

const measures: Record<Language, readonly (readonly [string, string])[]> = {
  en: [
    ["Quantity", "Amount"],
    ["Qty", "Revenue"],
    ["Units", "Sales"],
  ],
  ru: [
    ["Количество", "Сумма"],
    ["Кол-во", "Выручка"],
    ["Кол-во, шт", "Сумма, руб."],
  ],
};
const totals = { en: "Total", ru: "Итого" };

const choices = fc.record({
  truth: truthChoices({ min: 4, max: 20 }),
  frame: frameChoices,
  shape: fc.constantFrom(
    "year over months",
    "months over measures",
    "measures over months",
    "year over quarters",
    "year, quarter, month",
    "year over months over measures",
    "word over months",
  ),
  periods: fc.integer({ min: 2, max: 24 }),
  longMonths: fc.boolean(),
  measure: fc.nat({ max: 2 }),
  moneyFirst: fc.boolean(),
  side: fc.subarray(["code", "manager", "city"] as const),
  total: fc.boolean(),
  totalColumn: seldom(3),
  clientAtTop: fc.boolean(),
});

/** Headers in two or three rows: years over months, months over measures and the other way round. */
export const bands: LayoutKind = {
  name: "header bands",
  arbitrary: choices.map((drawn): Layout => {
    const { language } = drawn.truth;
    const { shape } = drawn;
    const width =
      shape === "months over measures" || shape === "word over months"
        ? Math.min(drawn.periods, 12)
        : drawn.periods;
    const truth = truthOf({ ...drawn.truth, width });
    const draws = new Draws(drawn.truth.seed + 2);
    const names = drawn.longMonths ? months[language] : short[language];
    const [quantity, money] = measures[language][drawn.measure];
    const month = (at: number) => names[at % 12];
    const dated = (at: number) => `${names[at % 12]} ${firstYear + Math.floor(at / 12)}`;
    const year = (at: number, perYear: number) =>
      firstYear - (perYear === 4 ? 4 : 0) + Math.floor(at / perYear);
    const quarterName = (quarter: number) => (language === "ru" ? `${quarter} кв.` : `Q${quarter}`);

    const amount = (at: number, heads: readonly (string | number)[]) =>
      amountColumn(heads.map(plain), at, () => "number", "blank");
    const quantityOf = (heads: readonly (string | number)[]): ListColumn => ({
      heads: heads.map(plain),
      cell: ({ kind }) => plain(kind === "client" ? draws.integer(1, 90) : null),
    });
    const pair = (at: number, above: readonly (string | number)[]): ListColumn[] => {
      const both = [quantityOf([...above, quantity]), amount(at, [...above, money])];
      return drawn.moneyFirst ? both.reverse() : both;
    };
    const each = (columns: (at: number) => ListColumn[]) =>
      Array.from({ length: width }, (_, at) => columns(at)).flat();

    const block = ((): ListColumn[] => {
      switch (shape) {
        case "year over months":
          return each((at) => [amount(at, [year(at, 12), month(at)])]);
        case "months over measures":
          return each((at) => pair(at, [dated(at)]));
        case "measures over months": {
          const quantities = each((at) => [quantityOf([quantity, dated(at)])]);
          const amounts = each((at) => [amount(at, [money, dated(at)])]);
          return drawn.moneyFirst ? [...amounts, ...quantities] : [...quantities, ...amounts];
        }
        case "year over quarters":
          return each((at) => [amount(at, [year(at, 4), quarterName((at % 4) + 1)])]);
        case "year, quarter, month":
          return each((at) => [
            amount(at, [year(at, 12), quarterName(Math.floor((at % 12) / 3) + 1), month(at)]),
          ]);
        case "year over months over measures":
          return each((at) => pair(at, [year(at, 12), month(at)]));
        case "word over months":
          return each((at) => [
            amount(at, [language === "ru" ? "Выручка, руб." : "Net sales, USD", dated(at)]),
          ]);
      }
    })();
    const rows = block[0].heads.length;
    const placed = (column: ListColumn): ListColumn =>
      drawn.clientAtTop
        ? {
            ...column,
            heads: [column.heads.at(-1) ?? blank, ...Array.from<DrawnCell>({ length: rows - 1 }).fill(blank)],
          }
        : column;
    const columns = [
      placed(clientColumn(draws.pick(clientHeaders[language]), rows, "none")),
      ...drawn.side.flatMap((one) => sideColumn(one, truth, rows, draws)).map(placed),
      ...block,
    ];
    if (drawn.totalColumn && !shape.includes("measures")) {
      columns.push(
        placed(
          amountColumn(
            [...Array.from<DrawnCell>({ length: rows - 1 }).fill(blank), plain(totals[language])],
            null,
            () => "number",
            "0",
          ),
        ),
      );
    }
    const body = truth.clients.map((client) => clientRow(client));
    if (drawn.total) body.push(totalRow(truth, draws.pick(totalNames[language])));
    const frame = { ...frameOf(drawn.frame, language, columns.length, draws), gaps: [] };
    const drawing = drawList(columns, body, frame);
    return {
      kind: `header bands: ${shape}`,
      sheets: [drawing.toSheet(draws.pick(sheetNames[language]))],
      ...expectedOf(truth, width),
    };
  }),
};
