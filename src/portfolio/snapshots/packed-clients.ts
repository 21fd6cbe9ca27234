/** Clients of many runs in little room: names once, then for each run a few letters per client. */
import type { AbcClass, KeyStatus, Quadrant, XyzClass } from "../../analysis";
import { STEP, type Steps } from "../steps";
import type { SnapshotClient, SnapshotClasses } from "./snapshot";

const statuses: readonly KeyStatus[] = ["regular", "key", "dependence", "mono"];
const abcClasses: readonly AbcClass[] = ["A", "B", "C"];
const xyzClasses: readonly XyzClass[] = ["X", "Y", "Z", "N"];
const quadrants: readonly (Quadrant | null)[] = [null, "key", "development", "maintenance", "opportunistic"];
const combinations = statuses.length * abcClasses.length * xyzClasses.length * quadrants.length;

/** Digits of the classes: an amount ends where one of them stands. */
const digits = "ABCDEFGHIJKLMNOP";
/** A client that the run did not know. */
const absent = "_";

function lettersOf({ status, abc, xyz, quadrant }: SnapshotClasses): string {
  const rank = (statuses.indexOf(status) * abcClasses.length + abcClasses.indexOf(abc)) * xyzClasses.length;
  const code = (rank + xyzClasses.indexOf(xyz)) * quadrants.length + quadrants.indexOf(quadrant);
  return digits[code >>> 4] + digits[code & 15];
}

function classesOf(code: number): SnapshotClasses {
  let rest = code;
  const next = <T>(of: readonly T[]): T => {
    const found = of[rest % of.length];
    rest = Math.floor(rest / of.length);
    return found;
  };
  const [quadrant, xyz, abc, status] = [next(quadrants), next(xyzClasses), next(abcClasses), next(statuses)];
  return { status, abc, xyz, quadrant };
}

const classes = Array.from({ length: combinations }, (_, code) => classesOf(code));

/** A client's name, and its code where it has one, as one line. */
export const lineOf = ({ name, code }: Pick<SnapshotClient, "name" | "code">): string =>
  [name, ...(code === "" ? [] : [code])].map((part) => part.replace(/[\n\t]/g, " ")).join("\t");

export function nameAndCode(line: string): Pick<SnapshotClient, "name" | "code"> {
  const tab = line.indexOf("\t");
  return tab < 0 ? { name: line, code: "" } : { name: line.slice(0, tab), code: line.slice(tab + 1) };
}

/** The clients of a run, for each line of the names; null where the run does not know it. */
export function packedClients(clients: readonly (SnapshotClient | null)[]): string {
  return clients.map((client) => (client ? `${client.amount}${lettersOf(client)}` : absent)).join("");
}

/** An amount as JavaScript writes it, then the classes; or nobody. */
const token = /_|(-?\d[\d.]*(?:e[+-]\d+)?)([A-P])([A-P])/y;

/**
 * The clients of a run with their places among the names; null where the text was not written by {@link packedClients}.
 * @param lines the names
 */
export function* unpackedClients(
  text: string,
  lines: readonly string[],
): Steps<{ clients: SnapshotClient[]; places: number[] } | null> {
  const clients: SnapshotClient[] = [];
  const places: number[] = [];
  for (let at = 0, line = 0; at < text.length; line++, at = token.lastIndex) {
    if (line % STEP === 0) yield at / text.length;
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found || line >= lines.length) return null;
    if (found[0] === absent) continue;
    const amount = Number(found[1]);
    const code = digits.indexOf(found[2]) * 16 + digits.indexOf(found[3]);
    if (!Number.isFinite(amount) || code >= combinations) return null;
    clients.push({ ...nameAndCode(lines[line]), amount, ...classes[code] });
    places.push(line);
  }
  return { clients, places };
}
