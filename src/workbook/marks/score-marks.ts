import { firstCellOf, type OwnName } from "./own-names";

/**
 * A column for scores that Keyfolio put beside a list bears a hidden name, `keyfolio.score.<number>`, on its header and rows: a name
 * follows its cells. Its comment says what of the column's look is ours, and the header as it was written.
 */
const scoreName = /^keyfolio\.score\.(\d+)$/i;

export const marksScores = (name: string): boolean => scoreName.test(name);

export const nameOfScores = (number: number): string => `keyfolio.score.${number}`;

/** Cells in which marks of columns for scores begin, by names of the workbook whose formulas are loaded. */
export const scoreHeadersIn = ({ items }: Excel.NamedItemCollection): NonNullable<OwnName["cell"]>[] =>
  items.flatMap(({ name, formula }) => {
    const cell = marksScores(name) ? firstCellOf(String(formula)) : null;
    return cell ? [cell] : [];
  });

/** The first number that no column of scores bears. */
export function freeScoreNumber(names: readonly string[]): number {
  return 1 + Math.max(0, ...names.map((name) => Number(scoreName.exec(name)?.[1] ?? 0)));
}

/** What a mark says of its column. */
export interface ScoreMark {
  /** As it was written. */
  header: string;
  /** Whether Keyfolio set the width, and the look of the header. */
  width: boolean;
  look: boolean;
  /** The column was hidden before, and is shown for what people write there. */
  hidden: boolean;
}

/** @param isWritten false until header and validation stand */
export const scoreComment = ({ header, width, look, hidden }: ScoreMark, isWritten = true): string =>
  `${hidden ? "h" : width ? "w" : "-"}${look ? "l" : "-"}${isWritten ? " " : begun}${header}`;

const begun = "?";

/** Of a column that is begun, and of whose look nothing is ours. */
export const commentOfBegun = ({ header }: Pick<ScoreMark, "header">): string =>
  scoreComment({ header, width: false, look: false, hidden: false }, false);

/** Whether a run was cut off on the column, by the comment of its mark. */
export const isBegun = (comment: string): boolean => comment[2] === begun;

export const readScoreComment = (comment: string): ScoreMark => ({
  width: /^[wh]/.test(comment),
  hidden: comment.startsWith("h"),
  look: comment[1] === "l",
  header: comment.slice(3),
});

/** Width in points that shows a header in a few lines. */
export const scoreWidth = 96;
