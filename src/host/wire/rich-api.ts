import type { HostError } from "../model/host-error";
import type { ApiLevel } from "./api-level";
import type { CellEditing } from "./cell-editing";
import { type CustomFunctions, customFunctionsService } from "./custom-functions";
import { dispatch } from "./objects/dispatcher";
import type { Events } from "./events";
import { type FailedReply, Faults } from "./faults";
import type { Journal } from "./journal";
import { KeptReferences } from "./objects/kept-references";
import type { ModelObject } from "./objects/members";
import { bytesOf, payloadLimitOnTheWeb } from "./payload";
import { ActionType, PathType, type RequestBody, RequestFlag } from "./objects/request";
import type { Taskpane } from "./taskpane";

export interface RichApiOptions {
  root: ModelObject;
  level: ApiLevel;
  mode: "desktop" | "web";
  /** True when the document may be seen but not changed (Excel on the web in viewing mode). */
  viewOnly: boolean;
  journal: Journal;
  faults: Faults;
  events: Events;
  cellEditing: CellEditing;
  functions: CustomFunctions;
  taskpane: Taskpane;
}

/** The answer to call 93: a status of Office.js (0 = fine), and then the body or an explanation. */
export type RichApiReply = { status: 0; body: string } | { status: number; message: string };

/** Numbers by which Office.js knows failures of a whole request (`OSF.DDA.ErrorCodeManager.errorCodes`). */
const Status = {
  invalidApiCallInContext: 5004,
  internalError: 5001,
  requestPayloadSizeLimitExceeded: 5103,
  responsePayloadSizeLimitExceeded: 5104,
  noCapability: 7000,
} as const;

