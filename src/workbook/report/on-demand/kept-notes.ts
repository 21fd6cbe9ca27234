/** What somebody typed into a page that is made again stays, below the page, with the address where it stood. */
import { addressOf } from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";
import { digestOfCell } from "../../cells/rows-checksum";
import { namedCells } from "../../marks/named-cells";
import { heightRuns, joinRows } from "../paint/looks";
import { type OnDemandKey, Page } from "../paint/page";
import { palette } from "../paint/palette";
import { dress, writeContents } from "../paint/paint";
import { areaOf, formMarkOf, markOf, position, unfinishedMarksOf } from "../paint/sheets";
import type { RangeOf } from "../paint/writing";

/** Contents of cells that runs wrote, each by its digest. */
export type Written = ReadonlySet<string>;

const lettersOfDigest = 8;
const mostLetters = 100_000;

/** What a run writes onto a page. */
export function writtenOn({ area, cells }: Page): Written {
  const digests = new Set<string>();
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (const cell of (cells[row] ?? []).slice(0, area.columns)) {
      if (cell === null || cell === "") continue;
      digests.add(digestOfCell(typeof cell === "object" ? cell.formula : cell));
    }
  }
  return digests;
}

export const storedWritten = (written: Iterable<string>): string => [...new Set(written)].join("");

/** None for what nobody stored so. */
export function parsedWritten(json: unknown): Written {
  if (typeof json !== "string" || json.length > mostLetters || !/^(?:[0-9a-f]{8})*$/.test(json)) {
    return new Set();
  }
  return new Set(
    Array.from({ length: json.length / lettersOfDigest }, (_, i) =>
      json.slice(i * lettersOfDigest, (i + 1) * lettersOfDigest),
    ),
  );
}

/** Rows below a page without a form in which earlier notes may stand. */
const rowsBelow = 100;

/**
 * Copies what somebody has typed over a page since it was written to below its form: rows of its own come for it. What stands
 * there already comes no second time. Three round trips, one where nothing was typed.
 *
 * @param written what runs wrote there; empty where that is not known
 * @param words head of the notes, and one of them
 * @returns addresses of the cells with their sheet
 * @throws errors of Office.js
 */
export async function keepTyped(
  context: Excel.RequestContext,
  key: OnDemandKey,
  written: Written,
  words: { title: string; line: (cell: string, text: string) => string },
  widths: readonly number[],
): Promise<string[]> {
  const { names } = context.workbook;
  const [page, form] = [markOf(key), formMarkOf(key)].map((name) =>
    names.getItemOrNullObject(name).load("formula"),
  );
  await context.sync();
  const place = page.isNullObject ? null : namedCells(String(page.formula));
  if (!place || written.size === 0) return [];
  const formPlace = form.isNullObject ? null : namedCells(String(form.formula));
  const hasForm = formPlace?.sheet === place.sheet;
  const cells = names.getItem(markOf(key)).getRange().load(`formulas,${position}`);
  const below = hasForm
    ? names.getItem(formMarkOf(key)).getRange().load("formulas")
    : names
        .getItem(markOf(key))
        .getRange()
        .getLastRow()
        .getOffsetRange(1, 0)
        .getResizedRange(rowsBelow - 1, 0)
        .load("formulas");
  await context.sync();

  const { row: top, column: left } = areaOf(cells);
  const typed = (cells.formulas as CellValue[][]).flatMap((row, r) =>
    row.flatMap((cell, c) =>
      cell === "" || written.has(digestOfCell(cell))
        ? []
        : [{ address: addressOf(place.sheet, top + r, left + c), text: String(cell) }],
    ),
  );
  const standing = new Set((below.formulas as CellValue[][]).flat().map(String));
  const lines = typed
    .map(({ address, text }) => words.line(address.slice(address.lastIndexOf("!") + 1), text))
    .filter((line) => !standing.has(line));
  if (lines.length > 0) {
    const notes = notesOf(standing.has(words.title) ? null : words.title, lines, widths);
    const { area } = notes;
    const anchor = hasForm ? formMarkOf(key) : markOf(key);
    const first = () => names.getItem(anchor).getRange().getLastRow().getOffsetRange(1, 0);
    // What somebody has written below moves down.
    first()
      .getResizedRange(area.rows - 1, 0)
      .getEntireRow()
      .insert("Down");
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
    if (hasForm) {
      // The notes belong to the form: they print with it, and it is no longer as a run left it.
      const [unfinished] = unfinishedMarksOf(formMarkOf(key));
      const grown = names.getItem(formMarkOf(key)).getRange().getResizedRange(area.rows, 0);
      names.add(unfinished, grown).visible = false;
      names.getItem(formMarkOf(key)).delete();
      names.add(formMarkOf(key), names.getItem(unfinished).getRange(), "").visible = false;
      names.getItem(unfinished).delete();
    }
    await context.sync();
  }
  return typed.map(({ address }) => address);
}

function notesOf(title: string | null, lines: readonly string[], widths: readonly number[]): Page {
  const page = new Page("", "Portrait", widths);
  if (title !== null) {
    page.gap(8);
    page.put(page.row, 1, title, { size: 11, bold: true, color: palette.accent, vertical: "Bottom" });
    page.dress({ row: page.row, column: 1, rows: 1, columns: page.span }, { bottom: palette.accent });
    page.grow(page.row++, 17);
  }
  for (const line of lines) page.across(page.row++, 1, page.span, line);
  return page;
}
