import type { SheetRecord, WorkbookRecord } from "../workbook-record";
import { modernTheme } from "./colors";
import { definedNamesXml } from "./defined-names";
import { drawingPart, SheetGrid } from "./drawing-part";
import { escapedXml } from "./file-text";
import { zip } from "./library";
import { PackageParts } from "./package-parts";
import { settingsParts, type AddInIdentity } from "./settings-part";
import { conditionalFormattingXml, DifferentialFormats } from "./write-conditional-formats";
import { tablePart } from "./write-tables";

/** Adds to the library's package what it cannot say, and packs it again without time stamps. */
export async function finishPackage(
  bytes: Uint8Array,
  record: WorkbookRecord,
  addIn: AddInIdentity,
): Promise<Uint8Array> {
  const parts = await PackageParts.open(bytes);
  const changed = new Map<string, string>();
  const looks = new DifferentialFormats();

  let tableId = 1;
  record.sheets.forEach((sheet, index) => {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    const links = parts.relationships(name);
    const xml = finishSheet(sheet, looks, () => parts.text(name) ?? "");
    if (xml !== null) changed.set(name, xml);
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
  return packed(parts, changed);
}

/** Excel looks for the list of content types first. */
async function packed(parts: PackageParts, changed: Map<string, string>): Promise<Uint8Array> {
  const archive = zip({ reproducible: true, level: 6, noSort: true });
  const lower = new Set([...changed.keys()].map((name) => name.toLowerCase()));
  const untouched = parts.names.filter((name) => !lower.has(name.toLowerCase()));
  const names = [...untouched, ...changed.keys()].sort(
    (one, other) => rank(one) - rank(other) || (one < other ? -1 : 1),
  );
  const encoder = new TextEncoder();
  for (const name of names) {
    const xml = changed.get(name);
    archive.add(name, xml === undefined ? (parts.bytes(name) ?? new Uint8Array()) : encoder.encode(xml));
  }
  return archive.bytes();
}

function rank(name: string): number {
  const first = ["[content_types].xml", "_rels/.rels", "xl/workbook.xml"].indexOf(name.toLowerCase());
  return first < 0 ? 3 : first;
}

function partNumber(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
}

/** The sheet's XML with its conditional formats and password hash; null when it has neither. */
function finishSheet(sheet: SheetRecord, looks: DifferentialFormats, read: () => string): string | null {
  const formats = conditionalFormattingXml(sheet.conditionalFormats, looks);
  const hash = Object.entries(sheet.protection?.passwordHash ?? {});
  if (formats === "" && hash.length === 0) return null;
  const xml = read();
  const cellsEnd = Math.max(xml.lastIndexOf("</sheetData>"), xml.indexOf("<sheetData/>"));
  const [cells, rest] = [xml.slice(0, cellsEnd), xml.slice(cellsEnd)];
  const attributes = hash.map(([name, value]) => ` ${name}="${escapedXml(value)}"`).join("");
  const locked = rest.replace("<sheetProtection", `<sheetProtection${attributes}`);
  return cells + inserted(locked, formats, /<(?:dataValidations|hyperlinks|printOptions|pageMargins)/);
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
