import type { WorkbookRecord } from "../../src/host/workbook-record";
import { settingOfNotes } from "../../src/workbook/settings/sheet-setting";
import { isCode } from "./scene";
import { countingSheet, type Model } from "./world";

/** Where formulas of hers count on sheets of ours. */
export const watchingSheet = "Watching";

/** Whether a cell holds a note, or tells what was typed over a page that has been made again. */
export const holdsNote = (cell: string, text: string): boolean =>
  cell === text || (text.endsWith("!") && cell.includes(text));

/** What another person leaves on sheets of ours, and what she makes there that counts on them: none of it may be lost. */
export class Notes {
  #count = 0;
  readonly #notes: { text: string; sheetId: string }[] = [];
  /** Whether she has broken references to our sheets herself. */
  hasBrokenReferences = false;

  /** A text that stands nowhere else in the workbook. */
  next(): string {
    return `note ${++this.#count}`;
  }

  left(text: string, sheetId: string): void {
    this.#notes.push({ text, sheetId });
  }

  /** She deletes a sheet, and with it what she left there. */
  gone(sheetId: string): void {
    for (let i = this.#notes.length - 1; i >= 0; i--) {
      if (this.#notes[i].sheetId === sheetId) this.#notes.splice(i, 1);
    }
    this.hasBrokenReferences = true;
  }

  /** A message says what she wrote: she can enter it elsewhere. */
  told(text: string): void {
    const at = this.#notes.findIndex((note) => note.text === text);
    if (at >= 0) this.#notes.splice(at, 1);
  }

  on(sheetId: string): string[] {
    return this.#notes.filter((note) => note.sheetId === sheetId).map(({ text }) => text);
  }

  /** What of it is lost. */
  lostIn(record: WorkbookRecord): string[] {
    const cells = record.sheets.flatMap((sheet) =>
      sheet.cells.flatMap(({ value, formula }) => [value, formula].map(String)),
    );
    // What a run that was cut off keeps for the next one.
    const kept = Object.entries(record.settings).flatMap(([key, value]) =>
      key.startsWith(settingOfNotes("")) ? (value as string[]) : [],
    );
    const texts = [...cells, ...kept];
    const lost = this.#notes.filter(({ text }) => !texts.some((cell) => holdsNote(cell, text)));
    const broken = this.hasBrokenReferences
      ? []
      : record.sheets
          .filter(({ name }) => name === watchingSheet || (name === countingSheet && hasList(record)))
          .flatMap(({ cells }) =>
            cells.flatMap(({ formula }) =>
              formula?.includes("#REF!") ? [`breaks a reference of hers: ${formula}`] : [],
            ),
          );
    return [...lost.map(({ text, sheetId }) => `lost ${text} on sheet ${sheetId}`), ...broken];
  }
}

/** Whether the list stands on which she counts. */
const hasList = ({ sheets }: WorkbookRecord) =>
  sheets.some(({ cells }) => cells.some(({ value }) => isCode(value)));

/** The sheet with this identifier; null once it is gone. */
export const sheetById = ({ worksheets }: Model, sheetId: string) =>
  worksheets.items.find(({ id }) => id === sheetId) ?? null;
