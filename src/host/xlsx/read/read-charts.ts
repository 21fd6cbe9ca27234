import type { ChartRecord, SheetRecord } from "../../workbook-record";
import { SheetGrid } from "../vocabulary/sheet-grid";
import { Workbook, zip, type FileChart, type XmlElement } from "../library";
import { emuPerPoint } from "../vocabulary/measures";
import {
  attribute,
  child,
  children,
  localName,
  numberAttribute,
  PackageParts,
  textOf,
} from "../package/package-parts";
import { readChart } from "./read-chart";
import { structuredChart } from "./structured-chart";

/**
 * The charts of a sheet's drawing; charts of kinds that are drawn differently, and all else that stands there, stay in the file.
 * @param part full name of the drawing part
 * @param models the charts of the package as the library reads them, by the name of their part
 */
export function readDrawing(
  parts: PackageParts,
  part: string,
  models: Map<string, FileChart.ChartModel>,
  sheet: Pick<SheetRecord, "columns" | "rows">,
): ChartRecord[] {
  const charts: ChartRecord[] = [];
  const targets = new Map(parts.relationships(part).map(({ id, target }) => [id, target]));
  const grid = new SheetGrid(sheet);
  const names = new Set<string>();
  for (const anchor of anchorsOf(parts.xml(part))) {
    const frame = child(anchor, "graphicFrame");
    const data = child(child(frame, "graphic"), "graphicData");
    const reference = attribute(child(data, "chart"), "id");
    const model =
      reference === undefined ? undefined : models.get((targets.get(reference) ?? "").toLowerCase());
    const shown = model && readChart(model);
    if (!shown) continue;
    const properties = child(child(frame, "nvGraphicFramePr"), "cNvPr");
    const name = freeName(attribute(properties, "name") ?? "Chart", names);
    charts.push({
      id: lastingId(properties) ?? `${part}#${reference}`,
      name,
      ...placeOf(anchor, grid),
      ...shown,
    });
  }
  return charts;
}

/** Anchors, also those that an older program is offered instead of newer content. */
function anchorsOf(drawing: XmlElement | undefined): XmlElement[] {
  if (!drawing) return [];
  return drawing.children.flatMap((node): XmlElement[] => {
    if (node.type !== "element") return [];
    if (localName(node.name).endsWith("Anchor")) return [unwrapped(node)];
    return localName(node.name) === "AlternateContent" ? anchorsOf(child(node, "Choice")) : [];
  });
}

function unwrapped(anchor: XmlElement): XmlElement {
  const choice = child(child(anchor, "AlternateContent"), "Choice");
  return choice ? { ...anchor, children: [...anchor.children, ...choice.children] } : anchor;
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} (${number})`;
  taken.add(free.toLowerCase());
  return free;
}

function lastingId(properties: XmlElement | undefined): string | undefined {
  const extensions = children(child(properties, "extLst"), "ext");
  return extensions
    .map((extension) => attribute(child(extension, "creationId"), "id"))
    .find((id) => id !== undefined);
}

function placeOf(
  anchor: XmlElement,
  grid: SheetGrid,
): Pick<ChartRecord, "left" | "top" | "width" | "height"> {
  const points = (emu: number | undefined) => (emu ?? 0) / emuPerPoint;
  const number = (element: XmlElement | undefined, name: string) => Number(textOf(child(element, name))) || 0;
  const corner = (element: XmlElement | undefined) => ({
    left: grid.leftOf(number(element, "col")) + points(number(element, "colOff")),
    top: grid.topOf(number(element, "row")) + points(number(element, "rowOff")),
  });
  const position = child(anchor, "pos");
  const from = position
    ? { left: points(numberAttribute(position, "x")), top: points(numberAttribute(position, "y")) }
    : corner(child(anchor, "from"));
  const to = child(anchor, "to");
  const extent = child(anchor, "ext");
  const size = to
    ? { width: corner(to).left - from.left, height: corner(to).top - from.top }
    : { width: points(numberAttribute(extent, "cx")), height: points(numberAttribute(extent, "cy")) };
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
  return {
    left: rounded(from.left),
    top: rounded(from.top),
    width: rounded(size.width),
    height: rounded(size.height),
  };
}

/**
 * All charts of a package, by the (lower-case) name of their part. The library reads charts only out of a workbook,
 * so they are shown to it in one that holds nothing else.
 */
export async function readChartModels(parts: PackageParts): Promise<Map<string, FileChart.ChartModel>> {
  const names = [...new Set(chartPartNames(parts))];
  const models = new Map<string, FileChart.ChartModel>();
  if (names.length === 0) return models;
  const holder = new Workbook();
  holder.addWorksheet("charts");
  const shell = await holder.xlsx.writeBuffer({ validate: false, zip: { level: 0 } });
  const empty = await PackageParts.open(new Uint8Array(shell));
  const archive = zip({ level: 0 });
  for (const name of empty.names) archive.add(name, empty.bytes(name) ?? new Uint8Array());
  // The library takes every part for UTF-8.
  names.forEach((name, index) =>
    archive.add(`xl/charts/chart${index + 1}.xml`, new TextEncoder().encode(parts.text(name) ?? "")),
  );
  const reader = new Workbook();
  await reader.xlsx.load(await archive.bytes());
  names.forEach((name, index) => {
    const model = reader.getChartEntry(index + 1)?.model;
    if (model) models.set(name.toLowerCase(), structuredChart(model));
  });
  return models;
}

function chartPartNames(parts: PackageParts): string[] {
  const drawings = parts.names.filter((name) => /(^|\/)drawings\/[^/]+\.xml$/i.test(name));
  return drawings.flatMap((drawing) =>
    parts
      .relationships(drawing)
      .filter(({ kind, target }) => kind === "chart" && parts.has(target))
      .map(({ target }) => target),
  );
}
