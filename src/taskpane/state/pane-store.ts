import type { Problem } from "../../portfolio";
import { problemOf } from "../../workbook";
import { initialState, type PaneState } from "./pane-state";
import { reduce, type PaneEvent } from "./reduce";

/** Holds the pane's state and tells who listens when it is another one. */
export class PaneStore {
  #state: PaneState;
  #closed = false;
  readonly #listeners = new Set<() => void>();

  /** @param displayLanguage `Office.context.displayLanguage` */
  constructor(displayLanguage: string) {
    this.#state = initialState(displayLanguage);
  }

  /** A new object with every change, the same one until then. */
  get state(): PaneState {
    return this.#state;
  }

  /** Calls the listener after every change, until the function that is given back is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell(event: PaneEvent): void {
    if (this.#closed) return;
    const next = reduce(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener();
  }

  /**
   * Does something whose failure is told as a mishap.
   * @param undo called when it failed
   * @returns whether it succeeded
   */
  async attempt(work: () => Promise<unknown>, undo: () => void = () => undefined): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      undo();
      this.mishap(problemOf(error));
      return false;
    }
  }

  readonly mishap = (problem: Problem): void => this.tell({ type: "mishap", problem });

  /** The state stays as it is from now on: what still comes in is outdated. */
  close(): void {
    this.#closed = true;
  }
}
