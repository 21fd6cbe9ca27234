import { type Steps, within } from "../steps";
import { closingRows } from "./closing-rows";
import { type Confirmation, type Forest, confirmSteps } from "./forest";
import { forestByDepthSteps } from "./forest-by-depth";
import { type RowEvidence, type RowKinds, kindNumber } from "./row-evidence";
import { type RowSigns, standing } from "./row-signs";
import { otherRows } from "./tree-kinds";
import { isStated, rowsOfTree } from "./tree";

/** Depth of a row by the column that its name stands in. */
const level = { group: 0, client: 1, line: 2, none: 255 } as const;

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
  const depth = depthsOf(evidence, signs);
  if (!depth) return null;
  const closing = closingRows(evidence, signs);
  const named = new Set(rowsOfTree(evidence, signs, closing));
  const takesPart = (row: number) =>
    depth[row] === level.client ? named.has(row) : depth[row] !== level.none;
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
  if (!isBorneOut(forest, confirmation, depth, evidence, signs)) return null;
  return kindsOf(forest, confirmation, depth, evidence, signs);
}

/** Depths by column, none for rows that take no part; null where all names stand in one column, or every line has its own. */
function depthsOf({ besideOf, lineOf, rowCount }: RowEvidence, signs: RowSigns): Uint8Array | null {
  const depth = new Uint8Array(rowCount).fill(level.none);
  const { standing: of, total } = signs;
  let [lines, groups, linedParents, parents, above] = [0, 0, 0, 0, -1];
  for (let row = 0; row < rowCount; row++) {
    if (of[row] === standing.named) {
      depth[row] = level.client;
      above = row;
      continue;
    }
    if (of[row] !== standing.nameless || total[row] > 0) continue;
    const [beside, line] = [besideOf(row).trim(), lineOf(row).trim()];
    if (beside !== "" && (line === "" || line === beside)) {
      depth[row] = level.group;
      groups++;
    } else if (beside === "" && line !== "") {
      depth[row] = level.line;
      lines++;
      if (above < 0) continue;
      parents++;
      if (lineOf(above) !== "") linedParents++;
      above = -1;
    }
  }
  // Where the client's own row is a line too, it is named on its first line only.
  return lines + groups > 0 && linedParents <= 0.1 * parents ? depth : null;
}

function isBorneOut(
  { order }: Forest,
  { parents, matched, several, headings, hasChildren, rootSums }: Confirmation,
  depth: Uint8Array,
  evidence: RowEvidence,
  signs: RowSigns,
): boolean {
  // A group's name with nothing below it is a client's line without a client.
  const lonely = order.some((row) => depth[row] === level.group && !hasChildren[row]);
  if (lonely || matched < mostHold * parents) return false;
  if (parents === 0) return headings > 1;
  return several > 0 || matched > 1 || isStated(evidence, signs, rootSums);
}

function kindsOf(
  forest: Forest,
  confirmation: Confirmation,
  depth: Uint8Array,
  evidence: RowEvidence,
  signs: RowSigns,
): Omit<RowKinds, "levels" | "control"> {
  const { rowCount } = evidence;
  const { order, parent, closing } = forest;
  const kind = new Uint8Array(rowCount).fill(kindNumber.blank);
  const nameRow = new Int32Array(rowCount).fill(-1);
  const groupRow = new Int32Array(rowCount).fill(-1);
  const setClient = (row: number, name: number) => {
    kind[row] = signs.nobody[name] ? kindNumber.unnamed : kindNumber.client;
    if (kind[row] === kindNumber.client) nameRow[row] = name;
  };
  otherRows(evidence, signs, { forest, confirmation }, kind, setClient);
  for (const row of order) {
    const over = parent[row];
    if (over >= 0) groupRow[row] = depth[over] === level.group ? over : groupRow[over];
    if (depth[row] === level.group) kind[row] = kindNumber.group;
    else if (depth[row] === level.line) {
      const isCounted = over >= 0 && (signs.money[over] === 1 || closing[over] >= 0);
      if (over < 0 || depth[over] !== level.client) kind[row] = kindNumber.unnamed;
      else if (isCounted) kind[row] = kindNumber.detail;
      else setClient(row, over);
    } else if (closing[row] < 0) setClient(row, row);
    else {
      setClient(closing[row], row);
      groupRow[closing[row]] = groupRow[row];
      if (signs.money[row]) kind[row] = kindNumber.detail;
      else setClient(row, row);
    }
  }
  const hasGroups = groupRow.some((row) => row >= 0);
  return { kind, nameRow, groups: hasGroups ? [{ rowOf: groupRow, meaning: null, isBeside: true }] : [] };
}
