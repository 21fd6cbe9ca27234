/** Notes at the end of a page: what somebody had typed over it before it was made again. */
import type { WrittenOver } from "../../../../portfolio";
import { blockRowHeight, type Page } from "./page";
import { palette } from "./palette";

/** Head of the notes, and one of them. */
export interface NoteWords {
  readonly title: string;
  readonly line: (cell: string, text: string) => string;
}

/** A note for each of some cells. */
export const noteLines = (typed: readonly WrittenOver[], words: NoteWords): string[] =>
  typed.map(({ address, content }) => words.line(address.slice(address.lastIndexOf("!") + 1), content));

/** Adds the head of notes to a page. */
export function addNotesHead(page: Page, title: string): void {
  page.gap(8);
  page.put(page.row, page.left, title, { size: 11, bold: true, color: palette.accent, vertical: "Bottom" });
  page.dress({ row: page.row, column: page.left, rows: 1, columns: page.span }, { bottom: palette.accent });
  page.grow(page.row++, 17);
}

/**
 * The notes of a page that is made again: those that stand at its end, and what has been typed since, each of them once.
 * @param notes null where there never were any
 */
export function notesOf(
  { notes, words }: { notes: readonly string[] | null; words: NoteWords },
  typed: readonly WrittenOver[],
): readonly string[] | null {
  const lines = noteLines(typed, words);
  return notes === null && lines.length === 0 ? null : [...new Set([...(notes ?? []), ...lines])];
}

/** A page that ends with notes. They are not merged across it: a table that gets longer could not come over them. */
export function withNotes(planned: Page, notes: readonly string[] | null, title: string): Page {
  if (notes === null || notes.length === 0) return planned;
  const page = planned.copy();
  page.row = page.area.rows;
  addNotesHead(page, title);
  for (const note of notes) {
    page.put(page.row, page.left, note);
    page.grow(page.row++, blockRowHeight);
  }
  return page;
}
