/** Empty columns beside a list, in which people score its clients (methods §5). */
import { Problem } from "../../portfolio";
import { asText, type Area, type CellValue, entered } from "../cells/cell-value";
import { setLook, undressHeader } from "../columns/new-column-look";
import { settleWidths } from "../columns/widths/settle-widths";
import { asOwnWork } from "../following/own-work";
import { headerLook, headerLookOf } from "../source/obstacles/header-look";
import { firstCellOf, resultColumnOf } from "../marks/own-names";
import {
  commentOfBegun,
  freeScoreNumber,
  marksScores,
  nameOfScores,
  scoreComment,
  scoreWidth,
} from "../marks/score-marks";
import { problemOf } from "../office-problem";
import type { SourceReference } from "../operations";
import { withMapping, mappingKept } from "../settings/list-settings";
import { changeLists } from "../settings/save-settings";
import { isSameExtent, queueExtent } from "../source/list-extent";
import { addressOfArea, identityOfPlace, type ListPlace } from "../source/list-place";
import { besideOwn, columnAfter, requireWritable } from "../source/obstacles/obstacles";
import { readSource, type Source } from "../source/source";
import { structureRefusal } from "../source/obstacles/what-refuses";
import { settleBegunScores } from "./begun-scores";
import { giveHersBack, queueReplaced } from "./own-validations";
import { herLook } from "./her-look";
import { folded, type WantedCriterion } from "./ready-criteria";
import { type ScoreRule, validate } from "./score-validation";
import { type BegunColumn, takeBegunBack } from "./take-begun-back";
import { bodyOf, findScoreColumns } from "./find-scores";

export interface ScoreColumnsRequest extends ScoreRule {
  source: SourceReference;
  criteria: readonly WantedCriterion[];
}

/** What adding score columns left behind: all that is needed to undo it. */
export interface ScoreColumnsTrace {
  /** Names that mark the columns. */
  scoreColumns: readonly string[];
  activeSheet: string;
}

/**
 * Puts empty columns with a validation behind a list, each marked as ours; what the list has a column for is left out. No cell in
 * which anything stands, and no validation of the user's, is touched: where there is no room, nothing is done.
 *
 * @returns null when the list has all of the columns already
 * @throws Problem cellsToTheRight, filterActive, protectedSheet, protectedWorkbook, sourceChanged …, and nothing else
 */
export async function addScoreColumns(request: ScoreColumnsRequest): Promise<ScoreColumnsTrace | null> {
  try {
    return await asOwnWork(() =>
      Excel.run((context) =>
        add(context, request).catch(async (error: unknown) => {
          throw (await structureRefusal(context, error)) ?? error;
        }),
      ),
    );
  } catch (error) {
    throw problemOf(error);
  }
}

async function add(
  context: Excel.RequestContext,
  request: ScoreColumnsRequest,
): Promise<ScoreColumnsTrace | null> {
  await settleBegunScores(context, request.source, (header, body) => {
    const criterion = request.criteria.find((each) => each.header === header);
    if (criterion) validate(body.dataValidation, criterion, request);
    return criterion !== undefined;
  });
  const source = await readSource(context, { source: request.source, isRun: true });
  const { place, obstacles, room, workbook, list } = source;
  const parted = await headersBeside(context, source);
  const taken = new Set([...list.columns.map(({ header }) => String(header)), ...parted].map(folded));
  const criteria = request.criteria.filter(({ header }) => !taken.has(folded(header)));
  if (criteria.length === 0) return null;
  if (workbook.structureProtected) throw new Problem({ kind: "protectedWorkbook" });
  // Where ours are what stands nearest nothing else comes nearer.
  requireWritable(obstacles, place, criteria.length, parted.length > 0 ? 0 : besideOwn.scores);
  const target: Area = {
    top: Math.max(0, place.area.top),
    left: columnAfter(place),
    rowCount: place.area.rowCount - (place.area.top < 0 ? 1 : 0),
    columnCount: criteria.length,
  };
  const { names } = context.workbook;
  names.load("items/name,items/formula");
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  const cells = () => sheet.getRangeByIndexes(target.top, target.left, target.rowCount, target.columnCount);
  const used = cells().getUsedRangeOrNullObject(true).load("rowIndex");
  const { dataValidation } = cells();
  dataValidation.load("type");
  const askWidths = () =>
    criteria.map((_, i) =>
      sheet.getRangeByIndexes(target.top, target.left + i, 1, 1).format.load("useStandardWidth,columnWidth"),
    );
  let widths = askWidths();
  await context.sync();
  const address = addressOfArea(place.sheet, target);
  if (!used.isNullObject) throw new Problem({ kind: "cellsToTheRight", address });
  const isForeign = !place.table && dataValidation.type !== "None";
  if (isForeign) throw new Problem({ kind: "cellsToTheRight", address });
  const isLost = names.items.some(
    ({ name, formula }) =>
      (marksScores(name) || resultColumnOf(name)?.list === place.id) && !firstCellOf(String(formula)),
  );
  if (isLost && (await settleWidths(context, place)) > 0) {
    widths = askWidths();
    await context.sync();
  }
  const header = await herLook(context, source, names.items);
  const first = freeScoreNumber(names.items.map(({ name }) => name));
  const columns = criteria.map((criterion, i) => ({
    ...criterion,
    name: nameOfScores(first + i),
    width: widths[i].useStandardWidth || widths[i].columnWidth === 0,
    hidden: widths[i].columnWidth === 0,
    look: place.table !== null || !room.formatted,
  }));
  const added = columns.map(({ name }) => name);
  let written: WrittenScores = "unknown";
  try {
    written = await write(context, { ...source, room: { ...room, header } }, target, columns, request);
    const stands = written === "stands" || (written === "changed" && (await isScored(context, added)));
    if (!stands)
      throw new Problem({ kind: "sourceChanged", address: addressOfArea(place.sheet, place.area) });
    await keepRoles(context, source, columns);
  } catch (error) {
    // What Excel did of a request that failed, or should not have been done, goes again.
    const left = await takeBegunBack(context, source, target, columns);
    throw left ?? (await structureRefusal(context, error)) ?? problemOf(error, place.sheet, true);
  }
  const { sheets, active } = workbook;
  return {
    scoreColumns: added,
    activeSheet: sheets.find(({ name }) => name === active.sheet)!.id,
  };
}

