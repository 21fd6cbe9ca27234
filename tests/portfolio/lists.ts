import type { Mapping, Role, SourceColumn, SourceList } from "../../src/portfolio";
import { Problem, type ProblemDetail } from "../../src/portfolio";

export type Cell = string | number | boolean | null;

/** A list as a sheet holds it: the header row first; null and "" are blank cells. It starts in A1 of "Sales". */
export function listOf(rows: readonly (readonly Cell[])[], options: Partial<SourceList> = {}): SourceList {
  const [headers, ...body] = rows;
  const columns = headers.map((header, index): SourceColumn => {
    const numbers = new Float64Array(body.length).fill(NaN);
    const others = new Map<number, string | boolean>();
    body.forEach((row, at) => {
      const cell = row[index];
      if (typeof cell === "number") numbers[at] = cell;
      else if (cell !== null && cell !== "") others.set(at, cell);
    });
    return { index, header: header ?? "", headerFormat: "General", numbers, others };
  });
  const frame = {
    kind: "region",
    name: "Sales",
    sheet: "Sales",
    top: 0,
    left: 0,
    decimalSeparator: ".",
  } as const;
  return { ...frame, rowCount: body.length, columns, ...options };
}

/** The list with the formulas of one column, as `workbook/` hands them over. */
export function withFormulas(list: SourceList, column: number, formulas: readonly Cell[]): SourceList {
  const columns = list.columns.map((own) =>
    own.index === column ? { ...own, formulas: formulas.map((formula) => formula ?? "") } : own,
  );
  return { ...list, columns };
}

/** `{ Client: "client", Sales: "amount" }` as a mapping. */
export function mappingOf(roles: Readonly<Record<string, Role>>): Mapping {
  return { version: 1, columns: Object.entries(roles).map(([header, role]) => ({ header, role })) };
}

/** The detail of the Problem that `run` throws. */
export function problemOf(run: () => unknown): ProblemDetail {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error.detail;
    throw error;
  }
  throw new Error("no problem was thrown");
}
