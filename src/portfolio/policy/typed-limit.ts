import { parseNumberText } from "../list/number-text";

/** How a number that is typed as a limit is read: up to `largestFraction` it is a fraction, above it per cent. */
export interface LimitReading {
  largestFraction: number;
  /** Whether a limit above 100 % has a meaning. */
  aboveWhole: boolean;
}

/** Parts of a whole: `0.8`, `80%` and `80` are the same limit. Source: product §1. */
export const partOfWhole: LimitReading = { largestFraction: 1, aboveWhole: false };

/** Coefficients of variation, often above 100 %: `1.5` and `150%` are fractions, `25` is per cent. Source: product §1. */
export const coefficient: LimitReading = { largestFraction: 5, aboveWhole: true };

/** The fraction that a typed number means. */
export function fractionOfTyped(typed: number, { largestFraction }: LimitReading): number {
  return typed > largestFraction ? typed / 100 : typed;
}

/**
 * The fraction that a text means as a limit, in Russian or English dress: `80 %`, `80`, `0,8`, `12.5%`. With a per cent
 * sign it is always per cent: `0.5%` is 0.005. Null when it means no number.
 */
export function parseLimitText(
  text: string,
  reading: LimitReading,
  decimalSeparator: "." | ",",
): number | null {
  const percent = /^(.*?)\s*%\s*$/.exec(text);
  const typed = parseNumberText(percent ? percent[1] : text, decimalSeparator);
  if (typed === null) return null;
  return percent ? typed / 100 : fractionOfTyped(typed, reading);
}
