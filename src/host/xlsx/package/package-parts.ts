import { parseXml, type XmlElement } from "../library";
import { encodedText } from "../../encoded-text";
import { WorkbookFileError } from "../../workbook-file-error";
import { requireShortAsides, requireUsualTree } from "./part-bounds";
import { unpacked, zipEntries, type ZipEntry } from "./zip-container";

export interface Relationship {
  id: string;
  /** Last step of the type's address, the same in transitional and strict files: `worksheet`, `table`, `drawing` … */
  kind: string;
  /** The whole address of the type. */
  type: string;
  /** Full name of the part, or the address outside the file. */
  target: string;
  external: boolean;
}

/** Parts in the words of a workbook; those of others (customXml) may be in any encoding, and the old drawings are no XML. */
const ownParts = /^(?:\[Content_Types\]|(?:_rels|docProps|xl)\/.*)\.(?:xml|rels)$/i;

/** The parts of an OPC package (ECMA-376 Part 2). Part names are compared without case, as the standard asks. */
export class PackageParts {
  /** A part whose letters are one byte each is kept as its text once that was asked for, and not as bytes besides. */
  private readonly parts = new Map<string, Uint8Array | string>();
  private byName: Map<string, ZipEntry> | undefined;
  /** The text that was asked for last: a large one is asked for several times in a row. */
  private last: { bytes: Uint8Array; text: string } | undefined;

  private constructor(
    /** Everything in the container, in its order, packed as it was. */
    readonly entries: readonly ZipEntry[],
  ) {}

  /** @throws WorkbookFileError when the bytes are no zip container, a damaged one, or one that grows beyond all measure. */
  static async open(bytes: Uint8Array): Promise<PackageParts> {
    refuseOtherFormats(bytes);
    const opened = new PackageParts(zipEntries(bytes));
    for (const entry of opened.entries) {
      const content = await unpacked(entry);
      // Pictures and other binary parts are compared with their checksums, and never looked into.
      if (isText(content)) opened.parts.set(key(entry.name), content);
    }
    // Told now, and not when the work in the workbook is done: what changes in it may have to be written into any of them.
    for (const name of opened.names) {
      if (!ownParts.test(name)) continue;
      opened.requireLetters(name);
      requireShortAsides(opened.text(name) ?? "", name);
    }
    return opened;
  }

  /** @throws WorkbookFileError damaged, for a part with letters that no XML may have (XML 1.0, 2.2): Excel opens none such. */
  private requireLetters(name: string): void {
    if (/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/.test(this.text(name) ?? ""))
      throw new WorkbookFileError("damaged", `${name} has control characters`, { place: name });
  }

  get names(): readonly string[] {
    return this.entries.map(({ name }) => partName(name));
  }

  has(name: string): boolean {
    return this.entryOf(name) !== undefined;
  }

  entryOf(name: string): ZipEntry | undefined {
    this.byName ??= new Map(this.entries.map((entry) => [key(entry.name), entry]));
    return this.byName.get(key(name));
  }

  bytes(name: string): Uint8Array | undefined {
    const content = this.parts.get(key(name));
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  }

  text(name: string): string | undefined {
    const content = this.parts.get(key(name));
    if (content === undefined || typeof content === "string") return content;
    if (this.last?.bytes === content) return this.last.text;
    const text = decode(content, name);
    if (text.length === content.length) this.parts.set(key(name), text);
    else this.last = { bytes: content, text };
    return text;
  }

  /** How a part begins: with its mark, and in its encoding. */
  beginning(name: string): Uint8Array {
    const content = this.parts.get(key(name)) ?? "";
    return typeof content === "string" ? new Uint8Array() : content.subarray(0, 4);
  }

  /** Root element of a part; undefined when there is no such part. @throws WorkbookFileError damaged */
  xml(name: string): XmlElement | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : parsed(text, name);
  }

  /** What a part refers to; the package itself for "". */
  relationships(source: string): Relationship[] {
    const name = relationshipsOf(source);
    const text = this.text(name);
    return text === undefined ? [] : readRelationships(source, text);
  }
}

