import type { CellFormatRecord } from "../../../workbook-record";
import { TextEdits } from "../../package/text-edits";
import { spanAttribute, spanChild, spanChildren, spansOf, type XmlSpan } from "../../package/xml-spans";
import { builtInFormatNumber } from "../../vocabulary/number-formats";
import { escapedXml } from "../../package/file-text";
import type { FileFormat } from "../../read/read-styles";
import { differentialXml, type Look } from "../../write/write-conditional-formats";
import { borderOf, fillXml, fontOf, withAlignment, withLock } from "./style-elements";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A styles part that says nothing, for a workbook that has none. */
export const plainStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${main}"></styleSheet>`;

/** What every styles part begins its collections with: what is numbered 0 is the ordinary look. */
const firstOf: Readonly<Partial<Record<Collection, readonly string[]>>> = {
  fonts: ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ],
  borders: ["<border><left/><right/><top/><bottom/><diagonal/></border>"],
  cellStyleXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
};

const order = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
] as const;

type Collection = Exclude<(typeof order)[number], "cellStyles" | "tableStyles" | "colors" | "extLst">;

const noFormat: CellFormatRecord = {};

/** The styles of a file, to which cell formats are appended: those that are there are not touched. */
export class StyleAppender {
  private readonly root: XmlSpan;
  private readonly added = new Map<Collection, string[]>();
  private readonly known = new Map<string, number>();
  private readonly originals = new Map<Collection, string[]>();
  private highestFormat = 163;

  /**
   * @param text the part `styles.xml`
   * @param formats its cell formats as they were read
   */
  constructor(
    private readonly text: string,
    private readonly formats: readonly FileFormat[],
  ) {
    this.root = spansOf(text);
    for (const each of spanChildren(spanChild(this.root, "numFmts"), "numFmt")) {
      this.highestFormat = Math.max(this.highestFormat, Number(spanAttribute(text, each, "numFmtId")) || 0);
    }
  }

  /**
   * Number by which a cell names its format.
   * @param base the format that an unknown one is built upon; what the record does not know of it stays
   */
  numberOf(format: CellFormatRecord | undefined, quotePrefix: boolean, base = 0): number {
    const wanted = format ?? noFormat;
    const key = JSON.stringify([wanted, quotePrefix, wanted.xf ?? base]);
    let number = this.known.get(key);
    if (number === undefined) {
      number = this.found(wanted, quotePrefix, wanted.xf ?? base);
      this.known.set(key, number);
    }
    return number;
  }

  /** Number of the look of a conditional format; null when it changes nothing. */
  differential(look: Look): number | null {
    const xml = differentialXml(look);
    return xml === null ? null : this.numberIn("dxfs", this.prefixed(xml));
  }

  private found(wanted: CellFormatRecord, quotePrefix: boolean, base: number): number {
    const like = this.formats[base];
    const { xf, ...shown } = wanted;
    const known = { ...like?.format };
    delete known.xf;
    if (xf === undefined) {
      // A new cell is written in the ordinary font of its workbook.
      if (Object.keys(shown).length === 0 && !quotePrefix) return 0;
      const { name, size, color } = known.font ?? {};
      const font = { ...(name && { name }), ...(size && { size }), ...(color && { color }), ...shown.font };
      if (Object.keys(font).length > 0) shown.font = font;
    }
    const changed = (Object.keys({ ...shown, ...known }) as (keyof typeof shown)[]).filter(
      (property) => JSON.stringify(sorted(shown[property])) !== JSON.stringify(sorted(known[property])),
    );
    if (changed.length === 0 && (like?.quotePrefix ?? false) === quotePrefix) return base;
    return this.numberIn("cellXfs", this.derived(base, shown, known, changed, quotePrefix));
  }

