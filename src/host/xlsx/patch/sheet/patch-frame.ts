import type { Area, SheetRecord } from "../../../workbook-record";
import { parseArea } from "../../../model/reference";
import { escapedXml } from "../../package/file-text";
import { TextEdits } from "../../package/text-edits";
import { spanAttribute, spanChild, spanChildren, type XmlSpan } from "../../package/xml-spans";
import { areaAddress, cellAddress } from "../../vocabulary/address";
import { headerText, paperNumber, pointsPerInch } from "../../vocabulary/page-choices";
import {
  allowedByDefault,
  forbiddenByDefault,
  passwordAttributes,
} from "../../vocabulary/protection-options";
import type { CellChange } from "./cell-changes";
import { same } from "../same";
import { worksheetOrder } from "./worksheet-order";

type Attributes = Record<string, string | number | null>;

/** A worksheet whose text is being changed. */
export interface SheetPatch {
  edits: TextEdits;
  worksheet: XmlSpan;
  before: SheetRecord;
  after: SheetRecord;
}

/** What stands around the cells: view, merged cells, filter, protection, page. Only what changed is written. */
export function patchFrame(patch: SheetPatch): void {
  patchTab(patch);
  patchView(patch);
  patchMerges(patch);
  patchFilter(patch);
  patchProtection(patch);
  patchPage(patch);
}

/** Sets attributes of a child of the worksheet, which is made where it is missing. */
function setChild(patch: SheetPatch, local: (typeof worksheetOrder)[number], attributes: Attributes): void {
  const { edits, worksheet } = patch;
  const element = spanChild(worksheet, local);
  if (element) {
    for (const [name, value] of Object.entries(attributes)) edits.attribute(element, name, value);
  } else {
    const xml = `<${worksheet.prefix}${local}${attributeText(attributes)}/>`;
    edits.insertInOrder(worksheet, worksheetOrder, local, xml);
  }
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? "" : ` ${name}="${escapedXml(String(value))}"`))
    .join("");
}

function replaceChild(patch: SheetPatch, local: (typeof worksheetOrder)[number], xml: string): void {
  const { edits, worksheet } = patch;
  const element = spanChild(worksheet, local);
  if (element) edits.replace(element.start, element.end, xml);
  else if (xml !== "") edits.insertInOrder(worksheet, worksheetOrder, local, xml);
}

