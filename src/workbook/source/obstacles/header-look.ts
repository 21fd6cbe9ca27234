/** What is seen of a header cell, as a new header takes it over from the list's last one. */
export interface HeaderLook {
  bold: boolean;
  color: string;
  fill: string;
  horizontalAlignment: Excel.RangeFormat["horizontalAlignment"];
  verticalAlignment: Excel.RangeFormat["verticalAlignment"];
  wrapText: boolean;
}

/** What a cell looks like that nobody has formatted. */
const plainLook: HeaderLook = {
  bold: false,
  color: "#000000",
  fill: "#FFFFFF",
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
};

/** Queues cells to look as those do that nobody has formatted. "Clear Formats" would take conditional formats of the user's, too. */
export function undress(cells: Excel.Range): void {
  cells.style = "Normal";
}

/** What a format is loaded with for {@link headerLookOf}. */
export const headerLook = "horizontalAlignment,verticalAlignment,wrapText,font/bold,font/color,fill/color";

export const headerLookOf = (format: Excel.RangeFormat): HeaderLook => ({
  bold: format.font.bold,
  color: format.font.color,
  fill: format.fill.color,
  horizontalAlignment: format.horizontalAlignment,
  verticalAlignment: format.verticalAlignment,
  wrapText: format.wrapText,
});

export const isSameLook = (one: HeaderLook, other: HeaderLook): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whether a cell looks as one does that nobody has formatted. */
export const isPlain = (look: HeaderLook): boolean => isSameLook(look, plainLook);

/** What of a look is otherwise than in another one, which is that of a plain cell where none is given. */
export const otherIn = (look: HeaderLook, other: HeaderLook = plainLook): Partial<HeaderLook> =>
  Object.fromEntries(Object.entries(look).filter(([key, value]) => value !== other[key as keyof HeaderLook]));
