/** "skip": a history begins at its first cell that is neither blank nor 0. "count": every period counts. */
export type LeadingZeros = "skip" | "count";

/** Clients whose history began before the periods that are looked at, 1 per client: of them every period counts. Null where that is the whole history. */
export type BegunBefore = ArrayLike<number> | null;

/** How the leading zeros of one client are to be taken. */
export function leadingZerosOf(rule: LeadingZeros, begunBefore: BegunBefore, client: number): LeadingZeros {
  return begunBefore?.[client] ? "count" : rule;
}

/**
 * Where the counted periods of a client begin inside `history[start…end)`; `end` when the client never began.
 * Exports write 0 before a client exists and Excel may hand over blanks as 0, so the two are not told apart;
 * a return (an amount below 0) is a beginning; zeros after the beginning count. Source: methods §1.
 */
export function firstCountedPeriod(
  history: ArrayLike<number>,
  start: number,
  end: number,
  leadingZeros: LeadingZeros,
): number {
  let first = start;
  if (leadingZeros === "skip") while (first < end && history[first] === 0) first++;
  return first;
}
