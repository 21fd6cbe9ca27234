import type { ChartRecord, SheetRecord } from "../../../workbook-record";
import { escapedXml } from "../../package/file-text";
import { relationshipsOf } from "../../package/package-parts";
import type { PackageEdit } from "../../package/package-edit";
import { TextEdits } from "../../package/text-edits";
import { spanAttribute, spanChild, spanChildren, spansOf, type XmlSpan } from "../../package/xml-spans";
import { emuPerPoint } from "../../vocabulary/measures";
import { SheetGrid } from "../../vocabulary/sheet-grid";
import { chartAnchor, cornerXml, drawingPart } from "../../write/drawing-part";
import { same } from "../same";
import type { SheetPatch } from "./patch-frame";
import { addresses, relationshipNamespace } from "../part-types";
import { worksheetOrder } from "./worksheet-order";

/** Gives the part of a chart. */
export type ChartPart = (chart: ChartRecord) => string;

/** A chart of the file: what it stands in, and the part that draws it. */
interface PlacedChart {
  /** Anchor, or the alternative that wraps it. */
  whole: XmlSpan;
  anchor: XmlSpan;
  properties: XmlSpan | undefined;
  link: string;
  part: string;
}

/** Charts that are to be drawn anew: those that came, and those that changed in more than their place. */
export function drawnAnew(before: SheetRecord | undefined, after: SheetRecord): ChartRecord[] {
  return after.charts.filter((chart) => {
    const was = before?.charts.find(({ id }) => id === chart.id);
    return !was || !same(drawn(was), drawn(chart));
  });
}

/** What its part draws: name and place stand in the drawing. */
function drawn(chart: ChartRecord): ChartRecord {
  return { ...chart, name: "", left: 0, top: 0, width: 0, height: 0 };
}

/** Charts that came, went, moved or changed: their parts, the drawing, and what the sheet says of it. */
export function patchCharts(
  patch: SheetPatch,
  sheetPart: string,
  edit: PackageEdit,
  chartPart: ChartPart,
): void {
  const { before, after } = patch;
  if (same(before.charts, after.charts)) return;
  const grid = new SheetGrid(after);
  const drawing = edit
    .relationships(sheetPart)
    .find(({ kind, external }) => kind === "drawing" && !external)?.target;
  const text = drawing === undefined ? undefined : edit.text(drawing);
  if (drawing === undefined || text === undefined) {
    addDrawing(patch, sheetPart, edit, chartPart, grid);
    return;
  }
  const root = spansOf(text);
  const edits = new TextEdits(text);
  const placed = placedCharts(text, root, drawing, edit);
  for (const { id } of before.charts.filter((chart) => !after.charts.some((each) => each.id === chart.id))) {
    const chart = placed.get(id);
    if (!chart) continue;
    edits.remove(chart.whole);
    removeChart(drawing, chart, edit);
  }
  const anew = drawnAnew(before, after);
  for (const chart of after.charts) {
    const was = before.charts.find(({ id }) => id === chart.id);
    const known = was && placed.get(chart.id);
    if (!known) {
      const link = addChart(drawing, chart, edit, chartPart);
      const number = highestNumber(edits.text) + 1 + anew.indexOf(chart);
      edits.append(root, edit.inItsWords(chartAnchor(chart, number, link, grid)));
      continue;
    }
    if (!same(placeOf(was), placeOf(chart))) moveAnchor(edits, known.anchor, chart, grid);
    if (was.name !== chart.name && known.properties) edits.attribute(known.properties, "name", chart.name);
    if (anew.includes(chart)) edit.setText(known.part, edit.inItsWords(chartPart(chart)));
  }
  edit.setText(drawing, edits.applied());
}

function placeOf({ left, top, width, height }: ChartRecord): Partial<ChartRecord> {
  return { left, top, width, height };
}

function addDrawing(
  { edits, worksheet, after }: SheetPatch,
  sheetPart: string,
  edit: PackageEdit,
  chartPart: ChartPart,
  grid: SheetGrid,
): void {
  const drawing = edit.freeName((number) => `xl/drawings/drawing${number}.xml`);
  edit.add(drawing, "<reserved/>", addresses.drawing.contentType);
  const links = after.charts.map((chart) => addChart(drawing, chart, edit, chartPart));
  edit.add(drawing, drawingPart(after.charts, links, grid), "");
  const id = edit.relate(sheetPart, addresses.drawing.relationship, drawing);
  const namespace = edit.inItsWords(relationshipNamespace);
  const xml = `<${worksheet.prefix}drawing xmlns:r="${namespace}" r:id="${id}"/>`;
  edits.insertInOrder(worksheet, worksheetOrder, "drawing", xml);
}