/** Cells outside of the block that the sheet says it uses make it larger. */
export function patchDimension(patch: SheetPatch, changes: ReadonlyMap<number, readonly CellChange[]>): void {
  const { edits, worksheet } = patch;
  const element = spanChild(worksheet, "dimension");
  const said = element && parseArea(spanAttribute(edits.text, element, "ref") ?? "");
  if (!element || !said) return;
  let [top, left, bottom, right] = [
    said.row,
    said.column,
    said.row + said.rows - 1,
    said.column + said.columns - 1,
  ];
  // A sheet without cells says A1.
  const isEmpty = !/<(?:[\w.-]+:)?c[\s/>]/.test(edits.text);
  if (isEmpty) [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const [row, cells] of changes) {
    for (const { column, after } of cells) {
      if (!after) continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
  }
  if (top === Infinity) return;
  const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  if (!same(parseArea(areaAddress(area)), said)) edits.attribute(element, "ref", areaAddress(area));
}

function patchTab(patch: SheetPatch): void {
  const { edits, worksheet, before, after } = patch;
  const fits = (page: SheetRecord["page"]) => page.fitToWidth !== null || page.fitToHeight !== null;
  const sameFit = fits(before.page) === fits(after.page);
  if (before.tabColor === after.tabColor && sameFit) return;
  const { prefix } = worksheet;
  const element = spanChild(worksheet, "sheetPr");
  const color =
    after.tabColor === null
      ? ""
      : `<${prefix}tabColor rgb="FF${after.tabColor.replace("#", "").toUpperCase()}"/>`;
  const fit = fits(after.page) ? `<${prefix}pageSetUpPr fitToPage="1"/>` : "";
  if (!element) {
    replaceChild(patch, "sheetPr", `<${prefix}sheetPr>${color}${fit}</${prefix}sheetPr>`);
    return;
  }
  const order = ["tabColor", "outlinePr", "pageSetUpPr"];
  if (before.tabColor !== after.tabColor) {
    const old = spanChild(element, "tabColor");
    if (old) edits.replace(old.start, old.end, color);
    else edits.insertInOrder(element, order, "tabColor", color);
  }
  if (!sameFit) {
    const old = spanChild(element, "pageSetUpPr");
    if (old) edits.attribute(old, "fitToPage", fits(after.page) ? 1 : null);
    else edits.insertInOrder(element, order, "pageSetUpPr", fit);
  }
}

function patchView(patch: SheetPatch): void {
  const { edits, worksheet, before, after } = patch;
  const sameFrozen = same(before.frozen, after.frozen);
  if (before.showGridlines === after.showGridlines && sameFrozen) return;
  const { prefix } = worksheet;
  const view = spanChild(spanChild(worksheet, "sheetViews"), "sheetView");
  const pane = paneXml(after.frozen, prefix);
  if (!view) {
    const lines = after.showGridlines ? "" : ' showGridLines="0"';
    const name = `${prefix}sheetView`;
    const xml = `<${prefix}sheetViews><${name}${lines} workbookViewId="0">${pane}</${name}></${prefix}sheetViews>`;
    replaceChild(patch, "sheetViews", xml);
    return;
  }
  if (before.showGridlines !== after.showGridlines) {
    edits.attribute(view, "showGridLines", after.showGridlines ? null : 0);
  }
  if (sameFrozen) return;
  const old = spanChild(view, "pane");
  // Selections belong to panes that are there no more.
  for (const selection of spanChildren(view, "selection")) edits.remove(selection);
  if (old) edits.replace(old.start, old.end, pane);
  else edits.insertInOrder(view, ["pane", "selection", "pivotSelection", "extLst"], "pane", pane);
}

function paneXml({ rows, columns }: SheetRecord["frozen"], prefix: string): string {
  if (rows === 0 && columns === 0) return "";
  const pane = rows > 0 ? (columns > 0 ? "bottomRight" : "bottomLeft") : "topRight";
  const split = (columns > 0 ? ` xSplit="${columns}"` : "") + (rows > 0 ? ` ySplit="${rows}"` : "");
  const corner = cellAddress(rows, columns);
  return `<${prefix}pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`;
}

function patchMerges(patch: SheetPatch): void {
  const { edits, worksheet, before, after } = patch;
  const key = (area: Area) => areaAddress(area);
  const [was, is] = [new Set(before.merges.map(key)), new Set(after.merges.map(key))];
  const added = [...is].filter((each) => !was.has(each));
  const removed = new Set([...was].filter((each) => !is.has(each)));
  if (added.length === 0 && removed.size === 0) return;
  const { prefix } = worksheet;
  const list = spanChild(worksheet, "mergeCells");
  const xml = added.map((ref) => `<${prefix}mergeCell ref="${ref}"/>`).join("");
  if (!list) {
    const name = `${prefix}mergeCells`;
    replaceChild(patch, "mergeCells", `<${name} count="${added.length}">${xml}</${name}>`);
    return;
  }
  if (is.size === 0) {
    edits.remove(list);
    return;
  }
  for (const merge of spanChildren(list, "mergeCell")) {
    const area = parseArea(spanAttribute(edits.text, merge, "ref") ?? "");
    if (area && removed.has(key(area))) edits.remove(merge);
  }
  if (xml !== "") edits.append(list, xml);
  edits.attribute(list, "count", is.size);
}

function patchFilter(patch: SheetPatch): void {
  const { before, after, worksheet, edits } = patch;
  if (same(before.filter, after.filter)) return;
  const element = spanChild(worksheet, "autoFilter");
  if (!after.filter) replaceChild(patch, "autoFilter", "");
  else {
    setChild(patch, "autoFilter", { ref: areaAddress(after.filter.area) });
    if (before.filter?.active && !after.filter.active && element) {
      for (const column of element.children) edits.remove(column);
    }
  }
}

function patchProtection(patch: SheetPatch): void {
  const { before, after } = patch;
  if (same(before.protection, after.protection)) return;
  if (!after.protection) {
    replaceChild(patch, "sheetProtection", "");
    return;
  }
  const { options, passwordHash } = after.protection;
  const attributes: Attributes = { sheet: 1 };
  for (const [option, name] of Object.entries(forbiddenByDefault))
    attributes[name] = options[option] === true ? 0 : null;
  for (const [option, name] of Object.entries(allowedByDefault))
    attributes[name] = options[option] === true ? null : 1;
  const { selectionMode } = options;
  attributes.selectLockedCells = selectionMode === "Unlocked" || selectionMode === "None" ? 1 : null;
  attributes.selectUnlockedCells = selectionMode === "None" ? 1 : null;
  for (const name of passwordAttributes) attributes[name] = passwordHash?.[name] ?? null;
  setChild(patch, "sheetProtection", attributes);
}

function patchPage(patch: SheetPatch): void {
  const [was, is] = [patch.before.page, patch.after.page];
  if (same(was, is)) return;
  const { margins } = is;
  const inches = (points: number) => points / pointsPerInch;
  const options: Attributes = {
    ...(was.centerHorizontally !== is.centerHorizontally && {
      horizontalCentered: is.centerHorizontally ? 1 : null,
    }),
    ...((was.printGridlines ?? false) !== (is.printGridlines ?? false) && {
      gridLines: is.printGridlines ? 1 : null,
    }),
  };
  if (Object.keys(options).length > 0) setChild(patch, "printOptions", options);
  if (!same(was.margins, margins)) {
    const sides = Object.entries(margins).map(([side, points]) => [side, inches(points)]);
    const ordered = ["left", "right", "top", "bottom", "header", "footer"];
    sides.sort(([one], [other]) => ordered.indexOf(one as string) - ordered.indexOf(other as string));
    setChild(patch, "pageMargins", Object.fromEntries(sides) as Attributes);
  }
  const setup: Attributes = {
    ...(was.paperSize !== is.paperSize && {
      paperSize: is.paperSize === null ? null : (paperNumber(is.paperSize) ?? null),
    }),
    ...(was.orientation !== is.orientation && {
      orientation: is.orientation === "Landscape" ? "landscape" : "portrait",
    }),
    ...(was.scale !== is.scale && { scale: is.scale }),
    ...((was.fitToWidth !== is.fitToWidth || was.fitToHeight !== is.fitToHeight) && fitAttributes(is)),
  };
  if (Object.keys(setup).length > 0) setChild(patch, "pageSetup", setup);
  patchHeaders(patch);
  patchBreaks(patch);
}

function fitAttributes({ fitToWidth, fitToHeight }: SheetRecord["page"]): Attributes {
  if (fitToWidth === null && fitToHeight === null) return { fitToWidth: null, fitToHeight: null };
  return { fitToWidth: fitToWidth ?? 0, fitToHeight: fitToHeight ?? 0 };
}

function patchHeaders(patch: SheetPatch): void {
  const { edits, worksheet, before, after } = patch;
  const texts = { oddHeader: "header", oddFooter: "footer" } as const;
  const changed = Object.entries(texts).filter(
    ([, property]) => !same(before.page[property], after.page[property]),
  );
  if (changed.length === 0) return;
  const { prefix } = worksheet;
  const element = spanChild(worksheet, "headerFooter");
  const pieces = changed.map(([local, property]) => {
    const text = headerText(after.page[property]);
    return { local, xml: text === "" ? "" : `<${prefix}${local}>${escapedXml(text)}</${prefix}${local}>` };
  });
  if (!element) {
    const inside = pieces.map(({ xml }) => xml).join("");
    replaceChild(patch, "headerFooter", `<${prefix}headerFooter>${inside}</${prefix}headerFooter>`);
    return;
  }
  const order = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];
  for (const { local, xml } of pieces) {
    const old = spanChild(element, local);
    if (old) edits.replace(old.start, old.end, xml);
    else if (xml !== "") edits.insertInOrder(element, order, local, xml);
  }
}

function patchBreaks(patch: SheetPatch): void {
  const { worksheet, before, after } = patch;
  const breaks = after.page.rowBreaks;
  if (same(before.page.rowBreaks, breaks)) return;
  const { prefix } = worksheet;
  const inside = breaks.map((id) => `<${prefix}brk id="${id}" max="16383" man="1"/>`).join("");
  const name = `${prefix}rowBreaks`;
  const count = ` count="${breaks.length}" manualBreakCount="${breaks.length}"`;
  replaceChild(patch, "rowBreaks", breaks.length === 0 ? "" : `<${name}${count}>${inside}</${name}>`);
}
