import { HostError } from "../../model/host-error";
import { type ApiLevel, requireLevel } from "../api-level";

/** An object of the model. Its members are found by name, so their types are nobody's business here. */
export type ModelObject = Record<string, any>;

/** Where the client's wire name is not the public name with a capital letter: class and wire name → public name. */
const aliases = new Map([
  ["Worksheet.Gridlines", "showGridlines"],
  ["Worksheet.Headings", "showHeadings"],
]);

/** The public class name: the constructor's, or its static `$type` where the class had to be called otherwise. */
export function typeName(target: object): string {
  const type = target.constructor as { $type?: string; name: string };
  return type.$type ?? type.name;
}

/** `Values` → `values`; names that begin with an underscore (`_ValidateArraySize`) stay. */
export function publicName(target: object, wireName: string): string {
  const alias = aliases.get(`${typeName(target)}.${wireName}`);
  return (
    alias ?? (wireName.startsWith("_") ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1))
  );
}

/** `values` → `Values`, the name of a property in a reply. */
export function wireName(member: string): string {
  return member.startsWith("_") ? member : member.charAt(0).toUpperCase() + member.slice(1);
}

/** "Range.values": what an error reports as its location. */
export function locationOf(target: object, member: string): string {
  return `${typeName(target)}.${member}`;
}

/** True when the model offers the member to add-ins: not host-internal (`$…`) and not something every JavaScript object has. */
export function isOffered(target: object, member: string): boolean {
  return !member.startsWith("$") && !(member in Object.prototype) && member in target;
}

/**
 * The public name of a member that the model offers at this level.
 * @throws HostError ApiNotFound naming the member: the host refuses what it does not know.
 */
export function requireMember(target: object, name: string, level: ApiLevel): string {
  const member = publicName(target, name);
  const location = locationOf(target, member);
  if (!isOffered(target, member)) {
    throw new HostError("ApiNotFound", `The host does not know ${location}.`);
  }
  requireLevel(target, member, level, location);
  return member;
}

/** Calls a method of the model; arguments that were left out arrive as `undefined`. */
export function callMethod(target: ModelObject, member: string, args: unknown[]): unknown {
  if (typeof target[member] !== "function") {
    throw new HostError("ApiNotFound", `${locationOf(target, member)} is not a method.`);
  }
  return target[member](...args.map((argument) => (argument === null ? undefined : argument)));
}

/** Sets a property of the model. */
export function setProperty(target: ModelObject, member: string, value: unknown): void {
  if (!isWritable(target, member)) {
    throw new HostError("InvalidArgument", `${locationOf(target, member)} cannot be set.`);
  }
  target[member] = value;
}

function isWritable(target: object, member: string): boolean {
  for (let owner: object | null = target; owner; owner = Object.getPrototypeOf(owner)) {
    const property = Object.getOwnPropertyDescriptor(owner, member);
    if (property) {
      return property.set !== undefined || property.writable === true;
    }
  }
  return false;
}

/** Names of the properties (not methods) that the object and its classes offer. */
export function propertyNames(target: object): string[] {
  const names = new Set<string>();
  for (
    let owner: object | null = target;
    owner && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner)
  ) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (!name.startsWith("_") && isOffered(target, name) && typeof property.value !== "function") {
        names.add(name);
      }
    }
  }
  return [...names];
}

/** True for an object of the model, false for plain data (texts, numbers, matrices, option records, null). */
export function isModelObject(value: unknown): value is ModelObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return false;
  }
  // A plain record's prototype is the end of its chain, whichever realm it comes from.
  const prototype = Object.getPrototypeOf(value);
  return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}

/** True for a promise of whichever realm: the model may answer later. */
export function isPending(value: unknown): value is PromiseLike<any> {
  return (
    typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function"
  );
}
