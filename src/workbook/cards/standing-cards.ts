import type { OwnColumn } from "../marks/own-columns";
import { readRows } from "../cells/read-rows";
import { firstRowOf, type ListPlace, rowCountOf } from "../source/list-place";
import type { CardsOfRows, TextWithCard } from "./value-card";

/** A cell as `valuesAsJson` gives it, with brackets and the names of its members. */
const bytesOfValue = 80;

/** The cards that cells of a column of ours carry now. @throws the error of Office.js */
export async function standingCards(
  context: Excel.RequestContext,
  place: ListPlace,
  { position }: OwnColumn,
): Promise<CardsOfRows> {
  const cards = new Map<number, TextWithCard>();
  const first = firstRowOf(place);
  await readRows(
    context,
    place.sheetId,
    [{ left: position, width: 1, as: "valuesAsJson" }],
    first,
    rowCountOf(place),
    bytesOfValue,
    (row, [matrix]) => {
      (matrix as unknown as (TextWithCard | { properties?: undefined })[][]).forEach(([value], at) => {
        if (value.properties) cards.set(row + at - first, value);
      });
    },
  );
  return cards;
}
