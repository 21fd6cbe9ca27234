import { isSingleRole, type Mapping, type Role } from "../../portfolio";
import { onlyDecided } from "../state/decisions";

/** Roles as the choice shows them. */
export const roleGroups = {
  who: ["client", "code", "group", "manager", "department"],
  money: ["amount", "period", "returns", "profit", "cost", "costToServe", "hours", "potential"],
  scores: ["attractiveness", "loyalty"],
  marks: ["wellKnown", "partner", "demanding", "innovator", "vip"],
  contacts: ["lastContact", "contactResult", "lossReason"],
  lines: ["date", "document", "lineStatus", "quantity", "price", "currency"],
} as const satisfies Record<string, readonly Role[]>;

/** What a column means; null when it is not used. */
export function roleOf(mapping: Mapping | null, header: string): Role | null {
  return mapping?.columns.find((column) => column.header === header)?.role ?? null;
}

/** The column that has a role which only one can have; null where nobody has it, or these columns do. */
export function holderOf(
  mapping: Mapping | null,
  headers: readonly string[],
  role: Role | null,
): string | null {
  if (role === null || !isSingleRole(role)) return null;
  const holder = mapping?.columns.find((column) => column.role === role)?.header ?? null;
  return holder !== null && headers.includes(holder) ? null : holder;
}

/**
 * The mapping with columns that mean something else. A role that only one column can have is taken from the column that
 * had it.
 * @param headers of the columns that get the role; null takes them out of use
 */
export function withRole(mapping: Mapping | null, headers: readonly string[], role: Role | null): Mapping {
  const columns = (mapping?.columns ?? []).filter(
    (column) => !headers.includes(column.header) && !(role && isSingleRole(role) && column.role === role),
  );
  const added = role
    ? (isSingleRole(role) ? headers.slice(0, 1) : headers).map((header) => ({ header, role }))
    : [];
  return { ...withoutStale(mapping), version: 1, columns: [...columns, ...added] };
}

/** What the user decided stays as far as it does not depend on which columns are the clients and the money. */
function withoutStale(mapping: Mapping | null): Pick<Mapping, "choices"> {
  const choices = onlyDecided({ ...mapping?.choices, level: undefined, acceptTotal: undefined });
  return Object.keys(choices).length === 0 ? {} : { choices };
}
