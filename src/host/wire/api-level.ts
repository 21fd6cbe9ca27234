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

function introducedIn(target: object, member: string): string | null {
  for (let type = target.constructor as SinceDeclaring | null; type; type = Object.getPrototypeOf(type)) {
    if (Object.hasOwn(type, "$since") && type.$since && Object.hasOwn(type.$since, member)) {
      return String(type.$since[member]);
    }
  }
  return null;
}

interface SinceDeclaring {
  $since?: Record<string, string | number>;
}

function minor(version: string): number {
  return Number(version.split(".")[1] ?? 0);
}
