/**
 * Whether a header is the one that Keyfolio gave its column. Excel numbers it ("Action2") where somebody has given that header to
 * another column of the table in the moment in which it was written.
 */
export const isGivenHeader = (header: unknown, given: string): boolean =>
  typeof header === "string" && header.startsWith(given) && /^\d*$/.test(header.slice(given.length));
