import { type Forest, type Confirmation, areEqual } from "./forest/forest";
import type { LevelMeaning } from "./names/header-levels";
import type { LevelNames } from "./names/level-names";
import type { LevelCandidate, LevelFacts, RowEvidence } from "./row-evidence";
import type { RowSigns } from "./row-signs";
import type { Tree } from "./forest/tree";

/** How far the best level must be ahead to be taken without a question. */
const clearLead = 2;
/** Beyond this a level is out of the question and no alternative. */
const farBehind = 8;
/** A level whose clients miss the list's own sum by more than this part is none. */
const sumTolerance = 0.005;

/**
 * Which level of a forest holds the clients (reading §5): the one whose names look like clients, whose rows are not repeated
 * under several parents, and which adds up to the whole.
 *
 * @param meanings what the header says of each level
 * @param choice the level that the user chose
 */
export function clientLevel(
  evidence: Pick<RowEvidence, "nameOf">,
  { forest, confirmation, names }: Pick<Tree, "forest" | "confirmation" | "names">,
  signs: Pick<RowSigns, "nobody">,
  meanings: readonly (LevelMeaning | null)[],
  choice: number | undefined,
): LevelFacts {
  const candidates = candidatesOf(evidence, forest, confirmation, signs);
  const whole = sumOfRoots(forest, confirmation);
  const ranked = candidates
    .filter(({ clients }) => clients > 0)
    .map((candidate) => ({
      candidate,
      score:
        scoreOf(candidate.level, names, meanings) -
        (areEqual(whole, candidate.sum, sumTolerance) ? 0 : 10) -
        (candidate.clients === 1 ? 5 : 0),
    }))
    .sort((a, b) => b.score - a.score || b.candidate.level - a.candidate.level);
  const possible = ranked.filter(({ score }, i) => i === 0 || score > ranked[0].score - farBehind);
  const chosen = ranked.find(({ candidate }) => candidate.level === choice);
  const shown = chosen ? [chosen, ...possible.filter((each) => each !== chosen)] : possible;
  return {
    candidates: shown.map(({ candidate }) => candidate),
    chosen: shown[0]?.candidate.level ?? 0,
    decided: chosen !== undefined || shown.length < 2 || shown[0].score - shown[1].score >= clearLead,
  };
}

function scoreOf(
  level: number,
  names: readonly LevelNames[],
  meanings: readonly (LevelMeaning | null)[],
): number {
  const { rows, leaves, parents, shares, repeated } = names[level];
  const above = names.at(level - 1);
  const below = names.at(level + 1);
  let score = 0;
  const meaning = meanings[level];
  if (meaning !== null) score += meaning === "client" ? 8 : -8;
  score += 6 * shares.company - 8 * shares.document - 8 * shares.account;
  score -= 4 * shares.goods + 4 * shares.group + 2 * shares.person;
  // A manager or a city stands beside each client, and beside no group of them.
  if (level > 0 && names[level].described > 0.8 && above!.described < 0.2) score += 4;
  if (below && below.described > 0.8 && names[level].described < 0.2) score -= 2;
  // Goods and kinds of documents come back under every client; clients come back under accounts and months.
  const isRepeated = (of: LevelNames, over: LevelNames) =>
    of.parents > 1 && of.repeated >= 0.5 && over.shares.account + over.shares.document < 0.5;
  if (level > 0 && isRepeated(names[level], above!)) score -= 5;
  if (level < names.length - 1 && below) {
    if (isRepeated(below, names[level])) score += 2;
    if (below.shares.document + below.shares.goods > 0.5) score += 2;
    if (below.figures > 0.8 && names[level].figures < 0.2) score += 1;
    // A few sub-customers below some of many clients.
    if (leaves >= rows / 2 && rows >= below.rows / 2) score += 5;
    if (isSpread(below) && below.repeated < 0.2) score -= 1;
  }
  if (level > 0 && isSpread(names[level]) && repeated < 0.2) score += 1;
  if (level > 0 && names[level].figures > 0.8 && above!.figures < 0.2) score -= 1;
  return score + (rows === 1 && parents === 1 ? -1 : 0);
}

/** Many under few: clients of managers rather than what a client buys. */
const isSpread = ({ rows, parents }: LevelNames): boolean =>
  rows >= 3 * parents && (parents <= 10 || parents <= rows / 5);

function candidatesOf(
  { nameOf }: Pick<RowEvidence, "nameOf">,
  { order, depth, levels }: Forest,
  { worth, hasChildren }: Confirmation,
  { nobody }: Pick<RowSigns, "nobody">,
): LevelCandidate[] {
  return Array.from({ length: levels }, (_, level) => {
    let [clients, sum] = [0, 0];
    const samples: string[] = [];
    for (const row of order) {
      const isThere = depth[row] === level || (depth[row] < level && !hasChildren[row]);
      if (!isThere) continue;
      sum += worth[row];
      if (nobody[row]) continue;
      clients++;
      if (samples.length < 3 && depth[row] === level) samples.push(nameOf(row).trim());
    }
    return { level, clients, sum, samples };
  });
}

function sumOfRoots({ order, parent }: Forest, { worth }: Confirmation): number {
  let sum = 0;
  for (const row of order) if (parent[row] < 0) sum += worth[row];
  return sum;
}
