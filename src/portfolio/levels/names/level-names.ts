import { STEP, type Steps } from "../../steps";
import type { Confirmation, Forest } from "../forest/forest";
import { type NameSign, signOf } from "./name-signs";
import type { RowEvidence } from "../row-evidence";
import type { RowSigns } from "../row-signs";

/** What the rows of one level are called. Shares are parts of those of its rows that name somebody, 0 to 1. */
export interface LevelNames {
  /** Rows that name somebody, and those of them with nothing below. */
  rows: number;
  leaves: number;
  /** Rows that others of the level are below; 1 for the topmost. */
  parents: number;
  shares: Readonly<Record<Exclude<NameSign, null>, number>>;
  /** Share of rows whose name stands under several parents: goods, kinds of documents. */
  repeated: number;
  /** Share of rows with a figure in their names. */
  figures: number;
  /** Share of rows with attributes of a client beside them. */
  described: number;
}

/** Names of a level that are looked at; more tell no more. */
const MOST_NAMES = 5000;

/** Looks at the names of every level of a forest. */
export function* levelNamesSteps(
  { nameOf, isDescribed }: Pick<RowEvidence, "nameOf" | "isDescribed">,
  { order, parent, depth, levels }: Forest,
  { hasChildren }: Pick<Confirmation, "hasChildren">,
  { nobody }: Pick<RowSigns, "nobody">,
): Steps<readonly LevelNames[]> {
  const found = Array.from({ length: levels }, () => ({
    rows: 0,
    leaves: 0,
    seen: 0,
    figures: 0,
    described: 0,
    signs: new Map<NameSign, number>(),
    parentOfName: new Map<string, number>(),
    namesUnderSeveral: new Set<string>(),
    names: [] as string[],
    parents: new Set<number>(),
  }));
  for (let at = 0; at < order.length; at++) {
    if (at % STEP === 0) yield at / order.length;
    const row = order[at];
    if (nobody[row]) continue;
    const level = found[depth[row]];
    level.rows++;
    if (!hasChildren[row]) level.leaves++;
    if (level.seen >= MOST_NAMES) continue;
    level.seen++;
    const name = nameOf(row).trim().toLowerCase();
    const sign = signOf(name);
    level.signs.set(sign, (level.signs.get(sign) ?? 0) + 1);
    if (/\d/.test(name)) level.figures++;
    if (isDescribed(row)) level.described++;
    level.names.push(name);
    level.parents.add(parent[row]);
    const before = level.parentOfName.get(name);
    if (before === undefined) level.parentOfName.set(name, parent[row]);
    else if (before !== parent[row]) level.namesUnderSeveral.add(name);
  }
  return found.map(({ rows, leaves, seen, figures, described, signs, namesUnderSeveral, names, parents }) => {
    const share = (count: number) => (seen === 0 ? 0 : count / seen);
    const of = (sign: NameSign) => share(signs.get(sign) ?? 0);
    return {
      rows,
      leaves,
      parents: Math.max(1, parents.size),
      shares: {
        company: of("company"),
        document: of("document"),
        account: of("account"),
        goods: of("goods"),
        person: of("person"),
        group: of("group"),
      },
      repeated: share(names.filter((name) => namesUnderSeveral.has(name)).length),
      figures: share(figures),
      described: share(described),
    };
  });
}
