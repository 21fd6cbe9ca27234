import { type ModelObject, typeName } from "./members";

/** Objects without a public `id` that Excel finds again by another property. */
const identifyingProperty = new Map([
  ["NamedItem", "name"],
  ["Setting", "key"],
  ["CustomProperty", "key"],
  ["WorksheetCustomProperty", "key"],
]);

/**
 * What the client remembers of an object to find it again in later requests: `parent.getItem(id)`.
 * `Id` for the public property `id`, `_Id` where Excel keeps the identity to itself (names, settings).
 */
export function identity(target: ModelObject): { Id?: unknown; _Id?: unknown } {
  if (target.id !== undefined && target.id !== null) {
    return { Id: target.id };
  }
  const name = identifyingProperty.get(typeName(target));
  return name === undefined ? {} : { _Id: target[name] };
}
