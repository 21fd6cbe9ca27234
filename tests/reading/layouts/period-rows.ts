import fc from "fast-check";
import { amountColumn, amountHeaders, clientColumn, clientHeaders } from "../columns";
import { plain } from "../drawing";
import { Draws } from "../../draws";
import { frameChoices, frameOf } from "../frame";
import { type Layout, type LayoutKind, sheetNames, truthChoices } from "../layout";
import { bodyRow, type BodyRow, clientRow, drawList, type LevelLook, type ListColumn } from "../list-drawing";
import { firstYear, months, short } from "../period-dress";
import { type Language, sumOf, type Truth, truthOf } from "../truth";
import { totalRow } from "./flat";

const shapes = [
  "year and month columns",
  "year and quarter columns",
  "month on its first line",
  "years below, months beside",
  "months below, years beside",
  "months over clients",
  "clients over months",
] as const;

const choices = fc.record({
  truth: truthChoices({ min: 4, max: 16 }, fc.constantFrom("whole" as const, "cents" as const)),
  frame: frameChoices,
  shape: fc.constantFrom(...shapes),
  years: fc.integer({ min: 1, max: 2 }),
  asNumbers: fc.boolean(),
  stated: fc.constantFrom("none", "own row", "closing row"),
  look: fc.constantFrom<LevelLook>("indent", "spaces", "bold", "none"),
  total: fc.boolean(),
  zeros: fc.boolean(),
});

const words: Record<Language, Record<"year" | "month" | "quarter", string>> = {
  en: { year: "Year", month: "Month", quarter: "Quarter" },
  ru: { year: "Год", month: "Месяц", quarter: "Квартал" },
};

