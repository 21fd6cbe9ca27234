/** How steadily clients buy, and their classes XYZ (methods §4). */
import type { BlockColumn, BlockContent } from "../block";
import { above, atLeast, f, positionsIn } from "../formula";
import type { Span } from "../ground";
import { AbcColumns } from "./abc-columns";
import { percent } from "./made-columns";

export abstract class XyzColumns extends AbcColumns {
  /** Whether steadiness is judged in periods that stand side by side. */
  get window(): Span | null {
    const { policy } = this.ground.classification;
    if (policy.xyz.step === "quarter") return null;
    return this.ground.spanOf(this.ground.read.window);
  }

  /** Counted periods (methods §1). */
  protected get counted(): BlockColumn {
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
        const mean = f`SUM(${own})/${count}`;
        const squares = f`SUMPRODUCT((${positionsIn(own)}>=${window.count}-${count})*(${own}-${mean})^2)`;
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
}
