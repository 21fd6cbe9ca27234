import type { SheetRecord, WorkbookRecord } from "../../../workbook-record";
import { decodedText, encodedText, escapedXml } from "../../package/file-text";
import type { TextEdits } from "../../package/text-edits";
import { spanAttribute, spanChild, spanChildren, type XmlSpan } from "../../package/xml-spans";
import { printNames } from "../../vocabulary/defined-names";
import { formulaInFile } from "../../vocabulary/formula-in-file";

/** A defined name as the file has it, or shall have it. */
interface FileName {
  name: string;
  /** Place of its sheet in the workbook; undefined for the workbook's own. */
  scope: number | undefined;
  text: string;
  hidden: boolean;
  comment: string;
}

/**
 * Puts changed names into the element `definedNames`. Names that a record does not know (links to other workbooks, macros,
 * second print areas) stay as they are.
 * @param order what may stand in the workbook, in the order of the schema
 * @param placeOf the new place of a sheet that had a place before; null when it is gone
 */
export function patchNames(
  edits: TextEdits,
  workbook: XmlSpan,
  before: WorkbookRecord,
  after: WorkbookRecord,
  order: readonly string[],
  [placesBefore, placesAfter]: readonly [
    (sheet: string) => number | undefined,
    (sheet: string) => number | undefined,
  ],
  placeOf: (place: number) => number | null,
): void {
  const [was, is] = [namesOf(before, placesBefore), namesOf(after, placesAfter)];
  const list = spanChild(workbook, "definedNames");
  const elements = new Map<string, XmlSpan>();
  for (const element of spanChildren(list, "definedName")) {
    const name = decodedText(spanAttribute(edits.text, element, "name") ?? "");
    const local = spanAttribute(edits.text, element, "localSheetId");
    elements.set(keyOf(name, local === undefined ? undefined : Number(local)), element);
  }
  const renumbered = (scope: number | undefined) =>
    scope === undefined ? undefined : (placeOf(scope) ?? -1);
  const old = new Map([...was.values()].map((name) => [keyOf(name.name, renumbered(name.scope)), name]));
  const gone = new Set<XmlSpan>();
  for (const [key, element] of elements) {
    const local = spanAttribute(edits.text, element, "localSheetId");
    const place = local === undefined ? undefined : placeOf(Number(local));
    const known = was.get(key);
    const now = known && is.get(keyOf(known.name, renumbered(known.scope)));
    if (place === null || (known && !now)) {
      gone.add(element);
      continue;
    }
    if (place !== undefined) edits.attribute(element, "localSheetId", place);
    if (!known || !now) continue;
    if (now.text !== known.text) edits.replace(element.openEnd, element.closeStart, escapedXml(now.text));
    if (now.hidden !== known.hidden) edits.attribute(element, "hidden", now.hidden ? 1 : null);
    if (now.comment !== known.comment) {
      edits.attribute(element, "comment", now.comment === "" ? null : encodedText(now.comment));
    }
  }
  const added = [...is].filter(([key]) => !old.has(key)).map(([, name]) => name);
  if (list && gone.size === list.children.length && added.length === 0 && gone.size > 0) {
    edits.remove(list);
    return;
  }
  gone.forEach((element) => edits.remove(element));
  if (added.length === 0) return;
  added.sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1));
  const written = added.map((name) => ({
    key: name.name.toLowerCase(),
    xml: nameXml(name, workbook.prefix),
  }));
  if (!list) {
    const tag = `${workbook.prefix}definedNames`;
    const inside = written.map(({ xml }) => xml).join("");
    edits.insertInOrder(workbook, order, "definedNames", `<${tag}>${inside}</${tag}>`);
    return;
  }
  // Excel keeps names in alphabetical order.
  const keys = list.children.map((element) =>
    (spanAttribute(edits.text, element, "name") ?? "").toLowerCase(),
  );
  for (const { key, xml } of written) {
    const place = keys.findIndex((each) => each > key);
    const next = place < 0 ? undefined : list.children[place];
    if (next) edits.insert(next.start, xml);
    else edits.append(list, xml);
  }
}

function nameXml({ name, scope, text, hidden, comment }: FileName, prefix: string): string {
  const told = comment === "" ? "" : ` comment="${escapedXml(encodedText(comment))}"`;
  const local = scope === undefined ? "" : ` localSheetId="${scope}"`;
  const tag = `${prefix}definedName`;
  return `<${tag} name="${escapedXml(name)}"${told}${local}${hidden ? ' hidden="1"' : ""}>${escapedXml(text)}</${tag}>`;
}

function keyOf(name: string, scope: number | undefined): string {
  return `${name.toLowerCase()}\u0000${scope ?? ""}`;
}

/** All names that a record knows, those for printing and filters included. */
function namesOf(
  record: WorkbookRecord,
  placeOf: (sheet: string) => number | undefined,
): Map<string, FileName> {
  const names = new Map<string, FileName>();
  const add = (name: FileName) => names.set(keyOf(name.name, name.scope), name);
  for (const each of record.names) {
    const scope = each.scope === null ? undefined : placeOf(each.scope);
    if (each.scope !== null && scope === undefined) continue;
    const { name, comment, visible } = each;
    add({ name, scope, text: formulaInFile(each.formula), hidden: !visible, comment });
  }
  record.sheets.forEach((sheet: SheetRecord) => {
    for (const { name, text, hidden } of printNames(sheet)) {
      add({ name, scope: placeOf(sheet.name), text, hidden, comment: "" });
    }
  });
  return names;
}