function addChart(drawing: string, chart: ChartRecord, edit: PackageEdit, chartPart: ChartPart): string {
  const name = edit.freeName((number) => `xl/charts/chart${number}.xml`);
  edit.add(name, chartPart(chart), addresses.chart.contentType);
  return edit.relate(drawing, addresses.chart.relationship, name);
}

/** Takes a chart away with its colours, styles and drawings, which nobody else refers to. */
function removeChart(drawing: string, { link, part }: PlacedChart, edit: PackageEdit): void {
  edit.unrelate(drawing, link);
  for (const { target, external } of edit.relationships(part)) {
    if (!external && edit.has(target) && /(^|\/)charts\/(style|colors)\d*\.xml$/i.test(target))
      edit.remove(target);
  }
  edit.remove(part);
  edit.remove(relationshipsOf(part));
}

/** The charts of a drawing by the identifiers that reading gives them. */
function placedCharts(
  text: string,
  root: XmlSpan,
  drawing: string,
  edit: PackageEdit,
): Map<string, PlacedChart> {
  const targets = new Map(edit.relationships(drawing).map(({ id, target }) => [id, target]));
  const charts = new Map<string, PlacedChart>();
  for (const { whole, anchor } of anchorsOf(root)) {
    const inside = spanChild(spanChild(anchor, "AlternateContent"), "Choice");
    const frame = spanChild(anchor, "graphicFrame") ?? spanChild(inside, "graphicFrame");
    const data = spanChild(spanChild(spanChild(frame, "graphic"), "graphicData"), "chart");
    const link = data && spanAttribute(text, data, "id");
    const part = link === undefined ? undefined : targets.get(link);
    if (link === undefined || part === undefined) continue;
    const properties = spanChild(spanChild(frame, "nvGraphicFramePr"), "cNvPr");
    const extensions = spanChildren(spanChild(properties, "extLst"), "ext");
    const lasting = extensions
      .map((extension) => spanChild(extension, "creationId"))
      .flatMap((element) => (element ? (spanAttribute(text, element, "id") ?? []) : []));
    charts.set(lasting[0] ?? `${drawing}#${link}`, { whole, anchor, properties, link, part });
  }
  return charts;
}

function anchorsOf(root: XmlSpan): { whole: XmlSpan; anchor: XmlSpan }[] {
  return root.children.flatMap((element) => {
    if (element.local.endsWith("Anchor")) return [{ whole: element, anchor: element }];
    if (element.local !== "AlternateContent") return [];
    const choice = spanChild(element, "Choice");
    return (choice?.children ?? [])
      .filter(({ local }) => local.endsWith("Anchor"))
      .map((anchor) => ({ whole: element, anchor }));
  });
}

/** Drawn objects are numbered within their drawing. */
function highestNumber(text: string): number {
  const numbers = [...text.matchAll(/<(?:[\w.-]+:)?cNvPr\s[^>]*?\bid="(\d+)"/g)].map(([, id]) => Number(id));
  return Math.max(1, ...numbers);
}

function moveAnchor(edits: TextEdits, anchor: XmlSpan, chart: ChartRecord, grid: SheetGrid): void {
  const { prefix } = anchor;
  const put = (local: string, xml: string) => {
    const element = spanChild(anchor, local);
    if (element) edits.replace(element.openEnd, element.closeStart, prefixedAs(xml, prefix));
  };
  put("from", cornerXml(grid, chart.left, chart.top));
  put("to", cornerXml(grid, chart.left + chart.width, chart.top + chart.height));
  const emu = (points: number) => Math.round(points * emuPerPoint);
  const position = spanChild(anchor, "pos");
  if (position) {
    edits.attribute(position, "x", emu(chart.left));
    edits.attribute(position, "y", emu(chart.top));
  }
  const extent = spanChild(anchor, "ext");
  if (extent) {
    edits.attribute(extent, "cx", emu(chart.width));
    edits.attribute(extent, "cy", emu(chart.height));
  }
}

/** What we write with the prefix `xdr:`, with the one of the drawing. */
function prefixedAs(xml: string, prefix: string): string {
  return xml.replace(/<(\/?)xdr:/g, `<$1${escapedXml(prefix)}`);
}
