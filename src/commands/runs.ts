import type { Problem } from "../portfolio";
import {
  classifyAndReport,
  classifyRows,
  portfolioReport,
  problemOf,
  type ReportedRun,
  type RunOptions,
  type RunOutcome,
  type RunRequest,
  type Stage,
} from "../workbook";
import { today } from "./today";

const jobs = { classifyRows, portfolioReport, classifyAndReport };

/** What can be run. */
export type Job = keyof typeof jobs;

/** What a run asks for; the day and the display language are those of the moment it starts. */
export type JobRequest = Omit<RunRequest, "today" | "displayLanguage">;

export type RunState =
  | { status: "idle" }
  | {
      status: "running";
      job: Job;
      stage: Stage;
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
      milliseconds: number;
    }
  | { status: "stopped"; job: Job; problem: Problem; milliseconds: number };

/** Stages in which nothing has been written. */
const beforeWriting: ReadonlySet<Stage> = new Set<Stage>(["reading", "classifying"]);

class Runs {
  #state: RunState = { status: "idle" };
  #current: { end: Promise<RunState>; abort: AbortController } | null = null;
  readonly #listeners = new Set<() => void>();

  /** A new object with every change, the same one until then. */
  get state(): RunState {
    return this.#state;
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
    if (this.#current) return this.#current.end;
    const abort = new AbortController();
    const startedAt = Date.now();
    const report: Report = (stage, fraction) =>
      this.#change({
        status: "running",
        job,
        stage,
        fraction,
        startedAt,
        cancellable: beforeWriting.has(stage) && !abort.signal.aborted,
      });
    const end = Promise.resolve()
      .then(() => perform(job, request, { onProgress: report, signal: abort.signal }))
      .then((result) => {
        this.#current = null;
        return this.#change({ ...result, job, milliseconds: Date.now() - startedAt });
      });
    this.#current = { end, abort };
    report("reading", 0);
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

type Report = NonNullable<RunOptions["onProgress"]>;
type Done = Extract<RunState, { status: "done" }>;
type Stopped = Extract<RunState, { status: "stopped" }>;

/** Does the job. Never rejects. */
async function perform(
  job: Job,
  request: JobRequest,
  options: RunOptions,
): Promise<Pick<Done, "status" | "outcome"> | Pick<Stopped, "status" | "problem">> {
  try {
    const { displayLanguage } = Office.context;
    return {
      status: "done",
      outcome: await jobs[job]({ ...request, today: today(), displayLanguage }, options),
    };
  } catch (error) {
    return { status: "stopped", problem: problemOf(error) };
  }
}

/** The one way to run a job, for the ribbon and the pane: one at a time, and everybody sees how far it is. */
export const runs = new Runs();
