import { HostError } from "../model/host-error";

/** A version of the ExcelApi requirement set. Text, since 1.20 and 1.2 are the same number. */
export type ApiLevel = `1.${number}`;

/** What `Office.context.requirements` is told, as the JSON text of `GetSupportedMatrix`. */
export function supportedMatrix(level: ApiLevel): string {
  return JSON.stringify({
    ExcelApi: level,
    SharedRuntime: "1.1",
    RibbonApi: "1.2",
    DelayForCellEdit: "1.1",
    CustomFunctions: "1.9",
    CustomFunctionsRuntime: "1.3",
    AddinCommands: "1.1",
    Settings: "1.1",
    DocumentEvents: "1.1",
  });
}

/**
 * Refuses a member that came after the level of the session.
 * A class of the model declares its later members: `static $since = { getMergedAreasOrNullObject: "1.13" }`
 * (a number will do where it has no trailing zero: 1.13, but "1.10" and "1.20").
 */
export function requireLevel(target: object, member: string, level: ApiLevel, location: string): void {
  const since = introducedIn(target, member);
  if (since !== null && minor(since) > minor(level)) {
    throw new HostError(
      "ApiNotFound",
      `${location} needs ExcelApi ${since}; this session has ExcelApi ${level}.`,
    );
  }
}

/** True when a session of this level has what came with a version. */
export function isAtLeast(level: ApiLevel, version: ApiLevel): boolean {
  return minor(version) <= minor(level);
}

/** True when the member belongs to the level of the session. */
export function hasLevel(target: object, member: string, level: ApiLevel): boolean {
  const since = introducedIn(target, member);
  return since === null || minor(since) <= minor(level);
}

const laterMembers = new WeakMap<SinceDeclaring, ReadonlyMap<string, string>>();

function introducedIn(target: object, member: string): string | null {
  return laterMembersOf(target.constructor as SinceDeclaring).get(member) ?? null;
}

/** The members of a class that came later, and since when, with those that it inherits. */
function laterMembersOf(type: SinceDeclaring): ReadonlyMap<string, string> {
  const known = laterMembers.get(type);
  if (known) return known;
  const parent = Object.getPrototypeOf(type) as SinceDeclaring | null;
  const members = new Map(parent && laterMembersOf(parent));
  const own = Object.hasOwn(type, "$since") ? type.$since : undefined;
  for (const [member, since] of Object.entries(own ?? {})) members.set(member, String(since));
  laterMembers.set(type, members);
  return members;
}

interface SinceDeclaring {
  $since?: Record<string, string | number>;
}

function minor(version: string): number {
  return Number(version.split(".")[1] ?? 0);
}
