import type { RowEvidence, RowKind } from "../../../src/portfolio/levels/row-evidence";
import { rowKinds } from "../../../src/portfolio/levels/row-evidence";
import { rowKindsSteps } from "../../../src/portfolio/levels/row-kinds";
import { finish } from "../../../src/portfolio/steps";

/** A row of a list: the client cell with its leading spaces, its amounts, and what stands beside them. */
export interface Row {
  name: string;
  amounts: readonly (number | null)[];
  label?: string;
  /** Texts left of the client: a region, a manager. */
  beside?: readonly string[];
  /** An attribute of the client. */
  manager?: string;
  indent?: number;
  bold?: boolean;
  formula?: boolean;
}

/** `row("Acorn Ltd", 9000)`; a text between the two is a label or a product. */
export function row(name: string, ...cells: readonly (number | null | string)[]): Row {
  return {
    name,
    amounts: cells.filter((cell) => typeof cell !== "string"),
    label: cells.find((cell) => typeof cell === "string"),
  };
}

export function evidenceOf(rows: readonly Row[], more: Partial<RowEvidence> = {}): RowEvidence {
  const width = Math.max(1, ...rows.map(({ amounts }) => amounts.length));
  const columns = Array.from({ length: width }, (_, c) =>
    Float64Array.from(rows, ({ amounts }) => amounts[c] ?? NaN),
  );
  const has = (key: "indent" | "bold") => rows.some((each) => each[key] !== undefined);
  return {
    rowCount: rows.length,
    nameOf: (at) => rows[at].name,
    labelsOf: (at) => (rows[at].label === undefined ? [] : [rows[at].label]),
    lineOf: (at) => rows[at].label ?? "",
    besideColumns: Math.max(0, ...rows.map(({ beside = [] }) => beside.length)),
    besideAt: (at) => (rows[at].label ? -1 : (rows[at].beside ?? []).findLastIndex((text) => text !== "")),
    isDescribed: (at) => rows[at].manager !== undefined,
    amount: columns[0].map((value) => value || 0),
    columns,
    indents: has("indent") ? Uint8Array.from(rows, ({ indent }) => indent ?? 0) : null,
    bolds: has("bold") ? Uint8Array.from(rows, ({ bold }) => (bold ? 1 : 0)) : null,
    sums: (at) => rows[at].formula ?? false,
    headers: null,
    headerTexts: [],
    ...more,
  };
}

export function read(rows: readonly Row[], more: Partial<RowEvidence> = {}) {
  const result = finish(rowKindsSteps(evidenceOf(rows, more)));
  const kinds = Array.from(result.kind, (number): RowKind => rowKinds[number]);
  const named = (row: number) => rows[row].name.trim();
  /** Sum of each client by its name, as whoever reads the kinds adds them up. */
  const clients: Record<string, number> = {};
  let unnamed = 0;
  rows.forEach(({ amounts }, at) => {
    if (kinds[at] === "unnamed") unnamed += amounts[0] ?? 0;
    if (kinds[at] !== "client") return;
    const name = named(result.nameRow[at]);
    clients[name] = (clients[name] ?? 0) + (amounts[0] ?? 0);
  });
  const groupsOf = (at: number) =>
    result.groups.map(({ rowOf }) => (rowOf[at] < 0 ? null : named(rowOf[at])));
  return { ...result, kinds, clients, unnamed, groupsOf };
}

/** Names of the rows of one kind. */
export function namesOf(rows: readonly Row[], kinds: readonly RowKind[], kind: RowKind): string[] {
  return rows.flatMap(({ name }, at) => (kinds[at] === kind ? [name.trim()] : []));
}
