import { createHash } from "node:crypto";
import type { ExcelHost } from "../../src/host/excel-host";
import type { FaultCode } from "../../src/host/wire/faults";
import type { WorkbookRecord } from "../../src/host/workbook-record";
import type { RunRequest } from "../../src/workbook";
import { limits } from "../../src/workbook/cells/read-rows";
import { Draws } from "../draws";
import { OpenExcel } from "./open-excel";
import { type Ending, endingOf, type Operation, operations } from "./operations";
import { activateSame, changeAmounts, remember, small, today, usual } from "./people";
import { brokenPromises } from "./promises";
import { firstRunIn, type FirstRun, repairs } from "./repair";
import { drawScene, type Scene } from "./scene";
import { type Done, doneBefore, removedIn, restTakenBack } from "./taken-back";

/** Codes with which the real service refuses what a run asks, or a request as a whole. */
const codes: readonly FaultCode[] = [
  "GeneralException",
  "AccessDenied",
  "InvalidOperation",
  "InvalidArgument",
  "ItemNotFound",
  "InvalidReference",
  "RequestAborted",
  "InvalidOperationInCellEditMode",
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "ItemAlreadyExists",
];

/** One misfortune of a run; `request` and `action` count from 1. */
export interface Fault {
  kind: "refused" | "lost" | "refused for good" | "lost for good" | "action" | "action for good";
  request: number;
  action?: number;
  code: FaultCode;
}

/** What is run, and on what; drawn from a seed. */
export interface FaultCase {
  seed: number;
  scene: Scene;
  operation: Operation;
  isLater: boolean;
  isCut: boolean;
}

export function drawFaultCase(seed: number, name: string | null = null): FaultCase {
  const draw = Draws.scattered(seed);
  const operation = draw.pick(operations.filter((each) => name === null || each.name === name));
  const scene = drawScene(draw, draw.pick(operation.scenes));
  return { seed, scene, operation, isLater: draw.chance(0.5), isCut: draw.chance(0.4) };
}

export const faultText = ({ kind, request, action, code }: Fault): string =>
  `${code} ${kind}, request ${request}${action === undefined ? "" : `, action ${action}`}`;

const kindsOfRequests = ["refused", "lost", "refused for good", "lost for good"] as const;

function plan({ faults }: ExcelHost, { kind, request, action, code }: Fault): void {
  if (kind === "refused") faults.failRequest(request, code);
  else if (kind === "refused for good") faults.failFrom(request, code);
  else if (kind === "lost" || kind === "lost for good") {
    faults.loseReply(request);
    if (kind === "lost for good") faults.failFrom(request + 1, code);
  } else {
    faults.beforeRequest(request, () => faults.failAction(action!, code));
    if (kind === "action for good") faults.failFrom(request + 1, code);
  }
}

const isForGood = ({ kind }: Fault) => kind.endsWith("for good");

export interface FaultVerdict {
  fault: Fault;
  /** False when the run was over before. */
  hasHappened: boolean;
  ending: string;
  promises: readonly string[];
}

/** Where every trial of a case begins: what was done before a run stands there. */
interface Beginning {
  record: WorkbookRecord;
  sheetIds: readonly string[];
  /** The same workbook without Keyfolio. */
  without: WorkbookRecord;
  given: ReadonlySet<string>;
  done: Done | null;
}

/** Tries faults on one case, each in a workbook of its own. */
export class FaultTrial {
  #beginning: Promise<Beginning | null> | null = null;
  #firstRun: Promise<FirstRun> | null = null;
  /** What is wrong after one more run, by the workbook that the fault left: many leave the same. */
  readonly #afterwards = new Map<string, readonly string[]>();

  constructor(
    readonly excel: OpenExcel,
    readonly of: FaultCase,
  ) {}

