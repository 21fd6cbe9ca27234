import type { NameRecord } from "../workbook-record";

/**
 * Where a name stands among the names of a workbook, of which there may be a hundred thousand. Whoever changes the names puts
 * another list in the place of the old one, or adds to its end.
 */
export class NameIndex {
  #names: readonly NameRecord[] = [];
  #known = 0;
  #places = new Map<string, number>();

  /** @param scope name of the sheet that it belongs to; null for the workbook's own @returns −1 when there is none */
  placeOf(names: readonly NameRecord[], name: string, scope: string | null): number {
    if (names !== this.#names) {
      this.#names = names;
      this.#known = 0;
      this.#places = new Map();
    }
    for (; this.#known < names.length; this.#known++) {
      const key = keyOf(names[this.#known].name, names[this.#known].scope);
      if (!this.#places.has(key)) this.#places.set(key, this.#known);
    }
    return this.#places.get(keyOf(name, scope)) ?? -1;
  }
}

/** A sheet's name has no line break. */
function keyOf(name: string, scope: string | null): string {
  return scope === null ? name.toLowerCase() : `${scope.toLowerCase()}\n${name.toLowerCase()}`;
}
