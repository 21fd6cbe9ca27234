import { identityOf } from "./client-identity";

/** Groups (managers, departments) by their names, which are joined like names of clients. */
export class NamedGroups {
  /** As first written, in order. */
  readonly names: string[] = [];
  readonly #ofKey = new Map<string, number>();
  readonly #ofText = new Map<string, number>();

  /** Position of the group that a text names; −1 for a text that names nobody. */
  of(text: string): number {
    let group = this.#ofText.get(text);
    if (group === undefined) {
      const key = identityOf(text);
      group = key === "" ? -1 : (this.#ofKey.get(key) ?? this.names.length);
      if (group === this.names.length) {
        this.#ofKey.set(key, group);
        this.names.push(text.replace(/\s+/g, " ").trim());
      }
      this.#ofText.set(text, group);
    }
    return group;
  }
}
