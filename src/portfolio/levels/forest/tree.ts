import { type Steps, within } from "../../steps";
import { totalOf } from "../../list/total-rows";
import { closingRows, forestByClosing } from "./closing-rows";
import { type Confirmation, type Forest, areEqual, confirmSteps, forestOf, statesSums } from "./forest";
import { differs, forestByDepthSteps } from "./forest-by-depth";
import { forestBySumsSteps, raggedForestSteps } from "./forest-by-sums";
import { levelsOfHeaders } from "../names/header-levels";
import { type LevelNames, levelNamesSteps } from "../names/level-names";
import type { RowEvidence } from "../row-evidence";
import { type RowSigns, standing } from "../row-signs";

/** The levels of a list, with what speaks for them. */
export interface Tree {
  forest: Forest;
  confirmation: Confirmation;
  names: readonly LevelNames[];
  /** Whether the list has these levels, or is flat and they are a coincidence; "open" where both may be. */
  verdict: Verdict;
}

export type Verdict = "levels" | "open" | "flat";

type Sign = "indent" | "spaces" | "closing" | "bold" | "headings" | "sums" | "ragged";

/** Part of the parents whose sums must hold. */
const mostHold = 0.8;
/** Depths that are shown leave room for rounded figures. */
const rounding = 0.005;

/**
 * Finds the levels of a list, by indent, leading spaces, rows that close others, bold, headings without money, or sums alone,
 * in this order; sums must bear out every one of them. Null for a flat list.
 */
export function* treeSteps(evidence: RowEvidence, signs: RowSigns): Steps<Tree | null> {
  const { rowCount, indents, bolds, columns } = evidence;
  const closing = closingRows(evidence, signs);
  const rows = rowsOfTree(evidence, signs, closing);
  if (rows.length < 2) return null;
  let likely: Tree | null = null;
  function* tries(sign: Sign, found: Forest): Steps<Tree | null> {
    const forest = belowWhole(found, evidence);
    const tolerance = sign === "indent" || sign === "spaces" || sign === "closing" ? rounding : undefined;
    const confirmation = yield* confirmSteps(evidence, forest, signs.money, signs.formula, tolerance);
    if (confirmation.parents + confirmation.headings === 0) return null;
    if (confirmation.matched < mostHold * confirmation.parents) return null;
    const names = yield* levelNamesSteps(evidence, forest, confirmation, signs);
    const tree: Tree = { forest, confirmation, names, verdict: "flat" };
    tree.verdict = verdictOn(sign, tree, evidence, signs);
    if (tree.verdict === "levels") return tree;
    if (
      (sign !== "ragged" || coversMost(forest)) &&
      (confirmation.several > 0 || sign === "headings") &&
      (likely === null || tree.verdict === "open")
    )
      likely = tree;
    return null;
  }

  const { spaces } = signs;
  const isIndented = indents !== null && differs(rows, (row) => indents[row]);
  if (isIndented || differs(rows, (row) => spaces[row])) {
    const depthOf = (row: number) => (isIndented ? indents[row] * 256 : 0) + spaces[row];
    const forest = yield* within(0, 0.3, forestByDepthSteps(rows, rowCount, depthOf, closing ?? undefined));
    const tree = yield* within(0.3, 0.4, tries(isIndented ? "indent" : "spaces", forest));
    if (tree) return tree;
  }
  if (closing) {
    const tree = yield* within(0.4, 0.5, tries("closing", forestByClosing(rows, rowCount, closing)));
    if (tree) return tree;
  }
  if (bolds !== null && bolds[rows[0]] === 1 && differs(rows, (row) => bolds[row])) {
    const forest = yield* within(
      0.5,
      0.6,
      forestByDepthSteps(rows, rowCount, (row) => 1 - bolds[row]),
    );
    const tree = yield* within(0.6, 0.7, tries("bold", forest));
    if (tree) return tree;
  }
  const headed = headingForest(rows, evidence);
  if (headed) {
    const tree = yield* tries("headings", headed);
    if (tree) return tree;
  }
  const summed = { rows, rowCount, columns, money: signs.money, nobody: signs.nobody };
  const forest = yield* within(0.7, 0.9, forestBySumsSteps(summed));
  if (forest) {
    const tree = yield* within(0.9, 0.95, tries("sums", forest));
    if (tree) return tree;
  } else {
    const ragged = yield* within(0.9, 0.95, raggedForestSteps(summed));
    if (statesLess(evidence, signs, rows) || coversMost(ragged)) {
      const tree = yield* within(0.95, 1, tries("ragged", ragged));
      if (tree) return tree;
    }
  }
  return likely;
}

