/** Paper sizes by their number in the file (ECMA-376 Part 1, 18.3.1.63), with the names of `Excel.PaperType`. */
const papers: Record<number, string> = {
  1: "Letter",
  2: "LetterSmall",
  3: "Tabloid",
  4: "Ledger",
  5: "Legal",
  6: "Statement",
  7: "Executive",
  8: "A3",
  9: "A4",
  10: "A4Small",
  11: "A5",
  12: "B4",
  13: "B5",
  14: "Folio",
  15: "Quatro",
  16: "Paper10x14",
  17: "Paper11x17",
  18: "Note",
  19: "Envelope9",
  20: "Envelope10",
  27: "EnvelopeDL",
  28: "EnvelopeC5",
  29: "EnvelopeC3",
  30: "EnvelopeC4",
  31: "EnvelopeC6",
};

export function paperName(number: number): string | null {
  return papers[number] ?? null;
}

export function paperNumber(name: string): number | undefined {
  const found = Object.entries(papers).find(([, paper]) => paper === name);
  return found && Number(found[0]);
}

export interface HeaderSections {
  left: string;
  center: string;
  right: string;
}

/** Sections of `&Lleft&Ccenter&Rright`; text before any mark is the centre (ECMA-376 Part 1, 18.3.1.39). */
export function headerSections(text: string): HeaderSections {
  const sections: HeaderSections = { left: "", center: "", right: "" };
  let current: keyof HeaderSections = "center";
  for (const piece of text.split(/(&[^])/)) {
    if (piece === "&L") current = "left";
    else if (piece === "&C") current = "center";
    else if (piece === "&R") current = "right";
    else sections[current] += piece;
  }
  return sections;
}

export function headerText({ left, center, right }: HeaderSections): string {
  return (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
}

/** A page margin: the file counts inches, Office.js points. */
export const pointsPerInch = 72;
