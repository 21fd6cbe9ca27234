/** A text that carries a card (Microsoft, "Add properties to basic cell values"): to formulas it is the text alone. */
export interface TextWithCard {
  type: "String";
  basicValue: string;
  /** By their names, as formulas reach them too: `=G2.Share`. */
  properties: Readonly<Record<string, CardProperty>>;
  layouts: { card: { title: string; sections: { layout: "List"; properties: readonly string[] }[] } };
}

export type CardProperty =
  { type: "String"; basicValue: string } | { type: "Double"; basicValue: number; numberFormat: string };

/** By the rows of a list's body. */
export type CardsOfRows = ReadonlyMap<number, TextWithCard>;

/** Cards that the cells of a column shall carry, and those that they carry now. */
export interface Cards {
  wanted: CardsOfRows;
  standing: CardsOfRows;
  /** Whether they say the same. */
  areRight: boolean;
}

export const noCards: CardsOfRows = new Map();

/** Whether cells of this Excel can carry cards: ExcelApi 1.19, and a client that knows of it. */
export const carriesCards = (): boolean =>
  Office.context.requirements.isSetSupported("ExcelApi", "1.19") && "valuesAsJson" in Excel.Range.prototype;

/** Whether two lists of cards say the same. What they say by day alone, by the names of those properties, does not count. */
export function sameCards(some: CardsOfRows, others: CardsOfRows, byDay: ReadonlySet<string>): boolean {
  if (some.size !== others.size) return false;
  for (const [row, card] of some) {
    const other = others.get(row);
    if (!other || !sameCard(card, other, byDay)) return false;
  }
  return true;
}

function sameCard(one: TextWithCard, other: TextWithCard, byDay: ReadonlySet<string>): boolean {
  const [names, others] = [one, other].map(({ properties }) => Object.keys(properties));
  return (
    one.basicValue === other.basicValue &&
    one.layouts.card.title === other.layouts?.card?.title &&
    names.length === others.length &&
    names.every((name) => byDay.has(name) || sameValue(one.properties[name], other.properties[name]))
  );
}

/** Numbers may lose their last digits on the way through the workbook. */
function sameValue(one: CardProperty, other: CardProperty | undefined): boolean {
  if (one.type === "Double" && other?.type === "Double") {
    return Math.abs(one.basicValue - other.basicValue) <= 1e-12 * Math.max(1, Math.abs(one.basicValue));
  }
  return one.basicValue === other?.basicValue;
}
