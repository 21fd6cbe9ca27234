/** Cells beside the proof that show what its formulas begin with: one line per row of the list, or per client. */
import type { Formula, Reference } from "./formula";

export type BlockContent = Formula | string | number | null;

export class BlockColumn {
  constructor(
    readonly block: Block,
    readonly index: number,
    readonly title: string,
    readonly contents: readonly BlockContent[],
    readonly format: string | undefined,
  ) {}

  cell(row: number): Reference {
    return this.rows(row, 1);
  }

  rows(row: number, rows: number): Reference {
    return { of: "block", block: this.block, row, rows, column: this.index, columns: 1 };
  }

  /** All cells. */
  get all(): Reference {
    return this.rows(0, this.block.size);
  }
}

export class Block {
  readonly columns: BlockColumn[] = [];

  /** @param size rows, without the one of the titles */
  constructor(
    readonly title: string,
    readonly size: number,
  ) {}

  /** @param contentOf may refer to the column itself */
  add(
    title: string,
    contentOf: (row: number, column: BlockColumn) => BlockContent,
    format?: string,
  ): BlockColumn {
    const contents: BlockContent[] = [];
    const column = new BlockColumn(this, this.columns.length, title, contents, format);
    this.columns.push(column);
    for (let row = 0; row < this.size; row++) contents.push(contentOf(row, column));
    return column;
  }

  /** Cells of several neighbouring columns. */
  area(first: BlockColumn, last: BlockColumn, row: number, rows: number): Reference {
    return {
      of: "block",
      block: this,
      row,
      rows,
      column: first.index,
      columns: last.index - first.index + 1,
    };
  }
}
