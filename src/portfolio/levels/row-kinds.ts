/** Levels in one column: which rows of a list are clients, and which are totals, groups or lines of clients. */
import { findTotalRowsSteps } from "../list/total-rows";
import { type Steps, within } from "../steps";
import { clientLevel } from "./client-level";
import { filledDown, isFilledDownSteps } from "./fill-down";
import { statesSums } from "./forest/forest";
import { labelledParentsSteps } from "./labelled-parents";
import { levelsOfHeaders, meaningsOfLevels } from "./names/header-levels";
import { levelColumnsSteps } from "./level-columns";
import { ownMeasure } from "./own-measure";
import { type LevelFacts, type RowEvidence, type RowKinds, kindNumber, noLevels } from "./row-evidence";
import { type RowSigns, rowSignsSteps, standing } from "./row-signs";
import { statedTotal } from "./stated-total";
import { type Tree, treeSteps } from "./forest/tree";
import { kindsOfTree } from "./forest/tree-kinds";

/**
 * Tells the clients of a list from its totals, groups, lines below clients, counts and repeated headers (reading §5), and
 * money without a client (reading §3).
 *
 * Only rows of kind client and unnamed hold money that counts, each once; the rest is in their sums already.
 */
export function* rowKindsSteps(evidence: RowEvidence): Steps<RowKinds> {
  const { isOtherMeasure, isPart } = evidence;
  const parents = evidence.level === undefined ? yield* within(0, 0.1, labelledParentsSteps(evidence)) : null;
  const hasParents = parents !== null && parents.size > 0;
  if (!isOtherMeasure && !isPart && !hasParents)
    return yield* within(0.1, 1, kindsOfOneMeasureSteps(evidence));
  const isAside = (row: number) =>
    isOtherMeasure?.(row) === true || isPart?.(row) === true || (hasParents && parents.has(row));
  const own = ownMeasure(evidence, isAside);
  const { kind, nameRow, ...rest } = yield* within(0.1, 1, kindsOfOneMeasureSteps(own.evidence));
  for (let row = 0; row < kind.length; row++) {
    if (!isAside(row)) continue;
    if (hasParents && parents.has(row)) kind[row] = kindNumber.group;
    else kind[row] = isPart?.(row) ? kindNumber.detail : kindNumber.measure;
  }
  return { kind, nameRow: nameRow.map((row) => (row < 0 ? row : own.nameRow[row])), ...rest };
}

function* kindsOfOneMeasureSteps(evidence: RowEvidence): Steps<RowKinds> {
  const signs = yield* within(0, 0.3, rowSignsSteps(evidence));
  const beside =
    evidence.level === undefined ? yield* within(0.3, 0.33, levelColumnsSteps(evidence, signs)) : null;
  if (beside) return { ...beside, levels: null, control: statedTotal(evidence, signs, beside.kind) };
  const fillsDown = yield* within(0.33, 0.35, isFilledDownSteps(evidence, signs));
  const tree = fillsDown ? null : yield* within(0.35, 0.6, treeSteps(evidence, signs));
  if (tree) {
    const named = levelsOfHeaders([...evidence.headerTexts, ...signs.levelNames]);
    const meanings = meaningsOfLevels(named, tree.forest.levels);
    yield 0.6;
    const facts = clientLevel(evidence, tree, signs, meanings, evidence.level);
    yield 0.65;
    if (isTaken(tree, facts, evidence)) {
      const { kind, nameRow, groups } = kindsOfTree(evidence, signs, tree, facts.chosen, meanings);
      return { kind, nameRow, groups, levels: facts, control: statedTotal(evidence, signs, kind) };
    }
    const flat = yield* within(0.6, 1, flatKindsSteps(evidence, signs, false));
    return { ...flat, levels: flatFacts(facts, tree, evidence, flat.kind) };
  }
  const flat = yield* within(0.6, 1, flatKindsSteps(evidence, signs, fillsDown));
  return { ...flat, levels: null };
}

