import { runs, type Job, type JobRequest, type RunState } from "../../commands/runs";
import type { Language } from "../../locales";
import { today } from "../../commands/today";
import {
  Problem,
  quotedSheetName,
  withChoice,
  type Finding,
  type ListChoice,
  type Mapping,
  type Policy,
  type ReadingChoices,
  type ScenarioCosts,
} from "../../portfolio";
import {
  clearFilter,
  clearFilterAt,
  isFirstRun,
  isUsable,
  saveBegun,
  saveLanguage,
  showCells,
  showColumns,
  type ColumnsTrace,
  type NumbersMade,
  type ListReading,
  type OwnWorkFound,
  type RemovalOptions,
  type SourceReference,
  type WantedCriterion,
} from "../../workbook";
import { columnsInView } from "./columns-in-view";
import { onlyDecided } from "./decisions";
import { Following } from "./following";
import { type Freshness, refreshingJob } from "./freshness";
import { listReading } from "./later-reading";
import { ListWork } from "./list-work";
import { isSameList, type PaneState, type Step } from "./pane-state";
import { PaneStore } from "./pane-store";
import { isQuestion } from "./question";
import { SettingsSaver } from "./settings-saver";
import { SummaryNotice } from "./summary-notice";

const repairs = () => import(/* webpackChunkName: "scores" */ "../../workbook/repairs/make-number");

/** What lines of documents can be added up by. */
export type LineUnit = NonNullable<ReadingChoices["unit"]>;

/**
 * The pane at work on one workbook: React shows its state and calls its methods. No method throws: what goes wrong stands
 * in the state.
 */
export class PaneSession {
  readonly #store: PaneStore;
  readonly #saver: SettingsSaver;
  readonly #lists: ListWork;
  readonly #following: Following;
  readonly #summary: SummaryNotice;
  #endRuns: () => void = () => undefined;
  #stopped = false;

  /** @param displayLanguage `Office.context.displayLanguage` */
  constructor(readonly displayLanguage: string) {
    this.#store = new PaneStore(displayLanguage);
    this.#saver = new SettingsSaver(this.#store.mishap);
    this.#lists = new ListWork(this.#store, this.#saver, (freshness) => void this.#compared(freshness));
    this.#following = new Following(this.#store, this.#lists);
    this.#summary = new SummaryNotice(this.#store);
  }

  /** A new object with every change, the same one until then. */
  get state(): PaneState {
    return this.#store.state;
  }

  /** Calls the listener after every change, until the function that is given back is called. */
  get subscribe(): (listener: () => void) => () => void {
    return this.#store.subscribe;
  }

