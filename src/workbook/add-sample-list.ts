import { languageOf } from "../locales";
import { Problem, sampleHeaderRow, sampleList, sampleLooks, type SampleList } from "../portfolio";
import { asText, type CellValue } from "./cells/cell-value";
import { comingName, isComing } from "./marks/coming-sheets";
import { removeComing } from "./removal/remove-coming";
import { endOf, removeMarkedSheets, takenAway } from "./removal/marked-sheets";
import type { OwnContents } from "./removal/own-cells";
import { placeNameOf } from "./marks/own-names";
import { inSpiteOfTrouble, officeCode, problemOf } from "./office-problem";
import type { SourceReference } from "./operations";
import { asOwnWork } from "./following/own-work";
import { readWorkbookState, type WorkbookState } from "./source/workbook-state";
import { sampleTextsOf } from "../locales/sample-texts";

/**
 * Adds a sheet with the sample client list, a table, and shows it. A sample that was added before and that nobody has changed
 * since is shown instead; result columns and other columns beside it are no change.
 *
 * @param displayLanguage `Office.context.displayLanguage`, in any spelling: the language of the sample
 * @param onAdded told what it takes to undo it, when a sheet was added
 * @throws Problem protectedWorkbook, editMode …
 */
export async function addSampleList(
  displayLanguage: string,
  onAdded?: (trace: { sampleSheet: string; activeSheet: string }) => void,
): Promise<SourceReference> {
  let structureProtected = false;
  try {
    return await asOwnWork(({ made, shown }) =>
      Excel.run(async (context) => {
        const state = await readWorkbookState(context);
        ({ structureProtected } = state);
        const texts = sampleTextsOf[languageOf(displayLanguage)];
        const list = sampleList(texts);
        const existing = await untouchedSample(context, state, list);
        if (existing) {
          context.workbook.worksheets.getItem(existing.sheetId).activate();
          await context.sync();
          shown(existing.sheetId);
          return existing;
        }
        const reference = await addSheet(context, state, texts, list);
        made(reference.sheetId);
        const before = state.sheets.find(({ name }) => name === state.active.sheet)!;
        onAdded?.({ sampleSheet: reference.sheetId, activeSheet: before.id });
        return reference;
      }),
    );
  } catch (error) {
    if (structureProtected && officeCode(error) === "AccessDenied") {
      throw new Problem({ kind: "protectedWorkbook" });
    }
    throw problemOf(error);
  }
}

/** The formulas of the list, header row first, as Excel gives them back. */
const cellsOf = ({ columns, rows }: SampleList): CellValue[][] => [
  columns.map(({ header }) => header),
  ...rows.map((row) => row.map((cell) => cell ?? "")),
];

/** A table of this workbook that begins with the sample as it was added. */
async function untouchedSample(
  context: Excel.RequestContext,
  state: WorkbookState,
  list: SampleList,
): Promise<SourceReference | null> {
  const visible = new Map(state.sheets.filter(({ visible: seen }) => seen).map(({ name, id }) => [name, id]));
  const headers = list.columns.map(({ header }) => header);
  const tables = state.tables
    .filter(({ sheet }) => visible.has(sheet))
    .map(({ id, sheet }) => ({
      id,
      sheet,
      columns: context.workbook.tables.getItem(id).columns.load("items/name"),
      range: context.workbook.tables.getItem(id).getRange().load("rowCount"),
    }));
  if (tables.length === 0) return null;
  await context.sync();
  const alike = tables
    .filter(
      ({ columns, range }) =>
        range.rowCount === list.rows.length + 1 &&
        headers.every((header, i) => columns.items[i]?.name === header),
    )
    .map((table) => ({
      ...table,
      cells: table.range
        .getCell(0, 0)
        .getResizedRange(list.rows.length, headers.length - 1)
        .load("formulas"),
    }));
  if (alike.length === 0) return null;
  await context.sync();
  const wanted = cellsOf(list);
  const found = alike.find(({ cells }) =>
    wanted.every((row, r) => row.every((cell, c) => cells.formulas[r][c] === cell)),
  );
  return found ? { sheetId: visible.get(found.sheet)!, tableId: found.id } : null;
}

