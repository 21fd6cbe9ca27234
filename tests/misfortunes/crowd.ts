import { drawDeed } from "./another-person";
import { Draws } from "../draws";
import { drawInterleaving, hidesFormats, type Interleaving, lastRequestOf, type PlannedDeed } from "./people";
import type { Scene } from "./scene";

/** What keeps cells from being written, or moves rows. */
const disturbing: ReadonlySet<string> = new Set([
  "sets a filter",
  "protects the sheet",
  "protects the structure of the workbook",
  "sorts the list",
  "deletes a row of the list",
  "inserts a row of the sheet in the list",
]);

function drawDisturbing(draw: Draws, scene: Scene) {
  for (;;) {
    const deed = drawDeed(draw, scene);
    if (disturbing.has(deed.name)) return deed;
  }
}

/**
 * The deeds of an interleaving fall into neighbouring requests, and most often one more among them: so a run finds at once that it was
 * disturbed, and that it cannot take back what it has written.
 */
export function drawCrowd(seed: number, name: string | null = null): Interleaving {
  const drawn = drawInterleaving(seed, name);
  const { scene, operation, clears } = drawn;
  const draw = Draws.scattered(seed + 770_000);
  // One for each of three runs at most.
  const at = [0, 1, 2].map(() => draw.integer(2, lastRequestOf(drawn)));
  const deeds: PlannedDeed[] = drawn.deeds.map((deed) => ({
    ...deed,
    before: at[deed.round] + draw.integer(0, 2),
  }));
  clears.forEach((_, round) => {
    if (!draw.chance(0.8)) return;
    const deed = drawDisturbing(draw, scene);
    deeds.push({ round, before: at[round] + draw.integer(0, 3), deed });
  });
  return { ...drawn, deeds: deeds.filter(({ deed }) => !hidesFormats(deed, scene, deeds, operation)) };
}
