import { runs, type Job } from "../../commands/runs";
import { today } from "../../commands/today";
import type { Language } from "../../locales";
import { classifyInSlices, Problem, proposeMapping, type Mapping, type Policy } from "../../portfolio";
import {
  addSampleList,
  clearFilter,
  findSources,
  isFirstRun,
  readList,
  saveLanguage,
  showCells,
  watchWorkbook,
  type SourceChoices,
  type SourceOption,
  type SourceReference,
  type WorkbookChange,
} from "../../workbook";
import { afterAPause } from "./after-a-pause";
import { asProblem } from "./as-problem";
import { newestOnly } from "./newest-only";
import { initialState, isSameList, type PaneState, type Step } from "./pane-state";
import { proposedMapping } from "./proposed-mapping";
import { reduce, type PaneEvent } from "./reduce";
import { SettingsSaver } from "./settings-saver";

/** How long nothing may have happened before the pane follows; changes of the workbook come gathered already. */
const pauses = { selection: 50, cells: 150, rules: 200, retry: 1000 };

/** What passes by itself, and is no reason to take the list out of view. */
const passing: ReadonlySet<Problem["detail"]["kind"]> = new Set(["editMode", "sourceChanged"]);

/**
 * The pane at work on one workbook: holds the state, asks the workbook, follows it. React shows the state and calls the
 * methods. No method throws: what goes wrong stands in the state.
 */
export class PaneSession {
  #state: PaneState;
  readonly #listeners = new Set<() => void>();
  readonly #looks = newestOnly();
  readonly #reads = newestOnly();
  readonly #classifications = newestOnly();
  readonly #saver = new SettingsSaver((problem) => this.#tell({ type: "mishap", problem }));
  readonly #lookSoon = afterAPause(pauses.selection, () => void this.#look());
  readonly #lookAgain = afterAPause(pauses.retry, () => void this.#look());
  readonly #readSoon = afterAPause(pauses.cells, () => void this.#read());
  readonly #readAgain = afterAPause(pauses.retry, () => void this.#read());
  readonly #classifySoon = afterAPause(pauses.rules, () => void this.#classify());
  readonly #endings: (() => void)[] = [];
  #lastSelected: SourceReference | null = null;
  #stopped = false;

  /** @param displayLanguage `Office.context.displayLanguage` */
  constructor(readonly displayLanguage: string) {
    this.#state = initialState(displayLanguage);
  }

  /** A new object with every change, the same one until then. */
  get state(): PaneState {
    return this.#state;
  }