/** Type of a part: its own, else the one of its ending; "" when the package does not say. */
export function contentTypeOf(parts: PackageParts, name: string): string {
  const types = parts.xml("[Content_Types].xml");
  const own = children(types, "Override").find(
    ({ attributes }) => key(attributes.PartName ?? "") === key(name),
  );
  const ending = name.split(".").pop()?.toLowerCase();
  const ordinary = children(types, "Default").find(
    ({ attributes }) => attributes.Extension?.toLowerCase() === ending,
  );
  return (own ?? ordinary)?.attributes.ContentType ?? "";
}

/** Name of the part that holds what a part refers to. */
export function relationshipsOf(source: string): string {
  const slash = source.lastIndexOf("/");
  return `${source.slice(0, slash + 1)}_rels/${source.slice(slash + 1)}.rels`;
}

export function readRelationships(source: string, xml: string): Relationship[] {
  const folder = source.slice(0, source.lastIndexOf("/") + 1);
  return children(parsed(xml, relationshipsOf(source)), "Relationship").map((element) => {
    const { Id = "", Type = "", Target = "", TargetMode } = element.attributes;
    const external = TargetMode === "External";
    return {
      id: Id,
      kind: Type.split("/").pop() ?? "",
      type: Type,
      target: external ? Target : resolved(folder, Target),
      external,
    };
  });
}

/** How a part's text became bytes. */
type Encoding = "utf-8" | "utf-16le" | "utf-16be";

function encodingOf(bytes: Uint8Array): { encoding: Encoding; mark: number } {
  const begins = (...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);
  if (begins(0xff, 0xfe)) return { encoding: "utf-16le", mark: 2 };
  if (begins(0xfe, 0xff)) return { encoding: "utf-16be", mark: 2 };
  // Without its mark, UTF-16 is known by the zeros around the first "<".
  if (begins(0x3c, 0x00)) return { encoding: "utf-16le", mark: 0 };
  if (begins(0x00, 0x3c)) return { encoding: "utf-16be", mark: 0 };
  return { encoding: "utf-8", mark: begins(0xef, 0xbb, 0xbf) ? 3 : 0 };
}

