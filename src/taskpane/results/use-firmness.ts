import { useEffect, useState } from "react";
import type { Firmness } from "../../analysis";
import { firmnessSteps, inSlices, type Classification } from "../../portfolio";

const known = new WeakMap<Classification, Firmness | null>();

interface Work {
  waiting: number;
  abort: AbortController;
  firmness: Promise<Firmness | null>;
}

const works = new WeakMap<Classification, Work>();

/** Works out in slices which classes are firm: once for all who ask, and no further once nobody waits for it any more. */
export function sharedFirmness(classification: Classification): {
  firmness: Promise<Firmness | null>;
  stopWaiting: () => void;
} {
  const work = works.get(classification) ?? begin(classification);
  works.set(classification, work);
  work.waiting++;
  return {
    firmness: work.firmness,
    stopWaiting() {
      if (--work.waiting > 0 || known.has(classification)) return;
      work.abort.abort();
      works.delete(classification);
    },
  };
}

function begin(classification: Classification): Work {
  const abort = new AbortController();
  const firmness = inSlices(firmnessSteps(classification), { signal: abort.signal }).then((found) => {
    known.set(classification, found);
    return found;
  });
  return { waiting: 0, abort, firmness };
}

/** Whether classes are firm (methods §13), worked out in slices while the list is in view already; null until then, and without periods. */
export function useFirmness(classification: Classification): Firmness | null {
  const [, setFound] = useState<Classification | null>(null);
  useEffect(() => {
    if (known.has(classification)) return;
    const { firmness, stopWaiting } = sharedFirmness(classification);
    firmness.then(
      () => setFound(classification),
      () => undefined,
    );
    return stopWaiting;
  }, [classification]);
  return known.get(classification) ?? null;
}

/** Which classes of a client other months would most likely have changed. With profit as the base, only regularity has a history. */
export function borderlineOf(
  { base, xyz }: Classification,
  firmness: Firmness | null,
  client: number,
): readonly ("status" | "abc" | "xyz")[] {
  if (!firmness) return [];
  const isRevenue = base === "revenue";
  return [
    ...(isRevenue && firmness.statuses[client] === 0 ? ["status" as const] : []),
    ...(isRevenue && firmness.abc[client] === 0 ? ["abc" as const] : []),
    ...(xyz[client] !== "N" && firmness.xyz[client] === 0 ? ["xyz" as const] : []),
  ];
}
