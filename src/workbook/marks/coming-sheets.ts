/**
 * A sheet that Keyfolio adds cannot be marked before it is there. Until it is, it has a name that nobody else gives: should Excel
 * stop between the two, the sheet is known by it.
 */
const longestName = 31;
const ending = / \(Keyfolio [0-9a-f]{6}\)$/;

/** The name under which a sheet comes, until its mark is on: "Summary (Keyfolio 3fa90c)". */
export function comingName(name: string): string {
  const code = Math.floor(Math.random() * 0x1000000);
  const end = ` (Keyfolio ${code.toString(16).padStart(6, "0")})`;
  return name.slice(0, longestName - end.length) + end;
}

export const isComing = (name: string): boolean => ending.test(name);
