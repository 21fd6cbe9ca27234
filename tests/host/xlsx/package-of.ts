import { unzip, zip } from "../../../src/host/xlsx/library";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Relationships of a part: id → [last step of the type, target]. */
export function linksOf(links: Record<string, [string, string, "External"?]>): string {
  const elements = Object.entries(links).map(([id, [kind, target, mode]]) => {
    const type = kind.startsWith("http") ? kind : `${office}/${kind}`;
    return `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ""}/>`;
  });
  return `<Relationships xmlns="${packageLinks}">${elements.join("")}</Relationships>`;
}

/** The bytes of a package with these parts. */
export async function packageOf(parts: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const archive = zip();
  const encoder = new TextEncoder();
  for (const [name, content] of Object.entries(parts)) {
    archive.add(name, typeof content === "string" ? encoder.encode(content) : content);
  }
  return archive.bytes();
}

export interface ForeignWorkbook {
  /** XML inside `worksheet`, by sheet name. */
  sheets: Record<string, string>;
  /** XML inside `workbook`, before and after `sheets`. */
  properties?: string;
  definedNames?: string;
  /** XML inside `styleSheet`. */
  styles?: string;
  /** Items of the shared strings. */
  strings?: string;
  /** Further parts by name. */
  parts?: Record<string, string | Uint8Array>;
  /** Further relationships of the workbook and of the sheets. */
  workbookLinks?: Record<string, [string, string, "External"?]>;
  sheetLinks?: Record<string, [string, string, "External"?]>[];
}

/** A workbook as another program may have written it. */
export function foreignWorkbook(workbook: ForeignWorkbook): Promise<Uint8Array> {
  const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"`;
  const names = Object.keys(workbook.sheets);
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": linksOf({ rId1: ["officeDocument", "xl/workbook.xml"] }),
    "xl/workbook.xml":
      `<workbook ${main}>${workbook.properties ?? ""}<sheets>` +
      names
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="sheet${index}"/>`)
        .join("") +
      `</sheets>${workbook.definedNames ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": linksOf({
      ...Object.fromEntries(
        names.map((_, index) => [`sheet${index}`, ["worksheet", `worksheets/s${index}.xml`]]),
      ),
      styles: ["styles", "styles.xml"],
      strings: ["sharedStrings", "/xl/sharedStrings.xml"],
      ...workbook.workbookLinks,
    }),
    "xl/styles.xml": `<styleSheet ${main}>${workbook.styles ?? ""}</styleSheet>`,
    "xl/sharedStrings.xml": `<sst ${main}>${workbook.strings ?? ""}</sst>`,
  };
  names.forEach((name, index) => {
    parts[`xl/worksheets/s${index}.xml`] = `<worksheet ${main}>${workbook.sheets[name]}</worksheet>`;
    const links = workbook.sheetLinks?.[index];
    if (links) parts[`xl/worksheets/_rels/s${index}.xml.rels`] = linksOf(links);
  });
  return packageOf({ ...parts, ...workbook.parts });
}

/** The parts of a package as texts, by name. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for await (const entry of unzip(bytes).entries()) {
    const content = await entry.bytes();
    const isWide = content[0] === 0xff && content[1] === 0xfe;
    const decoder = new TextDecoder(isWide ? "utf-16le" : "utf-8", { ignoreBOM: true });
    parts.set(entry.path, decoder.decode(content));
  }
  return parts;
}
