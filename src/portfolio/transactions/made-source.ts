import type { SourceColumn, SourceList } from "../list/source-list";
import type { Mapping, Role } from "../mapping/mapping";
import type { Period } from "../periods/period";
import type { MadeColumn, MadeKey, MadeList } from "./made-list";

/** Headers of the columns that a made list has of its own, in the language of the workbook. */
export interface MadeTexts {
  headers: Readonly<Record<Exclude<MadeKey, `${string}:${string}`>, string>>;
  /** Header of a column of amounts: one that is read as this period again. */
  period: (period: Period) => string;
}

/** The header of each column of a made list: that of the lines where they have one; no two alike, whatever their case. */
export function madeHeaders({ columns }: Pick<MadeList, "columns">, texts: MadeTexts): string[] {
  const taken = new Set<string>();
  return columns.map(({ key, header, period }) => {
    const wanted = period ? texts.period(period) : (header ?? ownHeader(key, texts));
    const plain = wanted.replace(/\s+/g, " ").trim();
    let free = plain;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${plain} ${number}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

function ownHeader(key: MadeKey, { headers }: MadeTexts): string {
  return key in headers ? headers[key as keyof typeof headers] : key.slice(key.indexOf(":") + 1);
}

/** What a column of a made list means; null for one that no rule looks at. */
export function roleOfMade(key: MadeKey): Role | null {
  if (key.startsWith("period:")) return "period";
  if (key.startsWith("costToServe:")) return "costToServe";
  if (key.startsWith("cost:")) return "cost";
  const roles: Partial<Record<MadeKey, Role>> = {
    client: "client",
    code: "code",
    group: "group",
    manager: "manager",
    department: "department",
    amount: "amount",
    profit: "profit",
  };
  return roles[key] ?? null;
}

/** The meaning of a made list's columns: known, not guessed. */
export function madeMapping({ columns }: Pick<MadeList, "columns">, headers: readonly string[]): Mapping {
  return {
    version: 1,
    columns: columns.flatMap(({ key }, i) => {
      const role = roleOfMade(key);
      return role ? [{ header: headers[i], role }] : [];
    }),
  };
}

/** A made list as any list is read from a sheet, to be classified before it stands on one. */
export function madeSourceList(
  { rowCount, columns, facts }: MadeList,
  headers: readonly string[],
  frame: Pick<SourceList, "name" | "sheet" | "top" | "left" | "decimalSeparator">,
): SourceList {
  return {
    kind: "table",
    ...frame,
    rowCount,
    lines: facts,
    columns: columns.map((column, index): SourceColumn => ({
      index,
      header: headers[index],
      headerFormat: "General",
      numbers: column.numbers ?? new Float64Array(rowCount).fill(NaN),
      others: textsOf(column),
    })),
  };
}

function textsOf({ texts }: MadeColumn): Map<number, string> {
  const others = new Map<number, string>();
  texts?.forEach((text, row) => {
    if (text !== "") others.set(row, text);
  });
  return others;
}
