import { HostError } from "../../model/host-error";
import type { ModelObject } from "./members";

/** Objects that the client asked to keep between requests (`_KeepReference`; ranges inside `Excel.run`). */
export class KeptReferences {
  readonly #objects = new Map<string, ModelObject>();
  readonly #identifiers = new Map<ModelObject, string>();
  #next = 1;

  /** Keeps the object until `release`; the same object keeps its identifier. */
  keep(object: ModelObject): string {
    const known = this.#identifiers.get(object);
    if (known !== undefined) {
      return known;
    }
    const identifier = `{reference-${this.#next++}}`;
    this.#objects.set(identifier, object);
    this.#identifiers.set(object, identifier);
    return identifier;
  }

  /** @throws HostError InvalidReference when the object is no longer kept. */
  get(identifier: string): ModelObject {
    const object = this.#objects.get(identifier);
    if (object === undefined) {
      throw new HostError("InvalidReference", "The object is no longer kept: its reference was removed.");
    }
    return object;
  }

  /** `{ _ReferenceId }` for a kept object, nothing for another. */
  reference(object: ModelObject): { _ReferenceId?: string } {
    const identifier = this.#identifiers.get(object);
    return identifier === undefined ? {} : { _ReferenceId: identifier };
  }

  release(identifier: string): void {
    const object = this.#objects.get(identifier);
    if (object !== undefined) {
      this.#objects.delete(identifier);
      this.#identifiers.delete(object);
    }
  }

  /** Kept objects at the moment: a leak shows here. */
  get size(): number {
    return this.#objects.size;
  }
}