/** Whether the list is read by its levels: they are certain, or the user chose one. */
function isTaken({ verdict }: Tree, { candidates }: LevelFacts, { level }: RowEvidence): boolean {
  if (level === undefined || level === noLevels) return level === undefined && verdict === "levels";
  return verdict === "levels" || candidates.some((candidate) => candidate.level === level);
}

/** A list that was read as flat, with the levels that its sums would allow. */
function flatFacts(
  { candidates }: LevelFacts,
  { verdict }: Tree,
  { level, amount, nameOf }: RowEvidence,
  kind: Uint8Array,
): LevelFacts | null {
  const others = candidates.filter(({ clients }) => clients > 1);
  if (others.length === 0) return null;
  let [clients, sum] = [0, 0];
  const samples: string[] = [];
  for (let row = 0; row < kind.length; row++) {
    if (kind[row] === kindNumber.unnamed) sum += amount[row];
    if (kind[row] !== kindNumber.client) continue;
    clients++;
    sum += amount[row];
    if (samples.length < 3) samples.push(nameOf(row).trim());
  }
  return {
    candidates: [{ level: noLevels, clients, sum, samples }, ...others],
    chosen: noLevels,
    decided: level === noLevels || verdict === "flat",
  };
}

function* flatKindsSteps(
  evidence: RowEvidence,
  signs: RowSigns,
  fillsDown: boolean,
): Steps<Omit<RowKinds, "levels">> {
  const { rowCount, columns, lineOf } = evidence;
  const { standing: of, total, formula, nobody } = signs;
  const isTotal = yield* findTotalRowsSteps({
    rowCount,
    columns,
    nameOf: (row) => (total[row] === 2 ? "sure" : total[row] === 1 ? "likely" : null),
    // A line with its product is no total, whatever it equals.
    isNamed: (row) => of[row] === standing.named || (fillsDown && lineOf(row) !== ""),
    isSum: (row) => formula[row] === 1,
    takesPart: (row) => of[row] !== standing.count && of[row] !== standing.header,
  });
  takeTotalOnTop(evidence, signs, isTotal);
  const names = fillsDown ? filledDown(signs, isTotal) : null;
  const kind = new Uint8Array(rowCount);
  const nameRow = new Int32Array(rowCount).fill(-1);
  for (let row = 0; row < rowCount; row++) {
    if (of[row] === standing.header) kind[row] = kindNumber.header;
    else if (of[row] === standing.count) kind[row] = kindNumber.count;
    else if (isTotal[row]) kind[row] = kindNumber.total;
    else if (of[row] === standing.blank) kind[row] = kindNumber.blank;
    else {
      const name = of[row] === standing.named ? row : (names?.[row] ?? -1);
      kind[row] = name < 0 || nobody[name] ? kindNumber.unnamed : kindNumber.client;
      if (kind[row] === kindNumber.client) nameRow[row] = name;
    }
  }
  return { kind, nameRow, groups: [], control: statedTotal(evidence, signs, kind) };
}

/** A first row that is likely a total by its name, or has none, is one where it equals all the others: "All clients". */
function takeTotalOnTop(
  { columns, rowCount, lineOf }: RowEvidence,
  { standing: of, total, money }: RowSigns,
  isTotal: Uint8Array,
): void {
  const top = money.indexOf(1);
  if (top < 0 || isTotal[top]) return;
  const isNameless = of[top] === standing.nameless && lineOf(top) === "";
  if (total[top] !== 1 && !(isNameless && money.indexOf(1, money.indexOf(1, top + 1) + 1) > top + 1)) return;
  const sums = columns.map((column) => {
    let sum = 0;
    for (let row = top + 1; row < rowCount; row++) {
      if (!isTotal[row] && of[row] !== standing.count) sum += column[row] || 0;
    }
    return sum;
  });
  if (statesSums(columns, top, sums)) isTotal[top] = 1;
}
