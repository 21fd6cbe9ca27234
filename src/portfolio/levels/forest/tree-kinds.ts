import { statesSums } from "./forest";
import type { LevelMeaning } from "../names/header-levels";
import { type GroupLevel, type RowEvidence, type RowKinds, kindNumber } from "../row-evidence";
import { type RowSigns, standing } from "../row-signs";
import type { Tree } from "./tree";

/**
 * What each row of a tree is, once it is known which level holds the clients. A row above that level with nothing below it
 * is a client too: one that belongs to no group.
 */
export function kindsOfTree(
  evidence: RowEvidence,
  signs: RowSigns,
  tree: Tree,
  level: number,
  meanings: readonly (LevelMeaning | null)[],
): Pick<RowKinds, "kind" | "nameRow" | "groups"> {
  const { forest, confirmation } = tree;
  const { rowCount } = evidence;
  const kind = new Uint8Array(rowCount).fill(kindNumber.blank);
  const nameRow = new Int32Array(rowCount).fill(-1);
  const setClient = (row: number, name: number) => {
    kind[row] = signs.nobody[name] ? kindNumber.unnamed : kindNumber.client;
    if (kind[row] === kindNumber.client) nameRow[row] = name;
  };

  otherRows(evidence, signs, tree, kind, setClient);
  const whole = wholeRow(tree, signs);
  for (const row of forest.order) {
    const closing = forest.closing[row];
    const depth = forest.depth[row];
    const isClient = depth === level || (depth < level && !confirmation.hasChildren[row]);
    if (closing >= 0) kind[closing] = kindNumber.total;
    if (row === whole && level > 0) kind[row] = kindNumber.total;
    else if (!isClient) kind[row] = depth < level ? kindNumber.group : kindNumber.detail;
    else if (closing < 0) setClient(row, row);
    else {
      // The closing row holds the whole money, the client's own included.
      setClient(closing, row);
      if (signs.money[row]) kind[row] = kindNumber.detail;
      else setClient(row, row);
    }
  }
  return { kind, nameRow, groups: groupsOf(tree, level, whole, meanings) };
}

/** Rows outside the tree: blanks, headers, counts, totals, money without a name. */
export function otherRows(
  { columns, rowCount }: RowEvidence,
  { standing: of, total, money, formula }: RowSigns,
  { confirmation, forest }: Pick<Tree, "confirmation" | "forest">,
  kind: Uint8Array,
  setClient: (row: number, name: number) => void,
): void {
  const statesWhole = (row: number) => money[row] === 1 && statesSums(columns, row, confirmation.rootSums);
  for (let row = 0; row < rowCount; row++) {
    if (forest.depth[row] !== 255) continue;
    if (of[row] === standing.header) kind[row] = kindNumber.header;
    else if (of[row] === standing.count) kind[row] = kindNumber.count;
    else if (of[row] === standing.blank) kind[row] = kindNumber.blank;
    else if (total[row] === 2 || formula[row] || statesWhole(row)) kind[row] = kindNumber.total;
    else if (of[row] === standing.named) setClient(row, row);
    else kind[row] = kindNumber.unnamed;
  }
}

/** The only root, where it is the whole rather than a group: an account of a turnover sheet, a formula over all. −1 for none. */
function wholeRow({ forest, confirmation, names }: Tree, { formula }: RowSigns): number {
  if (confirmation.roots !== 1) return -1;
  const [root] = forest.order;
  return names[0].shares.account === 1 || formula[root] ? root : -1;
}

function groupsOf(
  { forest, names }: Tree,
  level: number,
  whole: number,
  meanings: readonly (LevelMeaning | null)[],
): GroupLevel[] {
  const { order, parent, depth, closing } = forest;
  const groups: GroupLevel[] = [];
  for (let above = 0; above < level; above++) {
    if (above === 0 && whole >= 0) continue;
    const rowOf = new Int32Array(parent.length).fill(-1);
    for (const row of order) {
      const over = parent[row];
      if (over < 0 || depth[row] <= above) continue;
      rowOf[row] = depth[over] === above ? over : rowOf[over];
      if (closing[row] >= 0) rowOf[closing[row]] = rowOf[row];
    }
    const meaning = meanings[above];
    const isPeople = names[above].shares.person > 0.5;
    groups.push({
      rowOf,
      meaning: meaning === "manager" || meaning === "department" ? meaning : isPeople ? "manager" : null,
    });
  }
  return groups;
}