/** Periods of a client in the rows of the list: in columns beside it, or among the clients themselves. */
export const periodRows: LayoutKind = {
  name: "periods in rows",
  arbitrary: choices.map((drawn): Layout => {
    const { shape, stated } = drawn;
    const isWide = shape === "years below, months beside" || shape === "months below, years beside";
    const perYear = shape === "year and quarter columns" ? 4 : isWide ? 6 : 12;
    const years = isWide ? 2 : drawn.years;
    const truth = truthOf({ ...drawn.truth, returns: false, gaps: true, width: perYear * years });
    const draws = new Draws(drawn.truth.seed + 12);
    const { language, width } = truth;
    const year = (at: number) => firstYear + Math.floor(at / perYear);
    const part = (at: number) => (at % perYear) + 1;
    const monthName = (at: number) => months[language][at % perYear];
    const told = new Map<BodyRow, number>();
    const rowOf = (at: number, client: Truth["clients"][number], label: string | null = client.name) => {
      const row = bodyRow({ kind: "client", label, client, cents: [client.amounts[at]] });
      told.set(row, at);
      return row;
    };
    const isShown = (cents: number) => drawn.zeros || cents !== 0;
    const inPeriods = (rows: (at: number) => BodyRow[]) =>
      Array.from({ length: width }, (_, at) => rows(at)).flat();
    const ofMonth = (at: number) =>
      draws
        .shuffled(truth.clients)
        .filter(({ amounts }) => isShown(amounts[at]))
        .map((client) => rowOf(at, client));
    const amount = amountColumn([plain(draws.pick(amountHeaders[language]))], null, () => "number", "0");
    const beside = (header: string, value: (at: number) => string | number): ListColumn => ({
      heads: [plain(header)],
      cell: (row) => plain(told.has(row) ? value(told.get(row)!) : null),
    });
    const { year: yearHeader, month: monthHeader, quarter: quarterHeader } = words[language];
    const client = (look: LevelLook = "none", header = draws.pick(clientHeaders[language])) =>
      clientColumn(header, 1, look);
    const wideAmount = (header: string | number, at: (row: BodyRow) => number): ListColumn => ({
      ...amountColumn([plain(header)], 0, () => "number", "blank"),
      cell: (row) => plain(row.client ? row.client.amounts[at(row)] / 100 : null),
    });

    const build = (): { columns: ListColumn[]; body: BodyRow[] } => {
      switch (shape) {
        case "year and month columns":
        case "year and quarter columns": {
          const finer =
            perYear === 4
              ? beside(quarterHeader, (at) => (drawn.asNumbers ? part(at) : `Q${part(at)}`))
              : beside(monthHeader, (at) => (drawn.asNumbers ? part(at) : monthName(at)));
          const columns = [beside(yearHeader, year), finer, client()];
          return { columns: [...draws.shuffled(columns), amount], body: draws.shuffled(inPeriods(ofMonth)) };
        }
        case "month on its first line": {
          const body = inPeriods((at) => {
            const rows = ofMonth(at);
            rows.slice(1).forEach((row) => told.delete(row));
            return rows;
          });
          return {
            columns: [beside(monthHeader, (at) => `${monthName(at)} ${year(at)}`), client(), amount],
            body,
          };
        }
        case "years below, months beside": {
          const body = truth.clients.flatMap((one) => [0, perYear].map((at) => rowOf(at, one)));
          const columns = short[language]
            .slice(0, perYear)
            .map((name, month) => wideAmount(name, (row) => told.get(row)! + month));
          return { columns: [client(), beside(yearHeader, year), ...columns], body };
        }
        case "months below, years beside": {
          const body = truth.clients.flatMap((one) =>
            Array.from({ length: perYear }, (_, at) => rowOf(at, one)),
          );
          const columns = [0, 1].map((k) => wideAmount(firstYear + k, (row) => told.get(row)! + k * perYear));
          return { columns: [client(), beside(monthHeader, monthName), ...columns], body };
        }
        case "months over clients": {
          const body = inPeriods((at) => {
            const own = ofMonth(at);
            if (own.length === 0) return [];
            const label = `${monthName(at)} ${year(at)}`;
            const cents = [sumOf(own.map((row) => row.cents![0]))];
            const closing = language === "ru" ? `Итого ${label}` : `Total ${label}`;
            return [
              bodyRow({ kind: "group", label, bold: true, cents: stated === "own row" ? cents : null }),
              ...own.map((row) => ({ ...row, indent: 1 })),
              ...(stated === "closing row"
                ? [bodyRow({ kind: "group", label: closing, cents, bold: true })]
                : []),
            ];
          });
          return { columns: [client(drawn.look), amount], body };
        }
        case "clients over months": {
          const body = truth.clients.flatMap((one) => [
            clientRow(one, { bold: true, cents: stated === "none" ? null : one.amounts }),
            ...one.amounts.flatMap((cents, at) =>
              isShown(cents)
                ? [
                    bodyRow({
                      kind: "detail",
                      label: `${monthName(at)} ${year(at)}`,
                      cents: [cents],
                      indent: 1,
                    }),
                  ]
                : [],
            ),
          ]);
          return { columns: [client(drawn.look), amount], body };
        }
      }
    };
    const { columns, body } = build();
    if (drawn.total && !isWide) body.push(totalRow(truth, language === "ru" ? "Итого" : "Total"));
    const frame = {
      ...frameOf(drawn.frame, language, columns.length, draws),
      gaps: [],
      gapBelowHeader: false,
    };
    const active = Array.from({ length: width }, (_, at) =>
      truth.clients.some(({ amounts }) => amounts[at] !== 0),
    );
    // Lines with dates fill the months between them; what no row tells is not known.
    const isDated = shape.endsWith("columns") || shape === "month on its first line";
    const isWhole = isWide || drawn.zeros;
    const [first, last] = [active.indexOf(true), active.lastIndexOf(true)];
    const isKnown = (_: unknown, at: number) =>
      isWhole || active[at] || (isDated && at >= first && at <= last);
    return {
      kind: `periods in rows: ${shape}`,
      language,
      sheets: [drawList(columns, body, frame).toSheet(draws.pick(sheetNames[language]))],
      clients: new Map(truth.clients.map(({ name, amounts }) => [name, amounts.filter(isKnown)])),
      periods: active.filter(isKnown).length,
    };
  }),
};
