/** One request as the host saw it. */
export interface JournalEntry {
  /** 1 for the first since the last `clear()`. */
  number: number;
  actions: number;
  /** Bytes of the JSON texts, in UTF-8. */
  requestBytes: number;
  replyBytes: number;
  /** "Range.values=", "Worksheet.getRange()", "Range{values,address}" … in order. */
  operations: string[];
  /** True for what the client sends by itself: giving back references after `Excel.run`, telling a service that it is ready. */
  housekeeping: boolean;
  /** True when the client marked the request as one that writes. */
  writes: boolean;
  /** Code of the error in the answer. */
  error: string | null;
  /** What went wrong inside the host itself (then the error is the host's fault, not the add-in's). */
  defect: unknown;
  milliseconds: number;
}

/** What went over the wire: for tests of cost ("classify takes four requests") and for reading what happened. */
export class Journal {
  #entries: JournalEntry[] = [];

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  /** Requests without housekeeping: what the add-in has to wait for. */
  get requests(): readonly JournalEntry[] {
    return this.#entries.filter((entry) => !entry.housekeeping);
  }

  get actions(): number {
    return this.#entries.reduce((sum, entry) => sum + entry.actions, 0);
  }

  get requestBytes(): number {
    return this.#entries.reduce((sum, entry) => sum + entry.requestBytes, 0);
  }

  get replyBytes(): number {
    return this.#entries.reduce((sum, entry) => sum + entry.replyBytes, 0);
  }

  add(entry: Omit<JournalEntry, "number">): void {
    this.#entries.push({ number: this.#entries.length + 1, ...entry });
  }

  clear(): void {
    this.#entries = [];
  }
}
