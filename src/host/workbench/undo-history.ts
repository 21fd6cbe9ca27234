import { rememberWorkbook, restoreWorkbook, type WorkbookMemory } from "../model/history/workbook-memory";
import type { Workbook } from "../model/workbook";
import { SavedState } from "./saved-state";

/** Excel takes back so many steps. */
const mostSteps = 100;

/**
 * Undo and redo. A step is everything that happened between two beginnings: what a person does in the grid begins one, and
 * so does a click in the add-in. What an add-in then does by itself, in however many requests, belongs to the step.
 */
export class UndoHistory {
  readonly #past: WorkbookMemory[] = [];
  #future: WorkbookMemory[] = [];
  /** The workbook when it was last looked at, which is first done before the first step. */
  #now: WorkbookMemory | null = null;
  #seen: SavedState | null = null;

  constructor(readonly workbook: Workbook) {}

  get canUndo(): boolean {
    return this.#past.length > 0 || this.#seen?.isChanged === true;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** What happened until now is a step of its own. Does nothing when nothing happened. */
  beginStep(): void {
    const before = this.#now;
    const { memory, isChanged } = rememberWorkbook(this.workbook.$state, before);
    this.#now = memory;
    this.#seen = new SavedState(this.workbook);
    if (before !== null && isChanged) {
      this.#past.push(before);
      this.#past.splice(0, this.#past.length - mostSteps);
      this.#future = [];
    }
  }

  /**
   * At once; what depends on it is calculated when the promise is kept.
   * @returns false when there is nothing to take back
   */
  undo(): Promise<boolean> {
    this.beginStep();
    return this.#go(this.#past.pop(), (now) => this.#future.push(now));
  }

  redo(): Promise<boolean> {
    this.beginStep();
    return this.#go(this.#future.pop(), (now) => this.#past.push(now));
  }

  /** As when a sheet was deleted: what was before cannot be had again. */
  forget(): void {
    this.#past.length = 0;
    this.#future = [];
    this.#now = null;
    this.#seen = null;
  }

  async #go(to: WorkbookMemory | undefined, keep: (now: WorkbookMemory) => void): Promise<boolean> {
    if (to === undefined || this.#now === null) {
      return false;
    }
    keep(this.#now);
    restoreWorkbook(this.workbook.$state, this.#now, to);
    // Its rows are those of the memory again, which only another look can tell.
    this.#now = rememberWorkbook(this.workbook.$state, to).memory;
    this.#seen = new SavedState(this.workbook);
    await this.workbook.$endRequest();
    return true;
  }
}
