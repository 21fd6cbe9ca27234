import fc from "fast-check";
import { amountColumn, amountHeaders, clientColumn, clientHeaders, sideColumn, totalNames } from "../columns";
import { plain } from "../drawing";
import { Draws } from "../../draws";
import { expectedOf, type Layout, type LayoutKind, sheetNames, truthChoices } from "../layout";
import { bodyRow, type BodyRow, clientRow, drawList, type ListColumn, plainFrame } from "../list-drawing";
import { short } from "../period-dress";
import { truthOf, type Truth } from "../truth";
import { totalRow } from "./flat";

const choices = fc.record({
  truth: truthChoices({ min: 6, max: 30 }),
  blocks: fc.integer({ min: 2, max: 4 }),
  gap: fc.integer({ min: 0, max: 2 }),
  width: fc.constantFrom(1, 4),
  titles: fc.boolean(),
  manager: fc.boolean(),
  blockTotals: fc.boolean(),
  total: fc.boolean(),
});

/** The same header several times, one block of clients below each: one list. */
export const blocks: LayoutKind = {
  name: "repeated blocks",
  arbitrary: choices.map((drawn): Layout => {
    const truth = truthOf({ ...drawn.truth, width: drawn.width });
    const draws = new Draws(drawn.truth.seed + 8);
    const { language } = truth;
    const size = Math.ceil(truth.clients.length / drawn.blocks);
    const label = draws.pick(totalNames[language]);
    const body: BodyRow[] = [];
    for (let from = 0; from < truth.clients.length; from += size) {
      const own: Truth = { ...truth, clients: truth.clients.slice(from, from + size) };
      if (from > 0) {
        for (let i = 0; i < drawn.gap; i++) body.push(bodyRow({ kind: "blank" }));
        body.push(bodyRow({ kind: "header" }));
      }
      body.push(...own.clients.map((client) => clientRow(client)));
      if (drawn.blockTotals) body.push(totalRow(own, label));
    }
    if (drawn.total) body.push(totalRow(truth, language === "ru" ? "Общий итог" : "Grand Total"));
    const amounts: ListColumn[] =
      drawn.width === 1
        ? [amountColumn([plain(draws.pick(amountHeaders[language]))], null, () => "number", "0")]
        : Array.from({ length: drawn.width }, (_, at) =>
            amountColumn([plain(`${short[language][at]} 2025`)], at, () => "number", "0"),
          );
    const columns = [
      clientColumn(draws.pick(clientHeaders[language]), 1, "none"),
      ...(drawn.manager ? sideColumn("manager", truth, 1, draws) : []),
      ...amounts,
    ];
    const above = drawn.titles ? [language === "ru" ? "Продажи" : "Sales", ""] : [];
    const drawing = drawList(columns, body, { ...plainFrame, above, boldHeader: true });
    return {
      kind: "repeated blocks",
      sheets: [drawing.toSheet(draws.pick(sheetNames[language]))],
      ...expectedOf(truth, drawn.width === 1 ? null : drawn.width),
    };
  }),
};

const sheetChoices = fc.record({
  truth: truthChoices({ min: 4, max: 16 }),
  months: fc.integer({ min: 2, max: 6 }),
  withYear: fc.boolean(),
  titleAbove: fc.boolean(),
  total: fc.boolean(),
  side: fc.subarray(["code", "manager", "city"] as const),
  leaveOut: fc.boolean(),
});

/** One sheet per month with the same columns: one list with that many periods. */
export const sheetPerMonth: LayoutKind = {
  name: "sheet per month",
  arbitrary: sheetChoices.map((drawn): Layout => {
    const truth = truthOf({ ...drawn.truth, width: drawn.months });
    const draws = new Draws(drawn.truth.seed + 9);
    const { language } = truth;
    const header = draws.pick(clientHeaders[language]);
    const amountHeader = draws.pick(amountHeaders[language]);
    const label = draws.pick(totalNames[language]);
    const side = drawn.side.flatMap((one) => sideColumn(one, truth, 1, draws));
    const sheets = Array.from({ length: drawn.months }, (_, at) => {
      const month: Truth = {
        ...truth,
        width: 1,
        clients: truth.clients
          .filter(({ amounts }) => !drawn.leaveOut || amounts[at] !== 0)
          .map((client) => ({ ...client, amounts: [client.amounts[at]] })),
      };
      const body = draws.shuffled(month.clients).map((client) => clientRow(client));
      if (drawn.total) body.push(totalRow(month, label));
      const columns = [
        clientColumn(header, 1, "none"),
        ...side,
        amountColumn([plain(amountHeader)], null, () => "number", "0"),
      ];
      const above = drawn.titleAbove ? [language === "ru" ? "Отчёт о продажах" : "Sales report", ""] : [];
      const name = drawn.withYear ? `${short[language][at]} 2025` : short[language][at];
      return drawList(columns, body, { ...plainFrame, above }).toSheet(name);
    });
    return { kind: "sheet per month", sheets, ...expectedOf(truth, drawn.months) };
  }),
};
