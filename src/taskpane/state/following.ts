import { runs } from "../../commands/runs";
import {
  problemOf,
  watchWorkbook,
  type SourceChoices,
  type SourceOption,
  type SourceReference,
  type WorkbookChange,
} from "../../workbook";
import { afterAPause } from "./after-a-pause";
import { columnsInView } from "./columns-in-view";
import { listReading } from "./later-reading";
import { isPassing, type ListWork } from "./list-work";
import { newestOnly } from "./newest-only";
import { isSameList } from "./pane-state";
import type { PaneStore } from "./pane-store";

/** Changes of the workbook come gathered already. */
const pauses = { selection: 50, retry: 1000 };

/** Follows the workbook: which lists there are, where the user is, what changes. */
export class Following {
  readonly #looks = newestOnly();
  readonly #lookSoon = afterAPause(pauses.selection, () => void this.look());
  readonly #lookLater = afterAPause(pauses.retry, () => void this.look());
  #lastSelected: SourceReference | null = null;
  #stopped = false;
  #endWatching: () => Promise<void> = async () => undefined;
  /** Null while the pane is in view; else whether something was missed. */
  #asleep: { missed: boolean } | null = null;

  constructor(
    private readonly store: PaneStore,
    private readonly lists: ListWork,
  ) {}

  /** Begins to hear of changes. */
  async watch(): Promise<void> {
    await this.store.attempt(async () => {
      const end = await watchWorkbook((change) => this.#changed(change));
      if (this.#stopped) await end();
      else this.#endWatching = end;
    });
  }

  lookSoon(): void {
    this.#lookSoon.ask();
  }

  /** Looks which lists there are and where the user is, and goes with him. */
  async look(): Promise<void> {
    await this.#looks.begin(
      async () => (await listReading.load()).findSources(),
      (choices) => {
        const before = this.store.state.choices;
        this.store.tell({ type: "choicesFound", choices });
        if (this.store.state.phase !== "working") return;
        if (this.#wentOrWasRenamed(before, choices)) this.lists.readSoon();
        this.#followSelection(choices);
      },
      (error) => {
        const problem = problemOf(error);
        if (isPassing(problem)) this.#lookLater.ask();
        // Whoever wants to read a list hears of it there, with a way to try again.
        else if (problem.detail.kind !== "notLoaded") this.store.mishap(problem);
      },
    );
  }

  /** The user is at this list by what the pane did. */
  arrivedAt(reference: SourceReference): void {
    this.#lastSelected = reference;
  }

  /** Nobody sees the pane: what changes meanwhile is looked at when somebody does. */
  sleep(): void {
    this.#asleep ??= { missed: false };
  }

  wake(): void {
    const missed = this.#asleep?.missed ?? false;
    this.#asleep = null;
    if (!missed) return;
    this.#lookSoon.ask();
    this.lists.readSoon();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#lookSoon.cancel();
    this.#lookLater.cancel();
    this.#looks.cancel();
    await this.#endWatching().catch(() => undefined);
  }

  #changed(change: WorkbookChange): void {
    if (this.#asleep) {
      this.#asleep.missed = true;
      return;
    }
    const { list, phase } = this.store.state;
    if (change.kind !== "cells") this.#lookSoon.ask();
    // After a run the list is read anyway.
    if (phase !== "working" || !list || runs.state.status === "running") return;
    const own = list.reference?.sheetId;
    if (change.kind === "structure" || (change.kind === "cells" && (!own || own === change.sheetId))) {
      this.lists.readSoon();
    }
  }

  /** Not every Excel tells that a sheet or a table was deleted or got another name (ExcelApi 1.9 and 1.17). */
  #wentOrWasRenamed(before: SourceChoices | null, now: SourceChoices): boolean {
    const reading = this.store.state.list?.reading;
    if (!reading) return false;
    const inUse = ({ reference }: SourceOption) => isSameList(reference, reading.reference);
    const option = now.options.find(inUse);
    if (!option) return before?.options.some(inUse) ?? false;
    const { list } = columnsInView(reading);
    return option.name !== list.name || option.sheet !== list.sheet;
  }

  /**
   * The user went to another list: at the first step the pane goes with him, later it only says so. A list that has gone is
   * never exchanged for another in silence: where the selection came to stand by that is nobody's choice.
   */
  #followSelection({ selected, options }: SourceChoices): void {
    const { list, step } = this.store.state;
    const before = this.#lastSelected;
    if (selected) this.#lastSelected = selected;
    if (!list) return;
    if (!selected || isSameList(selected, list.reference)) {
      this.store.tell({ type: "wentElsewhere", option: null });
      return;
    }
    const optionOf = (reference: SourceReference | null) =>
      options.find((option) => isSameList(option.reference, reference)) ?? null;
    // Its reading is about to say so.
    if (list.reading && !optionOf(list.reading.reference)) return;
    const neverHadOne = list.status === "failed" && list.name === null;
    const wasThere = isSameList(selected, before);
    if (neverHadOne || (step === "source" && !wasThere)) void this.lists.choose(selected);
    else if (!wasThere || list.status === "failed") {
      this.store.tell({ type: "wentElsewhere", option: optionOf(selected) });
    }
  }
}