  /** The element of a format with what is changed of it. */
  private derived(
    base: number,
    shown: CellFormatRecord,
    known: CellFormatRecord,
    changed: (keyof CellFormatRecord)[],
    quotePrefix: boolean,
  ): string {
    const xml =
      this.originalsOf("cellXfs")[base] ??
      this.prefixed('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
    const element = spansOf(xml);
    const edits = new TextEdits(xml);
    const set = (name: string, number: number, apply: string) => {
      edits.attribute(element, name, number);
      edits.attribute(element, apply, 1);
    };
    const number = (name: string) => Number(spanAttribute(xml, element, name) ?? 0);
    if (changed.includes("numberFormat")) {
      set("numFmtId", this.numberFormat(shown.numberFormat ?? "General"), "applyNumberFormat");
    }
    if (changed.includes("font")) {
      const like = this.originalsOf("fonts")[number("fontId")] ?? this.prefixed("<font/>");
      set("fontId", this.numberIn("fonts", fontOf(like, known.font, shown.font)), "applyFont");
    }
    if (changed.includes("fill")) {
      const fill = shown.fill === undefined ? 0 : this.numberIn("fills", this.prefixed(fillXml(shown.fill)));
      set("fillId", fill, "applyFill");
    }
    if (changed.includes("borders")) {
      const like = this.originalsOf("borders")[number("borderId")] ?? this.prefixed("<border/>");
      set("borderId", this.numberIn("borders", borderOf(like, known.borders, shown.borders)), "applyBorder");
    }
    if (withAlignment(edits, element, shown, changed)) edits.attribute(element, "applyAlignment", 1);
    if (changed.includes("locked")) {
      withLock(edits, element, shown.locked !== false);
      edits.attribute(element, "applyProtection", 1);
    }
    edits.attribute(element, "quotePrefix", quotePrefix ? 1 : null);
    return edits.applied();
  }

  private numberFormat(pattern: string): number {
    const builtIn = builtInFormatNumber(pattern);
    if (builtIn !== undefined) return builtIn;
    const own = spanChildren(spanChild(this.root, "numFmts"), "numFmt").find(
      (each) => spanAttribute(this.text, each, "formatCode") === pattern,
    );
    if (own) return Number(spanAttribute(this.text, own, "numFmtId"));
    const key = `format ${pattern}`;
    let id = this.known.get(key);
    if (id === undefined) {
      id = ++this.highestFormat;
      this.known.set(key, id);
      this.add("numFmts", this.prefixed(`<numFmt numFmtId="${id}" formatCode="${escapedXml(pattern)}"/>`));
    }
    return id;
  }

  /** Number of an element in its collection: one that reads the same is used again. */
  private numberIn(collection: Collection, xml: string): number {
    const originals = this.originalsOf(collection);
    const found = originals.indexOf(xml);
    if (found >= 0) return found;
    const added = this.addedTo(collection);
    const again = added.indexOf(xml);
    return originals.length + (again >= 0 ? again : this.add(collection, xml));
  }

  private add(collection: Collection, xml: string): number {
    const added = this.addedTo(collection);
    this.added.set(collection, added);
    return added.push(xml) - 1;
  }

  /** What is added to a collection; an empty one gets its ordinary beginning first. */
  private addedTo(collection: Collection): string[] {
    const added = this.added.get(collection);
    if (added) return added;
    if (this.originalsOf(collection).length > 0) return [];
    return (firstOf[collection] ?? []).map((xml) => this.prefixed(xml));
  }

  /** The elements of a collection as the file has them. */
  private originalsOf(collection: Collection): string[] {
    let texts = this.originals.get(collection);
    if (!texts) {
      const { children = [] } = spanChild(this.root, collection) ?? {};
      texts = children.map(({ start, end }) => this.text.slice(start, end));
      this.originals.set(collection, texts);
    }
    return texts;
  }

  private prefixed(xml: string): string {
    return prefixedXml(xml, this.root.prefix);
  }

  /** The part with what was appended. */
  get xml(): string {
    const edits = new TextEdits(this.text);
    if (this.added.has("cellXfs")) {
      // What a format counts on is there, also in a part that said nothing.
      for (const collection of Object.keys(firstOf) as Collection[]) {
        const added = this.addedTo(collection);
        if (added.length > 0) this.added.set(collection, added);
      }
    }
    const inOrder = [...this.added].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
    for (const [collection, added] of inOrder) {
      const element = spanChild(this.root, collection);
      const count = this.originalsOf(collection).length + added.length;
      if (element) {
        edits.attribute(element, "count", count);
        edits.append(element, added.join(""));
      } else {
        const name = `${this.root.prefix}${collection}`;
        const xml = `<${name} count="${count}">${added.join("")}</${name}>`;
        edits.insertInOrder(this.root, order, collection, xml);
      }
    }
    return edits.applied();
  }
}

/** XML that we wrote without prefixes, with the prefix of the part that it goes into. */
export function prefixedXml(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}

/** Properties in one order, so that equal values read the same. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}
