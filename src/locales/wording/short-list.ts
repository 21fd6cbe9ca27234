import { shortHeader } from "./short-header";

const mostListed = 12;

/** Texts in one line; of many the first, and how many they are. */
export function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, mostListed);
  return texts.length > shown.length ? `${shown.join(", ")}, … (${texts.length})` : shown.join(", ");
}

/** Headers of a list, no more than a line can hold. */
export const shortList = (headers: readonly string[]): string => listed(headers.map(shortHeader));