/** Headers of columns for scores that somebody has parted from the list by a blank column: the list ends before them. */
async function headersBeside(context: Excel.RequestContext, { place }: Source): Promise<readonly string[]> {
  if (place.table) return [];
  const names = context.workbook.names.load("items/name");
  await context.sync();
  const marks = names.items.flatMap(({ name }) => (marksScores(name) ? [name] : []));
  if (marks.length === 0) return [];
  return (await findScoreColumns(context, marks))
    .filter(({ sheetId, table }) => sheetId === place.sheetId && table === null)
    .filter(({ area }) => area.top === place.area.top && area.left >= columnAfter(place))
    .map(({ shown }) => shown);
}

/** What has become of new columns: "changed" where their cells were free, and the list is not what it was. */
type WrittenScores = "stands" | "changed" | "occupied" | "unknown";

/** Whether somebody has begun to score already: the columns stay, whatever has become of the list. */
const isScored = async (context: Excel.RequestContext, added: readonly string[]): Promise<boolean> =>
  (await findScoreColumns(context, added)).some(({ filled }) => filled !== null);

interface NewColumn extends WantedCriterion, BegunColumn {}

/**
 * One request that writes, after it has asked once more whether the cells are free.
 * @returns what has become of them; where they were not free, what somebody typed, or lets be typed, there in the last moment stands
 * again
 */
async function write(
  context: Excel.RequestContext,
  source: Source,
  target: Area,
  columns: readonly NewColumn[],
  request: ScoreColumnsRequest,
): Promise<WrittenScores> {
  const { place, room } = source;
  const { names } = context.workbook;
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  const table = place.table && context.workbook.tables.getItem(place.table.id);
  const marked = (name: string) => names.getItem(name).getRange();
  if (!table && !(await markFree(context, sheet, target, columns))) return "occupied";
  const extent = queueExtent(context, place);
  const top = sheet.getRangeByIndexes(target.top, place.area.left, 1, place.area.columnCount).load("values");
  const before = table ? null : columns.map(({ name }) => marked(name).load("formulas"));
  const replaced = table ? [] : columns.map(({ name }) => queueReplaced(() => bodyOf(marked(name))));
  // Where nobody may add a mark, the request stops before a column comes that could not be marked.
  if (table) {
    names.add(columns[0].name, table.getRange().getCell(0, 0));
    names.getItem(columns[0].name).delete();
  }
  const headers = columns.map((column) => {
    // Until it is marked the header of a table's column is the mark's name, which nobody else uses.
    const ofTable = table?.columns.add(undefined, undefined, column.name);
    const whole = ofTable ? ofTable.getRange() : marked(column.name);
    if (ofTable) names.add(column.name, whole, scoreComment(column, false)).visible = false;
    else names.getItem(column.name).comment = scoreComment(column, false);
    const hasHeader = !place.table || place.table.hasHeaders;
    const header = whole.getCell(0, 0);
    const look =
      column.look && !table
        ? {
            used: marked(column.name).getUsedRangeOrNullObject(false).load("rowIndex"),
            before: marked(column.name).getCell(0, 0).format.load(headerLook),
          }
        : null;
    if (hasHeader) header.values = [[asText(column.header)]];
    else ofTable!.name = column.header;
    if (column.look && room.header) setLook(whole.getCell(0, 0).format, room.header);
    if (column.look) header.format.wrapText = true;
    const body = hasHeader ? bodyOf(whole) : whole;
    validate(body.dataValidation, column, request);
    // Excel lets it take over those of the column left of it.
    if (ofTable) whole.conditionalFormats.clearAll();
    const width = column.width ? whole.getCell(0, 0).format.load("columnWidth,useStandardWidth") : null;
    // It shows a hidden column, too.
    if (column.width) header.format.columnWidth = scoreWidth;
    names.getItem(column.name).comment = scoreComment(column);
    return { column, header, width, look };
  });
  await context.sync();
  await giveLooksBack(context, headers);
  const cells = (before ?? []).map(({ formulas }) => formulas as CellValue[][]);
  const hasRules = giveHersBack(replaced);
  if (!hasRules && cells.every((column) => column.every(([cell]) => cell === "")))
    // A column of a table is whole, whatever rows have come and gone.
    return table || (isSameExtent(extent, place) && isHeaderRow(place, top.values[0] as CellValue[]))
      ? "stands"
      : "changed";
  // Above what was typed there nothing of ours stays, neither instead of her header nor where she gave none.
  headers.forEach(({ header }, i) => {
    const [[typed]] = cells[i];
    if (typed !== "") header.formulas = [[entered(typed)]];
    else if (cells[i].some(([cell]) => cell !== "")) header.clear("Contents");
  });
  await context.sync();
  return "occupied";
}

