import {
  knownColumns,
  Problem,
  proposeReading,
  type Doubt,
  type Mapping,
  type SourceList,
} from "../../portfolio";

/** What headers and contents of a list propose; null when they propose nothing that could be classified. */
export function proposedMapping(list: SourceList): Mapping | null {
  const { mapping, doubts } = proposal(list);
  return doubts.every(({ decided }) => decided) ? mapping : null;
}

/** The same, also where a question about the columns is still open. */
export function likeliestMapping(list: SourceList): Mapping | null {
  return proposal(list).mapping;
}

/** What is known of the columns of a list while something about them is missing or asked. */
export function foundColumns(list: SourceList): Mapping {
  let known = found.get(list);
  if (!known) {
    known = knownColumns(list);
    found.set(list, known);
  }
  return known;
}

const found = new WeakMap<SourceList, Mapping>();

/** Columns of a list that may mean more than one thing. */
export function columnDoubts(list: SourceList): readonly Doubt[] {
  return proposal(list).doubts;
}

/** Kept for a list as long as that is in use: looking through all its columns takes time. */
const proposals = new WeakMap<SourceList, { mapping: Mapping | null; doubts: readonly Doubt[] }>();

function proposal(list: SourceList): { mapping: Mapping | null; doubts: readonly Doubt[] } {
  let known = proposals.get(list);
  if (!known) {
    known = propose(list);
    proposals.set(list, known);
  }
  return known;
}

function propose(list: SourceList): { mapping: Mapping | null; doubts: readonly Doubt[] } {
  try {
    return proposeReading(list);
  } catch (error) {
    if (error instanceof Problem) return { mapping: null, doubts: [] };
    throw error;
  }
}
