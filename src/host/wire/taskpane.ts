import { HostError } from "../model/host-error";
import type { Events } from "./events";
import type { ModelObject } from "./objects/members";

/** `AppRuntimeState` of the client: "Background" = the page runs without its pane. */
type RuntimeState = "Inactive" | "Background" | "Visible";

/** Called when the pane is to be shown or put away, whoever asked for it: the add-in or the user. */
export interface TaskpaneListener {
  onShowTaskpane?: () => void;
  onHideTaskpane?: () => void;
}

/** The pane in which the page of a shared runtime can be seen; the page runs on while it is hidden. */
export class Taskpane {
  readonly #events: Events;
  readonly #listener: TaskpaneListener;
  #visible: boolean;
  /** Whether the add-in is to be loaded with the document: "Background", or "Inactive" = only when it is called for. */
  #startState: RuntimeState = "Inactive";

  constructor(events: Events, listener: TaskpaneListener, visible: boolean) {
    this.#events = events;
    this.#listener = listener;
    this.#visible = visible;
  }

  get visible(): boolean {
    return this.#visible;
  }

  /** The user opens the pane by its button, or the add-in by `Office.addin.showAsTaskpane()`. Nothing happens when it is open. */
  show(): void {
    if (this.#visible) return;
    this.#visible = true;
    this.#listener.onShowTaskpane?.();
    this.#events.raiseVisibility("Visible");
  }

  /** The user closes the pane, or the add-in by `Office.addin.hide()`. Nothing happens when it is closed. */
  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    this.#listener.onHideTaskpane?.();
    this.#events.raiseVisibility("Hidden");
  }

  /** What the client creates by name behind `Office.addin`. */
  get $services(): Record<string, ModelObject> {
    return {
      "Microsoft.AppRuntime.AppRuntimeService": {
        getAppRuntimeState: (): RuntimeState => (this.#visible ? "Visible" : "Background"),
        setAppRuntimeState: (state: unknown) => {
          if (state === "Visible") this.show();
          else if (state === "Background") this.hide();
          else throw new HostError("InvalidArgument", `The host does not know the state ${String(state)}.`);
          return null;
        },
      },
      "Microsoft.AppRuntime.AppRuntimePersistenceService": {
        getAppRuntimeStartState: () => this.#startState,
        setAppRuntimeStartState: (state: RuntimeState) => {
          this.#startState = state;
          return null;
        },
      },
    };
  }
}
