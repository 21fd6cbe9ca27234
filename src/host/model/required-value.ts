import { HostError } from "./host-error";

/** A value out of an enumeration of Office.js. @throws HostError InvalidArgument */
export function oneOfChoices(value: unknown, choices: readonly string[], what: string): string {
  if (typeof value !== "string" || !choices.includes(value)) {
    throw new HostError(
      "InvalidArgument",
      `${String(value)} is no ${what}; known are ${choices.join(", ")}.`,
    );
  }
  return value;
}

/** @throws HostError InvalidArgument unless it is a number in the range */
export function numberBetween(value: unknown, least: number, most: number, what: string): number {
  if (typeof value !== "number" || !(value >= least && value <= most)) {
    throw new HostError(
      "InvalidArgument",
      `${what} is a number from ${least} to ${most}, not ${String(value)}.`,
    );
  }
  return value;
}

/** @throws HostError InvalidArgument */
export function requireText(value: unknown, what: string): string {
  if (typeof value !== "string") {
    throw new HostError("InvalidArgument", `${what} is a text, not ${String(value)}.`);
  }
  return value;
}

/** @throws HostError InvalidArgument */
export function requireFlag(value: unknown, what: string): boolean {
  if (typeof value !== "boolean") {
    throw new HostError("InvalidArgument", `${what} is true or false, not ${String(value)}.`);
  }
  return value;
}
