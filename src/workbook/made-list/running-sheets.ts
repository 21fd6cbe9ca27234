import { runningTimeOf } from "../../portfolio";
import { type AmountsOfClients, totalOf } from "./sums-of-others";

/** Fewer clients may grow by chance. */
const fewestClients = 3;
/** Part of the clients that must not shrink: something may have been taken back. */
const mostGrow = 0.9;

/**
 * Sheets whose names say until when their sums reach, in the order of time; null where one says no such thing, two say the same, or they begin
 * at different times.
 */
export function inOrderOfTime<List extends { sheet: string }>(lists: readonly List[]): List[] | null {
  const times = lists.flatMap((list) => {
    const time = runningTimeOf(list.sheet);
    return time ? [{ list, ...time }] : [];
  });
  const isTogether = new Set(times.map(({ since }) => since)).size === 1;
  const areApart = new Set(times.map(({ until }) => until)).size === lists.length;
  if (!isTogether || !areApart) return null;
  return times.sort((a, b) => (a.until < b.until ? -1 : 1)).map(({ list }) => list);
}

/**
 * Whether each list holds the sums of the one before and what has come since: nobody's grow smaller, and somebody's grow. Such lists must
 * not be added up; the last one says it all.
 */
export function growOn(lists: readonly AmountsOfClients[]): boolean {
  return lists.slice(1).every((later, i) => {
    const earlier = lists[i];
    const both = [...earlier].filter(([client]) => later.has(client));
    const growing = both.filter(([client, amount]) => later.get(client)! >= amount);
    return (
      both.length >= fewestClients &&
      both.length >= mostGrow * earlier.size &&
      growing.length >= mostGrow * both.length &&
      totalOf(later) > totalOf(earlier)
    );
  });
}
