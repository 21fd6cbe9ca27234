import type { SheetRecord, WorkbookRecord } from "../../../workbook-record";
import { escapedXml } from "../../package/file-text";
import type { PackageEdit } from "../../package/package-edit";
import { TextEdits } from "../../package/text-edits";
import {
  attributesAt,
  spanAttribute,
  spanChild,
  spanChildren,
  spansOf,
  type XmlSpan,
} from "../../package/xml-spans";
import { addresses, relationshipNamespace } from "../part-types";

/** A sheet in the list of the workbook: of the file, with a record or (a chart sheet) without one; or a new one. */
export interface ListedSheet {
  /** Its element in the file, and its place there. */
  element?: XmlSpan;
  place?: number;
  part: string;
  name: string;
  sheetId: number;
  record?: SheetRecord;
}

/** The sheets of a workbook: as the file lists them, and as they shall be listed. */
export interface SheetList {
  before: ListedSheet[];
  after: ListedSheet[];
}

/**
 * Finds every sheet's place. Chart sheets keep theirs; new sheets stand where the record has them.
 * @param worksheets parts of the file that have a record
 * @param partFor gives a new sheet its part
 */
export function sheetListOf(
  text: string,
  workbook: XmlSpan,
  mainPart: string,
  edit: PackageEdit,
  worksheets: ReadonlySet<string>,
  { sheets }: WorkbookRecord,
  partFor: (sheet: SheetRecord) => string,
): SheetList {
  const targets = new Map(edit.relationships(mainPart).map(({ id, target }) => [id, target]));
  const elements = spanChildren(spanChild(workbook, "sheets"), "sheet");
  const before = elements.map((element, place): ListedSheet => ({
    element,
    place,
    part: targets.get(spanAttribute(text, element, "id") ?? "") ?? "",
    name: spanAttribute(text, element, "name") ?? "",
    sheetId: Number(spanAttribute(text, element, "sheetId")) || 0,
  }));
  return { before, after: ordered(before, worksheets, sheets, partFor) };
}

function ordered(
  before: readonly ListedSheet[],
  worksheets: ReadonlySet<string>,
  sheets: readonly SheetRecord[],
  partFor: (sheet: SheetRecord) => string,
): ListedSheet[] {
  let nextId = Math.max(0, ...before.map(({ sheetId }) => sheetId)) + 1;
  const listed = sheets.map((record): ListedSheet => {
    const known = before.find(({ part }) => part === record.part);
    return known
      ? { ...known, name: record.name, record }
      : { part: partFor(record), name: record.name, sheetId: nextId++, record };
  });
  const known = listed.filter(({ element }) => element);
  // Places of worksheets are filled in the order of the record; other sheets stay.
  const result = before.flatMap((each): ListedSheet[] => {
    if (!worksheets.has(each.part)) return [each];
    const next = known.shift();
    return next ? [next] : [];
  });
  listed.forEach((sheet, index) => {
    if (sheet.element) return;
    const isLast = listed.slice(index).every(({ element }) => !element);
    const place = isLast ? result.length : result.indexOf(listed[index - 1]) + 1;
    result.splice(place, 0, sheet);
  });
  return result;
}

/** Writes the list where it differs from the file's. */
export function patchSheetList(
  edits: TextEdits,
  workbook: XmlSpan,
  { before, after }: SheetList,
  edit: PackageEdit,
  mainPart: string,
): void {
  const list = spanChild(workbook, "sheets");
  if (!list) return;
  const written = after.map((sheet) => sheetXml(edits.text, sheet, list, before, edit, mainPart));
  const untouched =
    before.length <= after.length &&
    before.every(({ element }, index) => {
      return element && written[index] === edits.text.slice(element.start, element.end);
    });
  if (untouched) {
    const added = written.slice(before.length).join("");
    if (added !== "") edits.append(list, added);
  } else edits.replace(list.openEnd, list.closeStart, written.join(""));
}

function sheetXml(
  text: string,
  { element, name, part, sheetId, record }: ListedSheet,
  list: XmlSpan,
  before: readonly ListedSheet[],
  edit: PackageEdit,
  mainPart: string,
): string {
  const state = { Visible: null, Hidden: "hidden", VeryHidden: "veryHidden" }[
    record?.visibility ?? "Visible"
  ];
  if (element) {
    const xml = text.slice(element.start, element.end);
    if (!record) return xml;
    const span = spansOf(xml);
    const edits = new TextEdits(xml);
    edits.attribute(span, "name", name);
    if ((spanAttribute(xml, span, "state") ?? "visible") !== (state ?? "visible"))
      edits.attribute(span, "state", state);
    return edits.applied();
  }
  const id = edit.relate(mainPart, addresses.worksheet.relationship, part);
  const like = before[0]?.element;
  const prefix = like && linkPrefix(text, like);
  const link = prefix
    ? ` ${prefix}:id="${id}"`
    : ` xmlns:r="${edit.inItsWords(relationshipNamespace)}" r:id="${id}"`;
  const hidden = state === null ? "" : ` state="${state}"`;
  return `<${list.prefix}sheet name="${escapedXml(name)}" sheetId="${sheetId}"${hidden}${link}/>`;
}

/** The prefix that the file has for identifiers of relationships, where the whole workbook knows it. */
function linkPrefix(text: string, element: XmlSpan): string | undefined {
  const attributes = attributesAt(text, element.start, element.openEnd);
  const own = attributes.find(({ name }) => name.endsWith(":id"))?.name.split(":")[0];
  const isLocal = attributes.some(({ name }) => name === `xmlns:${own}`);
  return isLocal ? undefined : own;
}
