/** A list to try Keyfolio on. */
import type { sample } from "../../locales/en/sample";
import { columnLetters } from "../list/address";
import { sampleClients, sampleMonths, type SampleClient } from "./sample-clients";

type SampleTexts = typeof sample;

const firstYear = 2024;

/** How the cells of a column look. */
export type SampleKind = "text" | "name" | "month" | "money" | "total" | "mark" | "day" | "note";

export interface SampleColumn {
  header: string;
  kind: SampleKind;
}

/** A client list to try Keyfolio on, with the dirty cells that a real list has. */
export interface SampleList {
  columns: readonly SampleColumn[];
  /** One per client row; null = blank. Days are Excel's day numbers. Totals are formulas. */
  rows: readonly (readonly (string | number | null)[])[];
  /** Value of the total of each row. */
  totals: readonly number[];
}

/** Zero-based row of the headers on the sheet, below title and subtitle. */
export const sampleHeaderRow = 3;

/** The sample in a language, to stand on a sheet with its headers in `sampleHeaderRow` and from the first column on. */
export function sampleList(texts: SampleTexts): SampleList {
  const columns = columnsOf(texts);
  const firstMonth = columns.findIndex(({ kind }) => kind === "month");
  const clients = sampleClients(texts.clients.length, texts.lossReasons.length);
  const bodies = clients.map((client, position) => bodyOf(client, texts.clients[position], texts));
  soil(bodies, texts, columns, firstMonth);
  const months = bodies.map((body) => body.slice(firstMonth, firstMonth + sampleMonths));
  return {
    columns,
    rows: bodies.map((body, position) =>
      body.map((cell, column) =>
        columns[column].kind === "total" ? totalOf(sampleHeaderRow + 1 + position, firstMonth) : cell,
      ),
    ),
    totals: months.map((cells) =>
      cells.reduce<number>((sum, cell) => sum + (typeof cell === "number" ? cell : 0), 0),
    ),
  };
}

function totalOf(row: number, firstMonth: number): string {
  const [first, last] = [firstMonth, firstMonth + sampleMonths - 1].map(columnLetters);
  return `=SUM(${first}${row + 1}:${last}${row + 1})`;
}

function columnsOf({ columns, month }: SampleTexts): SampleColumn[] {
  const of = (kind: SampleKind, ...headers: string[]) => headers.map((header) => ({ header, kind }));
  return [
    ...of("name", columns.client),
    ...of("text", columns.parentGroup, columns.department, columns.manager),
    ...of(
      "month",
      ...Array.from({ length: sampleMonths }, (_, i) => month(firstYear + Math.floor(i / 12), i % 12)),
    ),
    ...of("total", columns.total),
    ...of("money", columns.directCost, columns.costToServe, columns.potential),
    ...of("mark", ...columns.criteria),
    ...of("mark", columns.wellKnown, columns.partner, columns.demanding, columns.innovator, columns.vip),
    ...of("day", columns.lastContact),
    ...of("note", columns.contactResult, columns.lossReason),
  ];
}

type Body = (string | number | null)[];

function bodyOf(client: SampleClient, name: string, texts: SampleTexts): Body {
  const { flags } = client;
  const textAt = (list: readonly string[], at: number | null) => (at === null ? null : list[at]);
  const mark = (set: boolean) => (set ? texts.yes : null);
  return [
    name,
    textAt(texts.parentGroups, client.parentGroup),
    texts.departments[client.department],
    textAt(texts.managers, client.manager),
    ...client.months.map((amount) => amount || null),
    null,
    client.directCost,
    client.costToServe,
    client.potential,
    ...client.scores,
    mark(flags.wellKnown),
    mark(flags.partner),
    mark(flags.demanding),
    mark(flags.innovator),
    mark(flags.vip),
    client.lastContact,
    textAt(texts.contactResults, client.contactResult),
    textAt(texts.lossReasons, client.lossReason),
  ];
}

/**
 * What real lists bring: a number typed as text, a return, a question mark for a score, the same client in other dress on a
 * second row, and money that nobody put a name to.
 */
function soil(
  bodies: Body[],
  { clients, columns: headers, textNumber }: SampleTexts,
  columns: readonly SampleColumn[],
  firstMonth: number,
): void {
  const at = (header: string) => columns.findIndex((column) => column.header === header);
  bodies[6][firstMonth + 14] = textNumber;
  bodies[10][firstMonth + 20] = -38_400;
  bodies[22][at(headers.criteria[2])] = "?";
  const repeated = bodies[5].map((cell, column) => (columns[column].kind === "month" ? null : cell));
  repeated[0] = `  ${clients[5].toUpperCase()}`;
  repeated[firstMonth + 23] = 26_500;
  for (const header of [headers.costToServe, headers.potential]) repeated[at(header)] = null;
  repeated[at(headers.directCost)] = 21_000;
  const unnamed = columns.map((): string | number | null => null);
  unnamed[firstMonth + 8] = 41_250;
  unnamed[firstMonth + 19] = 18_900;
  bodies.splice(40, 0, repeated);
  bodies.push(unnamed);
}

/** Widths of columns in points, and number formats and alignment by kind. */
export const sampleLooks: Readonly<
  Record<SampleKind, { width: number; numberFormat?: string; centered?: boolean; bold?: boolean }>
> = {
  name: { width: 190 },
  text: { width: 110 },
  note: { width: 84 },
  month: { width: 54, numberFormat: "#,##0" },
  money: { width: 76, numberFormat: "#,##0" },
  total: { width: 76, numberFormat: "#,##0", bold: true },
  mark: { width: 84, centered: true },
  day: { width: 84, numberFormat: "yyyy-mm-dd", centered: true },
};
