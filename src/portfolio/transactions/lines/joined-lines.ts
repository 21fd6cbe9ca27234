import { contentOf, isExcelError, readNumberColumn } from "../../list/number-column";
import { type NumberText, readNumberText } from "../../list/number-text";
import type { SourceColumn } from "../../list/source-list";
import { separatorIn } from "../../list/number-separator";
import { STEP, type Steps } from "../../steps";
import { NO_DAY } from "../dates/line-days";
import { dayNumber } from "../../periods/period";
import { type LineSource, type LineState, lineStates, type ReadLines } from "./line-reading";
import { isRowNumberHeader } from "../documents/row-number-header";

/** The lines of all sources, one after the other. Arrays have one entry per line. */
export class JoinedLines {
  readonly count: number;
  /** Position in `lineStates`. */
  readonly states: Uint8Array;
  readonly amounts: Float64Array;
  /** Days since 1970-01-01: the line's own, else the first of its sheet's period; `NO_DAY` with neither. */
  readonly days: Int32Array;
  /** 1 for lines with a day of their own. */
  readonly isDated: Uint8Array;
  readonly isReturn: Uint8Array;
  /** The line whose amount, that of their whole document, a line repeats; −1 for all others. */
  readonly repeats: Int32Array;
  readonly #part: Uint16Array;
  readonly #offsets: number[] = [];

  constructor(readonly parts: readonly ReadLines[]) {
    this.count = parts.reduce((sum, { states }) => sum + states.length, 0);
    this.states = new Uint8Array(this.count);
    this.amounts = new Float64Array(this.count);
    this.days = new Int32Array(this.count);
    this.isDated = new Uint8Array(this.count);
    this.isReturn = new Uint8Array(this.count);
    this.repeats = new Int32Array(this.count).fill(-1);
    this.#part = new Uint16Array(this.count);
    let offset = 0;
    parts.forEach(({ states, amounts, days, isReturn, repeated, source }, part) => {
      this.#offsets.push(offset);
      this.states.set(states, offset);
      this.amounts.set(amounts, offset);
      this.isReturn.set(isReturn, offset);
      this.days.set(days, offset);
      repeated?.repeats.forEach((first, row) => {
        if (first >= 0) this.repeats[offset + row] = offset + first;
      });
      this.#part.fill(part, offset, offset + states.length);
      const fallback = source.period ? dayNumber(source.period.start) : NO_DAY;
      for (let line = offset; line < offset + states.length; line++) {
        if (this.days[line] === NO_DAY) this.days[line] = fallback;
        else this.isDated[line] = 1;
      }
      offset += states.length;
    });
  }

  counts(line: number): boolean {
    return this.states[line] === 0;
  }

  /** The line does not count, for this reason. */
  leaveOut(line: number, why: LineState): void {
    this.states[line] = lineStates.indexOf(why);
  }

  sourceOf(line: number): LineSource {
    return this.parts[this.#part[line]].source;
  }

  /** The text of a column at each line; "" where a source has none, and for Excel errors. */
  textOf(pick: (source: LineSource) => SourceColumn | null): (line: number) => string {
    const columns = this.parts.map(({ source }) => pick(source));
    return (line) => {
      const part = this.#part[line];
      const column = columns[part];
      const row = line - this.#offsets[part];
      return column === null || isExcelError(column.others.get(row)) ? "" : contentOf(column, row);
    };
  }

  /** All cells of a line, but for the number that counts lines. */
  rowText(line: number): string {
    const part = this.#part[line];
    const row = line - this.#offsets[part];
    return this.parts[part].source.list.columns
      .filter(({ header }) => !isRowNumberHeader(String(header)))
      .map((column) => contentOf(column, row).trim())
      .join("\n");
  }

  /** The currency that the amount of each line shows by its text or its format, as ISO code; "" where it shows none. */
  shownCurrency(): (line: number) => string {
    const read: NumberText = { point: NaN, comma: NaN, currency: null };
    return (line) => {
      const part = this.#part[line];
      const { amount } = this.parts[part].source.columns;
      const row = line - this.#offsets[part];
      const text = amount?.others.get(row);
      if (typeof text === "string" && readNumberText(text, read) && read.currency !== null)
        return read.currency;
      return amount?.formatCurrencies?.[row] ?? "";
    };
  }

  /** The numbers of a column at each line, NaN where there is none. */
  *numbersSteps(pick: (source: LineSource) => SourceColumn | null): Steps<Float64Array> {
    const numbers = new Float64Array(this.count).fill(NaN);
    for (const [part, { source }] of this.parts.entries()) {
      const column = pick(source);
      if (column)
        numbers.set(readNumberColumn(column, separatorIn(source.list)).numbers, this.#offsets[part]);
      yield (part + 1) / this.parts.length;
    }
    return numbers;
  }

  /** The first header of the sources' columns as text; null when none has one. */
  headerOf(pick: (source: LineSource) => SourceColumn | null): string | null {
    for (const { source } of this.parts) {
      const text = String(pick(source)?.header ?? "").trim();
      if (text !== "") return text;
    }
    return null;
  }
}

/** Calls `take` for every line that counts. */
export function* eachLineSteps(lines: JoinedLines, take: (line: number) => void): Steps<void> {
  for (let line = 0; line < lines.count; line++) {
    if (line % STEP === 0) yield line / lines.count;
    if (lines.counts(line)) take(line);
  }
}
