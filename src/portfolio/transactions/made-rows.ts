import { addressOf } from "../list/address";
import { identifySteps } from "../clients/rows/client-identity";
import { madeIdentity } from "../clients/rows/made-identity";
import { Problem } from "../problem";
import { type Steps, within } from "../steps";
import { eachLineSteps, type JoinedLines } from "./lines/joined-lines";
import type { LineSource } from "./lines/line-reading";

/** The rows of a made list: one per client, and where sheets are groups without dates one per client and group. */
export interface MadeRows {
  count: number;
  /** Row of each line; −1 for lines that do not count. */
  row: Int32Array;
  names: readonly string[];
  /** Null without codes. */
  codes: readonly string[] | null;
  /** What each row is known by from run to run; see {@link madeIdentity}. */
  identities: readonly string[];
  groupedBy: "manager" | "department" | null;
}

/**
 * Gives every line its row.
 * @throws Problem noClients
 */
export function* madeRowsSteps(lines: JoinedLines): Steps<MadeRows> {
  const hasCodes = lines.parts.some(({ source }) => source.columns.code !== null);
  const nameAt = lines.textOf(({ columns }) => columns.client);
  const codeAt = lines.textOf(({ columns }) => columns.code);
  const { rowName, nameClient, clients, codes } = yield* within(
    0,
    0.7,
    identifySteps(lines.count, {
      nameOf: (line) => (lines.counts(line) ? nameAt(line) : null),
      ...(hasCodes ? { codeOf: codeAt } : {}),
    }),
  );
  if (clients.length === 0) throw noClients(lines);
  const row = new Int32Array(lines.count).fill(-1);
  const rowOfKey = new Map<string | number, number>();
  const rows: { client: number; group: string }[] = [];
  yield* within(
    0.7,
    1,
    eachLineSteps(lines, (line) => {
      const client = rowName[line] < 0 ? -1 : nameClient[rowName[line]];
      const source = lines.sourceOf(line);
      const apart = isApart(source) ? source.group!.name : "";
      const key = apart === "" ? client : `${client} ${apart}`;
      let at = rowOfKey.get(key);
      if (at === undefined) {
        rowOfKey.set(key, (at = rows.length));
        rows.push({ client, group: apart });
      }
      row[line] = at;
    }),
  );
  const names = rows.map(({ client }) => (client < 0 ? "" : clients[client]));
  const codesOfRows = codes && rows.map(({ client }) => (client < 0 ? "" : codes[client]));
  return {
    count: rows.length,
    row,
    names,
    codes: codesOfRows,
    groupedBy: lines.parts.find(({ source }) => isApart(source))?.source.group?.role ?? null,
    identities: rows.map(({ group }, at) => madeIdentity(names[at], codesOfRows?.[at] ?? "", group)),
  };
}

/** Lists of clients, one sheet per manager: a client of two managers is a row of each. Lines by date add up to one row. */
const isApart = ({ group, columns }: LineSource): boolean => Boolean(group) && columns.date === null;

function noClients({ parts }: JoinedLines): Problem {
  const { sheet, top, left, rowCount, columns } = parts[0].source.list;
  const address = addressOf(sheet, top, left, rowCount + 1, Math.max(1, columns.length));
  return new Problem({ kind: "noClients", address, rows: rowCount });
}
