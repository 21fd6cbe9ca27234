import { Draws } from "../draws";
import type { Deed } from "./another-person";
import { drawBeside, drawInterleaving, type Interleaving } from "./people";
import { noFormatsBeside } from "./scene";
import { amidOurs, deletesOurs, drawStructuralDeed } from "./structural-deeds";

/** Beside deeds of every day some that change how the list is built. In the end everything is removed. */
export function drawStructure(seed: number, name: string | null = null): Interleaving {
  const drawn = drawInterleaving(seed, name, noFormatsBeside);
  const { scene, operation } = drawn;
  const draw = Draws.scattered(seed + 990_000);
  const structural = drawBeside(draw, drawn, 2, drawStructuralDeed);
  // Taking back knows the widths of columns that were deleted before it looked for them.
  const isFleeting = operation.takesBack !== null && scene.kind === "table";
  const isAmid = structural.some(({ deed }) => deed.name === amidOurs);
  // A column of hers amid ours comes to stand under a width of ours when one of these goes, and another one of hers looks like it.
  // Hers that has moved by a column would be taken for one of ours, and the deed that puts a column amid ours would take it off.
  const hides = new Set(["adds a column to the table", "inserts a column of the sheet"]);
  const isHidden = ({ name }: Deed) => isAmid && scene.kind === "table" && hides.has(name);
  // A second one may go while widths are settled after the first.
  const deleting = structural.find(({ deed }) => deed.name === deletesOurs);
  // Where the run is refused, what comes right of the table after that keeps a width of ours until the next one.
  const isLeftWide = ({ name }: Deed) =>
    deleting !== undefined && scene.kind === "table" && name === "adds a column to the table";
  const usual = drawn.deeds.filter(({ deed }) => draw.chance(0.4) && !isHidden(deed) && !isLeftWide(deed));
  const deeds = [
    ...usual,
    ...structural.filter(
      (each) => each.deed.name !== deletesOurs || (each === deleting && !isAmid && !isFleeting),
    ),
  ];
  return { ...drawn, deeds, isRemoved: operation.takesBack === null };
}