/** The beginning of an XML part in any encoding that has the letters of ASCII (XML 1.0, 4.3.3). */
const declared = /^(<\?xml\s[^>]*?\bencoding\s*=\s*)(["'])([\w.:-]+)\2/;
const longestDeclaration = 200;

/**
 * The text of a part without its mark: UTF-8 or UTF-16, or what its declaration names. Such another text says that it is UTF-8
 * from then on, as which it would be written.
 * @throws WorkbookFileError damaged, with the part's name, when it is no text in its encoding or that is not known
 */
export function decode(bytes: Uint8Array, name: string): string {
  const { encoding, mark } = encodingOf(bytes);
  const other = encoding === "utf-8" && mark === 0 ? otherEncodingOf(bytes) : undefined;
  try {
    const text = encodedText(bytes.subarray(mark), other ?? encoding, true);
    return other === undefined ? text : text.replace(declared, "$1$2UTF-8$2");
  } catch (cause) {
    throw new WorkbookFileError("damaged", `${name} is no ${other ?? encoding} text`, { cause, place: name });
  }
}

/** The encoding that a part declares; undefined when it is UTF-8, or none in which the declaration itself could be read. */
function otherEncodingOf(bytes: Uint8Array): string | undefined {
  const beginning = String.fromCharCode(...bytes.subarray(0, longestDeclaration));
  const encoding = declared.exec(beginning)?.[3].toLowerCase();
  return encoding === undefined || /^(?:utf-?(?:8|16)|us-ascii$|(?:iso-10646-)?ucs-?[24])/.test(encoding)
    ? undefined
    : encoding;
}

const encodedAtOnce = 65_536;

/** The bytes of a text in the encoding, and with the mark, that other bytes have: in pieces, for it may be long. */
export function* encodedLike(texts: Iterable<string>, like: Uint8Array): Generator<Uint8Array> {
  const { encoding, mark } = encodingOf(like);
  const encode = (text: string) =>
    encoding === "utf-8" ? new TextEncoder().encode(text) : utf16Of(text, encoding === "utf-16le");
  yield like.subarray(0, mark);
  for (const text of texts) {
    for (let at = 0; at < text.length;) {
      let end = Math.min(text.length, at + encodedAtOnce);
      const splitsLetter = end < text.length && (text.charCodeAt(end) & 0xfc00) === 0xdc00;
      if (splitsLetter) end++;
      yield encode(text.slice(at, end));
      at = end;
    }
  }
}

function utf16Of(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

/** Whether a part begins as XML does: with "<", blanks or the mark of an encoding. */
function isText(bytes: Uint8Array): boolean {
  const { encoding, mark } = encodingOf(bytes);
  return encoding !== "utf-8" || mark > 0 || /^\s*</.test(String.fromCharCode(...bytes.subarray(0, 64)));
}

/** Tree of an XML text. @throws WorkbookFileError damaged, with the part's name */
export function parsed(text: string, partName: string): XmlElement {
  requireUsualTree(text, partName);
  try {
    return parseXml(text, { maxDepth: 0 }).root;
  } catch (cause) {
    throw new WorkbookFileError("damaged", `${partName} is not well-formed`, { cause });
  }
}

/** Name of an element without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Child elements of that local name; none of an absent element. */
export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  if (!element) return [];
  return element.children.filter(
    (node): node is XmlElement => node.type === "element" && localName(node.name) === name,
  );
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return children(element, name)[0];
}

/** Value of an attribute by its local name, whatever its prefix (`r:id`, `rel:id`). */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  if (!element) return undefined;
  if (element.attributes[name] !== undefined) return element.attributes[name];
  const found = Object.keys(element.attributes).find((candidate) => localName(candidate) === name);
  return found && element.attributes[found];
}

/** Boolean attribute by XML Schema: "1" and "true" are true. */
export function flag(element: XmlElement | undefined, name: string, whenAbsent = false): boolean {
  const value = attribute(element, name);
  return value === undefined ? whenAbsent : value === "1" || value === "true" || value === "on";
}

export function numberAttribute(element: XmlElement | undefined, name: string): number | undefined {
  const value = attribute(element, name);
  const number = value === undefined || value === "" ? NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function partName(name: string): string {
  return name.replace(/\\/g, "/").replace(/^\//, "");
}

function key(name: string): string {
  return partName(name).toLowerCase();
}

function resolved(folder: string, target: string): string {
  const address = target.replace(/\\/g, "/");
  const steps = address.startsWith("/") ? [] : folder.split("/").slice(0, -1);
  for (const step of address.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/**
 * A file with a password is a compound file (MS-CFB) with the stream `EncryptedPackage` ([MS-OFFCRYPTO] 2.3.4),
 * a workbook of Excel 97–2003 one with the stream `Workbook` (before: `Book`).
 */
function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookFileError("empty", "the file has no bytes");
  const begins = (...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    const streams = compoundFileStreams(bytes);
    if (streams.has("EncryptedPackage"))
      throw new WorkbookFileError("encrypted", "the workbook is protected by a password");
    if (streams.has("Workbook") || streams.has("Book")) {
      throw new WorkbookFileError("oldFormat", "a workbook of Excel 97-2003 (.xls)");
    }
    throw new WorkbookFileError("notAWorkbook", "a compound file that holds no workbook");
  }
  if (begins(0x09, 0x08) || begins(0x09, 0x04) || begins(0x09, 0x02) || begins(0x09, 0x00)) {
    throw new WorkbookFileError("oldFormat", "a workbook of Excel 2-4 (.xls)");
  }
  if (!begins(0x50, 0x4b)) throw new WorkbookFileError("notAWorkbook", "not a zip container");
}

/** Names in the directory of a compound file: entries of 128 bytes, UTF-16 name first, its length in bytes at 64. */
function compoundFileStreams(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf16 = new TextDecoder("utf-16le");
  for (let entry = 512; entry + 128 <= bytes.length; entry += 128) {
    const length = view.getUint16(entry + 64, true);
    const isStream = bytes[entry + 66] === 2;
    if (isStream && length >= 4 && length <= 64)
      names.add(utf16.decode(bytes.subarray(entry, entry + length - 2)));
  }
  return names;
}

/** All text inside an element. */
export function textOf(element: XmlElement | undefined): string {
  if (!element) return "";
  return element.children
    .map((node) =>
      node.type === "text" || node.type === "cdata"
        ? node.value
        : node.type === "element"
          ? textOf(node)
          : "",
    )
    .join("");
}
