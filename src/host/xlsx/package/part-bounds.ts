/** What no part of a workbook has, and what would take minutes and gigabytes to be read. */
import { WorkbookFileError } from "../../workbook-file-error";
import { passedOver, TagScanner } from "./xml-spans";

/** Nothing in a workbook is nested so deep. */
const deepest = 512;

/** Elements besides cells, texts and what is never looked into: fifteen for each hyperlink that a sheet can have. */
const mostElements = 1_000_000;

/** @throws WorkbookFileError for a text that is no tree of the size that a workbook has: damaged, or tooLarge */
export function requireUsualTree(text: string, partName: string): void {
  const scanner = new TagScanner(text);
  let elements = 0;
  for (let depth = 0; scanner.next();) {
    if (scanner.kind === "close") depth--;
    else if (++elements > mostElements)
      throw new WorkbookFileError("tooLarge", `${partName} has too many elements`, { place: partName });
    if (scanner.kind === "open") depth++;
    if (depth > deepest) throw new WorkbookFileError("damaged", `${partName} is nested too deep`);
  }
}

/** A cell holds 32,767 letters; and the parser of XML needs some forty bytes for each letter of a comment. */
const longestAside = 1_000_000;

/** @throws WorkbookFileError tooLarge, for a comment, an instruction, a CDATA section or a declaration that has no end */
export function requireShortAsides(text: string, partName: string): void {
  const beginning = /<[!?]/g;
  for (let found = beginning.exec(text); found; found = beginning.exec(text)) {
    beginning.lastIndex = passedOver(text, found.index);
    if (beginning.lastIndex - found.index > longestAside)
      throw new WorkbookFileError("tooLarge", `${partName} has a comment without end`, { place: partName });
  }
}
