import type { SheetRecord } from "../../../workbook-record";
import { TextEdits } from "../../package/text-edits";
import { spanAttribute, spanChild, spanChildren, spansOf, type XmlSpan } from "../../package/xml-spans";
import { defaultColumnWidth, fileWidthOfPoints } from "../../vocabulary/measures";
import type { StyleAppender } from "../appended/append-styles";
import { same } from "../same";
import { type LineChange, lineChanges } from "./line-changes";
import { worksheetOrder } from "./worksheet-order";

type Column = SheetRecord["columns"][number];

/** A piece of the list of columns: an element of the file, or what is made of it for a part of its columns. */
interface ColumnPiece {
  first: number;
  last: number;
  xml: string;
}

/** Puts changed widths, formats and hidden columns into the element `cols`; every other column stays text. */
export function patchColumns(
  edits: TextEdits,
  worksheet: XmlSpan,
  before: readonly Column[],
  after: readonly Column[],
  styles: StyleAppender,
): void {
  const changes = lineChanges(before, after, ({ width }) => width);
  if (changes.size === 0) return;
  const { text } = edits;
  const { prefix } = worksheet;
  const list = spanChild(worksheet, "cols");
  const elements = spanChildren(list, "col");
  const rest = new Set(changes.keys());
  const pieces: ColumnPiece[] = elements.flatMap((element) => {
    const first = Number(spanAttribute(text, element, "min") ?? 1) - 1;
    const last = Number(spanAttribute(text, element, "max") ?? 1) - 1;
    const inside = [...rest]
      .filter((index) => index >= first && index <= last)
      .sort((one, other) => one - other);
    inside.forEach((index) => rest.delete(index));
    const xml = text.slice(element.start, element.end);
    const made: ColumnPiece[] = [];
    let next = first;
    for (const index of inside) {
      if (index > next) made.push({ first: next, last: index - 1, xml });
      const changed = changedColumn(xml, changes.get(index)!, styles);
      if (changed !== null) made.push({ first: index, last: index, xml: changed });
      next = index + 1;
    }
    if (next <= last) made.push({ first: next, last, xml });
    return made;
  });
  for (const index of rest) {
    const xml = changedColumn(`<${prefix}col/>`, changes.get(index)!, styles);
    if (xml !== null) pieces.push({ first: index, last: index, xml });
  }
  const written = merged(pieces.sort((one, other) => one.first - other.first)).map(placed);
  const xml = written.length === 0 ? "" : `<${prefix}cols>${written.join("")}</${prefix}cols>`;
  if (list) edits.replace(list.start, list.end, xml);
  else if (xml !== "") edits.insertInOrder(worksheet, worksheetOrder, "cols", xml);
}

/** The element of one column; null when nothing is left to say of it. */
function changedColumn(
  like: string,
  { before, after }: LineChange<Column>,
  styles: StyleAppender,
): string | null {
  const element = spansOf(like);
  const edits = new TextEdits(like);
  const width = spanAttribute(like, element, "width");
  if (before?.width !== after?.width || width === undefined) {
    // Excel wants a width also where it is the ordinary one.
    edits.attribute(element, "width", fileWidthOfPoints(after?.width ?? defaultColumnWidth));
    edits.attribute(element, "customWidth", after?.width === undefined ? null : 1);
    edits.attribute(element, "bestFit", null);
  }
  if ((before?.hidden ?? false) !== (after?.hidden ?? false)) {
    edits.attribute(element, "hidden", after?.hidden ? 1 : null);
  }
  if (!same(before?.format, after?.format)) {
    const style = after?.format ? styles.numberOf(after.format, false) : 0;
    edits.attribute(element, "style", style > 0 ? style : null);
  }
  const xml = edits.applied();
  const says = /\s(?:customWidth|hidden|style|outlineLevel|collapsed)=/.test(xml);
  return says ? xml : null;
}

/** Neighbours that read the same become one element again. */
function merged(pieces: readonly ColumnPiece[]): ColumnPiece[] {
  const bare = (xml: string) => xml.replace(/\s(?:min|max)=(?:"[^"]*"|'[^']*')/g, "");
  const result: ColumnPiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.last === piece.first - 1 && bare(last.xml) === bare(piece.xml)) last.last = piece.last;
    else result.push({ ...piece });
  }
  return result;
}

function placed({ first, last, xml }: ColumnPiece): string {
  const element = spansOf(xml);
  const edits = new TextEdits(xml);
  const isThere = spanAttribute(xml, element, "min") !== undefined;
  if (!isThere) return xml.replace(/^<[^\s/>]+/, (name) => `${name} min="${first + 1}" max="${last + 1}"`);
  edits.attribute(element, "min", first + 1);
  edits.attribute(element, "max", last + 1);
  return edits.applied();
}
