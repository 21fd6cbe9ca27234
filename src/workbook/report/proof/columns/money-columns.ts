/** The clients' money, their shares and their status (methods §2, §8). */
import type { BlockColumn } from "../block";
import { f, type Formula, joined, meets, type Operand, type Reference } from "../formula";
import type { Ground } from "../ground";
import { MadeColumns, money, percent } from "./made-columns";

export abstract class MoneyColumns extends MadeColumns {
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
  protected nobodyIn(starts: readonly string[]): Formula | null {
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

  protected added(columns: Ground["read"]["costs"], client: number): Formula {
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

  protected profitOrNothing(): BlockColumn {
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
  protected get keyAmount(): { value: Operand; inclusive: boolean } | null {
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
}

export const positiveSum = (amounts: Operand): Formula => f`SUMPRODUCT(ABS(${amounts})+${amounts})/2`;
