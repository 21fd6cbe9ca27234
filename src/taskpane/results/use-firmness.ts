import { useEffect, useState } from "react";
import type { Firmness } from "../../analysis";
import { firmnessSteps, inSlices, type Classification } from "../../portfolio";

const known = new WeakMap<Classification, Firmness | null>();

/** Whether classes are firm (methods §13), worked out in slices while the list is in view already; null until then, and without periods. */
export function useFirmness(classification: Classification): Firmness | null {
  const [, setFound] = useState<Classification | null>(null);
  useEffect(() => {
    if (known.has(classification)) return;
    const abort = new AbortController();
    inSlices(firmnessSteps(classification), { signal: abort.signal }).then(
      (firmness) => {
        known.set(classification, firmness);
        setFound(classification);
      },
      () => undefined,
    );
    return () => abort.abort();
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