/** Whether the headers still stand in a row: one may go and another come above the list. Somebody may have renamed some of them. */
const isHeaderRow = ({ area, headers }: ListPlace, cells: readonly CellValue[]): boolean =>
  headers.some(({ position, value }) => value !== "" && cells[position - area.left] === value);

/** A column as it was written, with what it looked like just before. */
interface WrittenColumn {
  column: NewColumn;
  header: Excel.Range;
  width: Excel.RangeFormat | null;
  look: { used: Excel.Range; before: Excel.RangeFormat } | null;
}

/**
 * Where columns have moved since it was asked what they look like, a width that is not Excel's own, and formats, are the user's; and
 * so it is where she has hidden or shown a column. One round trip where there are some.
 */
async function giveLooksBack(
  context: Excel.RequestContext,
  written: readonly WrittenColumn[],
): Promise<void> {
  const isHerWidth = ({ width }: WrittenColumn) => width?.useStandardWidth === false && width.columnWidth > 0;
  const isHerLook = ({ look }: WrittenColumn) => look?.used.isNullObject === false;
  const isHidden = ({ width }: WrittenColumn) => width?.columnWidth === 0;
  const hers = written.filter(
    (each) => isHerWidth(each) || isHerLook(each) || isHidden(each) !== each.column.hidden,
  );
  if (hers.length === 0) return;
  for (const each of hers) {
    const { column, header, width, look } = each;
    if (isHerLook(each)) undressHeader(header, headerLookOf(look!.before));
    if (isHerWidth(each)) header.format.columnWidth = width!.columnWidth;
    context.workbook.names.getItem(column.name).comment = scoreComment({
      ...column,
      width: column.width && !isHerWidth(each),
      look: column.look && !isHerLook(each),
      hidden: isHidden(each),
    });
  }
  await context.sync();
}

/**
 * Marks the cells beside a region that are to be columns, before anything is written: from then on they are found by their marks.
 * @returns whether they are free; where somebody has moved something there, the marks go again
 */
async function markFree(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { top, left, rowCount }: Area,
  columns: readonly NewColumn[],
): Promise<boolean> {
  const { names } = context.workbook;
  const cells = columns.map((column, i) => {
    const range = sheet.getRangeByIndexes(top, left + i, rowCount, 1).load("formulas,dataValidation/type");
    // A column of hers may have moved there: as long as nothing is written nothing of its look is ours.
    names.add(column.name, range, commentOfBegun(column)).visible = false;
    return range;
  });
  await context.sync();
  const isFree = ({ formulas, dataValidation }: Excel.Range) =>
    dataValidation.type === "None" && formulas.every(([cell]) => cell === "");
  if (cells.every(isFree)) return true;
  for (const { name } of columns) names.getItem(name).delete();
  await context.sync();
  return false;
}

/** Where the user has chosen what the columns mean, the new ones are part of that; else they are proposed once scores stand in them. */
async function keepRoles(
  context: Excel.RequestContext,
  { place, workbook }: Source,
  columns: readonly NewColumn[],
): Promise<void> {
  const identity = identityOfPlace(place);
  const chosen = mappingKept(workbook.settings, identity);
  if (!chosen) return;
  const roles = columns.map(({ axis, header }) => ({ header, role: axis }));
  const mapping = { ...chosen, columns: [...chosen.columns, ...roles] };
  await changeLists(context, (stored) => withMapping(stored, identity, mapping));
}