/** Rows with a name that is no total's. A formula makes a named row the parent of those it sums, not a total by itself. */
export function rowsOfTree(
  { nameOf, rowCount }: RowEvidence,
  signs: RowSigns,
  closing: Int32Array | null,
): Int32Array {
  const closes = new Uint8Array(closing ? rowCount : 0);
  closing?.forEach((row) => {
    if (row >= 0) closes[row] = 1;
  });
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (signs.standing[row] !== standing.named || signs.total[row] === 2 || closes[row]) continue;
    if (signs.total[row] === 1 && totalOf(nameOf(row)) === "") continue;
    rows.push(row);
  }
  return Int32Array.from(rows);
}

/** Part of the rows that chance does not put into groups of three and more. */
const mostCovered = 0.7;

/** Whether most rows are in groups of three rows or more below one that they add up to, and there are two such groups at least. */
function coversMost({ order, parent }: Forest): boolean {
  const children = new Map<number, number>();
  for (const row of order) {
    if (parent[row] >= 0) children.set(parent[row], (children.get(parent[row]) ?? 0) + 1);
  }
  const groups = [...children.values()].filter((count) => count >= 3);
  const covered = groups.reduce((sum, count) => sum + count + 1, 0);
  return groups.length >= 2 && covered >= mostCovered * order.length;
}

/** A first row with nothing below it that equals all the other roots is the whole that they stand below: an account over its clients. */
function belowWhole(forest: Forest, { columns }: RowEvidence): Forest {
  const { order, parent, closing } = forest;
  const [first] = order;
  const roots = order.filter((row) => parent[row] < 0);
  if (roots.length < 3 || roots[0] !== first || closing[first] >= 0 || parent[order[1]] === first)
    return forest;
  if (!order.some((row) => parent[row] >= 0)) return forest;
  const sums = columns.map((column) =>
    roots.slice(1).reduce((sum, row) => sum + (column[closing[row] < 0 ? row : closing[row]] || 0), 0),
  );
  if (!columns.some((column) => column[first] > 0) || !statesSums(columns, first, sums)) return forest;
  const below = parent.slice();
  for (const root of roots.slice(1)) below[root] = first;
  return forestOf(order, below, closing);
}

function verdictOn(sign: Sign, tree: Tree, evidence: RowEvidence, signs: RowSigns): Verdict {
  if (isCertain(sign, tree, evidence, signs)) return "levels";
  if (sign === "headings") return "open";
  const { several, rootSums, flatSums } = tree.confirmation;
  const isFlatStated = isStated(evidence, signs, flatSums) && !isStated(evidence, signs, rootSums);
  const isMeant = several >= 2 || (sign === "sums" && isNoChance(tree, evidence));
  return isMeant && !isFlatStated ? "open" : "flat";
}

function isCertain(sign: Sign, tree: Tree, evidence: RowEvidence, signs: RowSigns): boolean {
  const { parents, matched, several, headings, roots, rootParents } = tree.confirmation;
  const { formulas, rootSums, flatSums } = tree.confirmation;
  const isTreeStated = isStated(evidence, signs, rootSums);
  if (!isTreeStated && isStated(evidence, signs, flatSums)) return false;
  if (parents === 0) {
    // Headings alone: every client stands below one.
    if (headings < (sign === "indent" ? 1 : 2) || rootParents < roots) return false;
    return sign !== "headings" || nameGroups(tree);
  }
  if (isTreeStated || formulas === parents) return true;
  switch (sign) {
    case "indent":
      return several > 0 || matched > 1;
    case "spaces":
      return several > 0 || matched > 2;
    case "closing":
      return true;
    case "bold":
      return several > 1 && rootParents === roots;
    case "sums":
      return sumsAreConvincing(tree, evidence) || (several > 0 && headersName(tree, evidence, signs));
    case "headings":
    case "ragged":
      return false;
  }
}

/** Whether the header over the names tells as many levels as there are: "Manager / Customer". */
const headersName = ({ forest }: Tree, { headerTexts }: RowEvidence, { levelNames }: RowSigns): boolean =>
  levelsOfHeaders([...headerTexts, ...levelNames]).length === forest.levels;

/** Whether the topmost rows are called as groups or people are, and the lowest are not. */
function nameGroups({ names }: Tree): boolean {
  const { group, person } = names[0].shares;
  const lowest = names[names.length - 1].shares;
  return group + person === 1 && lowest.group + lowest.person < 0.5;
}

/**
 * The forest of a list whose first name has no number, and whose other names without one stand apart from each other, with two
 * rows of money below each: headings. A client that bought nothing stands anywhere. Null for every other list.
 */
function headingForest(rows: Int32Array, { columns, rowCount }: RowEvidence): Forest | null {
  const isHeading = (row: number) => columns.every((column) => Number.isNaN(column[row]));
  if (!isHeading(rows[0])) return null;
  const parent = new Int32Array(rowCount).fill(-1);
  let [last, below, headings] = [-1, fewestBelow, 0];
  for (const row of rows) {
    if (isHeading(row)) {
      if (below < fewestBelow) return null;
      [last, below] = [row, 0];
      headings++;
    } else {
      parent[row] = last;
      below++;
    }
  }
  return headings > 1 && below >= fewestBelow ? forestOf(rows, parent) : null;
}

