import type { NameRecord, PageRecord, SheetRecord, WorkbookRecord } from "../../workbook-record";
import { parseArea, quotedSheetName } from "../../model/reference";
import { isCalculable } from "../../model/formula/formula-limits";
import { WorkbookFileError } from "../../workbook-file-error";
import { sheetReference } from "./address";
import { decodedText, encodedText, escapedXml } from "../package/file-text";
import { formulaFromFile, formulaInFile, refersToOtherWorkbook } from "./formula-in-file";
import type { XmlElement } from "../library";
import { attribute, child, children, flag, numberAttribute, textOf } from "../package/package-parts";

/** Each is loaded by every step that looks for ours: with more of them a run would take minutes and a gigabyte. */
const mostNames = 30_000;

/** Names that Excel keeps for itself. */
const builtIn = /^_xlnm\./i;

/**
 * Counts the names in the text of the workbook's part: a tree of a million of them takes a gigabyte.
 * @throws WorkbookFileError tooManyNames
 */
export function requireUsableNames(workbook: string): void {
  const name = /<(?:[\w.-]+:)?definedName[\s>]/g;
  for (let count = 0; name.test(workbook);) {
    if (++count > mostNames)
      throw new WorkbookFileError("tooManyNames", `more than ${mostNames} defined names`);
  }
}

/**
 * The defined names of a workbook, print areas and titles apart: those go to their sheets' pages. Names of macros and of
 * cells in other workbooks are left to the file.
 * @throws WorkbookFileError tooManyNames
 */
export function readNames(workbook: XmlElement, sheets: (SheetRecord | undefined)[]): NameRecord[] {
  const names: NameRecord[] = [];
  for (const element of children(child(workbook, "definedNames"), "definedName")) {
    const name = decodedText(attribute(element, "name") ?? "");
    const text = decodedText(textOf(element));
    const scope = numberAttribute(element, "localSheetId");
    const sheet = scope === undefined ? undefined : sheets[scope];
    if (builtIn.test(name)) {
      if (sheet) readPrintName(name, text, sheet.page);
    } else if (
      !isCalculable(text) ||
      refersToOtherWorkbook(text) ||
      flag(element, "xlm") ||
      flag(element, "vbProcedure")
    ) {
      continue;
    } else if (scope === undefined || sheet) {
      names.push({
        name,
        formula: formulaFromFile(text),
        visible: !flag(element, "hidden"),
        scope: sheet?.name ?? null,
        comment: decodedText(attribute(element, "comment") ?? ""),
      });
    }
  }
  return names;
}

function readPrintName(name: string, text: string, page: PageRecord): void {
  // Several areas print on several pages; the record holds one.
  const pieces = text
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((piece) => piece.slice(piece.lastIndexOf("!") + 1));
  if (/Print_Area$/i.test(name)) {
    page.printArea = parseArea(pieces[0]);
  } else if (/Print_Titles$/i.test(name)) {
    const rows = pieces.map((piece) => /^\$?(\d+):\$?(\d+)$/.exec(piece)).find((match) => match !== null);
    if (rows) page.titleRows = { first: Number(rows[1]) - 1, last: Number(rows[2]) - 1 };
  }
}

/** The element `definedNames`; empty when there are none. Excel wants the names in alphabetical order. */
export function definedNamesXml(record: WorkbookRecord): string {
  const elements: { key: string; xml: string }[] = [];
  const add = (name: string, text: string, attributes: string) => {
    const xml = `<definedName name="${escapedXml(name)}"${attributes}>${escapedXml(text)}</definedName>`;
    elements.push({ key: `${name.toLowerCase()}\u0000${attributes}`, xml });
  };
  for (const { name, formula, visible, scope, comment } of record.names) {
    const scopeIndex = record.sheets.findIndex((sheet) => sheet.name === scope);
    if (scope !== null && scopeIndex < 0) continue;
    const attributes =
      (comment === "" ? "" : ` comment="${escapedXml(encodedText(comment))}"`) +
      (scope === null ? "" : ` localSheetId="${scopeIndex}"`) +
      (visible ? "" : ' hidden="1"');
    add(name, formulaInFile(formula), attributes);
  }
  record.sheets.forEach((sheet, index) => {
    for (const { name, text, hidden } of printNames(sheet)) {
      add(name, text, ` localSheetId="${index}"${hidden ? ' hidden="1"' : ""}`);
    }
  });
  if (elements.length === 0) return "";
  elements.sort((one, other) => (one.key < other.key ? -1 : 1));
  return `<definedNames>${elements.map(({ xml }) => xml).join("")}</definedNames>`;
}

/** The names by which Excel keeps what a sheet filters and prints. */
export function printNames(sheet: SheetRecord): { name: string; text: string; hidden: boolean }[] {
  const names: { name: string; text: string; hidden: boolean }[] = [];
  const { printArea, titleRows } = sheet.page;
  if (sheet.filter) {
    const text = sheetReference(sheet.name, sheet.filter.area);
    names.push({ name: "_xlnm._FilterDatabase", text, hidden: true });
  }
  if (printArea) {
    names.push({ name: "_xlnm.Print_Area", text: sheetReference(sheet.name, printArea), hidden: false });
  }
  if (titleRows) {
    const text = `${quotedSheetName(sheet.name)}!$${titleRows.first + 1}:$${titleRows.last + 1}`;
    names.push({ name: "_xlnm.Print_Titles", text, hidden: false });
  }
  return names;
}
