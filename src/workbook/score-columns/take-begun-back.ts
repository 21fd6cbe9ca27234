/** What becomes of columns for scores that did not come whole. */
import { Problem } from "../../portfolio";
import type { Area, CellValue } from "../cells/cell-value";
import { readScoreComment, scoreComment, type ScoreMark } from "../marks/score-marks";
import { addressOfArea } from "../source/list-place";
import type { Source } from "../source/source";
import { whatRefuses } from "../source/obstacles/what-refuses";
import { undress } from "../source/obstacles/header-look";
import { giveOwnWidthBack, scoredRowsOf, type ScoreColumn } from "./find-scores";
import { clearOwnValidations } from "./own-validations";
import { takeFoundBack, takeScoresBack } from "./take-scores-back";
import { findUnmarkedScores } from "./unmarked-scores";

/** A column that comes, with what its mark says of it. */
export interface BegunColumn extends ScoreMark {
  /** Of its mark. */
  name: string;
}

/**
 * Takes columns away that did not come whole. Where Excel refuses that, they are marked as begun, so that adding columns again takes
 * them away or makes them whole.
 *
 * @param target the cells in which they were to stand
 * @returns what says which of them may stand all the same; null where nothing of ours is left
 */
export async function takeBegunBack(
  context: Excel.RequestContext,
  source: Source,
  target: Area,
  columns: readonly BegunColumn[],
): Promise<Problem | null> {
  const { place } = source;
  let left: Left | null;
  try {
    left = await takeAway(context, source, columns);
  } catch {
    left = await keepAsBegun(context, source, columns).catch(() => ({
      headers: columns.map(({ header }) => header),
      area: null,
    }));
  }
  if (left === null) return null;
  return new Problem({
    kind: "scoresLeft",
    address: addressOfArea(place.sheet, left.area ?? target),
    headers: left.headers,
    reason: await whatRefuses(context, place.sheetId),
  });
}

/** Headers of ours that stand, or may, and where; `area` null: where they were to come. */
interface Left {
  headers: readonly string[];
  area: Area | null;
}

async function takeAway(
  context: Excel.RequestContext,
  { place }: Source,
  columns: readonly BegunColumn[],
): Promise<Left | null> {
  const added = columns.map(({ name }) => name);
  const taken = await takeScoresBack(context, added);
  // Somebody has begun to score: adding columns again makes it whole.
  const isScored = ({ filled, shown, header }: ScoreColumn) => filled !== null && shown === header;
  const scored = taken.staying.filter(isScored);
  for (const column of scored) {
    context.workbook.names.getItem(column.name).comment = scoreComment(column, false);
  }
  const staying = taken.staying.filter((column) => !isScored(column));
  // Cells into which somebody typed before our request came: they are the user's, with nothing of ours on them.
  const wholeOf = ({ name }: ScoreColumn) => context.workbook.names.getItem(name).getRange();
  const formats = staying.map((column) => wholeOf(column).format.load("columnWidth"));
  if (taken.staying.length > 0) await context.sync();
  staying.forEach((column, i) => {
    const whole = wholeOf(column);
    giveOwnWidthBack(column, whole.getCell(0, 0), formats[i]);
    if (column.look && !place.table && !column.isHeadless) undress(whole.getCell(0, 0));
  });
  await clearOwnValidations(
    context,
    staying.flatMap((column) => scoredRowsOf(column, () => wholeOf(column)) ?? []),
  );
  for (const { name } of staying) context.workbook.names.getItem(name).delete();
  if (staying.length > 0) await context.sync();
  // Excel may have stopped between a table's column and its mark.
  const unmarked = place.table ? await findUnmarkedScores(context) : [];
  const begun = await takeFoundBack(
    context,
    unmarked.filter(({ name }) => added.includes(name)),
  );
  // Those into which somebody typed in the moment in which they went came again.
  const came = [...taken.stays.slice(taken.staying.length), ...begun.stays].flatMap((stay) =>
    "header" in stay && typeof stay.header === "string" ? [stay.header] : [],
  );
  const again = [...scored.map(({ header }) => header), ...came];
  return again.length === 0 ? null : { headers: again, area: null };
}

/**
 * A sheet that somebody protected in the last moment refuses everything but names: marks of columns whose header, the first
 * thing that is written, is not there go again; the others say that their columns are begun.
 */
async function keepAsBegun(
  context: Excel.RequestContext,
  { place }: Source,
  columns: readonly BegunColumn[],
): Promise<Left | null> {
  const { names, tables } = context.workbook;
  const marks = columns.map((column) => {
    const mark = names.getItemOrNullObject(column.name).load("comment");
    return { column, mark, range: mark.getRangeOrNullObject().load(`formulas,${position}`) };
  });
  const ofTable = place.table ? tables.getItemOrNullObject(place.table.id).columns.load("items/name") : null;
  await context.sync();
  const unmarked = (ofTable?.isNullObject === false ? ofTable.items : [])
    .map(({ name }) => name)
    .filter((name) => columns.some((column) => column.name === name));
  const standing = marks.filter(({ mark }) => !mark.isNullObject);
  const isBlank = ({ range }: (typeof marks)[number]) =>
    range.isNullObject || (range.formulas as CellValue[][]).every(([cell]) => cell === "");
  for (const { mark } of standing.filter(isBlank)) mark.delete();
  const left = standing.filter((each) => !isBlank(each));
  // It says what of the look is ours, as the request that wrote found it.
  for (const { mark } of left) mark.comment = scoreComment(readScoreComment(mark.comment), false);
  await context.sync();
  if (left.length + unmarked.length === 0) return null;
  const lefts = left.map(({ range }) => range.columnIndex);
  return {
    headers: [...left.map(({ column }) => column.header), ...unmarked],
    area:
      left.length === 0
        ? null
        : {
            top: left[0].range.rowIndex,
            left: Math.min(...lefts),
            rowCount: left[0].range.rowCount,
            columnCount: Math.max(...lefts) - Math.min(...lefts) + 1,
          },
  };
}

const position = "rowIndex,columnIndex,rowCount";
