/** What is seen of a header cell, as a new header takes it over from the list's last one. */
export interface HeaderLook {
  bold: boolean;
  color: string;
  fill: string;
  horizontalAlignment: Excel.RangeFormat["horizontalAlignment"];
  verticalAlignment: Excel.RangeFormat["verticalAlignment"];
  wrapText: boolean;
}

export const noFill = "#FFFFFF";
export const noColor = "#000000";

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
export const isPlain = (look: HeaderLook): boolean =>
  isSameLook(look, {
    bold: false,
    color: noColor,
    fill: noFill,
    horizontalAlignment: "General",
    verticalAlignment: "Bottom",
    wrapText: false,
  });
