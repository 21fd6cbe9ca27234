/** What somebody typed into a page that is made again stays, below the page, with the address where it stood. */
import type { WrittenOver } from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";
import { namedCells } from "../../marks/named-cells";
import { heightRuns, joinRows } from "../paint/looks";
import { type OnDemandKey, Page } from "../paint/page/page";
import { addNotesHead, noteLines, type NoteWords } from "../paint/page/page-notes";
import { palette } from "../paint/page/palette";
import { dress, writeContents } from "../paint/paint";
import { printTogether } from "../paint/form";
import { allMarksOf, formMarkOf, markOf, position, unfinishedMarksOf } from "../paint/sheets";
import { typedIn } from "../paint/typed-cells";
import type { WrittenContents } from "../paint/memory/written-contents";
import type { RangeOf } from "../paint/writing";

/** Rows below a page without a form in which earlier notes may stand. */
const rowsBelow = 100;

interface Standing {
  mark: string;
  sheet: string;
  rows: number;
}

/** The names of a page, and of the form below it, that stand: those of the most rows first. One round trip. */
async function standingMarks(
  context: Excel.RequestContext,
  key: OnDemandKey,
): Promise<{ pages: Standing[]; forms: Standing[] }> {
  const ask = (of: string) =>
    allMarksOf(of).map((mark) => ({
      mark,
      item: context.workbook.names.getItemOrNullObject(mark).load("formula"),
    }));
  const [pages, forms] = [markOf(key), formMarkOf(key)].map(ask);
  await context.sync();
  const standing = (asked: ReturnType<typeof ask>) =>
    asked
      .flatMap(({ mark, item }) => {
        const cells = item.isNullObject ? null : namedCells(String(item.formula));
        return cells ? [{ mark, sheet: cells.sheet, rows: cells.area.rowCount }] : [];
      })
      .sort((a, b) => b.rows - a.rows);
  return { pages: standing(pages), forms: standing(forms) };
}

/** @returns what somebody has typed over a page since it was written. Two round trips */
export async function typedOver(
  context: Excel.RequestContext,
  key: OnDemandKey,
  written: WrittenContents,
): Promise<WrittenOver[]> {
  const [page] = (await standingMarks(context, key)).pages;
  if (!page || written.isUnknown) return [];
  const cells = context.workbook.names.getItem(page.mark).getRange().load(`formulas,${position}`);
  await context.sync();
  return typedIn(page.sheet, cells, written, "foreign");
}

/**
 * Writes what somebody has typed over a page below its form: rows of its own come for it. What stands there already comes no
 * second time. Four round trips, none where nothing was typed.
 *
 * @throws errors of Office.js
 */
export async function noteDown(
  context: Excel.RequestContext,
  key: OnDemandKey,
  typed: readonly WrittenOver[],
  words: NoteWords,
  widths: readonly number[],
): Promise<void> {
  if (typed.length === 0) return;
  const { names } = context.workbook;
  const { pages, forms } = await standingMarks(context, key);
  const [page] = pages;
  if (!page) return;
  const hasForm = forms.some(({ mark, sheet }) => mark === formMarkOf(key) && sheet === page.sheet);
  const anchor = hasForm ? forms[0].mark : page.mark;
  const last = () => names.getItem(anchor).getRange().getLastRow();
  const below = hasForm
    ? names.getItem(anchor).getRange().load("formulas")
    : last()
        .getOffsetRange(1, 0)
        .getResizedRange(rowsBelow - 1, 0)
        .load("formulas");
  await context.sync();

  const standing = new Set((below.formulas as CellValue[][]).flat().map(String));
  const lines = noteLines(typed, words).filter((line) => !standing.has(line));
  if (lines.length === 0) return;
  const notes = notesOf(standing.has(words.title) ? null : words.title, lines, widths);
  const { area } = notes;
  // What somebody has written below moves down.
  last()
    .getOffsetRange(1, 0)
    .getResizedRange(area.rows - 1, 0)
    .getEntireRow()
    .insert("Down");
  if (hasForm) growForm(context, key, forms, area.rows);
  const first = () =>
    hasForm
      ? names
          .getItem(formMarkOf(key))
          .getRange()
          .getLastRow()
          .getOffsetRange(1 - area.rows, 0)
      : last().getOffsetRange(1, 0);
  const rangeOf: RangeOf = ({ row, column, rows, columns }) =>
    first()
      .getCell(row, column)
      .getResizedRange(rows - 1, columns - 1);
  rangeOf(area).clear("Formats");
  await writeContents(context, notes, area, rangeOf);
  dress(rangeOf(area), { size: 10, color: palette.ink, vertical: "Center" });
  for (const { area: dressed, look } of joinRows(notes.looks)) dress(rangeOf(dressed), look, dressed.rows);
  for (const { row, rows, points } of heightRuns(notes.heights)) {
    rangeOf({ row, rows, column: 0, columns: 1 }).format.rowHeight = points;
  }
  for (const merged of notes.merges) rangeOf(merged).merge(false);
  await context.sync();
  if (hasForm) await printTogether(context, key);
}

/** Queues that the rows below a form belong to it, before notes stand there: they print with it, and it is no longer as a run left it. */
function growForm(
  context: Excel.RequestContext,
  key: OnDemandKey,
  forms: readonly Standing[],
  rows: number,
): void {
  const { names } = context.workbook;
  const [{ mark }] = forms;
  const free = unfinishedMarksOf(formMarkOf(key)).find((each) => each !== mark)!;
  if (forms.some((form) => form.mark === free)) names.getItem(free).delete();
  names.add(free, names.getItem(mark).getRange().getResizedRange(rows, 0)).visible = false;
  for (const form of forms) if (form.mark !== free) names.getItem(form.mark).delete();
  names.add(formMarkOf(key), names.getItem(free).getRange(), "").visible = false;
  names.getItem(free).delete();
}

function notesOf(title: string | null, lines: readonly string[], widths: readonly number[]): Page {
  const page = new Page("", "Portrait", widths);
  if (title !== null) addNotesHead(page, title);
  for (const line of lines) page.across(page.row++, 1, page.span, line);
  return page;
}
