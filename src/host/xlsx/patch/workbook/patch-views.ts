import type { PackageEdit } from "../../package/package-edit";
import { TextEdits } from "../../package/text-edits";
import { spanAttribute, spanChild, spanChildren, spansOf, type XmlSpan } from "../../package/xml-spans";
import { workbookOrder } from "./workbook-order";

/** Makes a sheet the one that is shown when the workbook opens. */
export function patchViews(edits: TextEdits, workbook: XmlSpan, active: number): void {
  const view = spanChild(spanChild(workbook, "bookViews"), "workbookView");
  if (view) {
    // The first sheet is meant where none is named.
    const named = Number(spanAttribute(edits.text, view, "activeTab") ?? 0);
    if (named !== active) edits.attribute(view, "activeTab", active);
  } else if (active > 0) {
    const { prefix } = workbook;
    const xml = `<${prefix}bookViews><${prefix}workbookView activeTab="${active}"/></${prefix}bookViews>`;
    edits.insertInOrder(workbook, workbookOrder, "bookViews", xml);
  }
}

/** Two sheets whose tabs are selected are a group: what is typed into one goes into the other. */
export function selectTab(edit: PackageEdit, part: string, selected: boolean): void {
  const text = edit.text(part);
  if (
    text === undefined ||
    (!selected && !/\stabSelected=/.test(text.slice(0, text.search(/<(?:\w+:)?sheetData/) + 1 || undefined)))
  )
    return;
  const edits = new TextEdits(text);
  const views = spanChild(spansOf(text, "sheetData"), "sheetViews");
  spanChildren(views, "sheetView").forEach((view, index) => {
    const isSelected = /^(?:1|true|on)$/.test(spanAttribute(text, view, "tabSelected") ?? "");
    if (isSelected !== selected && (!selected || index === 0))
      edits.attribute(view, "tabSelected", selected ? 1 : null);
  });
  edit.setText(part, edits.applied());
}
