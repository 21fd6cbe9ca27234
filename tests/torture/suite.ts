export interface TortureRequest {
  /** Of the first thing that is drawn; the next ones have the seeds that follow. */
  seed: number;
  /** Only kinds whose name begins like this; null for all. */
  kind: string | null;
  isOver(): boolean;
  /** As many cases are tried as a whole, however long it takes; null: as many as there is time for. Of faults, people and mutations only. */
  count: number | null;
}

/** Draws and tries until the time is over; says what it found, and whether all is well. */
export type TortureSuite = (request: TortureRequest) => Promise<boolean>;

/** How often each thing came about. */
export class Tally {
  readonly #counts = new Map<string, number>();

  count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  print(): void {
    for (const [what, times] of [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      console.log(`${what.padEnd(64)}${String(times).padStart(8)}`);
    }
  }
}
