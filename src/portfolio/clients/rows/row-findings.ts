import { above, snap, sum, total } from "../../../analysis";
import { kindNumber, type RowKind } from "../../levels/row-evidence";
import type { FindingKind } from "../../list/finding";
import { contentOf, isExcelError } from "../../list/number-column";
import { isTotalHeader } from "../../list/total-rows";
import type { Policy } from "../../policy/policy";
import { STEP, type Steps } from "../../steps";
import type { ReadAmounts } from "../amount-columns";
import { identityOf } from "./client-identity";
import type { ClientRows } from "./client-rows";
import { likelySameSteps } from "./likely-same";
import type { MappedList } from "../mapped-list";
import { holdsMoney } from "../source-columns";

/** Logs columns that were not taken as they stand: totals beside periods, periods that do not count. */
export function reportColumns({ source, columns, log }: MappedList): void {
  const mapped = new Set([...columns.periods, ...columns.leftOut].map(({ column }) => column.index));
  if (mapped.size > 0) {
    const amount = columns.one("amount")?.column.index;
    for (const column of source.columns) {
      const header = String(column.header);
      if (column.index !== amount && isTotalHeader(header)) log.column("totalColumn", column, header);
    }
    for (const { column, header } of columns.covering) log.column("totalColumn", column, header);
  }
  // Columns that still wait for their numbers need no remark.
  for (const { column, header } of columns.incomplete.filter(holdsMoney))
    log.column("incompletePeriod", column, header);
  for (const { column, header } of columns.otherLength) log.column("periodOfOtherLength", column, header);
}

/** An amount column and periods that tell different stories: as a whole, or where the whole agrees, in single rows. */
export function reportDifference(
  { columns, log }: MappedList,
  amounts: ReadAmounts,
  { counted }: Pick<ClientRows, "counted">,
): void {
  const amountColumn = columns.one("amount");
  const { ofPeriods } = amounts;
  if (!amountColumn || !ofPeriods) return;
  const column = amountColumn.column;
  const whole = (values: Float64Array) => total(values.map((value, row) => (counted[row] ? value : 0)));
  if (differs(whole(amounts.amount), whole(ofPeriods))) {
    log.column("amountDiffersFromPeriods", column, amountColumn.header, whole(ofPeriods));
    return;
  }
  counted.forEach((counts, row) => {
    if (counts && differs(amounts.amount[row], ofPeriods[row])) {
      log.cell("amountDiffersFromPeriods", row, column, ofPeriods[row]);
    }
  });
}

function differs(amount: number, ofPeriods: number): boolean {
  return above(Math.abs(amount - ofPeriods), 0.01 * Math.abs(ofPeriods));
}

/** Rows of which a list can have as many as it likes: told together, by the first of them. */
const kindsInOneLine = [
  ["groupRow", "group"],
  ["detailRow", "detail"],
  ["countRow", "count"],
] as const satisfies readonly (readonly [FindingKind, RowKind])[];

/** Logs amounts that were no plain numbers, and rows that are no client's, a client's again, or negative. */
export function* reportRowsSteps(
  { columns, log, rowCount, choices }: MappedList,
  amounts: ReadAmounts,
  { client, name, kind, nameRow, counted }: ClientRows,
  { joinGroups }: Policy,
): Steps<void> {
  const nameColumn = columns.client.column;
  const amountColumn = columns.one("amount")?.column;
  for (const [i, { column, read }] of amounts.columns.entries()) {
    log.numbers(
      column.column,
      read,
      (row) => kind[row] === kindNumber.client || kind[row] === kindNumber.unnamed,
    );
    yield (0.4 * (i + 1)) / amounts.columns.length;
  }
  for (const [i, { column, read }] of amounts.outside.entries()) {
    log.numbers(column.column, read, (row) => counted[row] === 1, "attributeLeftOut");
    yield 0.4 + (0.1 * (i + 1)) / amounts.outside.length;
  }
  const seen = new Set<number>();
  // What the user joined himself needs no remark.
  const joined = new Set((choices.sameClients ?? []).flat().map(identityOf));
  const isJoined = (row: number) => joined.size > 0 && joined.has(identityOf(contentOf(nameColumn, row)));
  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield 0.5 + (0.5 * row) / rowCount;
    const amount = amounts.amount[row];
    if (kind[row] === kindNumber.total) log.row("totalRow", row, contentOf(nameColumn, row), amount);
    // A client that a formula failed to name, in a row whose amounts cannot be read either.
    if (kind[row] === kindNumber.blank && isExcelError(nameColumn.others.get(row)))
      log.cell("excelError", row, nameColumn);
    if (!counted[row]) continue;
    if (client[row] < 0) {
      if (isExcelError(nameColumn.others.get(row))) log.cell("excelError", row, nameColumn);
      else if (amount !== 0) {
        log.cell(
          identityOf(contentOf(nameColumn, row)) === "" ? "unnamedRow" : "othersRow",
          row,
          nameColumn,
          amount,
        );
      }
      continue;
    }
    if (seen.has(name[row]) && nameRow[row] === row && !isJoined(row))
      log.cell("repeatedClient", row, nameColumn);
    seen.add(name[row]);
    if (amount >= 0) continue;
    if (amountColumn) log.cell("negativeAmount", row, amountColumn);
    else log.row("negativeAmount", row, contentOf(nameColumn, row), amount);
  }
  for (const [found, of] of kindsInOneLine) {
    const rows: number[] = [];
    for (let row = 0; row < rowCount; row++) if (kind[row] === kindNumber[of]) rows.push(row);
    if (rows.length > 0) log.cells(found, rows, nameColumn, amounts.amount[rows[0]]);
  }
  const groupColumn = joinGroups ? columns.one("group")?.column : undefined;
  for (const [row, content] of groupColumn?.others ?? []) {
    if (client[row] >= 0 && isExcelError(content)) log.cell("attributeLeftOut", row, groupColumn!);
  }
}

/** Logs clients that are likely one in several spellings, at the first row of the first. */
export function* reportLikelySameSteps(
  { columns, log }: MappedList,
  { clients, client }: ClientRows,
  amounts: Float64Array,
): Steps<void> {
  for (const group of yield* likelySameSteps(clients)) {
    const names = group.map((one) => clients[one]);
    const together = snap(sum(group.map((one) => amounts[one])));
    log.clients("likelySame", client.indexOf(group[0]), columns.client.column, together, names);
  }
}
