import { escapedXml } from "./file-text";
import {
  encodedLike,
  PackageParts,
  readRelationships,
  relationshipsOf,
  type Relationship,
} from "./package-parts";
import { TextEdits } from "./text-edits";
import { spanAttribute, spanChildren, spansOf } from "./xml-spans";
import { zipEntry, zipped, type ZipEntry } from "./zip-container";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentTypes = "[Content_Types].xml";
const relationships = "application/vnd.openxmlformats-package.relationships+xml";

/** Namespaces and relationship types of the transitional format, and how strict files begin them (ISO/IEC 29500-1 and -4). */
const strictly: readonly (readonly [string, string])[] = [
  ["http://schemas.openxmlformats.org/spreadsheetml/2006/", "http://purl.oclc.org/ooxml/spreadsheetml/"],
  [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ],
  ["http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"],
];

/** A text, a text in pieces, or bytes. */
type Content = string | readonly string[] | Uint8Array;

const isPieces = (content: Content | undefined): content is readonly string[] => Array.isArray(content);

/** A package while it is being changed. What is not changed comes out as it went in, packed bytes and all. */
export class PackageEdit {
  private readonly changed = new Map<string, { name: string; content: Content }>();
  private readonly removed = new Set<string>();

  constructor(
    private readonly parts: PackageParts,
    /** Whether the package is a strict one: what is added to it speaks of strict namespaces too. */
    private readonly strict: boolean,
  ) {}

  /** Names of all parts that are there by now. */
  get names(): string[] {
    const added = [...this.changed.values()].map(({ name }) => name).filter((name) => !this.parts.has(name));
    return [...this.parts.names, ...added].filter((name) => this.has(name));
  }

  has(name: string): boolean {
    const key = name.toLowerCase();
    return !this.removed.has(key) && (this.changed.has(key) || this.parts.has(name));
  }

  /** Text of a part as it is by now. */
  text(name: string): string | undefined {
    const key = name.toLowerCase();
    if (this.removed.has(key)) return undefined;
    let content = this.changed.get(key)?.content;
    if (isPieces(content)) {
      content = content.join("");
      this.changed.set(key, { name, content });
    }
    return typeof content === "string" ? content : this.parts.text(name);
  }

  /** Gives a part another text; its encoding stays. */
  setText(name: string, text: string | readonly string[]): void {
    const content = isPieces(text) && text.length === 1 ? text[0] : text;
    if (this.text(name) === content) return;
    this.changed.set(name.toLowerCase(), { name, content });
  }

  /** Adds a part in the transitional words in which we write. */
  add(name: string, content: string | Uint8Array, contentType: string): void {
    const words = typeof content === "string" ? this.inItsWords(content) : content;
    this.changed.set(name.toLowerCase(), { name, content: words });
    this.removed.delete(name.toLowerCase());
    if (contentType !== "") this.type(name, contentType);
  }

  /** Takes a part away, with what it refers to by itself and what is said of its type. */
  remove(name: string): void {
    for (const each of [name, relationshipsOf(name)]) {
      this.changed.delete(each.toLowerCase());
      this.removed.add(each.toLowerCase());
    }
    const text = this.text(contentTypes) ?? "";
    const edits = new TextEdits(text);
    for (const override of spanChildren(spansOf(text), "Override")) {
      const part = spanAttribute(text, override, "PartName") ?? "";
      if (part.toLowerCase() === `/${name.toLowerCase()}`) edits.remove(override);
    }
    this.setText(contentTypes, edits.applied());
  }

  /** The first name of a row (`number => "xl/charts/chart1.xml"`) that no part has. */
  freeName(name: (number: number) => string): string {
    for (let number = 1; ; number++) {
      if (!this.parts.has(name(number)) && !this.has(name(number))) return name(number);
    }
  }

  relationships(source: string): Relationship[] {
    const text = this.text(relationshipsOf(source));
    return text === undefined ? [] : readRelationships(source, text);
  }

  /**
   * Lets a part refer to another.
   * @param type address of the type in a transitional file
   * @returns identifier of the relationship
   */
  relate(source: string, type: string, target: string): string {
    const name = relationshipsOf(source);
    const taken = new Set(this.relationships(source).map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const from = source.slice(0, source.lastIndexOf("/") + 1);
    const written = source === "" ? target : relative(from, target);
    const before = this.text(name);
    const text = before ?? `${declaration}<Relationships xmlns="${packageLinks}"/>`;
    const edits = new TextEdits(text);
    const root = spansOf(text);
    const attributes = `Id="${id}" Type="${this.inItsWords(type)}" Target="${escapedXml(written)}"`;
    edits.append(root, `<${root.prefix}Relationship ${attributes}/>`);
    // A package may tell the type of each part by itself, those of relationships too.
    if (before === undefined) this.add(name, edits.applied(), this.hasTypeFor("rels") ? "" : relationships);
    else this.setText(name, edits.applied());
    return id;
  }

  /** Whether the package says of which type parts of an ending are that it does not name. */
  private hasTypeFor(ending: string): boolean {
    const text = this.text(contentTypes) ?? "";
    return spanChildren(spansOf(text), "Default").some(
      (each) => spanAttribute(text, each, "Extension")?.toLowerCase() === ending,
    );
  }

  unrelate(source: string, id: string): void {
    const name = relationshipsOf(source);
    const text = this.text(name);
    if (text === undefined) return;
    const edits = new TextEdits(text);
    for (const link of spanChildren(spansOf(text), "Relationship")) {
      if (spanAttribute(text, link, "Id") === id) edits.remove(link);
    }
    this.setText(name, edits.applied());
  }

  /** Says of which type a part is. */
  type(name: string, contentType: string): void {
    const text = this.text(contentTypes) ?? "";
    const root = spansOf(text);
    const edits = new TextEdits(text);
    const known = spanChildren(root, "Override").find(
      (each) => (spanAttribute(text, each, "PartName") ?? "").toLowerCase() === `/${name.toLowerCase()}`,
    );
    if (known) edits.attribute(known, "ContentType", contentType);
    else {
      const attributes = `PartName="/${escapedXml(name)}" ContentType="${contentType}"`;
      edits.append(root, `<${root.prefix}Override ${attributes}/>`);
    }
    this.setText(contentTypes, edits.applied());
  }

  /** Words of a transitional file in those of this one. */
  inItsWords(xml: string): string {
    if (!this.strict) return xml;
    return strictly.reduce((text, [transitional, strict]) => text.replaceAll(transitional, strict), xml);
  }

  /** Bytes of the package. */
  async packed(): Promise<Uint8Array> {
    const rest = new Map(this.changed);
    const entries: ZipEntry[] = [];
    for (const entry of this.parts.entries) {
      const key = entry.name.replace(/\\/g, "/").replace(/^\//, "").toLowerCase();
      const change = rest.get(key);
      rest.delete(key);
      if (this.removed.has(key)) continue;
      entries.push(change ? await zipEntry(entry.name, this.bytesOf(change), entry) : entry);
    }
    for (const change of rest.values()) entries.push(await zipEntry(change.name, this.bytesOf(change)));
    return zipped(entries);
  }

  private bytesOf({ name, content }: { name: string; content: Content }): Uint8Array | Iterable<Uint8Array> {
    if (typeof content !== "string" && !isPieces(content)) return content;
    return encodedLike(typeof content === "string" ? [content] : content, this.parts.beginning(name));
  }
}

/** Address of a part as seen from a folder. */
function relative(folder: string, target: string): string {
  const [from, to] = [folder.split("/").slice(0, -1), target.split("/")];
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}
