/** Clients from the largest to the smallest with their classes ABC (methods §3), by the base and by the second opinion. */
import { descendingOrder } from "../../../../analysis";
import { Block, type BlockColumn } from "../block";
import { above, atLeast, f, type Reference } from "../formula";
import { money, percent } from "./made-columns";
import { MoneyColumns, positiveSum } from "./money-columns";

/** Clients by an amount, from the largest to the smallest, with their ABC classes (methods §3). */
export interface Ranked {
  amounts: BlockColumn;
  positive: Reference;
  /** Sum of the positive amounts so far. */
  soFar: () => BlockColumn;
  /** Sum of all amounts so far. */
  running: () => BlockColumn;
  abc: () => BlockColumn;
  lineOf: Int32Array;
}

export abstract class AbcColumns extends MoneyColumns {
  #otherOrder: { order: Uint32Array; lineOf: Int32Array } | null = null;

  /** The clients by the base, in their order. */
  get byBase(): Ranked {
    const { ground, base } = this;
    return this.ranked(ground.clients, base, ground.order, ground.lineOf, () => ground.classification.abc);
  }

  /** The clients by the other base; null where there is no second opinion. */
  get byOther(): (Ranked & { share: () => BlockColumn }) | null {
    const { ground } = this;
    const { secondOpinion, portfolio, base } = ground.classification;
    if (!secondOpinion) return null;
    let block = this.blocks[0];
    const { order, lineOf } = (this.#otherOrder ??= ranking(
      base === "revenue" ? portfolio.profits!.map((profit) => profit || 0) : portfolio.amounts,
    ));
    if (!block) {
      block = new Block(this.words.byOther, order.length);
      this.blocks.push(block);
      this.column(ground.words.report.client, (client) => portfolio.clients[client], undefined, block, order);
    }
    const source = base === "revenue" ? this.profit : this.revenue;
    const whole = base === "revenue" ? this.profitTotal : this.revenueTotal;
    const amounts = this.column(
      ground.words.report.base[secondOpinion.base],
      (client) => f`N(${source.cell(ground.lineOf[client])})`,
      money,
      block,
      order,
    );
    const share = () =>
      this.column(
        ground.words.report.shareOf[secondOpinion.base],
        (_, line) => f`${amounts.cell(line)}/${whole}`,
        percent,
        block,
        order,
      );
    return { ...this.ranked(block, amounts, order, lineOf, () => secondOpinion.abc), share };
  }

  protected ranked(
    block: Block,
    amounts: BlockColumn,
    order: Uint32Array,
    lineOf: Int32Array,
    found: () => readonly string[],
  ): Ranked {
    const { abc } = this.ground.classification.policy;
    const isMain = block === this.ground.clients;
    const positive = isMain
      ? this.positiveTotal
      : this.whole(`${this.words.positiveTotal} 2`, () => positiveSum(amounts.all));
    const soFar = () =>
      this.column(
        this.words.soFar,
        (_, line, own) =>
          line === 0 ? f`MAX(0,${amounts.cell(0)})` : f`${own.cell(line - 1)}+MAX(0,${amounts.cell(line)})`,
        money,
        block,
        order,
      );
    const running = () =>
      this.column(
        this.words.running,
        (_, line, own) =>
          line === 0 ? f`${amounts.cell(0)}` : f`${own.cell(line - 1)}+${amounts.cell(line)}`,
        money,
        block,
        order,
      );
    // Of the larger ones alone, or with those that are as large.
    const reached = () => {
      const sums = soFar();
      const last = order.length - 1;
      return this.column(
        this.words.reached,
        (_, line, own) => {
          if (abc.crossing === "up") {
            if (line === 0) return 0;
            return f`IF(${amounts.cell(line)}=${amounts.cell(line - 1)},${own.cell(line - 1)},${sums.cell(line - 1)})`;
          }
          if (line === last) return f`${sums.cell(line)}`;
          return f`IF(${amounts.cell(line)}=${amounts.cell(line + 1)},${own.cell(line + 1)},${sums.cell(line)})`;
        },
        money,
        block,
        order,
      );
    };
    const classes = () => {
      if (abc.limits === "computed") {
        const given = found();
        return this.column(this.words.abc, (client) => f`${given[client]}`, undefined, block, order);
      }
      const before = reached();
      const within = (line: number, limit: number) => {
        const part = f`${before.cell(line)}/${positive}`;
        const out = abc.crossing === "up" ? atLeast(part, limit) : above(part, limit);
        return f`NOT(${out})`;
      };
      return this.column(
        this.words.abc,
        (_, line) =>
          f`IF(${amounts.cell(line)}<=0,"C",IF(${within(line, abc.aLimit)},"A",IF(${within(line, abc.bLimit)},"B","C")))`,
        undefined,
        block,
        order,
      );
    };
    return { amounts, positive, soFar, running, abc: classes, lineOf };
  }

  /** Whether ABC classes follow from limits that a formula can be given. */
  get knowsAbc(): boolean {
    return this.ground.classification.policy.abc.limits === "given";
  }

  /** The clients by profit, for the curve of profits; null where profit is neither base nor second opinion. */
  get byProfit(): Ranked | null {
    return this.ground.classification.base === "profit" ? this.byBase : this.byOther;
  }
}

/** Clients from the largest value to the smallest, and the line of each. */
function ranking(values: Float64Array): { order: Uint32Array; lineOf: Int32Array } {
  const order = descendingOrder(values);
  const lineOf = new Int32Array(order.length);
  order.forEach((client, line) => (lineOf[client] = line));
  return { order, lineOf };
}
