import { isNewer, isRecord, shown } from "../json-values";
import { Problem } from "../problem";
import type { Mapping, Role } from "./mapping";
import { parseReadingChoices } from "./reading-choices";

const single = {
  client: true,
  group: true,
  amount: true,
  period: false,
  profit: true,
  cost: false,
  costToServe: false,
  hours: false,
  manager: true,
  department: true,
  potential: true,
  attractiveness: false,
  loyalty: false,
  wellKnown: true,
  partner: true,
  demanding: true,
  innovator: true,
  vip: true,
  lastContact: true,
  contactResult: true,
  lossReason: true,
  code: true,
  date: true,
  document: true,
  lineStatus: true,
  quantity: true,
  price: true,
  currency: true,
  returns: true,
} satisfies Record<Role, boolean>;

/** Every role, in the order of `Role`. */
export const roles = Object.keys(single) as readonly Role[];

/** Whether a role can be given to one column only. */
export function isSingleRole(role: Role): boolean {
  return single[role];
}

/**
 * A mapping from JSON.
 *
 * @throws Problem badMapping that names the path, what stands there and what is expected.
 */
export function parseMapping(json: unknown): Mapping {
  const refuse = (path: string, found: unknown, expected: string): never => {
    throw new Problem({ kind: "badMapping", path, found: shown(found), expected });
  };
  if (isNewer(json, 1)) throw new Problem({ kind: "newerVersion", what: "columns" });
  if (!isRecord(json)) return refuse("", json, "{ version, columns }");
  if (json.version !== 1) return refuse("version", json.version, "1");
  if (!Array.isArray(json.columns)) return refuse("columns", json.columns, "[ … ]");
  const headers = new Set<string>();
  const taken = new Set<Role>();
  const columns = json.columns.map((column: unknown, i) => {
    const path = `columns[${i}]`;
    if (!isRecord(column)) return refuse(path, column, "{ header, role }");
    const { header, role } = column;
    if (typeof header !== "string" || header === "") return refuse(`${path}.header`, header, '"…"');
    if (headers.has(header)) return refuse(`${path}.header`, header, "≠ columns[…].header");
    if (!isRole(role)) return refuse(`${path}.role`, role, roles.join(" | "));
    if (isSingleRole(role) && taken.has(role)) return refuse(`${path}.role`, role, "≠ columns[…].role");
    headers.add(header);
    taken.add(role);
    return { header, role };
  });
  if (json.choices === undefined) return { version: 1, columns };
  return { version: 1, columns, choices: parseReadingChoices(json.choices, "choices", refuse) };
}

function isRole(value: unknown): value is Role {
  return typeof value === "string" && Object.hasOwn(single, value);
}
