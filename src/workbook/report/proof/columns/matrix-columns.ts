/** Scores and quadrants of the matrix (methods §5). */
import { weightOf } from "../../../../portfolio";
import type { BlockColumn, BlockContent } from "../block";
import { atLeast, f, joined, type Operand } from "../formula";
import { DemandColumns } from "./demand-columns";

export abstract class MatrixColumns extends DemandColumns {
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

  protected cut(axis: "attractiveness" | "loyalty", scores: BlockColumn): Operand {
    const { classification, words } = this.ground;
    const cut = classification.policy.kaism[`${axis}Cut`];
    const title = `${this.words.cut}: ${words.report.matrix[axis]}`;
    if (cut === "mean") return this.whole(title, () => f`AVERAGE(${scores.all})`);
    if (cut === "median") return this.whole(title, () => f`MEDIAN(${scores.all})`);
    const { lowest, highest } = classification.policy.kaism.scale;
    if (cut === "middle") return this.whole(title, () => f`(${lowest}+${highest})/2`);
    return classification[`${axis}Cut`];
  }
}
