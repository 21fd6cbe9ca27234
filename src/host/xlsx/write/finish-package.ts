import type { SheetRecord, WorkbookRecord } from "../../workbook-record";
import { areaAddress } from "../vocabulary/address";
import { modernTheme } from "../vocabulary/colors";
import { definedNamesXml } from "../vocabulary/defined-names";
import { drawingPart } from "./drawing-part";
import { SheetGrid } from "../vocabulary/sheet-grid";
import { escapedXml } from "../package/file-text";
import { PackageParts } from "../package/package-parts";
import { zipEntry, zipped, type ZipEntry } from "../package/zip-container";
import { settingsParts, type AddInIdentity } from "../package/settings-part";
import { conditionalFormattingXml, DifferentialFormats } from "./write-conditional-formats";
import { dataValidationsXml } from "./write-data-validations";
import { SharedStrings, sheetDataPieces } from "./write-cells";
import type { StyleBook } from "./write-styles";
import { tablePart } from "./write-tables";

/** Adds to the library's package what it cannot say, and packs it again without time stamps. */
export async function finishPackage(
  bytes: Uint8Array,
  record: WorkbookRecord,
  styles: StyleBook,
  addIn: AddInIdentity,
): Promise<Uint8Array> {
  const parts = await PackageParts.open(bytes);
  const changed = new Map<string, string | Iterable<string>>();
  const looks = new DifferentialFormats();
  const strings = new SharedStrings();
  styles.ids = sampleIds(parts.text(sheetPart(0)) ?? "", styles.sample.length);

  let tableId = 1;
  record.sheets.forEach((sheet, index) => {
    const name = sheetPart(index);
    const links = parts.relationships(name);
    const cells = sheetDataPieces(sheet, styles, strings);
    changed.set(name, finishSheet(parts.text(name) ?? "", sheet, cells, looks));
    links
      .filter(({ kind }) => kind === "table")
      .forEach(({ target }, place) => changed.set(target, tablePart(sheet.tables[place], tableId++, sheet)));
    const drawing = links.find(({ kind }) => kind === "drawing")?.target;
    if (drawing) {
      const charts = parts.relationships(drawing).filter(({ kind }) => kind === "chart");
      const ids = charts
        .sort((one, other) => partNumber(one.target) - partNumber(other.target))
        .map(({ id }) => id);
      changed.set(drawing, drawingPart(sheet.charts, ids, new SheetGrid(sheet)));
    }
  });

  const read = (name: string) => parts.text(name) ?? "";
  changed.set("xl/styles.xml", finishStyles(read("xl/styles.xml"), looks));
  changed.set("xl/workbook.xml", inserted(read("xl/workbook.xml"), definedNamesXml(record), /<calcPr/));
  changed.set("xl/theme/theme1.xml", modernTheme(read("xl/theme/theme1.xml")));
  changed.set("docProps/core.xml", coreProperties);

  const settings = settingsParts(record.settings, addIn);
  if (settings) {
    for (const part of settings.parts) changed.set(part.name, part.xml);
    const overrides = settings.parts
      .filter(({ contentType }) => contentType !== "")
      .map(({ name, contentType }) => `<Override PartName="/${name}" ContentType="${contentType}"/>`);
    changed.set(
      "[Content_Types].xml",
      inserted(read("[Content_Types].xml"), overrides.join(""), /<\/Types>/),
    );
    const link = `<Relationship Id="rIdSettings" Type="${settings.relationship.type}" Target="${settings.relationship.target}"/>`;
    changed.set("_rels/.rels", inserted(read("_rels/.rels"), link, /<\/Relationships>/));
  }
  return packed(parts, changed, strings);
}

/** Excel looks for the list of content types first. Sheets are packed before the texts that they number. */
async function packed(
  parts: PackageParts,
  changed: ReadonlyMap<string, string | Iterable<string>>,
  strings: SharedStrings,
): Promise<Uint8Array> {
  const entries: ZipEntry[] = [];
  for (const [name, content] of changed) entries.push(await zipEntry(name, encoded(content)));
  entries.push(await zipEntry("xl/sharedStrings.xml", encoded(strings.pieces())));
  const known = new Set(entries.map(({ name }) => name.toLowerCase()));
  for (const name of parts.names.filter((each) => !known.has(each.toLowerCase()))) {
    entries.push(await zipEntry(name, parts.bytes(name) ?? new Uint8Array()));
  }
  entries.sort((one, other) => rank(one.name) - rank(other.name) || (one.name < other.name ? -1 : 1));
  return zipped(entries);
}

