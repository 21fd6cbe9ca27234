import { setImmediate as nextTurn } from "node:timers/promises";

/** Above this a collection within a stage takes longer than it gives back. */
const longCollection = 260_000_000;
/** Below this, which is little more than programs and libraries take, a collection costs time and gives back next to nothing. */
const worthACollection = 140_000_000;
/** What may lie about within a stage before it is collected. */
const mostLeftAbout = 12_000_000;

const inUse = () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

let inUseThen = 0;

function collect(): void {
  globalThis.gc?.();
  inUseThen = inUse();
}

/**
 * Between two stages: what the one before left is given back at once, so that a sheet of a million rows is not there several
 * times over (`node --expose-gc`). Not before the next turn: what called this one, be it the page's own script, keeps all that
 * it knows until it ends.
 */
export async function giveBackMemory(): Promise<void> {
  await nextTurn();
  if (inUse() > worthACollection) collect();
}

/** Within a stage, as often as one likes: only once much has gathered. */
export function giveBackMuchMemory(): void {
  const now = inUse();
  const isWorthIt = now > worthACollection && now < longCollection;
  if (isWorthIt && now > inUseThen + mostLeftAbout) collect();
}

const beat = 20;

/** The same for work that tells nothing of its progress, as long as it lasts. */
export async function sparingly<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(giveBackMuchMemory, beat);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
