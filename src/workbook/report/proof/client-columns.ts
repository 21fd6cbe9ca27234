/** What the methods make of the clients' money, as columns of formulas: one line per client, each column made when a figure needs it. */
import { descendingOrder, periodsOfYear } from "../../../analysis";
import { weightOf } from "../../../portfolio";
import { Block, type BlockColumn, type BlockContent } from "./block";
import { above, atLeast, f, type Formula, joined, meets, type Operand, type Reference } from "./formula";
import type { Membership } from "../paint/figure";
import type { Ground, Span } from "./ground";

const money = "#,##0.00";
const percent = "0.0%";

export type KindName = "new" | "returned" | "growth" | "decline" | "lost";

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

export class ClientColumns {
  readonly blocks: Block[] = [];
  readonly #made = new Map<string, BlockColumn>();
  readonly #groups = new Map<Membership, BlockColumn | null>();
  #otherOrder: { order: Uint32Array; lineOf: Int32Array } | null = null;

  constructor(readonly ground: Ground) {}

  /** Makes a column of the block of clients once. */
  private column(
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

  private whole(title: string, formula: () => Formula, format = money): Reference {
    const { wholes } = this.ground;
    let column = this.#made.get(`whole ${title}`);
    if (!column) {
      column = wholes.add(title, formula, format);
      this.#made.set(`whole ${title}`, column);
    }
    return column.cell(0);
  }

  private get words() {
    return this.ground.words.report.proof.blocks;
  }

  /** Revenue of the window. */
  get revenue(): BlockColumn {
    const { ground } = this;
    const { amount, returns, window } = ground.read;
    const span = amount ? null : ground.spanOf(window);
    return this.column(
      this.ground.words.report.base.revenue,
      (client) => {
        if (span) return ground.rounded(f`SUM(${ground.periodsOf(client, span)})`);
        const own = amount ? ground.sumOf(amount, client) : null;
        if (!own) return null;
        if (!returns) return ground.rounded(own);
        const given = ground.sumOf(returns, client);
        return ground.rounded(returns.sign > 0 ? f`${own}+${given}` : f`${own}-${given}`);
      },
      money,
    );
  }

  /** Money of rows without a client in some columns; null where there is none. */
  private nobodyIn(starts: readonly string[]): Formula | null {
    const { read } = this.ground;
    return this.ground.sumOfNobody(read.periods.filter(({ period }) => starts.includes(period.start)));
  }

  /** T of the revenue (methods §2). */
  get revenueTotal(): Reference {
    const { ground, revenue } = this;
    const { amount, returns, window } = ground.read;
    return this.whole(this.words.revenueTotal, () => {
      if (amount && !returns) return ground.rounded(f`SUM(${ground.allOf(amount)})`);
      const nobody = amount ? ground.sumOfNobody([amount]) : this.nobodyIn(window);
      const given = returns && ground.sumOfNobody([returns]);
      const less = given && (returns!.sign > 0 ? f`+${given}` : f`-${given}`);
      return ground.rounded(f`SUM(${revenue.all})${nobody ? f`+${nobody}` : f``}${less ?? f``}`);
    });
  }

  /** Revenue of the time that the costs belong to (methods §8). */
  get revenueOfCosts(): BlockColumn {
    const { ground } = this;
    const { ofCosts, window } = ground.read;
    const isWindow = !ofCosts || (ofCosts.length === window.length && ofCosts[0] === window[0]);
    const span = isWindow ? null : ground.spanOf(ofCosts);
    if (!span) return this.revenue;
    const contentOf = (client: number) => ground.rounded(f`SUM(${ground.periodsOf(client, span)})`);
    return this.column(this.words.revenueOfCosts, contentOf, money);
  }

  get directCost(): BlockColumn {
    const { costs } = this.ground.classification.portfolio;
    const { read, words } = this.ground;
    return this.column(
      words.report.profit.headers.cost,
      (client) =>
        costs?.direct && !Number.isNaN(costs.direct[client]) ? this.added(read.costs, client) : null,
      money,
    );
  }

  get costToServe(): BlockColumn {
    const { read, words } = this.ground;
    return this.column(
      words.report.profit.headers.toServe,
      (client) => this.added(read.costsToServe, client),
      money,
    );
  }

  private added(columns: Ground["read"]["costs"], client: number): Formula {
    return this.ground.rounded(
      joined(
        columns.map((column) => this.ground.sumOf(column, client)),
        "+",
      ),
    );
  }

  /** Blank where it is not known. */
  get profit(): BlockColumn {
    const { ground } = this;
    const { portfolio } = ground.classification;
    const { profit, costs, costsToServe } = ground.read;
    return this.column(
      ground.words.report.base.profit,
      (client) => {
        if (!portfolio.profits || Number.isNaN(portfolio.profits[client])) return null;
        if (profit) return ground.rounded(ground.sumOf(profit, client));
        const parts = [...costs, ...costsToServe].map((column) => ground.sumOf(column, client));
        const revenue = this.revenueOfCosts.cell(ground.lineOf[client]);
        return ground.rounded(joined([revenue, ...parts], "-"));
      },
      money,
    );
  }

  /** With what rows without a client earn. */
  get profitTotal(): Reference {
    const { ground, profit } = this;
    const { unnamedProfit } = ground.classification.portfolio;
    return this.whole(this.words.profitTotal, () => {
      const nobody = ground.read.profit && ground.sumOfNobody([ground.read.profit]);
      // Which rows without a client have a cost is a matter of reading.
      const more = nobody ? f`+${nobody}` : unnamedProfit !== 0 ? f`+${unnamedProfit}` : f``;
      return ground.rounded(f`SUM(${profit.all})${more}`);
    });
  }

  /** The amounts of the base, where a profit that is not known is 0. */
  get base(): BlockColumn {
    return this.ground.classification.base === "revenue" ? this.revenue : this.profitOrNothing();
  }

  private profitOrNothing(): BlockColumn {
    const { profit, ground } = this;
    const contentOf = (client: number) => f`N(${profit.cell(ground.lineOf[client])})`;
    return this.column(this.words.profitOrNothing, contentOf, money);
  }

  get total(): Reference {
    return this.ground.classification.base === "revenue" ? this.revenueTotal : this.profitTotal;
  }

  get share(): BlockColumn {
    const { base, total } = this;
    return this.column(this.ground.words.report.share, (_, line) => f`${base.cell(line)}/${total}`, percent);
  }

  get cumulative(): BlockColumn {
    const { share } = this;
    return this.column(
      this.ground.words.report.cumulative,
      (_, line, own) => (line === 0 ? f`${share.cell(0)}` : f`${own.cell(line - 1)}+${share.cell(line)}`),
      percent,
    );
  }

  /** Number of clients with an amount above 0. */
  get positives(): Reference {
    const { base } = this;
    return this.whole(this.words.positives, () => f`COUNTIF(${base.all},">0")`, "0");
  }

  get positiveTotal(): Reference {
    const { base } = this;
    return this.whole(this.words.positiveTotal, () => positiveSum(base.all));
  }

  /** Sum of the positive ones of some amounts of the window that ends with a period. */
  positiveTotalOf(end: { header: string }, amounts: Formula): Reference {
    return this.whole(`${this.words.positiveTotal}: ${end.header}`, () => positiveSum(amounts));
  }

  /** Smallest amount that is key by the rule of money or of the largest; null where the share decides. */
  private get keyAmount(): { value: Operand; inclusive: boolean } | null {
    const { by } = this.ground.classification.policy.ladder;
    if (by === "share") return null;
    if ("amount" in by) return by.amount;
    const { base, positives } = this;
    const value = this.whole(
      this.words.smallestOfTop,
      () => f`LARGE(${base.all},MIN(${by.top},${positives}))`,
    );
    return { value, inclusive: true };
  }

  get status(): BlockColumn {
    const { share, base, keyAmount, ground } = this;
    const { ladder } = ground.classification.policy;
    const { statuses } = ground.words.columns;
    return this.column(ground.words.report.status, (_, line) => {
      const own = share.cell(line);
      const rungs: [string, Formula][] = [];
      if (ladder.mono) rungs.push([statuses.mono, meets(own, ladder.mono.value, ladder.mono.inclusive)]);
      if (ladder.dependence) {
        rungs.push([statuses.dependence, meets(own, ladder.dependence.value, ladder.dependence.inclusive)]);
      }
      const key = keyAmount
        ? meets(base.cell(line), keyAmount.value, keyAmount.inclusive)
        : meets(own, ladder.key.value, ladder.key.inclusive);
      rungs.push([statuses.key, key]);
      return rungs.reduceRight(
        (otherwise, [name, holds]) => f`IF(${holds},${name},${otherwise})`,
        f`${statuses.regular}`,
      );
    });
  }

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

  private ranked(
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

  /** Whether steadiness is judged in periods that stand side by side. */
  get window(): Span | null {
    const { policy } = this.ground.classification;
    if (policy.xyz.step === "quarter") return null;
    return this.ground.spanOf(this.ground.read.window);
  }

  /** Counted periods (methods §1). */
  private get counted(): BlockColumn {
    const { ground, window } = this;
    const { policy } = ground.classification;
    const span = window!;
    const { whole } = ground.read;
    const start = ground.read.periods[span.from].period.start;
    const earlier = ground.spanOf(whole.filter((each) => each < start));
    return this.column(
      this.words.counted,
      (client) => {
        if (policy.xyz.leadingZeros === "count") return span.count;
        const own = ground.periodsOf(client, span);
        const first = { ...own, columns: 1 };
        const since = f`SUMPRODUCT(MAX((${own}<>0)*(${span.count}+COLUMN(${first})-COLUMN(${own}))))`;
        if (!earlier) return since;
        return f`IF(SUMPRODUCT(--(${ground.periodsOf(client, earlier)}<>0))>0,${span.count},${since})`;
      },
      "0",
    );
  }

  /** CV, or the part of the periods with a purchase; "" where the class is N. */
  get variation(): BlockColumn {
    const { ground, window } = this;
    const { xyz } = ground.classification.policy;
    const words = ground.words.report.abcXyz;
    const title = xyz.method === "variation" ? words.variation : words.frequency;
    if (!window) {
      const { variation } = ground.classification;
      return this.column(
        title,
        (client) => (Number.isNaN(variation[client]) ? null : variation[client]),
        percent,
      );
    }
    const { counted } = this;
    return this.column(
      title,
      (client, line) => {
        const own = ground.periodsOf(client, window);
        const count = counted.cell(line);
        const known = f`OR(${count}<3,${ground.rounded(f`SUM(${own})`)}<=0)`;
        if (xyz.method === "frequency") return f`IF(${known},"",COUNTIF(${own},">0")/${count})`;
        const first = { ...own, columns: 1 };
        const mean = f`SUM(${own})/${count}`;
        const squares = f`SUMPRODUCT((COLUMN(${own})-COLUMN(${first})>=${window.count}-${count})*(${own}-${mean})^2)`;
        const divisor = xyz.variation.deviation === "sample" ? f`(${count}-1)` : f`${count}`;
        return f`IF(${known},"",SQRT(${squares}/${divisor})/(${mean}))`;
      },
      percent,
    );
  }

  get xyz(): BlockColumn {
    const { ground, window, variation } = this;
    const { xyz } = ground.classification.policy;
    return this.column("XYZ", (client, line): BlockContent => {
      if (!window) return f`${ground.classification.xyz[client]}`;
      const own = variation.cell(line);
      const { xLimit, yLimit } = xyz[xyz.method];
      const [isX, isY] =
        xyz.method === "variation"
          ? [f`NOT(${above(own, xLimit)})`, f`NOT(${above(own, yLimit)})`]
          : [atLeast(own, xLimit), atLeast(own, yLimit)];
      return f`IF(ISNUMBER(${own}),IF(${isX},"X",IF(${isY},"Y","Z")),"N")`;
    });
  }

  /** A score of the matrix; "" where no criterion is filled in (methods §5). */
  scores(axis: "attractiveness" | "loyalty"): BlockColumn {
    const { ground } = this;
    const { classification } = ground;
    const { portfolio, policy } = classification;
    const columns = ground.read[axis];
    const given = portfolio[axis].scores;
    const weights = portfolio[axis].headers.map((header) => weightOf(policy.kaism.weights, header));
    return this.column(
      ground.words.report.matrix[axis],
      (client): BlockContent => {
        if (classification.derivedScores) {
          const score = classification[axis][client];
          return Number.isNaN(score) ? f`""` : score;
        }
        const row = ground.rowOf(client);
        const parts = columns.flatMap((column, k) => {
          const score = given[client * columns.length + k];
          const isCell =
            row >= 0 &&
            column.isCell(row) &&
            (Object.is(score, column.numbers[row]) || Number.isNaN(column.numbers[row]));
          if (isCell) return [{ weight: weights[k], value: f`N(${ground.listCell(column, row)})` }];
          // Of several rows the mean, of a text its number: as it was read.
          return Number.isNaN(score) ? [] : [{ weight: weights[k], value: f`${score}` }];
        });
        if (parts.length === 0) return f`""`;
        const weight = joined(
          parts.map(({ weight, value }) => f`${weight}*(${value}<>0)`),
          "+",
        );
        const sum = joined(
          parts.map(({ weight, value }) => f`${weight}*${value}`),
          "+",
        );
        return f`IF((${weight})=0,"",(${sum})/(${weight}))`;
      },
      "0.0",
    );
  }

  get quadrant(): BlockColumn {
    const { ground } = this;
    const [attractiveness, loyalty] = [this.scores("attractiveness"), this.scores("loyalty")];
    const { quadrants } = ground.words.columns;
    const { quadrant, noQuadrant } = ground.words.report.matrix;
    const [high, wide] = [this.cut("attractiveness", attractiveness), this.cut("loyalty", loyalty)];
    return this.column(quadrant, (_, line) => {
      const [a, l] = [attractiveness.cell(line), loyalty.cell(line)];
      const isLoyal = atLeast(l, wide);
      return f`IF(NOT(AND(ISNUMBER(${a}),ISNUMBER(${l}))),${noQuadrant},IF(${atLeast(a, high)},IF(${isLoyal},${quadrants.key},${quadrants.development}),IF(${isLoyal},${quadrants.maintenance},${quadrants.opportunistic})))`;
    });
  }

  private cut(axis: "attractiveness" | "loyalty", scores: BlockColumn): Operand {
    const { classification, words } = this.ground;
    const cut = classification.policy.kaism[`${axis}Cut`];
    const title = `${this.words.cut}: ${words.report.matrix[axis]}`;
    if (cut === "mean") return this.whole(title, () => f`AVERAGE(${scores.all})`);
    if (cut === "median") return this.whole(title, () => f`MEDIAN(${scores.all})`);
    return classification[`${axis}Cut`];
  }

  /** The clients by profit, for the curve of profits; null where profit is neither base nor second opinion. */
  get byProfit(): Ranked | null {
    return this.ground.classification.base === "profit" ? this.byBase : this.byOther;
  }

  get periodsOfYear(): number {
    const { record } = this.ground.classification;
    return record ? periodsOfYear(record.history.unit) : 0;
  }

  /** Whether nothing but its share makes a client key. */
  get isKeyByShareAlone(): boolean {
    const { potentials, flags } = this.ground.classification.portfolio;
    return !potentials && Object.values(flags).every((flag) => flag === null);
  }

  /** Of the windows that the bridge compares; null where their periods do not stand side by side. */
  get bridge(): { opening: Span; closing: Span; earlier: Span | null } | null {
    const { classification, read } = this.ground;
    const whole = this.ground.spanOf(read.whole);
    const { bridge } = classification;
    if (!bridge || !whole) return null;
    const count = bridge.periods;
    const end = whole.from + whole.count;
    const before = whole.count - 2 * count;
    return {
      opening: { from: end - 2 * count, count },
      closing: { from: end - count, count },
      earlier: before > 0 ? { from: whole.from, count: before } : null,
    };
  }

  moneyIn(window: "opening" | "closing"): BlockColumn {
    const { ground } = this;
    const span = this.bridge![window];
    const contentOf = (client: number) => ground.rounded(f`SUM(${ground.periodsOf(client, span)})`);
    return this.column(ground.words.report.movement.steps[window], contentOf, money);
  }

  get change(): BlockColumn {
    const [opening, closing] = [this.moneyIn("opening"), this.moneyIn("closing")];
    return this.column(
      this.ground.words.report.movement.listHeaders.change,
      (_, line) => this.ground.rounded(f`${closing.cell(line)}-${opening.cell(line)}`),
      money,
    );
  }

  private boughtIn(client: number, span: Span): Formula {
    return f`COUNTIF(${this.ground.periodsOf(client, span)},">0")>0`;
  }

  /** 1 where the client bought in both windows. */
  get kept(): BlockColumn {
    const { opening, closing } = this.bridge!;
    const contentOf = (client: number) =>
      f`IF(AND(${this.boughtIn(client, opening)},${this.boughtIn(client, closing)}),1,0)`;
    return this.column(this.words.kept, contentOf, "0");
  }

  get kind(): BlockColumn {
    const { ground, bridge } = this;
    const { kinds } = ground.words.report.movement;
    const { opening, closing, earlier } = bridge!;
    const [before, now] = [this.moneyIn("opening"), this.moneyIn("closing")];
    return this.column(ground.words.report.movement.listHeaders.kind, (client, line) => {
      const [from, to] = [before.cell(line), now.cell(line)];
      const changed = f`IF(${to}>${from},${kinds.growth},IF(${to}<${from},${kinds.decline},IF(${from}=0,${kinds.none},${kinds.same})))`;
      const came = earlier
        ? f`IF(${this.boughtIn(client, earlier)},${kinds.returned},${kinds.new})`
        : f`${kinds.new}`;
      return f`IF(${this.boughtIn(client, closing)},IF(${this.boughtIn(client, opening)},${changed},${came}),IF(${this.boughtIn(client, opening)},${kinds.lost},${changed}))`;
    });
  }

  /** What clients of a kind changed by, or how many they are, for whom the other test holds as well. */
  ofKind(kind: KindName, also: Operand, values: BlockColumn | null): Formula {
    const test = f`EXACT(${this.kind.all},${this.ground.words.report.movement.kinds[kind]})`;
    const parts = [test, ...(also === 1 ? [] : [also]), values ? values.all : 1];
    return f`SUMPRODUCT(${joined(parts, "*")})`;
  }

  /** Position of the last purchase among all complete periods, from 1; 0 without one. */
  lastPurchase(span: Span): BlockColumn {
    const { ground } = this;
    return this.column(
      this.words.lastPurchase,
      (client) => {
        const own = ground.periodsOf(client, span);
        const first = { ...own, columns: 1 };
        return f`SUMPRODUCT(MAX((${own}>0)*(COLUMN(${own})-COLUMN(${first})+1)))`;
      },
      "0",
    );
  }

  /** The one group of each client; null where a client stands in several, or not with all of its money. */
  groups(by: Membership): BlockColumn | null {
    let column = this.#groups.get(by);
    if (column === undefined) this.#groups.set(by, (column = this.groupsColumn(by)));
    return column;
  }

  private groupsColumn(by: Membership): BlockColumn | null {
    const { ground } = this;
    const { portfolio } = ground.classification;
    const membership = portfolio[by];
    if (!membership) return null;
    const group = new Int32Array(portfolio.clients.length).fill(-1);
    for (const [pair, client] of membership.client.entries()) {
      if (group[client] >= 0 || membership.amount[pair] !== portfolio.amounts[client]) return null;
      group[client] = membership.group[pair];
    }
    const title = by === "managers" ? ground.words.report.manager : ground.words.report.department;
    return this.column(title, (client) => (group[client] < 0 ? null : group[client] + 1), "0");
  }
}

const positiveSum = (amounts: Operand): Formula => f`SUMPRODUCT(ABS(${amounts})+${amounts})/2`;

/** Clients from the largest value to the smallest, and the line of each. */
function ranking(values: Float64Array): { order: Uint32Array; lineOf: Int32Array } {
  const order = descendingOrder(values);
  const lineOf = new Int32Array(order.length);
  order.forEach((client, line) => (lineOf[client] = line));
  return { order, lineOf };
}