  get #request() {
    return { today, displayLanguage: "en-US" };
  }

  /** Requests of the run when nothing happens, with the actions of each that a fault can meet. Null: the list cannot be read. */
  async dryRun(): Promise<number[] | null> {
    const beginning = await this.#begun();
    if (!beginning) return null;
    const host = await this.#open(beginning);
    const ending = await this.#run(beginning);
    const actions = host.journal.requests.map(
      ({ operations: all }) => all.filter((each) => /=$|\.(?!get)\w+\(\)$/.test(each)).length,
    );
    host.dispose();
    return ending.problem || ending.thrown ? null : actions;
  }

  async verdictOf(fault: Fault): Promise<FaultVerdict> {
    const beginning = (await this.#begun())!;
    const { record: before, without, done } = beginning;
    const given = new Set(beginning.given);
    const host = await this.#open(beginning);
    try {
      plan(host, fault);
      const ending = await this.#run(beginning);
      const hasHappened = !host.faults.pending;
      host.faults.clear();
      if (!hasHappened) return { fault, hasHappened, ending: "", promises: [] };
      remember(host, ending, given);
      const after = await host.toRecord();
      const { operation } = this.of;
      const isConnected = !isForGood(fault);
      const promises = brokenPromises({
        operation,
        ending,
        before,
        after,
        without,
        given,
        done,
        isConnected,
      });
      const state = JSON.stringify([after, idsOf(host), [...given]]);
      const key = createHash("sha1").update(state).digest("hex");
      if (!this.#afterwards.has(key)) this.#afterwards.set(key, await this.#runAgain(host, beginning, given));
      promises.push(...this.#afterwards.get(key)!);
      return { fault, hasHappened, ending: ending.problem?.kind ?? "ok", promises };
    } finally {
      host.dispose();
    }
  }

  /** @returns what is wrong after one more run, in which nothing happens, and after everything is removed instead */
  async #runAgain(host: ExcelHost, { without, done }: Beginning, given: Set<string>): Promise<string[]> {
    const { operation } = this.of;
    const all = { host, without, operation, request: this.#request, given };
    if (done) return restTakenBack(this.excel, { ...all, done }, false);
    const removed = await this.#removed(await host.toRecord(), idsOf(host), all);
    const rest = await repairs(
      this.excel,
      all,
      (request) => (this.#firstRun ??= this.#runFirst(without, request)),
    );
    return [...rest, ...removed];
  }

  async #removed(
    record: WorkbookRecord,
    sheetIds: readonly string[],
    all: Omit<Parameters<typeof removedIn>[1], "host">,
  ): Promise<string[]> {
    const host = await this.excel.open(record, { sheetIds });
    try {
      return await removedIn(this.excel, { ...all, host });
    } finally {
      host.dispose();
    }
  }

  async #runFirst(without: WorkbookRecord, request: RunRequest): Promise<FirstRun> {
    const host = await OpenExcel.aside(without);
    const firstRun = await firstRunIn(this.excel, host, this.of.operation, request);
    host.dispose();
    return firstRun;
  }

  async #run({ done }: Beginning): Promise<Ending> {
    Object.assign(limits, this.of.isCut ? small : usual);
    try {
      return await endingOf(this.of.operation.run(this.#request, done?.trace ?? undefined));
    } finally {
      Object.assign(limits, usual);
    }
  }

  #open({ record, sheetIds }: Beginning): Promise<ExcelHost> {
    return this.excel.open(record, { sheetIds });
  }

  #begun(): Promise<Beginning | null> {
    return (this.#beginning ??= this.#begin());
  }

  async #begin(): Promise<Beginning | null> {
    const { operation, isLater, scene } = this.of;
    const without = await OpenExcel.aside(scene.record);
    const host = await this.excel.open(scene.record);
    try {
      const given = new Set<string>();
      if (isLater) {
        const first = await endingOf(operation.earlier(this.#request));
        if (first.problem || first.thrown) return null;
        remember(host, first, given);
        for (const workbook of [host.workbook, without.workbook]) changeAmounts(workbook);
      }
      const done = operation.takesBack
        ? await doneBefore(host, operation.takesBack, this.#request, given)
        : null;
      if (operation.takesBack && !done) return null;
      const record = await host.toRecord();
      activateSame(record, without);
      return { record, sheetIds: idsOf(host), without: await without.toRecord(), given, done };
    } finally {
      host.dispose();
      without.dispose();
    }
  }
}

const idsOf = ({ workbook }: ExcelHost): string[] => workbook.worksheets.items.map(({ id }) => id);

const fewActions = 10;

/**
 * All single faults of a run: every request refused, its answer lost, and everything from it on; every action of every request.
 * @param actions of each request, as the dry run counted them
 * @param most of a few, each request meets one of its misfortunes only; so many actions, evenly spread, where there are more
 */
export function* faultsOf(actions: readonly number[], seed: number, most: number): Iterable<Fault> {
  const codeOf = (n: number) => codes[(n + seed) % codes.length];
  for (let request = 1; request <= actions.length; request++) {
    for (const [i, kind] of kindsOfRequests.entries()) {
      const isDrawn = most >= fewActions || i === (request + seed) % kindsOfRequests.length;
      if (isDrawn) yield { kind, request, code: codeOf(request + i) };
    }
  }
  const every = Math.max(1, Math.ceil(actions.reduce((sum, of) => sum + of, 0) / most));
  for (let request = 1; request <= actions.length; request++) {
    for (let action = 1 + (seed % every); action <= actions[request - 1]; action += every) {
      const code = codeOf(request + action);
      yield { kind: action % 3 === 0 ? "action for good" : "action", request, action, code };
    }
  }
}
