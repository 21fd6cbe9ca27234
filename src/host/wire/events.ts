import { safeArray } from "./safe-array";

/** `eventType` numbers under which the client registers for the events of the object model. */
export const EventType = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetFormatChanged: 18,
  worksheetRowSorted: 19,
  worksheetColumnSorted: 20,
  worksheetProtectionChanged: 24,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** Identifiers of the host's own events (`RegisterEvent`). */
const HostEvent = { richApiMessage: 33, appCommandInvoked: 39 } as const;

/** Category of rich API messages that are events of the object model. */
const eventCategory = 65536;

/** `eventType` of the one event that belongs to the add-in's pane, not to a workbook. */
const visibilityChanged = 65539;

/** Target under which collections of the workbook register. */
const workbookTarget = "Workbook";

type Handler = (eventId: number, payload: unknown) => void;

/** Delivers events to the handlers that the client registered through `window.external.RegisterEvent`. */
export class Events {
  readonly #handlers = new Map<number, Handler[]>();
  #held: (() => void)[] | null = null;
  #isAddInActing = false;
  /** `context.runtime.enableEvents`: while false nothing is raised. */
  enabled = true;
  /** Whether events say who caused them (ExcelApi 1.14). */
  tellsTrigger = true;

  register(eventId: number, handler: Handler): void {
    this.#handlers.set(eventId, [...(this.#handlers.get(eventId) ?? []), handler]);
  }

  unregister(eventId: number): void {
    this.#handlers.delete(eventId);
  }

  /** From now on nothing is delivered. */
  close(): void {
    this.#handlers.clear();
  }

  /**
   * Raises an event of the object model; it is heard after the request that caused it was answered.
   * @param target identifier of the object it happened to; handlers of its worksheet and of the workbook hear it too.
   */
  raise(eventType: number, target: string, args: object): void {
    if (!this.enabled) {
      return;
    }
    const { worksheetId, source } = args as { worksheetId?: string; source?: string };
    const targets = new Set([target, worksheetId ?? target, workbookTarget]);
    const message = JSON.stringify(
      eventType === EventType.worksheetChanged
        ? // The client takes a missing direction for a shift.
          { shiftDirection: "None", ...this.#trigger(source), ...args }
        : args,
    );
    for (const each of targets) {
      const entry = safeArray([eventCategory, eventType, each, message, 0, source === "Remote"]);
      this.#deliver(HostEvent.richApiMessage, safeArray([entry]));
    }
  }

  /** The pane was shown or put away; `context.runtime.enableEvents` has no say in it. */
  raiseVisibility(visibility: "Visible" | "Hidden"): void {
    const message = JSON.stringify({ visibility });
    const entry = safeArray([eventCategory, visibilityChanged, "", message, 0, false]);
    this.#deliver(HostEvent.richApiMessage, safeArray([entry]));
  }

  /** What happens while a request is carried out is this add-in's doing; everything else is the user's. */
  #trigger(source: string | undefined): { triggerSource?: "ThisLocalAddin" | "Unknown" } {
    if (!this.tellsTrigger) {
      return {};
    }
    return { triggerSource: this.#isAddInActing && source !== "Remote" ? "ThisLocalAddin" : "Unknown" };
  }

  /** Messages to the functions runtime in one event; they do not wait for the end of a request, which may wait for them. */
  sendMessages(entries: unknown[][]): void {
    const payload = safeArray(entries.map((entry) => safeArray(entry)));
    setTimeout(
      () =>
        (this.#handlers.get(HostEvent.richApiMessage) ?? []).forEach((handler) =>
          handler(HostEvent.richApiMessage, payload),
        ),
      0,
    );
  }

  /** A click on a button of the ribbon. @returns false when the page does not listen for commands. */
  invokeCommand(commandId: string, functionName: string, event: Record<string, unknown>): boolean {
    const listening = (this.#handlers.get(HostEvent.appCommandInvoked) ?? []).length > 0;
    this.#deliver(HostEvent.appCommandInvoked, safeArray([commandId, functionName, JSON.stringify(event)]));
    return listening;
  }

  /**
   * A request begins: what it raises is heard after its answer.
   * @param byAddIn false for requests that the client makes by itself, which change nothing
   */
  hold(byAddIn = true): void {
    this.#held ??= [];
    this.#isAddInActing = byAddIn;
  }

  /** The request is answered. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    this.#isAddInActing = false;
    held.forEach((deliver) => setTimeout(deliver, 0));
  }

  #deliver(eventId: number, payload: unknown): void {
    const deliver = () => (this.#handlers.get(eventId) ?? []).forEach((handler) => handler(eventId, payload));
    if (this.#held && eventId === HostEvent.richApiMessage) {
      this.#held.push(deliver);
    } else {
      setTimeout(deliver, 0);
    }
  }
}
