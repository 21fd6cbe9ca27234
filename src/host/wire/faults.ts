import { HostError } from "../model/host-error";

/** Codes that a request or an action can be made to fail with. */
export type FaultCode = HostError["code"];

export interface FailedReply {
  code: FaultCode;
  message: string;
  /**
   * "refused": the request is refused as a whole, nothing took effect.
   * "lost": everything took effect, but the answer never reached the add-in (a broken connection).
   */
  kind: "refused" | "lost";
}

interface PlannedRequest {
  /** Requests still to pass before this one. */
  remaining: number;
  failure: FailedReply | null;
  delay: number;
  before: (() => unknown) | null;
  /** Happens again with every further request. */
  lasts: boolean;
}

interface PlannedAction {
  remaining: number;
  matches: string | null;
  code: FaultCode;
  message: string;
}

/**
 * Misfortunes to order: each counts from the moment it is planned, 1 = the next. Planned misfortunes happen once, but for
 * `failFrom`.
 * Requests that only give back references (the client's own cleaning up after `Excel.run`) are not counted.
 */
export class Faults {
  #requests: PlannedRequest[] = [];
  #actions: PlannedAction[] = [];

  /** The k-th request from now is refused as a whole. */
  failRequest(k: number, code: FaultCode = "GeneralException", message = `Planned failure: ${code}`): void {
    this.#plan(k, { failure: { code, message, kind: "refused" } });
  }

  /** The k-th request from now takes effect, but its answer is lost. */
  loseReply(k: number, message = "Planned failure: the answer was lost"): void {
    this.#plan(k, { failure: { code: "GeneralException", message, kind: "lost" } });
  }

  /** From the k-th request on nothing reaches Excel any more: a connection that is gone for good. */
  failFrom(
    k: number,
    code: FaultCode = "GeneralException",
    message = `Planned failure: ${code}, for good`,
  ): void {
    this.#plan(k, { failure: { code, message, kind: "refused" }, lasts: true });
  }

  /** The k-th request from now takes that many milliseconds longer. */
  delayRequest(k: number, milliseconds: number): void {
    this.#plan(k, { delay: milliseconds });
  }

  /** Runs (and awaits) the callback before the k-th request from now: what another person does in between. */
  beforeRequest(k: number, callback: () => unknown): void {
    this.#plan(k, { before: callback });
  }

  /**
   * The k-th action from now that changes or calls something fails; what stands before it in the request has taken effect.
   * Loads, and objects made on the way (`getRange`), are not counted.
   * `operation` counts only actions of that wire name: "Values=" for a set, "Delete()" for a call.
   */
  failAction(k: number, code: FaultCode = "GeneralException", operation: string | null = null): void {
    requirePositive(k);
    this.#actions.push({ remaining: k, matches: operation, code, message: `Planned failure: ${code}` });
  }

  /** Forgets everything that was planned and has not happened. */
  clear(): void {
    this.#requests = [];
    this.#actions = [];
  }

  /** True while something planned has not happened: a test that ends so tested nothing. */
  get pending(): boolean {
    return this.#requests.some(({ remaining }) => remaining > 0) || this.#actions.length > 0;
  }

  /** For the wire: runs what was planned before this request, and says whether and how it fails. */
  async beforeThisRequest(): Promise<FailedReply | null> {
    const due = this.#requests.filter(
      (planned) => --planned.remaining === 0 || (planned.lasts && planned.remaining < 0),
    );
    this.#requests = this.#requests.filter((planned) => planned.remaining > 0 || planned.lasts);
    for (const planned of due) {
      await planned.before?.();
      if (planned.delay > 0) {
        await new Promise((resolve) => setTimeout(resolve, planned.delay));
      }
    }
    return due.find((planned) => planned.failure !== null)?.failure ?? null;
  }

  /** For the dispatcher: throws when this action was planned to fail. */
  beforeAction(operation: string): void {
    if (this.#actions.length === 0 || operation === "" || operation === unasked) {
      return;
    }
    const due = this.#actions.find(
      (planned) => (planned.matches === null || planned.matches === operation) && --planned.remaining === 0,
    );
    if (due) {
      this.#actions = this.#actions.filter((planned) => planned !== due);
      throw new HostError(due.code, due.message);
    }
  }

  #plan(k: number, misfortune: Partial<PlannedRequest>): void {
    requirePositive(k);
    this.#requests.push({ remaining: k, failure: null, delay: 0, before: null, lasts: false, ...misfortune });
  }
}

/** What Office.js calls for itself, some time after the page has begun: a planned failure waits for the add-in. */
const unasked = "NotifyActionHandlerReady()";

function requirePositive(k: number): void {
  if (!Number.isInteger(k) || k < 1) {
    throw new RangeError(`invalid count: ${k} (1 = the next)`);
  }
}
