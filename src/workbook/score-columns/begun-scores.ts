import { isBegun, marksScores, readScoreComment, scoreComment } from "../marks/score-marks";
import type { SourceReference } from "../operations";
import { clearOwnValidations, giveHersBack, queueReplaced, type ReplacedValidation } from "./own-validations";
import { findScoreColumns, giveOwnWidthBack, scoredRowsOf, type ScoreColumn } from "./find-scores";
import { takeFoundBack, takeScoresBack } from "./take-scores-back";
import { findUnmarkedScores } from "./unmarked-scores";

/**
 * Takes away what a run that Excel cut off for good has left: columns whose cells take anything yet, and in a table one that has no
 * mark yet, as long as nobody has typed into them. Columns in which scores stand are made whole. So goes what is left of columns that
 * somebody has emptied. One round trip where no column has a mark.
 *
 * @param complete queues what makes the rows below a header take scores only; false where it does not know the header
 * @throws errors of Office.js
 */
export async function settleBegunScores(
  context: Excel.RequestContext,
  { tableId }: SourceReference,
  complete: (header: string, body: Excel.Range) => boolean,
): Promise<void> {
  const { names, tables } = context.workbook;
  names.load("items/name,items/comment");
  const columns = tableId === null ? null : tables.getItemOrNullObject(tableId).columns.load("items/name");
  await context.sync();
  const marked = new Set(names.items.map(({ name }) => name.toLowerCase()));
  const isUnmarked = ({ name }: Excel.TableColumn) => marksScores(name) && !marked.has(name.toLowerCase());
  const hasUnmarked = columns?.isNullObject === false && columns.items.some(isUnmarked);
  const marks = names.items.filter(({ name }) => marksScores(name));
  const begun = marks.filter(({ comment }) => isBegun(comment));
  const emptied = await findEmptied(
    context,
    marks.filter((mark) => !begun.includes(mark)),
  );
  if (hasUnmarked) {
    const unmarked = await findUnmarkedScores(context);
    await takeFoundBack(
      context,
      unmarked.filter(({ table }) => table?.id === tableId),
    );
  }
  if (begun.length + emptied.length === 0) return;
  const { staying, referred } = await takeScoresBack(context, [...begun.map(({ name }) => name), ...emptied]);
  // Those over which somebody has typed another header are hers.
  const isHers = ({ shown, header }: ScoreColumn) => shown !== header;
  const rowsNow = (column: ScoreColumn) => scoredRowsOf(column, () => names.getItem(column.name).getRange());
  const hers = staying.filter(isHers);
  const wholeOf = ({ name }: ScoreColumn) => names.getItem(name).getRange();
  const formats = hers.map((column) => wholeOf(column).format.load("columnWidth"));
  if (hers.length > 0) await context.sync();
  hers.forEach((column, i) => giveOwnWidthBack(column, wholeOf(column).getCell(0, 0), formats[i]));
  await clearOwnValidations(
    context,
    hers.flatMap((column) => rowsNow(column) ?? []),
  );
  const replaced: ReplacedValidation[] = [];
  for (const column of [...staying, ...referred]) {
    const { name, header } = column;
    const mark = names.getItem(name);
    if (isHers(column)) {
      mark.delete();
      continue;
    }
    const rows = rowsNow(column);
    if (rows) replaced.push(queueReplaced(rows));
    const isKnown = rows !== null && complete(header, rows());
    if (isKnown)
      mark.comment = scoreComment(readScoreComment(begun.find((each) => each.name === name)!.comment));
  }
  await context.sync();
  if (giveHersBack(replaced)) await context.sync();
}

/** Marks of columns beside a region that somebody has emptied, header and all: what they take only is left there. */
async function findEmptied(
  context: Excel.RequestContext,
  marks: readonly Excel.NamedItem[],
): Promise<readonly string[]> {
  if (marks.length === 0) return [];
  const found = await findScoreColumns(
    context,
    marks.map(({ name }) => name),
  );
  return found.flatMap(({ name, table, shown, filled }) =>
    table === null && shown === "" && filled === null ? [name] : [],
  );
}
