import { decodedText } from "../package/file-text";
import { SaxParser } from "../library";
import { localName } from "../package/package-parts";

export interface SharedString {
  text: string;
  /** More than one dress within the text: it is carried as plain text. */
  rich: boolean;
}

/** The texts of a workbook (`xl/sharedStrings.xml`) by number. Phonetic hints are no part of a text. */
export function readSharedStrings(xml: string | undefined): SharedString[] {
  const strings: SharedString[] = [];
  if (xml === undefined) return strings;
  let text = "";
  let runs = 0;
  let inText = false;
  let phonetic = false;
  const parser = new SaxParser({ position: false, invalidCharHandling: "skip", maxEntityExpansions: 0 });
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    if (name === "si") [text, runs] = ["", 0];
    else if (name === "r") runs++;
    else if (name === "rPh") phonetic = true;
    else if (name === "t") inText = !phonetic;
  });
  parser.on("text", (piece) => {
    if (inText) text += piece;
  });
  parser.on("cdata", (piece) => {
    if (inText) text += piece;
  });
  parser.on("closetag", (tag) => {
    const name = localName(tag.name);
    if (name === "t") inText = false;
    else if (name === "rPh") phonetic = false;
    else if (name === "si") strings.push({ text: decodedText(text), rich: runs > 1 });
  });
  parser.write(xml);
  parser.close();
  return strings;
}
