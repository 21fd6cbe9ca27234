import type { Problem } from "../portfolio";
import {
  hasNewColumns,
  isUndoable,
  problemOf,
  showColumns,
  type RemovalOptions,
  type ReportedRun,
  type RunOptions,
  type RunOutcome,
  type RunRequest,
  type Stage,
  type TakenBack,
  type UndoableTrace,
} from "../workbook";
import type { jobs } from "./jobs";
import { today } from "./today";

/** What can be run. */
export type Job = keyof typeof jobs;

/** What a run asks for; the day and the display language are those of the moment it starts. */
export type JobRequest = Omit<RunRequest, "today" | "displayLanguage">;

/** What was done last and can be undone, as long as this page lives. */
export interface Undoable {
  job: Job | "sample" | "scores";
  trace: UndoableTrace;
}

/** Everything that is done to the workbook, one thing at a time. */
export type Work = { job: Job } | { job: "undo" } | ({ job: "remove" } & RemovalOptions);

export type WorkStage = Stage | "undoing" | "removing";

export type RunState =
  | { status: "idle" }
  | {
      status: "running";
      job: Work["job"];
      stage: WorkStage;
      /** Part of the stage that is done, 0 to 1. */
      fraction: number;
      /** Milliseconds as `Date.now()` gives them. */
      startedAt: number;
      /** Whether `cancel` can still stop it: before the first write, and not when it was called already. */
      cancellable: boolean;
    }
  | {
      status: "done";
      job: Job;
      outcome: RunOutcome | ReportedRun | (RunOutcome & ReportedRun);
      request: JobRequest;
      milliseconds: number;
    }
  | { status: "stopped"; job: Job; request: JobRequest; problem: Problem; milliseconds: number }
  /** A run, or the sample, was undone. */
  | { status: "undone"; job: Undoable["job"]; taken: TakenBack }
  | { status: "removed"; taken: TakenBack }
  /** Undoing or removing stopped; it can be done again. */
  | { status: "notTakenBack"; work: Exclude<Work, { job: Job }>; problem: Problem };

/** Stages in which nothing has been written. */
const beforeWriting: ReadonlySet<WorkStage> = new Set<WorkStage>(["reading", "classifying"]);

class Runs {
  #state: RunState = { status: "idle" };
  #current: { end: Promise<RunState>; abort: AbortController } | null = null;
  #undoable: Undoable | null = null;
  readonly #listeners = new Set<() => void>();
  /** What is done aside, and never fails. */
  #aside: Promise<void> = Promise.resolve();

  /** A new object with every change, the same one until then. */
  get state(): RunState {
    return this.#state;
  }

  /** What {@link undo} would undo; null for nothing. */
  get undoable(): Undoable | null {
    return this.#undoable;
  }