  /** Calls the listener after every change, until the function that is given back is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks at the workbook and begins to follow it. Resolves once the first list is read, or none was found. */
  async start(): Promise<void> {
    let lastRun = runs.state;
    this.#endings.push(
      runs.subscribe(() => {
        const before = lastRun.status;
        lastRun = runs.state;
        if (before === "running" && lastRun.status !== "running") this.#runEnded();
      }),
    );
    const firstRun = runs.state.status === "idle" && (await isFirstRun().catch(() => false));
    if (this.#stopped) return;
    if (runs.state.status !== "idle") this.#tell({ type: "wentTo", step: "run" });
    this.#tell({ type: "opened", firstRun });
    await Promise.all([firstRun ? this.#look() : this.findList(), this.#watch()]);
  }

  /** Stops following. What the user changed is stored. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const pause of [
      this.#lookSoon,
      this.#readSoon,
      this.#lookAgain,
      this.#readAgain,
      this.#classifySoon,
    ])
      pause.cancel();
    for (const work of [this.#looks, this.#reads, this.#classifications]) work.cancel();
    for (const end of this.#endings) end();
    await this.#saver.flush();
  }

  /** The user has read the first screen and wants to begin with his own list. */
  async begin(): Promise<void> {
    this.#tell({ type: "begun" });
    await this.findList();
  }

  /** Begins with invented clients on a sheet of their own. */
  async useSample(): Promise<void> {
    this.#tell({ type: "sampleAsked" });
    try {
      const reference = await addSampleList(this.displayLanguage);
      this.#tell({ type: "begun" });
      this.#tell({ type: "mishap", problem: null });
      this.#lastSelected = reference;
      await Promise.all([this.chooseList(reference), this.#look()]);
    } catch (error) {
      this.#tell({ type: "mishap", problem: asProblem(error) });
    } finally {
      this.#tell({ type: "sampleEnded" });
    }
  }

  goTo(step: Step): void {
    this.#tell({ type: "wentTo", step });
  }

  /** Works on another list from now on; null: on the one that a run would take. */
  async chooseList(reference: SourceReference | null): Promise<void> {
    const option = this.#state.choices?.options.find((each) => isSameList(each.reference, reference));
    this.#classifications.cancel();
    this.#tell({ type: "listChosen", reference, name: option?.name ?? null });
    await this.#read();
  }

  /** Reads the list in use anew. */
  async readAgain(): Promise<void> {
    await (this.#state.list ? this.#read() : this.findList());
  }

  /** The user says what the columns mean. */
  changeMapping(mapping: Mapping): void {
    this.#saver.mapping(isUsable(mapping) ? mapping : null);
    this.#tell({ type: "mappingChanged", mapping });
    this.#classifySoon.ask();
  }

  /** Back to what the headers propose. */
  proposeMapping(): void {
    const list = this.#state.list?.reading?.list;
    if (!list) return;
    this.#saver.mapping(null);
    this.#tell({ type: "mappingChanged", mapping: proposedMapping(list) });
    this.#classifySoon.ask();
  }

  /** The user changes the rules. */
  changePolicy(policy: Policy): void {
    this.#saver.policy(policy);
    this.#tell({ type: "policyChanged", policy });
    this.#classifySoon.ask();
  }

  /** What is written from now on is in this language. */
  async changeLanguage(language: Language): Promise<void> {
    const before = this.#state.language;
    this.#tell({ type: "languageChanged", language });
    await this.#try(
      () => saveLanguage(language),
      () => this.#tell({ type: "languageChanged", language: before }),
    );
  }

  /** The clients that the what-if card leaves out. @param names as the portfolio has them */
  pick(names: ReadonlySet<string>): void {
    this.#tell({ type: "picked", names });
  }

  /** Goes to cells of the workbook. @param address A1 with sheet */
  async show(address: string): Promise<void> {
    await this.#try(() => showCells(address));
  }

  /** Starts a run on the list in use, with everything the user changed. */
  async run(job: Job): Promise<void> {
    const reference = this.#state.list?.reading?.reference;
    this.#classifySoon.now();
    await this.#saver.flush();
    await runs.start(job, reference ? { source: reference } : {});
  }

  /** Shows all rows of the list, then runs. */
  async clearFilterAndRun(job: Job): Promise<void> {
    const reference = this.#state.list?.reading?.reference;
    if (reference && (await this.#try(() => clearFilter(reference)))) await this.run(job);
  }

  /** Stores at once what the user changed: the pane may go out of sight for good. */
  readonly saveNow = (): void => void this.#saver.flush();

  /** The user has seen how the last run ended. */
  dismissRun(): void {
    runs.dismiss();
  }

  dismissMishap(): void {
    this.#tell({ type: "mishap", problem: null });
  }

  /** The user stays with the list in use. */
  stayHere(): void {
    this.#tell({ type: "wentElsewhere", option: null });
  }

  /** Looks for the likeliest list: the one under the selection, else the best of the workbook. */
  async findList(): Promise<void> {
    await this.#look();
    if (this.#stopped) return;
    const { choices } = this.#state;
    await this.chooseList(choices?.selected ?? choices?.options[0]?.reference ?? null);
  }

  async #watch(): Promise<void> {
    await this.#try(async () => {
      const end = await watchWorkbook((change) => this.#workbookChanged(change));
      if (this.#stopped) await end();
      else this.#endings.push(() => void end().catch(() => undefined));
    });
  }

  #workbookChanged(change: WorkbookChange): void {
    const { list, phase } = this.#state;
    if (change.kind === "selection") this.#lookSoon.ask();
    if (change.kind === "structure") this.#lookSoon.ask();
    if (phase !== "working" || !list || runs.state.status === "running") return;
    const own = list.reference?.sheetId;
    if (change.kind === "structure" || (change.kind === "cells" && (!own || own === change.sheetId))) {
      this.#readSoon.ask();
    }
  }

  async #look(): Promise<void> {
    await this.#looks.begin(
      () => findSources(),
      (choices) => {
        const before = this.#state.choices;
        this.#tell({ type: "choicesFound", choices });
        if (this.#state.phase !== "working") return;
        if (this.#wentOrWasRenamed(before, choices)) this.#readSoon.ask();
        this.#followSelection(choices);
      },
      (error) => {
        const problem = asProblem(error);
        if (passing.has(problem.detail.kind)) this.#lookAgain.ask();
        else this.#tell({ type: "mishap", problem });
      },
    );
  }

  /** Not every Excel tells that a sheet or a table was deleted or got another name (ExcelApi 1.9 and 1.17). */
  #wentOrWasRenamed(before: SourceChoices | null, now: SourceChoices): boolean {
    const reading = this.#state.list?.reading;
    if (!reading) return false;
    const inUse = ({ reference }: SourceOption) => isSameList(reference, reading.reference);
    const option = now.options.find(inUse);
    if (!option) return before?.options.some(inUse) ?? false;
    return option.name !== reading.list.name || option.sheet !== reading.list.sheet;
  }

  /** The user went to another list: at the first step the pane goes with him, later it only says so. */
  #followSelection({ selected, options }: SourceChoices): void {
    const { list, step } = this.#state;
    const before = this.#lastSelected;
    if (selected) this.#lastSelected = selected;
    if (!list) return;
    if (!selected || isSameList(selected, list.reference)) {
      this.#tell({ type: "wentElsewhere", option: null });
      return;
    }
    if (isSameList(selected, before) && list.status !== "failed") return;
    const option = options.find(({ reference }) => isSameList(reference, selected)) ?? null;
    if (step === "source" || list.status === "failed") void this.chooseList(selected);
    else this.#tell({ type: "wentElsewhere", option });
  }

  async #read(): Promise<void> {
    this.#readSoon.cancel();
    this.#readAgain.cancel();
    let edits = this.#state.edits;
    await this.#reads.begin(
      async (signal) => {
        await this.#saver.flush();
        if (signal.aborted || !this.#state.list) throw new Problem({ kind: "cancelled" });
        edits = this.#state.edits;
        this.#tell({ type: "readingBegun" });
        return readList(this.#state.list.reference, {
          signal,
          onProgress: (stage, fraction) => {
            if (!signal.aborted && stage === "reading") this.#tell({ type: "readingProgressed", fraction });
          },
        });
      },
      (reading) => {
        this.#tell({ type: "listRead", reading, edits });
        this.#lastSelected ??= reading.reference;
        void this.#classify();
      },
      (error) => {
        const problem = asProblem(error);
        if (this.#state.list?.reading && passing.has(problem.detail.kind)) {
          this.#readAgain.ask();
          return;
        }
        this.#classifications.cancel();
        this.#tell({ type: "readingFailed", problem });
      },
    );
  }

  async #classify(): Promise<void> {
    this.#classifySoon.cancel();
    const { list, mapping, policy } = this.#state;
    const reading = list?.reading;
    if (!reading) return;
    this.#tell({ type: "classifyingBegun" });
    await this.#classifications.begin(
      // Without a mapping the proposal says what it misses.
      async (signal) =>
        classifyInSlices(reading.list, mapping ?? proposeMapping(reading.list), policy, today(), { signal }),
      (classification) => this.#tell({ type: "classified", classification }),
      (error) => this.#tell({ type: "classifyingFailed", problem: asProblem(error) }),
    );
  }

  #runEnded(): void {
    if (runs.state.status === "stopped") this.goTo("run");
    this.#tell({ type: "begun" });
    void this.readAgain();
    this.#lookSoon.ask();
  }

  /** @returns whether it succeeded */
  async #try(work: () => Promise<unknown>, undo: () => void = () => undefined): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      undo();
      this.#tell({ type: "mishap", problem: asProblem(error) });
      return false;
    }
  }

  #tell(event: PaneEvent): void {
    if (this.#stopped) return;
    const next = reduce(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Whether a run could use it: the workbook keeps no mapping without a client or an amount. */
function isUsable({ columns }: Mapping): boolean {
  const roles = new Set(columns.map(({ role }) => role));
  return roles.has("client") && (roles.has("amount") || roles.has("period"));
}