  /** Looks at the workbook and begins to follow it. Resolves once the first list is read, or none was found. */
  async start(): Promise<void> {
    let before = runs.state.status;
    this.#endRuns = runs.subscribe(() => {
      const { status } = runs.state;
      if (status === "running") this.#store.tell({ type: "jobAnswered", job: null });
      if (before === "running" && status !== "running") this.#runEnded();
      before = status;
    });
    const firstRun = runs.state.status === "idle" && (await isFirstRun().catch(() => false));
    if (this.#stopped) return;
    if (runs.state.status !== "idle") this.goTo("run");
    this.#store.tell({ type: "opened", firstRun });
    // A change between the first look and the first event would be heard by nobody.
    await this.#following.watch();
    await (firstRun ? this.#following.look() : this.findList());
  }

  /** Stops following. What the user changed is stored. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#store.close();
    this.#endRuns();
    this.#lists.stop();
    this.#summary.cancel();
    await this.#following.stop();
    await this.#saver.flush();
  }

  /** Nobody sees the pane for now: what the user changed is stored at once, changes of the workbook wait. */
  sleep(): void {
    void this.#saver.flush();
    this.#following.sleep();
  }

  wake(): void {
    this.#following.wake();
  }

  /** The user has read the first screen and wants to begin with his own list. */
  async begin(): Promise<void> {
    this.#store.tell({ type: "begun" });
    // Where nothing can be kept, the first screen comes again: no reason to say anything.
    void saveBegun().catch(() => undefined);
    await this.findList();
  }

  /** Begins with invented clients on a sheet of their own. */
  async useSample(): Promise<void> {
    this.#store.tell({ type: "sampleAsked" });
    await this.#store.attempt(async () => {
      const { addSampleList } = await import(
        /* webpackChunkName: "sample" */ "../../workbook/add-sample-list"
      );
      const reference = await addSampleList(this.displayLanguage, (trace) =>
        runs.offerUndo({ job: "sample", trace }),
      );
      this.#store.tell({ type: "begun" });
      this.dismissMishap();
      this.#following.arrivedAt(reference);
      await Promise.all([this.chooseList(reference), this.#following.look()]);
    });
    this.#store.tell({ type: "sampleEnded" });
  }

  goTo(step: Step): void {
    this.#store.tell({ type: "wentTo", step });
  }

  /** Works on the likeliest list: the one under the selection, else the best of the workbook. */
  async findList(): Promise<void> {
    await this.#following.look();
    if (this.#stopped) return;
    const { choices } = this.state;
    await this.chooseList(choices?.selected ?? choices?.options[0]?.reference ?? null);
  }

  /** Works on another list from now on; null: on the one that a run would take. */
  async chooseList(reference: SourceReference | null): Promise<void> {
    await this.#lists.choose(reference);
  }

  /** Reads the list in use anew. */
  async readAgain(): Promise<void> {
    const { list, choices } = this.state;
    await (list && choices ? this.#lists.read() : this.findList());
  }

  /** The user says what the columns mean. A mapping that no run could use is not kept. */
  changeMapping(mapping: Mapping): void {
    this.#take(mapping);
  }

  /** Back to what the headers propose; what was decided about names and currencies stays. */
  proposeMapping(): void {
    const reading = this.state.list?.reading;
    if (!reading) return;
    const proposal = listReading.come!.proposedMapping(columnsInView(reading).list);
    const choices = this.state.mapping?.choices;
    if (proposal && choices) this.#take({ ...proposal, choices });
    else this.#take(proposal, { kept: null });
  }

  /** The user answers a question about the reading; the answer is kept for this list, and everything follows. */
  answer(choice: ListChoice): void {
    const reading = this.state.list?.reading;
    if (!reading) return;
    this.#rememberJob();
    const { lines } = reading;
    if (lines?.doubt && columnsInView(reading).list !== lines.list) {
      // A list of clients is in view, the question is about the lines behind it.
      this.#saver.mapping(lines.identity, withChoice(lines.mapping, choice));
      this.#store.tell({ type: "mappingChanged", mapping: this.state.mapping, answered: true });
      this.#lists.readSoon();
      return;
    }
    const mapping = this.state.mapping ?? listReading.come!.likeliestMapping(columnsInView(reading).list);
    if (mapping) this.#take(withChoice(mapping, choice), { answered: true });
  }

  /** The user decides about names, or takes an answer back. */
  decide(choices: ReadingChoices): void {
    const { mapping } = this.state;
    if (!mapping) return;
    const { version, columns } = mapping;
    this.#take({ version, columns, ...(isEmpty(choices) ? {} : { choices }) }, { answered: true });
  }

  /** The user says in which periods lines of documents are added up; it is kept for those lines. */
  addUpBy(unit: LineUnit): void {
    const reading = this.state.list?.reading;
    const lines = reading?.lines;
    if (!reading || !lines) return;
    const isInView = columnsInView(reading).list === lines.list;
    const mapping = (isInView && this.state.mapping) || lines.mapping;
    // Months are what nobody has to choose.
    const choices = onlyDecided({ ...mapping.choices, unit: unit === "month" ? undefined : unit });
    if (isInView) {
      this.decide(choices);
      return;
    }
    this.#saver.mapping(lines.identity, { ...mapping, choices });
    this.#lists.readSoon();
  }

  /** The user changes the rules. */
  changePolicy(policy: Policy): void {
    this.#saver.policy(policy);
    this.#store.tell({ type: "policyChanged", policy });
    this.#lists.classifySoon();
  }

  /** Puts empty columns for scores beside the list in use; that can be undone. */
  async addScoreColumns(criteria: readonly WantedCriterion[]): Promise<void> {
    const reading = this.state.list?.reading;
    if (!reading) return;
    const { scale, attractivenessCut, loyaltyCut } = this.state.policy.kaism;
    await this.#saver.flush();
    await this.#store.attempt(async () => {
      const { addScoreColumns } = await import(
        /* webpackChunkName: "scores" */ "../../workbook/score-columns/add-score-columns"
      );
      const trace = await addScoreColumns({
        source: reading.reference,
        criteria,
        scale,
        cuts: { attractiveness: attractivenessCut, loyalty: loyaltyCut },
        language: reading.language,
      });
      if (trace) runs.offerUndo({ job: "scores", trace });
    });
    await this.#lists.read();
  }

  /** Writes the numbers that texts were read as over the texts; {@link putTextsBack} is the way back. */
  async makeNumbers(finding: Finding): Promise<void> {
    await this.#store.attempt(async () => {
      const { makeNumbers } = await repairs();
      const made = await makeNumbers(finding);
      this.#store.tell({ type: "numbersMade", made: [made, ...this.state.numbersMade] });
      if (made.writtenOver) throw made.writtenOver;
      if (made.left !== null) throw new Problem({ kind: "cellLeft", address: made.left });
    });
    await this.#lists.read();
  }

  async putTextsBack(made: NumbersMade): Promise<void> {
    await this.#store.attempt(async () => {
      const { putTextsBack } = await repairs();
      const left = await putTextsBack(made);
      this.#store.tell({
        type: "numbersMade",
        made: this.state.numbersMade.filter((each) => each !== made),
      });
      if (left !== null) throw new Problem({ kind: "cellLeft", address: left });
    });
    await this.#lists.read();
  }

  /** What is written from now on is in this language. */
  async changeLanguage(language: Language): Promise<void> {
    const before = this.state.language;
    this.#store.tell({ type: "languageChanged", language });
    await this.#store.attempt(
      () => saveLanguage(language),
      () => this.#store.tell({ type: "languageChanged", language: before }),
    );
  }

  /** The clients that the what-if card leaves out. @param names as the portfolio has them */
  pick(names: ReadonlySet<string>): void {
    this.#store.tell({ type: "picked", names });
  }

  /** What scenarios of this list are reckoned with, now and the next time. */
  changeCosts(costs: ScenarioCosts): void {
    const reading = this.state.list?.reading;
    if (!reading) return;
    this.#saver.costs(columnsInView(reading).identity, costs);
    this.#store.tell({ type: "costsChanged", costs });
    this.#lists.compareAgain();
  }

  /** Goes to cells of the workbook. @param address A1 with sheet */
  async show(address: string): Promise<void> {
    await this.#store.attempt(() => showCells(this.#standing(address)));
  }

  /** Goes to the columns that a run wrote. */
  async showColumns(columns: ColumnsTrace): Promise<void> {
    await this.#store.attempt(() => showColumns(columns));
  }

  /** Classes are compared with those of another run, here and in the next report. @param fingerprint null = the last one */
  compareWith(fingerprint: string | null): void {
    this.#store.tell({ type: "comparedWith", fingerprint });
  }

  /** Brings up to date what the workbook shows of an earlier state. */
  async refresh(): Promise<void> {
    const { freshness } = this.state;
    const job = freshness && refreshingJob(freshness);
    if (job) await this.run(job);
  }

  /** Starts a run on the list in use, with everything the user changed. */
  async run(job: Job, asked: AskedOfRun = {}): Promise<void> {
    const reference = this.state.list?.reading?.reference;
    await this.#saver.flush();
    const { compareWith } = this.state;
    const { client, scenario } = asked;
    await runs.start(job, {
      ...(reference && { source: reference }),
      ...(compareWith !== null && { compareWith }),
      ...(client !== undefined && { client }),
      ...(scenario && { scenario }),
    });
  }

  /** Undoes what was done last. */
  async undo(): Promise<void> {
    await this.#saver.flush();
    await runs.undo();
  }

  /** What Keyfolio has in the workbook, for the question whether it shall go; null when that could not be seen. */
  async findOwnWork(): Promise<OwnWorkFound | null> {
    let found: OwnWorkFound | null = null;
    await this.#saver.flush();
    await this.#store.attempt(async () => {
      const { findOwnWork } = await import(
        /* webpackChunkName: "undo" */ "../../workbook/undo/remove-keyfolio"
      );
      found = await findOwnWork();
    });
    return found;
  }

  /** Takes everything of Keyfolio's out of the workbook. */
  async remove(options: RemovalOptions): Promise<void> {
    await this.#saver.flush();
    await runs.remove(options);
  }

  /** Does again what was stopped on its way back. */
  async takeBackAgain({ job, ...options }: TakingBack): Promise<void> {
    await (job === "undo" ? this.undo() : this.remove(options));
  }

  /** Shows all rows of the list at an address, which need not be the one in use, then goes on with the way back. */
  async clearFilterAndTakeBack(work: TakingBack, address: string): Promise<void> {
    if (await this.#store.attempt(() => clearFilterAt(address))) await this.takeBackAgain(work);
  }

  /** Shows all rows of the list, then runs. */
  async clearFilterAndRun(job: Job, asked: AskedOfRun = {}): Promise<void> {
    const reference = this.state.list?.reading?.reference;
    if (reference && (await this.#store.attempt(() => clearFilter(reference)))) await this.run(job, asked);
  }

  /** The user has seen how the last run ended. */
  dismissRun(): void {
    runs.dismiss();
  }

  dismissMishap(): void {
    this.#store.tell({ type: "mishap", problem: null });
  }

  /** The user stays with the list in use. */
  stayHere(): void {
    this.#store.tell({ type: "wentElsewhere", option: null });
  }

  /** The address, or that of the documents where the list of clients is still to be made of them. */
  #standing(address: string): string {
    const reading = this.state.list?.reading;
    if (!reading?.lines || reading.lines.isMade) return address;
    const isToBeMade = address.startsWith(`${quotedSheetName(reading.list.sheet)}!`);
    return isToBeMade ? columnsInView(reading).address : address;
  }

  /**
   * Takes another meaning of the columns.
   * @param kept what the workbook keeps: the mapping itself where a run could use it
   */
  #take(
    mapping: Mapping | null,
    {
      kept = mapping && isUsable(mapping) ? mapping : null,
      answered = false,
    }: { kept?: Mapping | null; answered?: boolean } = {},
  ): void {
    const reading = this.state.list?.reading;
    if (!reading) return;
    const before = this.state.mapping;
    this.#saver.mapping(columnsInView(reading).identity, kept);
    this.#store.tell({ type: "mappingChanged", mapping, answered });
    if (isForReading(reading, before, mapping)) this.#lists.readSoon();
    else this.#lists.classifySoon();
  }

  /** The run that a question stopped waits for the answer, and then for the user. */
  #rememberJob(): void {
    const { state } = runs;
    if (state.status !== "stopped" || !isQuestion(state.problem)) return;
    if (state.job !== "dossier" && state.job !== "scenario")
      this.#store.tell({ type: "jobAnswered", job: state.job });
    runs.dismiss();
  }

  /** The list in use may have gone with its sheet. */
  async #readWhatIsLeft(): Promise<void> {
    await this.#following.look();
    const { choices, list } = this.state;
    const isThere = choices?.options.some(({ reference }) => isSameList(reference, list?.reference ?? null));
    await (isThere ? this.readAgain() : this.findList());
  }

  /** A message about a run goes once it is not so any more, and Summary says what it shows. */
  async #compared(freshness: Freshness): Promise<void> {
    const { classification } = this.state;
    const { state } = runs;
    const { isOverdue } = listReading.come!;
    if (state.status === "done" && classification && (await isOverdue(state, classification, freshness))) {
      if (runs.state === state) runs.dismiss();
    }
    this.#summary.askFor(freshness);
  }

  #runEnded(): void {
    // What a run wrote is of now, until the list has been looked at again.
    this.#summary.forget();
    this.#store.tell({ type: "compared", freshness: null });
    // What the ribbon did is what a pane that was still introducing itself goes on with.
    const { status } = runs.state;
    if (status === "stopped" || this.state.phase === "firstRun") this.goTo("run");
    this.#store.tell({ type: "begun" });
    if (status === "undone" || status === "removed") {
      void this.#readWhatIsLeft();
      return;
    }
    void this.readAgain();
    this.#following.lookSoon();
  }
}

/** What a run needs to know beside the list: the client of a dossier, what a scenario supposes. */
type AskedOfRun = Pick<JobRequest, "client" | "scenario">;

type TakingBack = Extract<RunState, { status: "notTakenBack" }>["work"];

/** Whether another meaning of the columns makes another list of it: lines of documents are added up where they are read. */
function isForReading(reading: ListReading, before: Mapping | null, now: Mapping | null): boolean {
  if (now && !isUsable(now)) return false;
  if (reading.lines || before === null || now === null) return true;
  return listReading.come!.linesWithin(reading.list, now, today()).length > 0;
}

const isEmpty = (choices: ReadingChoices): boolean => Object.keys(choices).length === 0;
