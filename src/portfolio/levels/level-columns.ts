import { type Steps, within } from "../steps";
import { closingRows } from "./forest/closing-rows";
import { type Confirmation, type Forest, confirmSteps } from "./forest/forest";
import { forestByDepthSteps } from "./forest/forest-by-depth";
import { type GroupLevel, type RowEvidence, type RowKinds, kindNumber } from "./row-evidence";
import { type RowSigns, standing } from "./row-signs";
import { otherRows } from "./forest/tree-kinds";
import { isStated, rowsOfTree } from "./forest/tree";

/** Depth of a row by the column that its name stands in: groups from 0 on, clients, lines. */
interface Depths {
  of: Uint8Array;
  client: number;
  line: number;
}

const none = 255;

/** Part of the parents whose sums must hold, and how far they may be rounded. */
const mostHold = 0.8;
const rounding = 0.005;

/**
 * The rows of a list that has a column per level: managers in one with their sums, clients in the next, what they bought in
 * the one after (pivot tables in outline form, QuickBooks Desktop). The column that a row is named in tells its depth; sums
 * must bear it out. Null for every other list.
 */
export function* levelColumnsSteps(
  evidence: RowEvidence,
  signs: RowSigns,
): Steps<Omit<RowKinds, "levels" | "control"> | null> {
  const { rowCount } = evidence;
  const depths = depthsOf(evidence, signs);
  if (!depths) return null;
  const { of: depth, client } = depths;
  const closing = closingRows(evidence, signs);
  const named = new Set(rowsOfTree(evidence, signs, closing));
  const takesPart = (row: number) => (depth[row] === client ? named.has(row) : depth[row] !== none);
  const rows = Int32Array.from(depth.keys()).filter(takesPart);
  const forest = yield* within(
    0,
    0.4,
    forestByDepthSteps(rows, rowCount, (row) => depth[row], closing ?? undefined),
  );
  const confirmation = yield* within(
    0.4,
    0.9,
    confirmSteps(evidence, forest, signs.money, signs.formula, rounding),
  );
  if (!isBorneOut(forest, confirmation, depths, evidence, signs)) return null;
  return kindsOf(forest, confirmation, depths, evidence, signs);
}

/** Null where all names stand in one column, or every line has its own. */
function depthsOf(
  { besideAt, besideColumns: client, lineOf, rowCount }: RowEvidence,
  { standing: of, total }: RowSigns,
): Depths | null {
  const depth = new Uint8Array(rowCount).fill(none);
  const line = client + 1;
  let [others, linedParents, parents, above] = [0, 0, 0, -1];
  for (let row = 0; row < rowCount; row++) {
    if (of[row] === standing.named) {
      depth[row] = client;
      above = row;
      continue;
    }
    if (of[row] !== standing.nameless || total[row] > 0) continue;
    const group = besideAt(row);
    if (group < 0 && lineOf(row).trim() === "") continue;
    depth[row] = group < 0 ? line : group;
    others++;
    if (group >= 0 || above < 0) continue;
    parents++;
    if (lineOf(above) !== "") linedParents++;
    above = -1;
  }
  // Where the client's own row is a line too, it is named on its first line only.
  return others > 0 && linedParents <= 0.1 * parents ? { of: depth, client, line } : null;
}

function isBorneOut(
  { order }: Forest,
  { parents, matched, several, headings, hasChildren, rootSums }: Confirmation,
  { of: depth, client }: Depths,
  evidence: RowEvidence,
  signs: RowSigns,
): boolean {
  // A group's name with nothing below it is a client's line without a client.
  const lonely = order.some((row) => depth[row] < client && !hasChildren[row]);
  if (lonely || matched < mostHold * parents) return false;
  if (parents === 0) return headings > 1;
  return several > 0 || matched > 1 || isStated(evidence, signs, rootSums);
}

function kindsOf(
  forest: Forest,
  confirmation: Confirmation,
  { of: depth, client, line }: Depths,
  evidence: RowEvidence,
  signs: RowSigns,
): Omit<RowKinds, "levels" | "control"> {
  const { rowCount } = evidence;
  const { order, parent, closing } = forest;
  const kind = new Uint8Array(rowCount).fill(kindNumber.blank);
  const nameRow = new Int32Array(rowCount).fill(-1);
  const setClient = (row: number, name: number) => {
    kind[row] = signs.nobody[name] ? kindNumber.unnamed : kindNumber.client;
    if (kind[row] === kindNumber.client) nameRow[row] = name;
  };
  otherRows(evidence, signs, { forest, confirmation }, kind, setClient);
  for (const row of order) {
    const over = parent[row];
    if (depth[row] < client) kind[row] = kindNumber.group;
    else if (depth[row] === line) {
      const isCounted = over >= 0 && (signs.money[over] === 1 || closing[over] >= 0);
      if (over < 0 || depth[over] !== client) kind[row] = kindNumber.unnamed;
      else if (isCounted) kind[row] = kindNumber.detail;
      else setClient(row, over);
    } else if (closing[row] < 0) setClient(row, row);
    else {
      setClient(closing[row], row);
      if (signs.money[row]) kind[row] = kindNumber.detail;
      else setClient(row, row);
    }
  }
  return { kind, nameRow, groups: groupsOf(forest, depth, client) };
}

function groupsOf({ order, parent, closing }: Forest, depth: Uint8Array, client: number): GroupLevel[] {
  return Array.from({ length: client }, (_, level) => {
    const rowOf = new Int32Array(parent.length).fill(-1);
    for (const row of order) {
      const over = parent[row];
      if (over < 0) continue;
      rowOf[row] = depth[over] === level ? over : rowOf[over];
      if (closing[row] >= 0) rowOf[closing[row]] = rowOf[row];
    }
    return { rowOf, meaning: null, isBeside: true };
  }).filter(({ rowOf }) => rowOf.some((row) => row >= 0));
}
