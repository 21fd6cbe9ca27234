import { decodedText } from "../package/file-text";
import { SaxParser } from "../library";
import { localName } from "../package/package-parts";

export interface SharedString {
  text: string;
  /** Nothing but a text: no dress within it, no phonetic hints. */
  plain: boolean;
}

/** The texts of a workbook (`xl/sharedStrings.xml`) by number. Phonetic hints are no part of a text. */
export function readSharedStrings(xml: string | undefined): SharedString[] {
  const strings: SharedString[] = [];
  if (xml === undefined) return strings;
  let text = "";
  let plain = true;
  let inText = false;
  let phonetic = false;
  const parser = new SaxParser({ position: false, invalidCharHandling: "skip", maxEntityExpansions: 0 });
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    if (name === "si") [text, plain] = ["", true];
    else if (name === "t") inText = !phonetic;
    else plain = false;
    if (name === "rPh") phonetic = true;
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
    else if (name === "si") strings.push({ text: decodedText(text), plain });
  });
  parser.write(xml);
  parser.close();
  return strings;
}
