import type { Texts } from "../locales";
import { type LimitReading, fractionOfTyped } from "../portfolio";
import { singleNumber } from "./cells";
import { FunctionProblem } from "./problem";

type LimitName = Parameters<Texts["functions"]["problems"]["limitNotAboveZero"]>[0]["argument"];

/** A limit as it is typed into a formula. */
export interface TypedLimit {
  argument: LimitName;
  value: unknown;
  /** Fraction that holds when the limit is left out or blank. */
  byDefault: number;
}

/**
 * Limits that follow one another, as fractions. Equal ones are allowed: the class between them is empty.
 *
 * @throws FunctionProblem for a limit that is not a number above 0, above 100 % where that has no meaning, or below the
 *   one before it.
 */
export function ascendingLimits<Limits extends readonly TypedLimit[]>(
  limits: Limits,
  reading: LimitReading,
): { [Index in keyof Limits]: number } {
  const fractions = limits.map((limit) => fractionOf(limit, reading));
  for (let i = 1; i < limits.length; i++) {
    if (fractions[i] < fractions[i - 1]) {
      throw new FunctionProblem({
        kind: "limitsOutOfOrder",
        argument: limits[i].argument,
        value: fractions[i],
        lower: limits[i - 1].argument,
        lowerValue: fractions[i - 1],
      });
    }
  }
  return fractions as { [Index in keyof Limits]: number };
}

function fractionOf({ argument, value, byDefault }: TypedLimit, reading: LimitReading): number {
  const typed = singleNumber(argument, value);
  if (typed === null) return byDefault;
  if (typed <= 0) throw new FunctionProblem({ kind: "limitNotAboveZero", argument, value: typed });
  const fraction = fractionOfTyped(typed, reading);
  if (fraction > 1 && !reading.aboveWhole) {
    throw new FunctionProblem({ kind: "limitAboveWhole", argument, value: fraction });
  }
  return fraction;
}