async function addSheet(
  context: Excel.RequestContext,
  { sheets, tables }: WorkbookState,
  texts: { newSheet: string; title: string; subtitle: string; table: string },
  list: SampleList,
): Promise<SourceReference> {
  const { workbook } = context;
  const names = workbook.names.load("items/name");
  await context.sync();
  const sheetName = freeName(
    texts.newSheet,
    " ",
    sheets.map(({ name }) => name),
  );
  const tableName = freeName(
    texts.table,
    "_",
    [...tables, ...names.items].map(({ name }) => name),
  );
  if (names.items.some(({ name }) => name === placeMark)) await clearCutOff(context, texts, list);
  if (sheets.some(({ name }) => isComing(name))) await removeComing(context);
  const sheet = workbook.worksheets.add(comingName(sheetName)).load("id");
  // Until the sheet is whole: should the run be cut off, another of that name may be somebody else's.
  names.add(placeMark, sheet.getRangeByIndexes(0, 0, 1, 1)).visible = false;
  sheet.name = sheetName;
  try {
    writeTexts(sheet, texts);
    const table = writeTable(sheet, list, tableName);
    dress(sheet, list);
    await context.sync();
    await inSpiteOfTrouble(context, () => {
      sheet.activate();
      names.getItem(placeMark).delete();
    });
    return { sheetId: sheet.id, tableId: table.id };
  } catch (error) {
    // What was added so far is taken away again; the first failure is the one to tell of.
    const away = await takenAway([sheetName], async () => {
      await removeComing(context);
      return removeMarkedSheets(context, [placeMark], { contents: contentsOf(texts, list) });
    });
    throw endOf(error, away);
  }
}

const placeMark = placeNameOf("keyfolio.sample");

interface HeadTexts {
  title: string;
  subtitle: string;
}

/** What is written from the mark on. */
function contentsOf({ title, subtitle }: HeadTexts, list: SampleList): OwnContents {
  const head = Array.from({ length: sampleHeaderRow }, (_, row) => [[title, subtitle][row] ?? ""]);
  return new Map([[placeMark, { rows: [...head, ...cellsOf(list)] }]]);
}

/** Takes away what an earlier run left that was cut off before the list was a table; a whole one is the user's by now. */
async function clearCutOff(context: Excel.RequestContext, texts: HeadTexts, list: SampleList): Promise<void> {
  const mark = context.workbook.names.getItem(placeMark);
  const place = mark.getRangeOrNullObject().load("rowIndex");
  await context.sync();
  if (!place.isNullObject) {
    const tables = place.worksheet.tables.load("items/name");
    await context.sync();
    if (tables.items.length === 0) {
      const left = await removeMarkedSheets(context, [placeMark], { contents: contentsOf(texts, list) });
      if (left.length === 0) return;
    }
  }
  mark.delete();
  await context.sync();
}

function writeTexts(sheet: Excel.Worksheet, { title, subtitle }: HeadTexts): void {
  const head = sheet.getRange("A1:A2");
  head.values = [[asText(title)], [asText(subtitle)]];
  const { font } = sheet.getRange("A1").format;
  [font.size, font.bold, font.color] = [16, true, "#1F3A4D"];
  sheet.getRange("A2").format.font.color = "#6B7780";
}

function writeTable(sheet: Excel.Worksheet, list: SampleList, name: string): Excel.Table {
  const { rows, columns } = list;
  const range = sheet.getRangeByIndexes(sampleHeaderRow, 0, rows.length + 1, columns.length);
  range.formulas = cellsOf(list).map((row) =>
    row.map((cell) => (typeof cell === "string" && !cell.startsWith("=") ? asText(cell) : cell)),
  );
  const table = sheet.tables.add(range, true).load("id");
  table.name = name;
  table.style = "TableStyleLight9";
  return table;
}

function dress(sheet: Excel.Worksheet, { rows, columns }: SampleList): void {
  const header = sheet.getRangeByIndexes(sampleHeaderRow, 0, 1, columns.length).format;
  header.fill.color = "#1F5C7A";
  [header.font.bold, header.font.color] = [true, "#FFFFFF"];
  [header.wrapText, header.rowHeight] = [true, 45];
  [header.verticalAlignment, header.horizontalAlignment] = ["Center", "Center"];
  for (let left = 0, next; left < columns.length; left = next) {
    const { kind } = columns[left];
    next = columns.findIndex((column, i) => i > left && column.kind !== kind);
    if (next < 0) next = columns.length;
    const { width, numberFormat, centered, bold } = sampleLooks[kind];
    const body = sheet.getRangeByIndexes(sampleHeaderRow + 1, left, rows.length, next - left);
    sheet.getRangeByIndexes(0, left, 1, next - left).format.columnWidth = width;
    if (numberFormat) {
      body.numberFormat = rows.map(() => new Array<string>(next - left).fill(numberFormat));
    }
    if (centered) body.format.horizontalAlignment = "Center";
    if (bold) body.format.font.bold = true;
  }
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, sampleHeaderRow + 1, 1));
  sheet.tabColor = "#1F5C7A";
}

/** Excel tells names apart without regard to case. */
function freeName(name: string, between: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((each) => each.toLowerCase()));
  let free = name;
  for (let number = 2; lower.has(free.toLowerCase()); number++) free = `${name}${between}${number}`;
  return free;
}
