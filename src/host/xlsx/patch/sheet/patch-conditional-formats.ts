import { spanAttribute, spanChildren, type XmlSpan } from "../../package/xml-spans";
import { conditionalFormatXml, type LookNumbers } from "../../write/write-conditional-formats";
import { prefixedXml } from "../appended/append-styles";
import { same } from "../same";
import type { SheetPatch } from "./patch-frame";
import { worksheetOrder } from "./worksheet-order";

/**
 * Takes away the conditional formats that are gone, adds those that came, and numbers what stayed. Rules of kinds that a
 * record does not know are not touched.
 * @param places of the formats as they were read, in the order of the record: element of the sheet and rule within it
 */
export function patchConditionalFormats(
  { edits, worksheet, before, after }: SheetPatch,
  places: readonly { block: number; rule: number }[],
  looks: LookNumbers,
): void {
  const waiting = [...after.conditionalFormats];
  const blocks = spanChildren(worksheet, "conditionalFormatting");
  const [gone, known] = [new Set<XmlSpan>(), new Set<XmlSpan>()];
  before.conditionalFormats.forEach((format, index) => {
    const place = places.at(index);
    const rule = place && spanChildren(blocks.at(place.block), "cfRule").at(place.rule);
    const at = waiting.findIndex((each) => same({ ...each, priority: format.priority }, format));
    const [kept] = at < 0 ? [] : waiting.splice(at, 1);
    if (!rule) return;
    known.add(rule);
    if (!kept) gone.add(rule);
    else if (kept.priority !== format.priority) edits.attribute(rule, "priority", kept.priority);
  });
  for (const block of blocks) {
    const rules = spanChildren(block, "cfRule");
    const away = rules.filter((rule) => gone.has(rule));
    if (away.length > 0 && away.length === rules.length && block.children.length === rules.length) {
      edits.remove(block);
    } else away.forEach((rule) => edits.remove(rule));
  }
  // Rules that the record does not know have numbers of their own.
  const others = blocks.flatMap((block) => spanChildren(block, "cfRule")).filter((rule) => !known.has(rule));
  const taken = new Set(others.map((rule) => Number(spanAttribute(edits.text, rule, "priority"))));
  for (const format of waiting.sort((one, other) => one.priority - other.priority)) {
    let { priority } = format;
    while (taken.has(priority)) priority++;
    taken.add(priority);
    const xml = prefixedXml(conditionalFormatXml({ ...format, priority }, looks), worksheet.prefix);
    edits.insertInOrder(worksheet, worksheetOrder, "conditionalFormatting", xml);
  }
}
