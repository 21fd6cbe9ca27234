import { headerText, identityOf, type Mapping, type SourceList, totalName } from "../../portfolio";

/** What each client of a list brings in all its rows and periods, by the client's identity. */
export type AmountsOfClients = ReadonlyMap<string, number>;

/** @returns nothing where the mapping tells no client or no amount */
export function amountsOfClients(list: SourceList, mapping: Mapping): AmountsOfClients {
  const amounts = new Map<string, number>();
  const roleOf = new Map(mapping.columns.map(({ header, role }) => [header, role]));
  const columnsOf = (...roles: string[]) =>
    list.columns.filter((column) => roles.includes(roleOf.get(headerText(list, column)) ?? ""));
  const [client] = columnsOf("client");
  const money = columnsOf("amount", "period");
  if (!client) return amounts;
  for (const [row, name] of client.others) {
    if (typeof name !== "string" || totalName(name) !== null) continue;
    const own = money.reduce((sum, { numbers }) => sum + (numbers[row] || 0), 0);
    const key = identityOf(name);
    if (key !== "") amounts.set(key, (amounts.get(key) ?? 0) + own);
  }
  return amounts;
}

/** Fewer clients may have such amounts by chance. */
const fewestClients = 3;
/** Parts of the money, and of the clients, that may differ: cents that were rounded, and what somebody forgot. */
const mostMoney = 0.005;
const mostClients = 0.1;

/**
 * The lists that are the sum of others, client by client: of all the others, or of some that stand together beside it, as months
 * before their quarter. They repeat what those hold.
 *
 * @param lists in the order of the sheets
 * @returns places of the sums among the lists
 */
export function sumsOfOthers(lists: readonly AmountsOfClients[]): Set<number> {
  const sums = new Set<number>();
  for (let isFound = true; isFound;) {
    const left = lists.flatMap((amounts, at) =>
      sums.has(at) ? [] : [{ at, amounts, total: totalOf(amounts) }],
    );
    const found = left.find((list, i) => partsBeside(left, i).some((parts) => isSum(list, parts)));
    if (found) sums.add(found.at);
    isFound = found !== undefined;
  }
  return sums;
}

interface Totalled {
  amounts: AmountsOfClients;
  total: number;
}

/** What all clients of a list bring. */
export const totalOf = (amounts: AmountsOfClients): number =>
  [...amounts.values()].reduce((sum, each) => sum + each, 0);

/** Two lists or more that a list may be the sum of: all the others, or a run of them that ends before it or begins after it. */
function partsBeside<List>(lists: readonly List[], at: number): List[][] {
  const others = lists.filter((_, i) => i !== at);
  const before = Array.from({ length: at }, (_, first) => lists.slice(first, at));
  const after = lists.map((_, last) => lists.slice(at + 1, last + 1));
  return [others, ...before, ...after].filter((parts) => parts.length > 1);
}

function isSum({ amounts, total }: Totalled, parts: readonly Totalled[]): boolean {
  const sum = parts.reduce((all, part) => all + part.total, 0);
  if (total === 0 || Math.abs(total - sum) > mostMoney * Math.abs(total)) return false;
  const clients = new Set(
    [amounts, ...parts.map((part) => part.amounts)].flatMap((each) => [...each.keys()]),
  );
  let [money, others, same] = [0, 0, 0];
  for (const client of clients) {
    const own = amounts.get(client) ?? 0;
    const added = parts.reduce((all, part) => all + (part.amounts.get(client) ?? 0), 0);
    if (own === 0 && added === 0) continue;
    const difference = Math.abs(own - added);
    money += difference;
    if (difference > Math.max(1, mostMoney * Math.abs(own))) others++;
    else same++;
  }
  return (
    same >= fewestClients && others <= mostClients * (same + others) && money <= mostMoney * Math.abs(total)
  );
}
