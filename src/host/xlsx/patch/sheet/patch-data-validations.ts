import { areasOf } from "../../read/read-data-validations";
import { spanAttribute, spanChild, spanChildren } from "../../package/xml-spans";
import { dataValidationsXml, dataValidationXml, sqrefOf } from "../../write/write-data-validations";
import { prefixedXml } from "../appended/append-styles";
import { same } from "../same";
import type { SheetPatch } from "./patch-frame";
import { worksheetOrder } from "./worksheet-order";

/** Takes away the validations that are gone, gives others their cells, and adds those that came; all else of them stays text. */
export function patchDataValidations({ edits, worksheet, before, after }: SheetPatch): void {
  const [were, wanted] = [before.dataValidations ?? [], after.dataValidations ?? []];
  if (same(were, wanted)) return;
  const list = spanChild(worksheet, "dataValidations");
  const all = spanChildren(list, "dataValidation");
  const known = all.filter(
    (element) => areasOf(spanAttribute(edits.text, element, "sqref") ?? "").length > 0,
  );
  const waiting = [...wanted];
  const taken = were.map((record) => takenFrom(waiting, (each) => same(each, record)));
  were.forEach((record, i) => {
    taken[i] ??= takenFrom(waiting, (each) => same({ ...each, areas: record.areas }, record));
  });
  let gone = 0;
  were.forEach((record, i) => {
    const element = known.at(i);
    const kept = taken[i];
    if (!element) return;
    if (kept === undefined) gone++;
    else if (!same(kept.areas, record.areas)) edits.attribute(element, "sqref", sqrefOf(kept));
  });
  const left = all.length - gone + waiting.length;
  if (list && left === 0) {
    edits.remove(list);
    return;
  }
  were.forEach((_, i) => {
    const element = known.at(i);
    if (element && taken[i] === undefined) edits.remove(element);
  });
  if (!list) {
    const xml = prefixedXml(dataValidationsXml(waiting), worksheet.prefix);
    edits.insertInOrder(worksheet, worksheetOrder, "dataValidations", xml);
    return;
  }
  edits.attribute(list, "count", left);
  for (const record of waiting) edits.append(list, prefixedXml(dataValidationXml(record), worksheet.prefix));
}

function takenFrom<T>(items: T[], holds: (item: T) => boolean): T | undefined {
  const at = items.findIndex(holds);
  return at < 0 ? undefined : items.splice(at, 1)[0];
}
