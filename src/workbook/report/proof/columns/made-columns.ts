/** Columns of formulas, one line per client, each made when a figure needs it. */
import { Block, type BlockColumn, type BlockContent } from "../block";
import type { Formula, Reference } from "../formula";
import type { Ground } from "../ground";

export const money = "#,##0.00";
export const percent = "0.0%";

export abstract class MadeColumns {
  readonly blocks: Block[] = [];
  readonly #made = new Map<string, BlockColumn>();

  constructor(readonly ground: Ground) {}

  /** Makes a column of the block of clients once. */
  protected column(
    title: string,
    contentOf: (client: number, line: number, own: BlockColumn) => BlockContent,
    format?: string,
    block = this.ground.clients,
    order: ArrayLike<number> = this.ground.order,
  ): BlockColumn {
    const key = `${this.blocks.indexOf(block)} ${title}`;
    let column = this.#made.get(key);
    if (!column) {
      column = block.add(title, (line, own) => contentOf(order[line], line, own), format);
      this.#made.set(key, column);
    }
    return column;
  }

  protected whole(title: string, formula: () => Formula, format = money): Reference {
    const { wholes } = this.ground;
    let column = this.#made.get(`whole ${title}`);
    if (!column) {
      column = wholes.add(title, formula, format);
      this.#made.set(`whole ${title}`, column);
    }
    return column.cell(0);
  }

  protected get words() {
    return this.ground.words.report.proof.blocks;
  }
}
