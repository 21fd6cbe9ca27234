import { today } from "../../commands/today";
import { type Classification, type KeptRuns, Problem } from "../../portfolio";
import { problemOf, type SourceReference } from "../../workbook";
import { afterAPause } from "./after-a-pause";
import { clientsInView, columnsInView } from "./columns-in-view";
import type { Freshness } from "./freshness";
import { listReading } from "./later-reading";
import { newestOnly } from "./newest-only";
import { isSameList } from "./pane-state";
import type { PaneStore } from "./pane-store";
import type { SettingsSaver } from "./settings-saver";

/** How long nothing may have happened before the list is read or classified anew. */
const pauses = { cells: 150, rules: 200, retry: 1000 };

/** What passes by itself, and is no reason to take anything out of view. */
const passing: ReadonlySet<Problem["detail"]["kind"]> = new Set(["editMode", "sourceChanged"]);

/** Whether waiting helps: a cell is being edited, the list is just being changed. */
export const isPassing = (problem: Problem): boolean => passing.has(problem.detail.kind);

/** Reads the list in use and classifies it; of everything only the newest counts. */
export class ListWork {
  readonly #reads = newestOnly();
  readonly #classifications = newestOnly();
  readonly #comparisons = newestOnly();
  readonly #readSoon = afterAPause(pauses.cells, () => void this.read());
  readonly #readLater = afterAPause(pauses.retry, () => void this.read());
  readonly #classifySoon = afterAPause(pauses.rules, () => void this.#classify());

  /** @param compared told when it is known whether the workbook shows what was classified */
  constructor(
    private readonly store: PaneStore,
    private readonly saver: SettingsSaver,
    private readonly compared: (freshness: Freshness) => void,
  ) {}

  /** Works on another list from now on; null: on the one that a run would take. */
  async choose(reference: SourceReference | null): Promise<void> {
    const option = this.store.state.choices?.options.find((each) => isSameList(each.reference, reference));
    this.#classifications.cancel();
    this.#comparisons.cancel();
    this.store.tell({ type: "listChosen", reference, name: option?.name ?? null });
    await this.read();
  }

  readSoon(): void {
    this.#readSoon.ask();
  }

  classifySoon(): void {
    this.#classifySoon.ask();
  }

  /** Reads the list in use, then classifies it. Resolves when it is read. */
  async read(): Promise<void> {
    const { store } = this;
    this.#readSoon.cancel();
    this.#readLater.cancel();
    let edits = store.state.edits;
    await this.#reads.begin(
      async (signal) => {
        // The workbook answers with the settings that it keeps.
        await this.saver.flush();
        const { list } = store.state;
        if (signal.aborted || !list) throw new Problem({ kind: "cancelled" });
        edits = store.state.edits;
        store.tell({ type: "readingBegun" });
        const { readList } = await listReading.load();
        return readList(list.reference, {
          signal,
          onProgress: (stage, fraction) => {
            if (!signal.aborted && stage === "reading") store.tell({ type: "readingProgressed", fraction });
          },
        });
      },
      (reading) => {
        const { mapping, edits: now } = store.state;
        const { keepMapping } = listReading.come!;
        const kept = mapping && now !== edits ? keepMapping(columnsInView(reading).list, mapping) : null;
        store.tell({ type: "listRead", reading, edits, kept });
        void this.#classify();
      },
      (error) => {
        const problem = problemOf(error);
        if (store.state.list?.reading && isPassing(problem)) {
          this.#readLater.ask();
          return;
        }
        this.#classifications.cancel();
        store.tell({ type: "readingFailed", problem });
      },
    );
  }

  stop(): void {
    for (const pause of [this.#readSoon, this.#readLater, this.#classifySoon]) pause.cancel();
    for (const work of [this.#reads, this.#classifications, this.#comparisons]) work.cancel();
  }

  /** Whether the workbook still shows what the pane shows, of the classification that there is. */
  compareAgain(): void {
    const { list, classification } = this.store.state;
    if (list?.reading && classification) void this.#compare(list.reading.runs, classification);
  }

  async #classify(): Promise<void> {
    const { store } = this;
    this.#classifySoon.cancel();
    const { list, mapping, policy } = store.state;
    const reading = list?.reading;
    if (!reading) return;
    store.tell({ type: "classifyingBegun" });
    await this.#classifications.begin(
      async (signal) => {
        const doubt = reading.lines?.doubt;
        if (doubt) throw new Problem({ kind: "doubtful", doubt });
        const { list: source, mapping: meaning } = clientsInView(reading, mapping);
        const { classifyInSlices, proposeMapping } = await listReading.load();
        // Without a mapping the proposal says what it misses.
        return classifyInSlices(source, meaning ?? proposeMapping(source), policy, today(), { signal });
      },
      (classification) => {
        store.tell({ type: "classified", classification });
        void this.#compare(reading.runs, classification);
      },
      (error) => store.tell({ type: "classifyingFailed", problem: problemOf(error) }),
    );
  }

  /** Whether the workbook shows what was classified. It is no harm when that cannot be told. */
  async #compare(runs: KeptRuns, classification: Classification): Promise<void> {
    await this.#comparisons.begin(
      async (signal) =>
        (await listReading.load()).freshnessOf(runs, classification, this.store.state.costs, { signal }),
      (freshness) => {
        this.store.tell({ type: "compared", freshness });
        this.compared(freshness);
      },
      () => undefined,
    );
  }
}
