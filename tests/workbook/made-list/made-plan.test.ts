import fc from "fast-check";
import {
  addUpLinesSteps,
  finish,
  cellInRow,
  type MadeList,
  madeHeaders,
  madeSourceList,
  recogniseTransactions,
  type SourceList,
} from "../../../src/portfolio";
import { textsOf } from "../../../src/locales";
import {
  isNothing,
  type MadePlan,
  planMade,
  type PresentColumn,
} from "../../../src/workbook/made-list/made-plan";
import { listOf, mappingOf } from "../../portfolio/lists";

const texts = textsOf.en.madeList;
const roles = mappingOf({ Date: "date", Client: "client", Amount: "amount" });

type Line = readonly [month: number, client: string, amount: number];

function madeOf(lines: readonly Line[]): MadeList {
  const rows = lines.map(([month, client, amount]) => [`2024-0${month}-05`, client, amount]);
  const list = listOf([["Date", "Client", "Amount"], ...rows]);
  return finish(addUpLinesSteps([{ list, columns: recogniseTransactions(list, roles)! }]));
}

/** A made list as it stands in its table, with a column of the user's own at the end. */
function standing(
  made: MadeList,
  note: (client: string) => string,
): { list: SourceList; present: PresentColumn[] } {
  const headers = madeHeaders(made, texts);
  const frame = { name: "Clients", sheet: "Clients", top: 0, left: 0, decimalSeparator: "." } as const;
  const list = madeSourceList(made, headers, frame);
  const [client] = list.columns;
  const notes = new Map<number, string>();
  for (let row = 0; row < list.rowCount; row++) {
    const text = note(String(cellInRow(client, row)));
    if (text !== "") notes.set(row, text);
  }
  const own = { ...client, index: list.columns.length, header: "Note", others: notes };
  const present = [...list.columns, own].map((column, index) => ({
    key: made.columns[index]?.key ?? null,
    id: index + 1,
    column,
  }));
  return { list: { ...list, columns: present.map(({ column }) => column) }, present };
}

const columnIn = ({ list }: MadePlan, header: string) =>
  list.columns.find((column) => column.header === header)!;
const cellsIn = (plan: MadePlan, header: string) =>
  Array.from({ length: plan.list.rowCount }, (_, row) => cellInRow(columnIn(plan, header), row));

const line = fc.tuple(
  fc.integer({ min: 1, max: 4 }),
  fc.constantFrom("A", "B", "C", "D", "E"),
  fc.integer({ min: 1, max: 99 }),
);
/** Every client stands there twice, so that these are lines. */
const someLines = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) =>
  lines.flatMap(([month, client, amount]): Line[] => [
    [month, client, amount],
    [month, client, 1],
  ]),
);

describe("a list that is made anew", () => {
  test("of the same lines changes nothing", () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const { list, present } = standing(madeOf(lines), (client) => `about ${client}`);
        expect(isNothing(planMade(list, present, madeOf(lines), texts, []))).toBe(true);
      }),
    );
  });

  test("shows each client of the lines once, with its amounts, and every note beside its own client", () => {
    fc.assert(
      fc.property(someLines, someLines, fc.subarray(["A", "B", "C", "D", "E"]), (before, after, noted) => {
        const note = (client: string) => (noted.includes(client) ? `about ${client}` : "");
        const { list, present } = standing(madeOf(before), note);
        const made = madeOf(after);
        const plan = planMade(list, present, made, texts, []);
        const clients = cellsIn(plan, "Client") as string[];
        const bought = new Set(after.map(([, client]) => client));
        const stood = new Set(before.map(([, client]) => client));
        const kept = [...stood].filter((client) => bought.has(client) || noted.includes(client));
        expect(new Set(clients)).toEqual(new Set([...bought, ...kept]));
        expect(new Set(clients).size).toBe(clients.length);
        const notes = cellsIn(plan, "Note");
        clients.forEach((client, row) => expect(notes[row]).toBe(stood.has(client) ? note(client) : ""));
        for (const { key, period } of made.columns) {
          if (!period) continue;
          const cells = cellsIn(plan, plan.headers.get(key)!);
          const month = Number(period.start.slice(5, 7));
          clients.forEach((client, row) => {
            const amounts = after
              .filter(([m, c]) => m === month && c === client)
              .map(([, , amount]) => amount);
            expect(cells[row]).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
          });
        }
      }),
    );
  });

  test("puts a new month between its neighbours and lets go of one that has no lines on its side any more", () => {
    const { list, present } = standing(
      madeOf([
        [2, "A", 1],
        [2, "A", 2],
        [3, "A", 4],
      ]),
      () => "",
    );
    const plan = planMade(
      list,
      present,
      madeOf([
        [1, "A", 1],
        [2, "A", 2],
        [2, "A", 3],
      ]),
      texts,
      [],
    );
    expect(plan.list.columns.map(({ header }) => header)).toEqual([
      "Client",
      "First purchase",
      "Last purchase",
      "Purchases",
      "Average purchase",
      "Jan 2024",
      "Feb 2024",
      "Note",
    ]);
    expect(plan.dropped.map(({ column }) => column.header)).toEqual(["Mar 2024"]);
  });

  test("takes another header where the user has one of that name, result columns too", () => {
    const made = madeOf([
      [1, "A", 1],
      [1, "A", 2],
    ]);
    const { list, present } = standing(made, () => "");
    const later = madeOf([
      [1, "A", 1],
      [2, "A", 2],
    ]);
    expect(planMade(list, present, later, texts, ["feb 2024"]).inserted).toEqual([
      { key: "period:month:2024-02-01", header: "2024-02", before: null },
    ]);
  });
});
