import { groupTotals } from "../../../analysis";
import type { Classification } from "../../../portfolio";

/** Clients of one class: how many, and their part of the total as a fraction. */
export interface ClassCount<Class> {
  own: Class;
  clients: number;
  share: number;
}

/**
 * How many clients and which share fall into each class, as `togetherOf()` counts them.
 *
 * @param classes n classes; null = in none
 * @param amounts n amounts, and `total` of all money
 * @param order the classes to count, in this order
 */
export function classCounts<Class>(
  classes: readonly (Class | null)[],
  { baseAmounts, total }: Pick<Classification, "baseAmounts" | "total">,
  order: readonly Class[],
): ClassCount<Class>[] {
  const position = new Map<Class | null, number>(order.map((own, i) => [own, i]));
  const groups = Int32Array.from(classes, (own) => position.get(own) ?? -1);
  const amounts = groupTotals(baseAmounts, groups, order.length);
  const clients = new Int32Array(order.length);
  for (const group of groups) if (group >= 0) clients[group]++;
  return order.map((own, i) => ({ own, clients: clients[i], share: amounts[i] / total }));
}
