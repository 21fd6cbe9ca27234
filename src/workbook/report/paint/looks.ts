import { type Area, type Look, overlap } from "./page/page";

export interface DressedArea {
  area: Area;
  look: Look;
}

/** How far back a look is joined with an equal one: the looks of a few rows. */
const reach = 80;

/**
 * The same picture with fewer looks: rows of the same dress become one area, so that a sheet takes hundreds of orders
 * to Excel instead of thousands. Looks are applied in order, later ones over earlier ones; a look is joined with an
 * equal one right above it only where none between the two touches the same cells in the same respect.
 */
export function joinRows(looks: readonly DressedArea[]): DressedArea[] {
  const joined: (DressedArea & { key: string })[] = [];
  for (const { area, look } of looks) {
    const key = JSON.stringify(look);
    const above = matchAbove(joined, area, look, key);
    if (above) above.area = { ...above.area, rows: above.area.rows + area.rows };
    else joined.push({ area, look, key });
  }
  return joined.map(({ area, look }) => ({ area, look }));
}

function matchAbove<T extends DressedArea & { key: string }>(
  joined: readonly T[],
  area: Area,
  look: Look,
  key: string,
): T | null {
  // A line above a block is one line, not one per row.
  if (look.top !== undefined) return null;
  for (let index = joined.length - 1; index >= Math.max(0, joined.length - reach); index--) {
    const each = joined[index];
    if (
      each.key === key &&
      each.area.column === area.column &&
      each.area.columns === area.columns &&
      each.area.row + each.area.rows === area.row
    ) {
      return each;
    }
    if (overlap(each.area, area) && sharesProperty(each.look, look)) return null;
  }
  return null;
}

function sharesProperty(a: Look, b: Look): boolean {
  return Object.entries(a).some(
    ([property, value]) => value !== undefined && b[property as keyof Look] !== undefined,
  );
}

/** Runs of consecutive rows of one height. */
export function heightRuns(
  heights: ReadonlyMap<number, number>,
): { row: number; rows: number; points: number }[] {
  const runs: { row: number; rows: number; points: number }[] = [];
  for (const [row, points] of [...heights].sort(([a], [b]) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last.points === points && last.row + last.rows === row) last.rows++;
    else runs.push({ row, rows: 1, points });
  }
  return runs;
}
