/** How clients order: with or without pauses, in even or uneven amounts (methods §4, demand pattern). */
import type { BlockColumn } from "../block";
import { atLeast, f, type Formula, positionsIn } from "../formula";
import { INTERVAL_CUT, VARIATION_CUT } from "../../../../analysis";
import { XyzColumns } from "./xyz-columns";

export abstract class DemandColumns extends XyzColumns {
  /** Periods from the first to the last purchase, both counted, per purchase; "" below two purchases or three counted periods. */
  private get interval(): BlockColumn {
    const { ground, counted } = this;
    const window = this.window!;
    return this.column(
      this.words.interval,
      (client, line) => {
        const own = ground.periodsOf(client, window);
        const place = positionsIn(own);
        const last = f`SUMPRODUCT(MAX((${own}>0)*(${place}+1)))`;
        const since = f`SUMPRODUCT(MAX((${own}>0)*(${window.count}-(${place}))))`;
        const purchases = f`COUNTIF(${own},">0")`;
        const isUnknown = f`OR(${counted.cell(line)}<3,${purchases}<2)`;
        return f`IF(${isUnknown},"",(${last}+${since}-${window.count})/${purchases})`;
      },
      "0.00",
    );
  }

  /** Squared coefficient of variation of the purchases, divisor n − 1; "" where there is no interval. */
  private get squaredVariation(): BlockColumn {
    const { ground, interval } = this;
    const window = this.window!;
    return this.column(
      this.words.squaredVariation,
      (client, line) => {
        const own = ground.periodsOf(client, window);
        const purchases = f`COUNTIF(${own},">0")`;
        const mean = f`SUMIF(${own},">0")/${purchases}`;
        const squares = f`SUMPRODUCT((${own}>0)*(${own}-${mean})^2)`;
        return f`IF(ISNUMBER(${interval.cell(line)}),${squares}/(${purchases}-1)/(${mean})^2,"")`;
      },
      "0.00",
    );
  }

  /** The pattern in words; null where steadiness is not judged in periods that stand side by side. */
  get demand(): BlockColumn | null {
    if (!this.window) return null;
    const { interval, squaredVariation } = this;
    const { names, none, headers } = this.ground.words.report.abcXyz.demand;
    return this.column(headers.pattern, (_, line): Formula => {
      const isRare = atLeast(interval.cell(line), INTERVAL_CUT);
      const isVaried = atLeast(squaredVariation.cell(line), VARIATION_CUT);
      const rare = f`IF(${isVaried},${names.lumpy},${names.intermittent})`;
      const often = f`IF(${isVaried},${names.erratic},${names.smooth})`;
      return f`IF(ISNUMBER(${interval.cell(line)}),IF(${isRare},${rare},${often}),${none.name})`;
    });
  }
}