/** Rows with money below a heading. */
const fewestBelow = 2;

/**
 * Whether sums alone say enough. In a flat list one client may be the sum of those that follow, and in a list of round
 * figures several may be.
 */
function sumsAreConvincing(tree: Tree, evidence: RowEvidence): boolean {
  const { forest, confirmation, names } = tree;
  const { columns, nameOf } = evidence;
  const { several, matched, roots } = confirmation;
  const { order, depth, levels } = forest;
  const deepest = names[levels - 1];
  if (matched >= 3 && (deepest.repeated >= 0.5 || deepest.shares.document >= 0.5)) return true;
  if (several === 0) return false;
  const leaves = order.filter((row) => depth[row] === levels - 1);
  const values = new Set(leaves.subarray(0, 1000).map((row) => columns[0][row])).size;
  if (several >= 3 && values >= 3) return true;
  if (several === 2 && values >= 4 && leaves.length >= 6) return true;
  if (several === 2 && (deepest.repeated >= 0.5 || deepest.shares.document >= 0.5)) return true;
  if (nameGroups(tree) && isNoChance(tree, evidence)) return true;
  if (roots === 1 && leaves.length >= 3) {
    const { account, group } = names[0].shares;
    const below = names[1].shares;
    if ((account === 1 && below.account < 1) || (group === 1 && below.company > 0.3)) return true;
    if (/^(?:все|all)(?![\p{L}])/iu.test(nameOf(order[0]).trim())) return true;
  }
  return leaves.length >= 3 && hasTwoMeasures(columns, leaves);
}

/**
 * Whether chance makes no such list: every row is below one that it adds up to, or has others below it, and the sums are
 * of so many units that ten thousand flat lists hold none like it. Amounts with cents have no such sums by
 * chance; 1,000, 2,000 and 3,000 have.
 */
function isNoChance({ forest, confirmation }: Tree, { columns: [column] }: RowEvidence): boolean {
  const { order } = forest;
  const { hasChildren, roots, rootParents } = confirmation;
  const cents = (row: number) => Math.round(Math.abs(column[row] || 0) * 100);
  const leaves = order.filter((row) => !hasChildren[row]);
  if (rootParents < roots || leaves.length < 3) return false;
  const unit = leaves.reduce((common, row) => greatestCommon(common, cents(row)), 0);
  const against = order.reduce(
    (sum, row) => sum + (hasChildren[row] ? Math.log10(cents(row) / unit / order.length) : 0),
    0,
  );
  return against >= 4;
}

function greatestCommon(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/** Whether two columns are not in one proportion: then their sums do not agree by one chance. */
function hasTwoMeasures(columns: readonly Float64Array[], rows: Int32Array): boolean {
  const [first, ...others] = columns;
  const base = rows.find((row) => first[row] > 0 || first[row] < 0);
  if (base === undefined) return false;
  return others.some((other) => {
    let differing = 0;
    for (const row of rows) {
      const left = (first[row] || 0) * (other[base] || 0);
      const right = (other[row] || 0) * first[base];
      if (Math.abs(left - right) > 1e-6 * Math.max(Math.abs(left), Math.abs(right), 1)) differing++;
    }
    return differing > 0;
  });
}

/** Whether the list states these sums itself; with the money of rows without a name or not. */
export function isStated(evidence: RowEvidence, signs: RowSigns, sums: readonly number[]): boolean {
  const { columns, rowCount } = evidence;
  const stating = statingRows(evidence, signs);
  if (stating.length === 0) return false;
  const isStating = new Set(stating);
  const withNameless = [...sums];
  for (let row = 0; row < rowCount; row++) {
    if (signs.standing[row] !== standing.nameless || signs.total[row] > 0 || isStating.has(row)) continue;
    columns.forEach((column, c) => (withNameless[c] += column[row] || 0));
  }
  return stating.some((row) => statesSums(columns, row, sums) || statesSums(columns, row, withNameless));
}

/** Rows that are totals by their name, and a last row without one. */
function statingRows({ rowCount }: RowEvidence, signs: RowSigns): number[] {
  const last = signs.money.lastIndexOf(1);
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (!signs.money[row] || signs.standing[row] === standing.count) continue;
    if (signs.total[row] === 2 || (row === last && signs.standing[row] === standing.nameless)) rows.push(row);
  }
  return rows;
}

/** Whether the largest total that the list states is less than all its rows: then some of them are in others. */
function statesLess(evidence: RowEvidence, signs: RowSigns, rows: Int32Array): boolean {
  const [first] = evidence.columns;
  const stated = statingRows(evidence, signs).map((row) => first[row] || 0);
  const whole = rows.reduce((sum, row) => sum + (first[row] || 0), 0);
  const most = stated.reduce((largest, value) => Math.max(largest, value), 0);
  return most > 0 && most < whole && !areEqual(most, whole);
}
