import type { LinesLeftOut } from "../../portfolio/list/lines-read";
import type { LeftOutKind } from "../../portfolio/clients/reading";
import { numbersIn, type PluralForms } from "../wording/numbers";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.en;

const { plural, number, list } = numbersIn.en;

const leftOut: Record<LeftOutKind, PluralForms> = {
  total: { one: "total", other: "totals" },
  group: { one: "group row", other: "group rows" },
  detail: { one: "row below a client", other: "rows below clients" },
  count: { one: "count row", other: "count rows" },
  measure: { one: "row of another measure", other: "rows of other measures" },
  header: { one: "repeated header", other: "repeated headers" },
  unread: { one: "row that could not be read", other: "rows that could not be read" },
  otherCurrency: { one: "row in another currency", other: "rows in other currencies" },
};

const linesLeftOut: Record<LinesLeftOut["kind"], string> = {
  undated: "without a date",
  cancelled: "that did not come about",
  open: "not won so far",
  otherKind: "that are no sales",
  unread: "without a readable amount",
  total: "that are totals or headers",
  otherCurrency: "in another currency",
  repeated: "that repeat the sum of their document",
};

/** How a list was read, in one line. A column is shown as its letters and its header. */
export const reading = {
  column: (letters: string, header: string) =>
    header === letters ? `column ${letters}` : `${letters} ${quoted(header)}`,
  where: (sheet: string, range: string) => `Sheet ${quoted(sheet)}, ${range}.`,
  revenue: (column: string) => `Revenue = ${column}`,
  revenueOfPeriods: (periods: string) => `Revenue = the sum of ${periods}`,
  returns: (column: string) => `, less returns ${column}`,
  notUsed: (columns: readonly string[]) => `; also money, not used: ${columns.join(", ")}`,
  clients: (column: string, code: string | null) =>
    `Clients = ${column}${code === null ? "" : ` (code: ${code})`}.`,
  periods: (periods: string) => `Periods: ${periods}.`,
  discount: "Discount",
  other: (role: string, column: string) => `${role} = ${column}`,
  rows: (
    rows: number,
    clientRows: number,
    clients: number,
    withoutClient: number,
    left: readonly string[],
  ) => {
    const all = plural(rows, { one: "row", other: "rows" });
    const who = plural(clients, { one: "client", other: "clients" });
    if (withoutClient === 0 && left.length === 0) return `${all}, ${who}.`;
    const parts = [
      clientRows === clients ? who : `${number(clientRows)} of ${who}`,
      ...(withoutClient > 0 ? [`${number(withoutClient)} with money and no client`] : []),
    ];
    return `${all}: ${parts.join(", ")}${left.length > 0 ? `; left out: ${left.join(", ")}` : ""}.`;
  },
  leftOut: (kind: LeftOutKind, rows: number) => plural(rows, leftOut[kind]),
  control: (stated: string, read: string, isSame: boolean) =>
    isSame
      ? `The list's own total, ${stated}, agrees.`
      : `The list's own total is ${stated}, the rows read add up to ${read}.`,
  withoutCurrency: (rows: number, currency: string) =>
    `Without a currency: ${plural(rows, { one: "row", other: "rows" })}; counted as ${currency}.`,
  ownGroup: (column: string, rows: number) =>
    `Companies of one’s own group by ${column}: ${plural(rows, { one: "row", other: "rows" })}; they count.`,
  versions: (column: string, versions: readonly string[]) =>
    `Several versions by ${column} count together: ${versions.join(", ")}. Look whether they are the same money.`,
  lostThousands: (read: string, perhaps: string) =>
    `Check amounts such as ${read}: others are whole thousands, and Excel may have taken ${perhaps} for it.`,
  unsureAmount: (text: string, read: string) => `Amounts such as ${quoted(text)} are read as ${read}.`,
  expected: (said: string) => `${quoted(said)}: planned, not sold.`,
  unfinished: (columns: readonly string[]) => `Not over yet, left out: ${columns.join(", ")}.`,
  notRead: (lists: readonly string[], more: number) =>
    `Not read: ${lists.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
  lines: (lines: number, sheets: readonly string[], columns: readonly string[], days: string | null) =>
    `Added up from ${plural(lines, { one: "line", other: "lines" })} of ${sheets.length > 1 ? "the sheets" : "sheet"} ${list(
      sheets.map(quoted),
    )}${days === null ? "" : `, ${days}`}${columns.length > 0 ? ` (${columns.join(", ")})` : ""}.`,
  linesLeftOut: (kind: LinesLeftOut["kind"], lines: number, amount: string, said: readonly string[]) =>
    `Left out: ${plural(lines, { one: "line", other: "lines" })} ${linesLeftOut[kind]}${said.length > 0 ? ` (${said.join(", ")})` : ""}${kind === "unread" || kind === "total" ? "" : `, ${amount}`}.`,
  linesReturned: (lines: number, amount: string, said: readonly string[]) =>
    `Returns: ${plural(lines, { one: "line", other: "lines" })}${said.length > 0 ? ` (${said.join(", ")})` : ""}, ${amount}.`,
  linesWithoutClient: (lines: number, amount: string) =>
    `Without a client: ${plural(lines, { one: "line", other: "lines" })}, ${amount}.`,
  linesWithoutCurrency: (lines: number, amount: string, currency: string) =>
    `Without a currency: ${plural(lines, { one: "line", other: "lines" })}, ${amount}; counted as ${currency}.`,
  linesDoubled: (lines: number, amount: string) =>
    `Twice: ${plural(lines, { one: "line repeats another one", other: "lines repeat others" })} in every cell, document number included, ${amount}. They count: look whether the export was pasted twice.`,
  linesDoubtful: (lines: number, amount: string, said: readonly string[]) =>
    `Counted too, look whether they are sales: ${plural(lines, { one: "line", other: "lines" })} (${said.join(", ")}), ${amount}.`,
  linesAlike: (lines: number, amount: string) =>
    `The same amount on every line of a document: ${plural(lines, { one: "line", other: "lines" })} besides the first, ${amount}. They count: look whether it is the sum of the whole document.`,
  dayOrder: (example: string, dayFirst: boolean) =>
    `Dates such as ${example} are read with the ${dayFirst ? "day" : "month"} first.`,
  outOfOrder: "The periods stood in another order and were sorted.",
  gaps: (count: number) =>
    `${plural(count, { one: "period", other: "periods" })} between them ${count === 1 ? "is" : "are"} missing.`,
};
