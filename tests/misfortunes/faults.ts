import type { ExcelHost } from "../../src/host/excel-host";
import type { FaultCode } from "../../src/host/wire/faults";
import { limits } from "../../src/workbook/cells/read-rows";
import { Draws } from "../draws";
import { OpenExcel } from "./open-excel";
import { endingOf, type Operation, operations } from "./operations";
import { activateSame, changeAmounts, remember, small, today, usual } from "./people";
import { brokenPromises } from "./promises";
import { firstRunIn, type FirstRun, repairs } from "./repair";
import { drawScene, type Scene } from "./scene";
import { type Done, doneBefore, restTakenBack } from "./taken-back";
import { listIn } from "./world";

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

/** Tries faults on one case, each in a workbook of its own. */
export class FaultTrial {
  #firstRun: FirstRun | null = null;

  constructor(
    readonly excel: OpenExcel,
    readonly of: FaultCase,
  ) {}

  get #request() {
    return { today, displayLanguage: "en-US" };
  }

  /** Requests of the run when nothing happens, with the actions of each that a fault can meet. Null: the list cannot be read. */
  async dryRun(): Promise<number[] | null> {
    const opened = await this.#open();
    if (!opened) return null;
    const { host, without, done } = opened;
    Object.assign(limits, this.of.isCut ? small : usual);
    const ending = await endingOf(this.of.operation.run(this.#request, done?.trace));
    Object.assign(limits, usual);
    const actions = host.journal.requests.map(
      ({ operations: all }) => all.filter((each) => /=$|\.(?!get)\w+\(\)$/.test(each)).length,
    );
    host.dispose();
    without.dispose();
    return ending.problem || ending.thrown ? null : actions;
  }

  async verdictOf(fault: Fault): Promise<FaultVerdict> {
    const { operation, isCut } = this.of;
    const { host, without, given, done } = (await this.#open())!;
    try {
      const before = await host.toRecord();
      activateSame(before, without);
      plan(host, fault);
      Object.assign(limits, isCut ? small : usual);
      const ending = await endingOf(operation.run(this.#request, done?.trace));
      Object.assign(limits, usual);
      const hasHappened = !host.faults.pending;
      host.faults.clear();
      if (!hasHappened) return { fault, hasHappened, ending: "", promises: [] };
      remember(host, ending, given);
      const after = await host.toRecord();
      const isConnected = !isForGood(fault);
      const promises = brokenPromises({
        operation,
        ending,
        before,
        after,
        without: await without.toRecord(),
        given,
        done,
        isConnected,
      });
      if (done) {
        const all = { host, without, operation, request: this.#request, given, done };
        promises.push(...(await restTakenBack(this.excel, all, false)));
        return { fault, hasHappened, ending: ending.problem?.kind ?? "ok", promises };
      }
      const request = { ...this.#request, sheet: listIn(host.workbook)?.sheet.name };
      this.#firstRun ??= await firstRunIn(this.excel, without, operation, request);
      const untouched = await OpenExcel.aside(this.#record());
      if (this.of.isLater) changeAmounts(untouched.workbook);
      const all = { host, without: untouched, operation, request: this.#request, given };
      promises.push(...(await repairs(this.excel, all, this.#firstRun)));
      untouched.dispose();
      return { fault, hasHappened, ending: ending.problem?.kind ?? "ok", promises };
    } finally {
      Object.assign(limits, usual);
      host.dispose();
      without.dispose();
    }
  }

  #record() {
    return this.of.scene.record;
  }

  async #open(): Promise<{
    host: ExcelHost;
    without: ExcelHost;
    given: Set<string>;
    done: Done | null;
  } | null> {
    const { operation, isLater } = this.of;
    const without = await OpenExcel.aside(this.#record());
    const host = await this.excel.open(this.#record());
    const given = new Set<string>();
    if (isLater) {
      const first = await endingOf((operation.takesBack?.of ?? operation).run(this.#request));
      if (first.problem || first.thrown) return null;
      remember(host, first, given);
      for (const workbook of [host.workbook, without.workbook]) changeAmounts(workbook);
    }
    const done = operation.takesBack
      ? await doneBefore(host, operation.takesBack, this.#request, given)
      : null;
    if (operation.takesBack && !done) return null;
    host.journal.clear();
    return { host, without, given, done };
  }
}

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
