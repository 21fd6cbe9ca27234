import { addressOf } from "./address";
import type { Finding, FindingKind } from "./finding";
import type { NumberColumn } from "./number-column";
import { contentOf } from "./number-column";
import { type SourceColumn, type SourceList, widthOfList } from "./source-list";

/** Numbers as text that are worth one line for all: two are sooner corrected one by one. */
const fewest = 3;

/** So many numbers as text are told one by one, so that they can be repaired together. */
const mostTold = 10_000;

/** Collects findings of one list and knows the addresses. Rows are zero-based in the body of the list. */
export class FindingLog {
  readonly findings: Finding[] = [];

  constructor(private readonly list: SourceList) {}

  /** About one cell; its content as it stands there, unless something else names what it is about. */
  cell(
    kind: FindingKind,
    row: number,
    column: SourceColumn,
    taken?: number,
    content = contentOf(column, row),
  ): void {
    this.add(kind, this.addressOfCell(row, column), content, taken);
  }

  /** About several clients, at a row of the first of them. */
  clients(
    kind: FindingKind,
    row: number,
    column: SourceColumn,
    taken: number,
    names: readonly string[],
  ): void {
    const address = this.addressOfCell(row, column);
    this.findings.push({ kind, address, content: names.join(" / "), taken, names });
  }

  /** About a whole row of the list; `content` names it. */
  row(kind: FindingKind, row: number, content: string, taken?: number): void {
    const { sheet, top, left } = this.list;
    this.add(kind, addressOf(sheet, top + 1 + row, left, 1, widthOfList(this.list)), content, taken);
  }

  /** About a column with its header. */
  column(kind: FindingKind, column: SourceColumn, content: string, taken?: number): void {
    const { sheet, top, left, rowCount } = this.list;
    this.add(kind, addressOf(sheet, top, left + column.index, rowCount + 1, 1), content, taken);
  }

  /**
   * What was not taken at face value in a column of numbers, in the rows that `concerns` says. Dashes are one finding;
   * so are numbers as text where most of the column is text.
   */
  numbers(
    column: SourceColumn,
    read: NumberColumn,
    concerns: (row: number) => boolean,
    unreadKind?: FindingKind,
  ): void {
    const texts = read.texts.filter(concerns);
    if (texts.length >= fewest && texts.length * 2 > filledRows(read, concerns)) {
      this.cells("textNumbers", texts, column, read.numbers[texts[0]]);
      if (texts.length <= mostTold) {
        this.findings.at(-1)!.texts = texts.map((row) => ({
          below: row - texts[0],
          content: contentOf(column, row),
          taken: read.numbers[row],
        }));
      }
    } else {
      for (const row of texts) this.cell("textNumber", row, column, read.numbers[row]);
    }
    const dashes = read.dashes.filter(concerns);
    if (dashes.length > 0) this.cells("dashAsZero", dashes, column, 0);
    for (const [row, kind] of read.unread) if (concerns(row)) this.cell(unreadKind ?? kind, row, column);
  }

  /** About several cells of a column, by the first of them. */
  cells(kind: FindingKind, rows: readonly number[], column: SourceColumn, taken: number): void {
    const [first] = rows;
    this.findings.push({
      kind,
      address: this.addressOfCell(first, column),
      content: contentOf(column, first),
      taken,
      count: rows.length,
    });
  }

  /** Where a cell of the list stands on its sheet. */
  addressOfCell(row: number, column: SourceColumn): string {
    const { sheet, top, left } = this.list;
    return addressOf(sheet, top + 1 + row, left + column.index);
  }

  private add(kind: FindingKind, address: string, content: string, taken?: number): void {
    this.findings.push(taken === undefined ? { kind, address, content } : { kind, address, content, taken });
  }
}

function filledRows({ numbers, unread }: NumberColumn, concerns: (row: number) => boolean): number {
  let filled = 0;
  for (let row = 0; row < numbers.length; row++) if (!Number.isNaN(numbers[row]) && concerns(row)) filled++;
  for (const row of unread.keys()) if (concerns(row)) filled++;
  return filled;
}
