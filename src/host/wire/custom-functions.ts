import { answerOf } from "../functions/answer";
import {
  type FunctionRuntime,
  type Invocation,
  InvocationFlag,
  type OpenInvocation,
} from "../functions/invocation";
import type { FunctionAnswer } from "../functions/values";
import type { Events } from "./events";
import type { ModelObject } from "./objects/members";

/** Name under which the client's functions runtime finds its service (object path type 2). */
export const customFunctionsService = "Microsoft.ExcelServices.CustomFunctions";

/** Category and types of messages to the functions runtime. */
const category = 1;
const MessageType = { invocation: 1000, cancellation: 1001 } as const;

/** Parts of the runtime that Excel switches on: 1 cuts results to the size limit, 2 sends them every 200 ms instead of 500, 4 bounds that pause. */
const enabledFeatures = [1, 2, 4];

/** Calls that go into one event, unless their arguments are large. A guess: Excel's own number is not documented. */
const callsPerEvent = 500;
const charactersPerEvent = 4_000_000;

/**
 * Calls custom functions through the functions runtime of Office.js: several calls of one moment travel in one event, several
 * answers in one request. Calls made before the runtime says that it is ready wait for it.
 */
export class CustomFunctions implements FunctionRuntime {
  readonly #events: Events;
  readonly #open = new Map<number, (answer: FunctionAnswer) => void>();
  #waiting: { id: number; text: string }[] = [];
  #nextId = 1;
  #scheduled = false;
  #ready: () => void = () => undefined;
  /** Resolves when the page's runtime is ready to be called. */
  readonly whenReady = new Promise<void>((resolve) => (this.#ready = resolve));
  isReady = false;
  /** Set when a page asks for its host. */
  isConnected = false;
  /** Events that were sent, and the calls in them. */
  readonly sent = { events: 0, calls: 0 };

  constructor(events: Events) {
    this.#events = events;
  }

  invoke({ functionName, parameters, address, flags }: Invocation): OpenInvocation {
    const id = this.#nextId++;
    const head = `[${id},${JSON.stringify(functionName)},`;
    const answer = new Promise<FunctionAnswer>((resolve) => this.#open.set(id, resolve));
    this.#waiting.push({ id, text: `${head}${parameters},${JSON.stringify(address)},${flags}]` });
    this.#schedule();
    return { answer, cancel: () => this.#cancel(id, (flags & InvocationFlag.cancelable) !== 0) };
  }

  #cancel(id: number, tell: boolean): void {
    if (!this.#open.delete(id)) {
      return;
    }
    const unsent = this.#waiting.findIndex((each) => each.id === id);
    if (unsent >= 0) {
      this.#waiting.splice(unsent, 1);
    } else if (tell) {
      this.#send(MessageType.cancellation, [JSON.stringify({ invocationId: id })]);
    }
  }

  #schedule(): void {
    if (this.isReady && !this.#scheduled && this.#waiting.length > 0) {
      this.#scheduled = true;
      setTimeout(() => this.#sendWaiting(), 0);
    }
  }

  #sendWaiting(): void {
    this.#scheduled = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let first = 0; first < waiting.length;) {
      let characters = 0;
      let next = first;
      do {
        characters += waiting[next++].text.length;
      } while (next < waiting.length && next - first < callsPerEvent && characters < charactersPerEvent);
      this.#send(
        MessageType.invocation,
        waiting.slice(first, next).map(({ text }) => text),
      );
      this.sent.events++;
      this.sent.calls += next - first;
      first = next;
    }
  }

  #send(type: number, messages: string[]): void {
    this.#events.sendMessages(messages.map((message) => [category, type, "", message, 0, false]));
  }

  #settle(id: number, answer: FunctionAnswer): void {
    // An answer to a call that was cancelled or superseded finds nobody.
    this.#open.get(id)?.(answer);
    this.#open.delete(id);
  }

  /** What the client finds under `customFunctionsService`. */
  readonly service: ModelObject = {
    _SetOsfControlContainerReadyForCustomFunctions: () => {
      this.isReady = true;
      this.#ready();
      this.#schedule();
    },
    _GetEnabledFeatures: () => enabledFeatures,
    /** Entries `[id, succeeded, value, errorNumber?, …]`: the number is there for failures only. */
    setInvocationArrayResults: (results: [number, boolean, unknown, unknown][]) => {
      for (const [id, succeeded, value, errorNumber] of results) {
        this.#settle(id, answerOf(succeeded, value, errorNumber));
      }
    },
    /** The same from clients that support CustomFunctions before 1.7. */
    setInvocationResults: (
      results: { id: number; failed?: boolean; value?: unknown; errorCode?: number }[],
    ) => {
      for (const { id, failed, value, errorCode } of results) {
        this.#settle(id, answerOf(!failed, value, errorCode ?? 0));
      }
    },
  };
}
