import type { Classification } from "./classification";

/** Whether a client has a profit that is known: without one it counts as 0 in the shares, and has no class by profit. */
export function isProfitKnown({ portfolio }: Pick<Classification, "portfolio">, client: number): boolean {
  return portfolio.profits !== null && !Number.isNaN(portfolio.profits[client]);
}

/** Whether the other base gives a client another ABC class; never where its profit is not known. */
export function hasOtherAbc(classification: Classification, client: number): boolean {
  const { secondOpinion, abc } = classification;
  return (
    secondOpinion !== null &&
    isProfitKnown(classification, client) &&
    abc[client] !== secondOpinion.abc[client]
  );
}
