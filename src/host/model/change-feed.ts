/** Tells those who show the workbook that it may look different now: after a request, a calculation, a change by a person. */
export class ChangeFeed {
  readonly #listeners = new Set<() => void>();

  /** @returns ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(): void {
    this.#listeners.forEach((listener) => listener());
  }
}
