/** Whether the user is typing into a cell: Excel answers no request then. */
export class CellEditing {
  #waiting: (() => void)[] = [];
  active = false;

  /** The user begins to type. */
  begin(): void {
    this.active = true;
  }

  /** The user presses Enter (or Esc). */
  end(): void {
    this.active = false;
    this.#waiting.forEach((resume) => resume());
    this.#waiting = [];
  }

  finished(): Promise<void> {
    return this.active ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }
}
