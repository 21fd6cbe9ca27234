import { repeatedHeaderSteps } from "../../layout/repeated-headers";
import { total } from "../../../analysis";
import { kindNumber, type RowEvidence, type RowKinds } from "../../levels/row-evidence";
import { rowKindsSteps } from "../../levels/row-kinds";
import { isExcelError } from "../../list/number-column";
import type { SourceColumn } from "../../list/source-list";
import { sumsRowsOfList } from "../../list/total-rows";
import { measureRowsOf } from "../../mapping/measure-rows";
import { separatorIn } from "../../list/number-separator";
import { Problem } from "../../problem";
import { type Steps, within } from "../../steps";
import { fromRows } from "../derived-columns";
import { type LineControl, lineControl } from "./line-control";
import type { LineSource } from "./line-reading";
import { amountsOf } from "../transaction-columns";

/** What the rows of a list without dates are. */
export interface LineLevels {
  /** 1 for rows whose money is that of others. */
  adds: Uint8Array;
  /** Row whose client cell names the client of each row; −1 for none. */
  nameRow: Int32Array;
  /** Levels of groups above the clients. */
  groups: RowKinds["groups"];
  /** The total that the list itself states, and what its lines add up to; null where it states none. */
  control: LineControl | null;
}

/**
 * Which rows of a list without dates are in the sums of others, or are such sums: managers above their clients, goods below
 * them, totals, counts, repeated headers (reading §5). One of several alike lists is read as it would be alone.
 *
 * @param sources all that are read from one list, one per period perhaps
 * @throws Problem doubtful about the level of the clients
 */
export function* lineLevelsSteps(sources: readonly LineSource[]): Steps<LineLevels> {
  const [{ list, columns, level }] = sources;
  const numbers = sources.map((source) => amountsOf(source.columns, separatorIn(source.list)).amounts);
  yield 0.2;
  const headers = yield* within(0.2, 0.3, repeatedHeaderSteps(list));
  const { client, code, manager, department, group } = columns;
  const attributes = [manager, department, group].filter((column) => column !== null);
  const texts = list.columns.filter((column) => column !== client && column.others.size > 0);
  const lines = texts.filter((column) => column !== code && !attributes.includes(column));
  const beside = texts.filter(({ index }) => index < client.index);
  const after = lines.filter(({ index }) => index > client.index);
  const withFormulas = list.columns.filter(({ formulas }) => formulas !== undefined);
  const first = list.top + 1;
  const isFilled = (row: number) => (column: SourceColumn) => textOf(column, row) !== "";
  const evidence: RowEvidence = {
    rowCount: list.rowCount,
    nameOf: (row) => textOf(client, row) || (code ? textOf(code, row) : ""),
    labelsOf: (row) => texts.map((column) => textOf(column, row)).filter((text) => text !== ""),
    lineOf: (row) => lines.map((column) => textOf(column, row)).find((text) => text !== "") ?? "",
    besideColumns: beside.length,
    besideAt: (row) => (after.some(isFilled(row)) ? -1 : beside.findLastIndex(isFilled(row))),
    isDescribed: (row) => attributes.some(isFilled(row)),
    amount: numbers[0].map((_, row) => numbers.reduce((sum, column) => sum + (column[row] || 0), 0)),
    columns: numbers,
    indents: client.indents ?? null,
    bolds: client.bolds ?? null,
    isOtherMeasure: measureRowsOf(list, lines)?.isOther,
    sums: (row) =>
      withFormulas.some(({ formulas, index }) => {
        const formula = formulas?.[row];
        return (
          typeof formula === "string" &&
          formula.startsWith("=") &&
          sumsRowsOfList(formula, first + row, list.left + index, first, list.top + list.rowCount)
        );
      }),
    headers,
    headerTexts: [String(client.header)],
    level,
  };
  const { kind, levels, nameRow, groups, control } = yield* within(0.3, 1, rowKindsSteps(evidence));
  if (levels && !levels.decided && level === undefined) {
    const alternatives = levels.candidates.map(({ level: of, samples }) => ({
      label: samples.join(", "),
      choice: { level: of },
    }));
    throw new Problem({ kind: "doubtful", doubt: { about: "level", alternatives, decided: false } });
  }
  const counts: ReadonlySet<number> = new Set([kindNumber.client, kindNumber.unnamed, kindNumber.blank]);
  const adds = kind.map((of) => (counts.has(of) ? 0 : 1));
  const read = total(evidence.amount.map((amount, row) => (adds[row] ? 0 : amount)));
  return {
    adds,
    nameRow,
    groups,
    control: control && lineControl(list, sources[0].columns, control, [read]),
  };
}

/**
 * Lines of a list whose rows are known: clients named on their first line, or closed by a total with their name, and the
 * managers or departments above them.
 */
export function withLevels(source: LineSource, { nameRow, groups }: LineLevels): LineSource {
  const { columns } = source;
  const { client } = columns;
  const inColumn = (role: "manager" | "department") => {
    const level = groups.find(({ meaning, isBeside }) => meaning === role && !isBeside);
    return columns[role] ?? (level ? fromRows(client, level.rowOf) : null);
  };
  const isNamedAbove = nameRow.some((name, row) => name >= 0 && name !== row);
  return {
    ...source,
    columns: {
      ...columns,
      client: isNamedAbove ? fromRows(client, nameRow) : client,
      code: columns.code && isNamedAbove ? fromRows(columns.code, nameRow) : columns.code,
      manager: inColumn("manager"),
      department: inColumn("department"),
    },
  };
}

function textOf({ numbers, others }: SourceColumn, row: number): string {
  if (!Number.isNaN(numbers[row])) return String(numbers[row]);
  const content = others.get(row);
  return typeof content === "string" && !isExcelError(content) ? content : "";
}
