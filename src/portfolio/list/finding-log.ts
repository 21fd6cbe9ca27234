import { addressOf } from "./address";
import type { Finding, FindingKind } from "./finding";
import type { NumberColumn } from "./number-column";
import { contentOf } from "./number-column";
import type { SourceColumn, SourceList } from "./source-list";

/** Collects findings of one list and knows the addresses. Rows are zero-based in the body of the list. */
export class FindingLog {
  readonly findings: Finding[] = [];

  constructor(private readonly list: SourceList) {}

  /** About one cell; its content as it stands there. */
  cell(kind: FindingKind, row: number, column: SourceColumn, taken?: number): void {
    this.add(kind, this.addressOfCell(row, column), contentOf(column, row), taken);
  }

  /** About a whole row of the list; `content` names it. */
  row(kind: FindingKind, row: number, content: string, taken?: number): void {
    const { sheet, top, left, columns } = this.list;
    this.add(kind, addressOf(sheet, top + 1 + row, left, 1, columns.length), content, taken);
  }

  /** About a column with its header. */
  column(kind: FindingKind, column: SourceColumn, content: string, taken?: number): void {
    const { sheet, top, left, rowCount } = this.list;
    this.add(kind, addressOf(sheet, top, left + column.index, rowCount + 1, 1), content, taken);
  }

  /** What was not taken at face value in a column of numbers, in the rows that `concerns` says. */
  numbers(
    column: SourceColumn,
    read: NumberColumn,
    concerns: (row: number) => boolean,
    unreadKind?: FindingKind,
  ): void {
    for (const row of read.texts) if (concerns(row)) this.cell("textNumber", row, column, read.numbers[row]);
    for (const [row, kind] of read.unread) if (concerns(row)) this.cell(unreadKind ?? kind, row, column);
  }

  private addressOfCell(row: number, column: SourceColumn): string {
    const { sheet, top, left } = this.list;
    return addressOf(sheet, top + 1 + row, left + column.index);
  }

  private add(kind: FindingKind, address: string, content: string, taken?: number): void {
    this.findings.push(taken === undefined ? { kind, address, content } : { kind, address, content, taken });
  }
}
