/** Days between the two date systems: serials of the one that begins in 1904 are smaller. */
export const days1904 = 1462;

/** True for patterns that show a number as a date or a time of day with its date. */
export function isDateFormat(numberFormat: string | undefined): boolean {
  if (numberFormat === undefined) return false;
  const bare = numberFormat
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, "")
    .split(";")[0];
  // Elapsed hours or minutes are lengths of time and the same in both date systems.
  return (
    /[ymdhs]/i.test(bare) &&
    !/^general$/i.test(bare) &&
    /[yd]|m(?!m?:)/i.test(bare.replace(/am\/pm|a\/p|:mm?/gi, ""))
  );
}
