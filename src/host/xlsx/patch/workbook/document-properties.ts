import { escapedXml } from "../../package/file-text";
import { TextEdits } from "../../package/text-edits";
import { spanAttribute, spanChild, spanChildren, spansOf, spanText } from "../../package/xml-spans";

/**
 * The list of sheets in the document's properties (`TitlesOfParts`), where it was true before. Worksheets come first in it, before
 * chart sheets and names.
 * @param before names of all worksheets in the order of the workbook
 */
export function patchedTitles(text: string, before: readonly string[], after: readonly string[]): string {
  const root = spansOf(text);
  const titles = spanChild(spanChild(root, "TitlesOfParts"), "vector");
  const counts = spanChild(spanChild(root, "HeadingPairs"), "vector");
  const items = spanChildren(titles, "lpstr");
  const stated = items.slice(0, before.length).map((item) => spanText(text, item));
  const first = spanChildren(counts, "variant")[1];
  const count = first && spanChild(first, "i4");
  const isTrue =
    before.length > 0 &&
    stated.length === before.length &&
    stated.every((name, index) => name === before[index]);
  if (!titles || !count || !isTrue || Number(spanText(text, count)) !== before.length) return text;
  const edits = new TextEdits(text);
  const { prefix } = items[0] ?? titles;
  const names = after.map((name) => `<${prefix}lpstr>${escapedXml(name)}</${prefix}lpstr>`);
  edits.replace(items[0].start, items[before.length - 1].end, names.join(""));
  edits.attribute(titles, "size", items.length - before.length + after.length);
  edits.replace(count.openEnd, count.closeStart, String(after.length));
  return spanAttribute(text, titles, "size") === undefined ? text : edits.applied();
}
