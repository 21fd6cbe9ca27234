import type { Area } from "../../workbook-record";
import { difference, intersection } from "../reference";

/**
 * The cells of a rule once a column has been inserted: where it stands on the cells left of new ones, it stands on these, too, as the
 * number formats do that they take over.
 */
export function inheritedAreas(areas: readonly Area[], inserted: Area): Area[] {
  if (inserted.column === 0) return [...areas];
  const left = { ...inserted, column: inserted.column - 1, columns: 1 };
  const taken = areas.flatMap((area) => {
    const beside = intersection(area, left);
    return beside ? [{ ...beside, column: inserted.column, columns: inserted.columns }] : [];
  });
  const free = (piece: Area) =>
    areas.reduce<Area[]>((rest, area) => rest.flatMap((each) => difference(each, area)), [piece]);
  return [...areas, ...taken.flatMap(free)];
}
