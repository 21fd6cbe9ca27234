/** Who listens to which event of which object: counted, since several parts of a page may listen to the same one. */
export class EventListeners {
  readonly #counts = new Map<string, number>();

  /** Kinds of events that somebody listens to. */
  get size(): number {
    return this.#counts.size;
  }

  has(event: string): boolean {
    return this.#counts.has(event);
  }

  add(event: string): void {
    this.#counts.set(event, (this.#counts.get(event) ?? 0) + 1);
  }

  /** One of those who listen stops. */
  delete(event: string): void {
    const left = (this.#counts.get(event) ?? 0) - 1;
    if (left > 0) {
      this.#counts.set(event, left);
    } else {
      this.#counts.delete(event);
    }
  }
}
