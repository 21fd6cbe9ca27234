/** Number formats as en-US patterns, by what Excel calls them and by the digit that is pressed with Ctrl+Shift. */
export const numberFormats = {
  general: "General",
  number: "#,##0.00",
  currency: "$#,##0.00",
  date: "m/d/yyyy",
  percent: "0%",
  scientific: "0.00E+00",
  text: "@",
} as const;

export type NumberFormatName = keyof typeof numberFormats;

/** By `KeyboardEvent.code`: the key's place, whatever letter or sign it bears. */
export const shortcutFormats: Readonly<Record<string, string>> = {
  Backquote: numberFormats.general,
  Digit1: numberFormats.number,
  Digit2: "h:mm AM/PM",
  Digit3: "d-mmm-yy",
  Digit4: numberFormats.currency,
  Digit5: numberFormats.percent,
  Digit6: numberFormats.scientific,
};

export function nameOfFormat(pattern: string): NumberFormatName | null {
  const names = Object.keys(numberFormats) as NumberFormatName[];
  return names.find((name) => numberFormats[name] === pattern) ?? null;
}

/**
 * The same format with one decimal more or fewer, in each of its parts.
 * @param shown decimals of the cell's text, which a number without a format begins from
 */
export function withDecimals(pattern: string, step: 1 | -1, shown: number): string {
  if (pattern === numberFormats.general) {
    return decimals("0", Math.max(0, shown + step));
  }
  if (!/[0#]/.test(pattern) || /[dyhs]/i.test(pattern.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, ""))) {
    return pattern;
  }
  return pattern
    .split(";")
    .map((part) =>
      part.replace(/([0#?])(?:\.([0#?]+))?(?![0#?,.])/, (_, last: string, after = "") =>
        decimals(last, Math.max(0, (after as string).length + step)),
      ),
    )
    .join(";");
}

function decimals(whole: string, count: number): string {
  return count === 0 ? whole : `${whole}.${"0".repeat(count)}`;
}