  /** Calls the listener after every change of the state, until the function that is given back is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Starts a job, unless one is running: then that one goes on, and its end is the one to wait for.
   * @returns the state at the end, "done" or "stopped"; never rejects
   */
  start(job: Job, request: JobRequest): Promise<RunState> {
    return this.#begin(job, "reading", async (options, startedAt) => {
      // What a run that stops between its parts has written can be undone, too.
      const remember = (trace: UndoableTrace) => {
        this.#undoable = isUndoable(trace) ? { job, trace } : null;
      };
      const result = await perform(job, request, { ...options, onRowsWritten: remember });
      if (result.status === "done") remember(result.outcome.trace);
      return { ...result, job, request, milliseconds: Date.now() - startedAt };
    });
  }

  /**
   * Undoes what was done last in this page.
   * @returns the state at the end, "undone" or "notTakenBack"; never rejects
   */
  undo(): Promise<RunState> {
    return this.#begin("undo", "undoing", async () => {
      const undoable = this.#undoable;
      if (!undoable) return { status: "idle" };
      try {
        const { undoRun } = await import(/* webpackChunkName: "undo" */ "../workbook/undo/undo-run");
        const taken = await undoRun(undoable.trace);
        this.#undoable = null;
        return { status: "undone", job: undoable.job, taken };
      } catch (error) {
        return { status: "notTakenBack", work: { job: "undo" }, problem: problemOf(error) };
      }
    });
  }

  /**
   * Takes everything of Keyfolio's out of the workbook.
   * @returns the state at the end, "removed" or "notTakenBack"; never rejects
   */
  remove(options: RemovalOptions): Promise<RunState> {
    return this.#begin("remove", "removing", async () => {
      try {
        const { removeKeyfolio } = await import(
          /* webpackChunkName: "undo" */ "../workbook/undo/remove-keyfolio"
        );
        const taken = await removeKeyfolio(options);
        this.#undoable = null;
        return { status: "removed", taken };
      } catch (error) {
        return { status: "notTakenBack", work: { job: "remove", ...options }, problem: problemOf(error) };
      }
    });
  }

  /** Does something small to the workbook of which nobody has to hear, unless a work goes on; one that begins waits for its end. */
  async aside(work: () => Promise<void>): Promise<void> {
    if (this.#current) return;
    this.#aside = this.#aside.then(work).catch(() => undefined);
    await this.#aside;
  }

  /** Something else that was done in this page and can be undone. */
  offerUndo(undoable: Undoable): void {
    this.#undoable = undoable;
    if (!this.#current) this.#change({ status: "idle" });
  }

  /** Does one work at a time: while one goes on, its end is the one to wait for. */
  #begin(
    job: Work["job"],
    first: WorkStage,
    work: (options: RunOptions, startedAt: number) => Promise<RunState>,
  ): Promise<RunState> {
    if (this.#current) return this.#current.end;
    const abort = new AbortController();
    const startedAt = Date.now();
    const report = (stage: WorkStage, fraction: number) =>
      this.#change({
        status: "running",
        job,
        stage,
        fraction,
        startedAt,
        cancellable: beforeWriting.has(stage) && !abort.signal.aborted,
      });
    const end = this.#aside
      .then(() => work({ onProgress: report, signal: abort.signal }, startedAt))
      .then((state) => {
        this.#current = null;
        return this.#change(state);
      });
    this.#current = { end, abort };
    report(first, 0);
    return end;
  }

  /** Asks the run to stop before its first write. */
  readonly cancel = (): void => {
    this.#current?.abort.abort();
    if (this.#state.status === "running" && this.#state.cancellable) {
      this.#change({ ...this.#state, cancellable: false });
    }
  };

  /** The user has seen how the last run ended. */
  readonly dismiss = (): void => {
    if (this.#current === null && this.#state.status !== "idle") this.#change({ status: "idle" });
  };

  #change<State extends RunState>(state: State): State {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
    return state;
  }
}

type Done = Extract<RunState, { status: "done" }>;
type Stopped = Extract<RunState, { status: "stopped" }>;

/** Does the job. Never rejects. */
async function perform(
  job: Job,
  request: JobRequest,
  options: RunOptions & { onRowsWritten: (trace: UndoableTrace) => void },
): Promise<Pick<Done, "status" | "outcome"> | Pick<Stopped, "status" | "problem">> {
  try {
    const { displayLanguage } = Office.context;
    const { jobs } = await import(/* webpackChunkName: "runs" */ "./jobs");
    const outcome = await jobs[job]({ ...request, today: today(), displayLanguage }, options);
    if (job === "classifyRows" && !request.isUnattended) await showWhatIsNew(outcome.trace);
    return { status: "done", outcome };
  } catch (error) {
    return { status: "stopped", problem: problemOf(error) };
  }
}

/** New columns come into view; the run is done whether they can be shown or not. */
async function showWhatIsNew({ columns }: Done["outcome"]["trace"]): Promise<void> {
  if (columns && hasNewColumns(columns)) await showColumns(columns).catch(() => undefined);
}

/** The one way to run a job, for the ribbon and the pane: one at a time, and everybody sees how far it is. */
export const runs = new Runs();
