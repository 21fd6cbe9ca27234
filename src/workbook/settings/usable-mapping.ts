import type { Mapping } from "../../portfolio";

/** Whether a run could use it: it names clients, and money or what money is computed from. */
export function isUsable({ columns }: Mapping): boolean {
  const roles = new Set(columns.map(({ role }) => role));
  const isPriced = roles.has("price") && roles.has("quantity") && roles.has("date");
  return roles.has("client") && (roles.has("amount") || roles.has("period") || isPriced);
}
