import { repeatedHeaderSteps } from "../../layout/repeated-headers";
import { figureRows } from "../../levels/figure-rows";
import { partRows } from "../../levels/part-rows";
import type { RowEvidence } from "../../levels/row-evidence";
import { isExcelError, readNumberColumn } from "../../list/number-column";
import { separatorIn } from "../../list/number-separator";
import type { SourceColumn } from "../../list/source-list";
import { sumsRowsOfList } from "../../list/total-rows";
import type { Role } from "../../mapping/mapping";
import { measureRowsOf, measuresBelowNames } from "../../mapping/measure-rows";
import type { Steps } from "../../steps";
import type { ReadAmounts } from "../amount-columns";
import { identityOf } from "./client-identity";
import { rowsOfOtherFigures } from "./titled-blocks";
import type { MappedList } from "../mapped-list";

/** What tells one line of a client from the next; the other roles are attributes of the client, or money. */
const lineRoles: ReadonlySet<Role> = new Set(["date", "document", "lineStatus"]);
/** What a client has, and neither its groups nor its lines. */
const attributeRoles: ReadonlySet<Role | undefined> = new Set<Role>(["manager", "department", "group"]);
/** Money that adds up like the amount. */
const additiveRoles = ["profit", "cost", "costToServe"] as const;

/** Gathers what a list says of its rows, for `rowKindsSteps`. */
export function* rowEvidenceSteps(list: MappedList, amounts: ReadAmounts): Steps<RowEvidence> {
  const { source, columns, choices } = list;
  const { column: client } = columns.client;
  const code = columns.one("code")?.column;
  const headers = yield* repeatedHeaderSteps(source);
  const roleOf = new Map(columns.mapped.map(({ column, role }) => [column, role]));
  const others = source.columns.filter((column) => column !== client);
  const labelled = others.filter((column) => column.others.size > 0);
  const lines = others.filter((column) => {
    const role = roleOf.get(column);
    return role === undefined ? column.others.size > 0 : lineRoles.has(role);
  });
  const beside = labelled.filter((column) => {
    const role = roleOf.get(column);
    return column.index < client.index && (role === undefined || attributeRoles.has(role));
  });
  const linesAfter = lines.filter(({ index }) => index > client.index);
  const attributes = labelled.filter((column) => attributeRoles.has(roleOf.get(column)));
  const withFormulas = source.columns.filter(({ formulas }) => formulas !== undefined);
  const first = source.top + 1;
  const hasMoney = (row: number) => amounts.columns.some(({ read }) => !Number.isNaN(read.numbers[row]));
  const below = measuresBelowNames(client, hasMoney);
  const measures = below ?? measureRowsOf(source, lines);
  const nameOf = (row: number) => textOf(client, row) || (code ? textOf(code, row) : "");
  const isDescribed = (row: number) => attributes.some((column) => textOf(column, row).trim() !== "");
  const figures = below
    ? new Set()
    : figureRows({ rowCount: list.rowCount, nameOf, amount: amounts.amount, isDescribed });
  const titles = source.titles ?? [];
  const othersBelow = rowsOfOtherFigures({ rowCount: list.rowCount, titles, nameOf, hasMoney });
  const parts = below ? new Set() : partRows({ rowCount: list.rowCount, nameOf, amount: amounts.amount });
  const areClients = new Set((choices.areClients ?? []).map(identityOf));
  return {
    rowCount: list.rowCount,
    // A client without a name is known by its code; an export with codes may write "Total" there.
    nameOf: (row) => (below?.isMeasure(row) ? "" : nameOf(row)),
    labelsOf: (row) => labelled.map((column) => labelOf(column, row)).filter((label) => label !== ""),
    lineOf: (row) =>
      below?.isMeasure(row)
        ? textOf(client, row)
        : (lines.map((column) => textOf(column, row).trim()).find((text) => text !== "") ?? ""),
    besideColumns: beside.length,
    besideAt: (row) =>
      linesAfter.some((column) => textOf(column, row).trim() !== "")
        ? -1
        : beside.findLastIndex((column) => textOf(column, row).trim() !== ""),
    isDescribed,
    amount: amounts.amount,
    columns: [
      ...amounts.columns.map(({ read }) => read.numbers),
      ...additiveRoles.flatMap((role) =>
        columns.all(role).map(({ column }) => readNumberColumn(column, separatorIn(source)).numbers),
      ),
    ],
    indents: client.indents ?? null,
    bolds: client.bolds ?? null,
    sums: (row) =>
      withFormulas.some(({ formulas, index }) => {
        const formula = formulas?.[row];
        return (
          typeof formula === "string" &&
          formula.startsWith("=") &&
          sumsRowsOfList(formula, first + row, source.left + index, first, source.top + list.rowCount)
        );
      }),
    headers,
    headerTexts: [String(client.header)],
    level: choices.level,
    isOtherMeasure:
      figures.size > 0 || othersBelow
        ? (row) => figures.has(row) || othersBelow?.has(row) === true || measures?.isOther(row) === true
        : measures?.isOther,
    isPart: parts.size > 0 ? (row) => parts.has(row) : undefined,
    isClientByChoice: areClients.size > 0 ? (name) => areClients.has(identityOf(name)) : undefined,
  };
}

function textOf({ numbers, others }: SourceColumn, row: number): string {
  if (!Number.isNaN(numbers[row])) return String(numbers[row]);
  const content = others.get(row);
  return content === undefined || isExcelError(content) ? "" : String(content);
}

/** Text of a cell; "" for numbers, TRUE and errors. */
function labelOf({ others }: SourceColumn, row: number): string {
  const content = others.get(row);
  return typeof content === "string" && !isExcelError(content) ? content : "";
}