function* encoded(content: string | Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const text of typeof content === "string" ? [content] : content) yield encoder.encode(text);
}

function rank(name: string): number {
  const first = ["[content_types].xml", "_rels/.rels", "xl/workbook.xml"].indexOf(name.toLowerCase());
  return first < 0 ? 3 : first;
}

function partNumber(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
}

function sheetPart(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** Numbers that the library gave the styles of its sample (see `StyleBook`): a cell each, from A2 down. */
function sampleIds(xml: string, count: number): number[] {
  const ids = new Array<number>(count).fill(0);
  for (const [, row, id] of xml.matchAll(/<c r="A(\d+)" s="(\d+)"/g)) ids[Number(row) - 2] = Number(id);
  return ids;
}

/** The library's frame of a sheet around our cells, with merged cells, conditional formats and the hash of a password. */
function finishSheet(
  xml: string,
  sheet: SheetRecord,
  cells: Iterable<string>,
  looks: DifferentialFormats,
): Iterable<string> {
  const match = /<sheetData\/>|<sheetData>.*<\/sheetData>/s.exec(xml);
  if (!match) throw new Error("the library's output has no <sheetData>");
  const hash = Object.entries(sheet.protection?.passwordHash ?? {});
  const attributes = hash.map(([name, value]) => ` ${name}="${escapedXml(value)}"`).join("");
  const before = xml.slice(0, match.index).replace(/<dimension[^>]*>/, dimensionXml(sheet));
  const rest = xml
    .slice(match.index + match[0].length)
    .replace("<sheetProtection", () => `<sheetProtection${attributes}`);
  const added =
    mergesXml(sheet) +
    conditionalFormattingXml(sheet.conditionalFormats, looks) +
    dataValidationsXml(sheet.dataValidations ?? []);
  const after = inserted(rest, added, /<(?:dataValidations|hyperlinks|printOptions|pageMargins)/);
  return inTurn([before], cells, [after]);
}

function* inTurn(...sources: Iterable<string>[]): Generator<string> {
  for (const source of sources) yield* source;
}

function dimensionXml({ cells }: SheetRecord): string {
  if (cells.length === 0) return '<dimension ref="A1"/>';
  let [top, bottom, left, right] = [Infinity, 0, Infinity, 0];
  for (const { row, column } of cells) {
    if (row < top) top = row;
    if (row > bottom) bottom = row;
    if (column < left) left = column;
    if (column > right) right = column;
  }
  const used = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  return `<dimension ref="${areaAddress(used)}"/>`;
}

function mergesXml({ merges }: SheetRecord): string {
  if (merges.length === 0) return "";
  const elements = merges.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`);
  return `<mergeCells count="${merges.length}">${elements.join("")}</mergeCells>`;
}

/** See `StyleBook`: a hidden formula stands for the apostrophe before a text. */
function finishStyles(xml: string, looks: DifferentialFormats): string {
  return xml
    .replace(/<dxfs count="0"\s*\/>|<dxfs count="0"><\/dxfs>/, () => looks.xml)
    .replace(
      /<xf ([^>]*)>((?:<alignment[^>]*\/>)?)<protection([^>]*) hidden="1"\/><\/xf>/g,
      (_, attributes: string, alignment, protection: string) => {
        const own = protection.trim() === "" ? "" : `<protection${protection}/>`;
        const kept = own === "" ? attributes.replace(' applyProtection="1"', "") : attributes;
        return `<xf ${kept} quotePrefix="1">${alignment}${own}</xf>`;
      },
    );
}

function inserted(xml: string, piece: string, before: RegExp): string {
  const place = xml.search(before);
  if (piece === "") return xml;
  if (place < 0) throw new Error(`the library's output has no ${before.source}`);
  return xml.slice(0, place) + piece + xml.slice(place);
}

const coreProperties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Keyfolio</dc:creator></cp:coreProperties>';