/** Answers rich API requests one after another, as Excel does. */
export class RichApi {
  readonly references = new KeptReferences();
  readonly #options: RichApiOptions;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: RichApiOptions) {
    this.#options = options;
  }

  /** From now on requests stay unanswered, as when Excel is closed. */
  close(): void {
    this.#closed = true;
  }

  /** @param text JSON of the request; @param flags bits of `RequestFlag`. */
  answer(text: string, flags: number): Promise<RichApiReply> {
    // A request in the queue may wait for what custom functions answer: their runtime is not kept waiting behind it.
    if (text.includes(customFunctionsService)) {
      const body = JSON.parse(text) as RequestBody;
      if (isForService(body, customFunctionsService)) {
        return this.#answerFunctions(body, text);
      }
    }
    const answered = this.#last.then(() =>
      this.#closed ? new Promise<never>(() => undefined) : this.#answer(text, flags),
    );
    this.#last = answered.catch(() => undefined);
    return answered;
  }

  async #answerFunctions(body: RequestBody, text: string): Promise<RichApiReply> {
    if (this.#closed) {
      return new Promise<never>(() => undefined);
    }
    const started = performance.now();
    const requestBytes = bytesOf(text);
    let reply: RichApiReply;
    let error: string | null = null;
    let defect: unknown = null;
    let operations: string[] = [];
    if (this.#options.cellEditing.active) {
      error = "InvalidOperationInCellEditMode";
      reply = refusal(Status.invalidApiCallInContext, "Excel is in cell-editing mode");
    } else if (this.#options.mode === "web" && requestBytes > payloadLimitOnTheWeb) {
      error = "RequestPayloadSizeLimitExceeded";
      reply = refusal(Status.requestPayloadSizeLimitExceeded, error);
    } else {
      const dispatched = await dispatch(body, {
        root: {},
        rootMembers: {},
        services: { [customFunctionsService]: this.#options.functions.service },
        level: this.#options.level,
        references: this.references,
        faults: noFaults,
      });
      ({ defect, operations } = dispatched);
      error = dispatched.reply.Error?.Code ?? null;
      reply = { status: 0, body: JSON.stringify(dispatched.reply) };
    }
    this.#options.journal.add({
      actions: body.Actions.length,
      requestBytes,
      replyBytes: "body" in reply ? bytesOf(reply.body) : 0,
      operations,
      housekeeping: true,
      writes: false,
      error,
      defect,
      milliseconds: performance.now() - started,
    });
    return reply;
  }

  async #answer(text: string, flags: number): Promise<RichApiReply> {
    const { faults, journal, cellEditing, mode } = this.#options;
    const started = performance.now();
    const body = JSON.parse(text) as RequestBody;
    const housekeeping = isHousekeeping(body);
    const planned = housekeeping ? null : await faults.beforeThisRequest();
    const requestBytes = bytesOf(text);
    const entry = {
      actions: body.Actions.length,
      requestBytes,
      replyBytes: 0,
      operations: [] as string[],
      housekeeping,
      writes: (flags & RequestFlag.write) !== 0,
      error: null as string | null,
      defect: null as unknown,
      milliseconds: 0,
    };
    const close = (reply: RichApiReply, error: string | null): RichApiReply => {
      entry.error = error;
      entry.replyBytes = "body" in reply ? bytesOf(reply.body) : 0;
      entry.milliseconds = performance.now() - started;
      journal.add(entry);
      this.#options.events.release();
      return reply;
    };

    if (mode === "web" && requestBytes > payloadLimitOnTheWeb) {
      return close(
        refusal(Status.requestPayloadSizeLimitExceeded, "RequestPayloadSizeLimitExceeded"),
        "RequestPayloadSizeLimitExceeded",
      );
    }
    if (cellEditing.active) {
      if ((flags & RequestFlag.delayForCellEdit) === 0) {
        return close(
          refusal(Status.invalidApiCallInContext, "Excel is in cell-editing mode"),
          "InvalidOperationInCellEditMode",
        );
      }
      await cellEditing.finished();
    }
    if (this.#options.viewOnly && entry.writes && !housekeeping) {
      return close(refusal(Status.noCapability, "The document is open for viewing only."), "AccessDenied");
    }
    if (planned?.kind === "refused") {
      return close(failed(planned), planned.code);
    }

    this.#options.events.hold(!housekeeping);
    const { reply, operations, defect } = await dispatch(body, {
      root: this.#options.root,
      rootMembers: { _Runtime: new Runtime(this.#options.events) },
      services: { ...services, ...this.#options.taskpane.$services },
      level: this.#options.level,
      references: this.references,
      faults,
    });
    entry.operations = operations;
    entry.defect = defect;
    if (planned?.kind === "lost") {
      return close(failed(planned), planned.code);
    }
    const replyText = JSON.stringify(reply);
    if (mode === "web" && bytesOf(replyText) > payloadLimitOnTheWeb) {
      return close(
        refusal(Status.responsePayloadSizeLimitExceeded, "ResponsePayloadSizeLimitExceeded"),
        "ResponsePayloadSizeLimitExceeded",
      );
    }
    return close({ status: 0, body: replyText }, reply.Error?.Code ?? null);
  }
}

/** `context.runtime`. */
class Runtime {
  readonly #events: Events;

  constructor(events: Events) {
    this.#events = events;
  }

  get enableEvents(): boolean {
    return this.#events.enabled;
  }

  set enableEvents(enabled: boolean) {
    this.#events.enabled = enabled;
  }
}

/** What the client creates by name. */
const services: Record<string, ModelObject> = {
  /** The page registered a ribbon command (`Office.actions.associate`). */
  "Microsoft.InternalService.AddinInternalService": { notifyActionHandlerReady: () => null },
};

/** What the functions runtime sends is the client's own affair: faults are planned for the add-in's requests. */
const noFaults = new Faults();

/** True for a request that the client sends to the service alone; it names the root object beside it. */
function isForService(body: RequestBody, name: string): boolean {
  const paths = Object.values(body.ObjectPaths);
  const isService = (path: (typeof paths)[number]) =>
    path.ObjectPathType === PathType.newObject && path.Name === name;
  return (
    paths.some(isService) && paths.every((path) => path.ObjectPathType === PathType.root || isService(path))
  );
}

/** The client's own affairs: giving back references after `Excel.run`, telling a service that it is ready. */
function isHousekeeping(body: RequestBody): boolean {
  const paths = Object.values(body.ObjectPaths);
  return (
    paths.every((path) => path.ObjectPathType === PathType.newObject) ||
    (body.Actions.some((action) => action.Name === "_RemoveReference") &&
      body.Actions.every(
        (action) => action.Name === "_RemoveReference" || action.ActionType === ActionType.instantiate,
      ))
  );
}

function refusal(status: number, message: string): RichApiReply {
  return { status, message };
}

/** A whole request that fails with a code of the object model: an answer without results, blaming no action. */
function failed({ code, message }: FailedReply): RichApiReply {
  const known: Partial<Record<HostError["code"], number>> = {
    InvalidOperationInCellEditMode: Status.invalidApiCallInContext,
    RequestPayloadSizeLimitExceeded: Status.requestPayloadSizeLimitExceeded,
    ResponsePayloadSizeLimitExceeded: Status.responsePayloadSizeLimitExceeded,
  };
  const status = known[code];
  if (status !== undefined) {
    return refusal(status, message);
  }
  const error = { Code: code, Message: message, ActionIndex: -1, Location: "", HttpStatusCode: 500 };
  return { status: 0, body: JSON.stringify({ Results: [], TraceIds: [], Error: error }) };
}
