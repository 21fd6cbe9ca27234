import { WorkbookFileError } from "../../workbook-file-error";
import { crc32, crc32Finalize, crc32Update } from "../library";

/** A file inside a ZIP container, as the central directory describes it (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  name: string;
  /** Bytes of the name, and of what else the directory says of the entry. */
  nameBytes: Uint8Array;
  extra: Uint8Array;
  comment: Uint8Array;
  versionMadeBy: number;
  versionNeeded: number;
  flags: number;
  /** 0 = stored, 8 = deflated. */
  method: number;
  /** DOS time and date. */
  time: number;
  date: number;
  crc: number;
  size: number;
  internalAttributes: number;
  externalAttributes: number;
  /** The bytes as they are packed: a view of the container. */
  packed: Uint8Array;
}

/**
 * A container that says it holds more than so many bytes, and so many times more than it has itself, is no workbook:
 * sheets of a million rows are packed to a twentieth.
 */
const largest = [
  { unpacked: 100_000_000, growth: 60 },
  { unpacked: 50_000_000, growth: 200 },
];
/** No part can be read as one text beyond this. */
const longestPart = 500_000_000;
/** Each part takes its time, however short it is: one for every second row of a long list of clients, with a picture in it. */
const mostParts = 30_000;

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 };
const wide = { id: 0x0001, value: 0xffffffff };

/**
 * The entries of a container in the order of its directory.
 * @throws WorkbookFileError damaged, or tooLarge for one that would unpack to far more than a workbook holds
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  try {
    const entries = directoryOf(bytes);
    const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
    const grows = largest.some((bound) => {
      return unpacked > bound.unpacked && unpacked > bound.growth * bytes.length;
    });
    if (grows || entries.length > mostParts || entries.some(({ size }) => size > longestPart)) {
      throw new WorkbookFileError("tooLarge", `it unpacks to ${unpacked} bytes in ${entries.length} parts`);
    }
    return entries;
  } catch (cause) {
    if (cause instanceof WorkbookFileError) throw cause;
    throw new WorkbookFileError("damaged", "the zip container cannot be read", { cause });
  }
}

function directoryOf(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let offset = view.getUint32(end + 16, true);
  if (offset === wide.value || count === 0xffff) offset = wideDirectory(view, end) ?? offset;
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  while (offset + 4 <= end && view.getUint32(offset, true) === signatures.central) {
    const { entry, next } = entryAt(bytes, view, offset);
    // Two parts of one name: which of them a program shows is anybody's guess.
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw new RangeError(`two entries are called ${entry.name}`);
    names.add(key);
    entries.push(entry);
    offset = next;
  }
  if (count !== 0xffff && entries.length !== count) throw new RangeError("the directory is incomplete");
  return entries;
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  throw new RangeError("there is no directory");
}

/** Offset that a ZIP64 directory gives; undefined when there is none. */
function wideDirectory(view: DataView, end: number): number | undefined {
  if (end < 20) return undefined;
  const at = Number(view.getBigUint64(end - 12, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== signatures.end64) return undefined;
  return Number(view.getBigUint64(at + 48, true));
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  const short = (offset: number) => view.getUint16(at + offset, true);
  const long = (offset: number) => view.getUint32(at + offset, true);
  const [nameLength, extraLength, commentLength] = [short(28), short(30), short(32)];
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const extraAt = at + 46 + nameLength;
  const extra = bytes.subarray(extraAt, extraAt + extraLength);
  const next = extraAt + extraLength + commentLength;
  const [size, packedSize, local] = wideSizes([long(24), long(20), long(42)], extra);
  const flags = short(8);
  // Not Excel's own way: a packer has put a password on the parts.
  if (flags & 1) throw new WorkbookFileError("encrypted", "the parts are protected by a password");
  const data = dataOffset(view, local);
  if (data + packedSize > bytes.length) throw new RangeError("an entry lies outside the file");
  const entry: ZipEntry = {
    name: new TextDecoder().decode(nameBytes),
    nameBytes,
    extra: withoutWide(extra),
    comment: bytes.subarray(extraAt + extraLength, next),
    versionMadeBy: short(4),
    versionNeeded: short(6),
    // Sizes stand in the header of what we write: there is no descriptor behind the bytes.
    flags: flags & ~8,
    method: short(10),
    time: short(12),
    date: short(14),
    crc: long(16),
    size,
    internalAttributes: short(36),
    externalAttributes: long(38),
    packed: bytes.subarray(data, data + packedSize),
  };
  return { entry, next };
}

function dataOffset(view: DataView, local: number): number {
  if (view.getUint32(local, true) !== signatures.local) throw new RangeError("an entry has no header");
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

/** Size, packed size and offset: those that do not fit stand in the extra field, in this order (APPNOTE.TXT 4.5.3). */
function wideSizes(values: number[], extra: Uint8Array): number[] {
  if (!values.includes(wide.value)) return values;
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (const { id, start } of extraFields(extra)) {
    if (id !== wide.id) continue;
    let at = start;
    return values.map((value) => {
      if (value !== wide.value) return value;
      const read = Number(view.getBigUint64(at, true));
      at += 8;
      return read;
    });
  }
  return values;
}

function extraFields(extra: Uint8Array): { id: number; start: number; end: number }[] {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  const fields = [];
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > extra.length) break;
    fields.push({ id: view.getUint16(at, true), start: at + 4, end });
    at = end;
  }
  return fields;
}

function withoutWide(extra: Uint8Array): Uint8Array {
  const fields = extraFields(extra);
  if (!fields.some(({ id }) => id === wide.id)) return extra;
  const kept = fields.filter(({ id }) => id !== wide.id);
  return joined(kept.map(({ start, end }) => extra.subarray(start - 4, end)));
}

/**
 * The bytes of an entry, unpacked and compared with their checksum.
 * @throws WorkbookFileError damaged
 */
export async function unpacked(entry: ZipEntry): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    if (entry.method === 0) bytes = entry.packed;
    else if (entry.method === 8) bytes = await inflated(entry.packed, entry.size);
    else throw new RangeError(`compression method ${entry.method}`);
    if (bytes.length !== entry.size) throw new RangeError("its size is not the one in the directory");
  } catch (cause) {
    throw new WorkbookFileError("damaged", `${entry.name} cannot be unpacked`, { cause });
  }
  if (crc32(bytes) >>> 0 !== entry.crc >>> 0) {
    throw new WorkbookFileError("damaged", `${entry.name} differs from its checksum`);
  }
  return bytes;
}

/** Never more bytes than the directory announces. */
async function inflated(packed: Uint8Array, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let length = 0;
  const source = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
  const reader = source.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: Uint8Array };
    if (done || value === undefined) break;
    if (length + value.length > size) {
      await reader.cancel();
      throw new RangeError("there is more than the directory announces");
    }
    bytes.set(value, length);
    length += value.length;
  }
  return length === size ? bytes : bytes.subarray(0, length);
}

/**
 * A new entry for these bytes, or pieces of bytes, deflated. Its time is that of `like`, else the first that DOS knows: equal
 * bytes give equal files.
 */
export async function zipEntry(
  name: string,
  content: Uint8Array | Iterable<Uint8Array>,
  like?: ZipEntry,
): Promise<ZipEntry> {
  const told = { size: 0, crc: 0xffffffff };
  const compression = new CompressionStream("deflate-raw");
  const deflated = new Response(compression.readable).arrayBuffer();
  const writer = compression.writable.getWriter();
  const waiting: Promise<void>[] = [];
  for (const piece of inPieces(content instanceof Uint8Array ? [content] : content)) {
    told.size += piece.length;
    told.crc = crc32Update(told.crc, piece);
    waiting.push(writer.write(piece));
    // Enough to go on with while the next ones are made: Node lets sixteen thousand of them wait.
    if (waiting.length > mostWaiting) await waiting.shift();
  }
  await Promise.all(waiting);
  await writer.close();
  const nothing = new Uint8Array();
  return {
    name,
    nameBytes: like?.nameBytes ?? new TextEncoder().encode(name),
    extra: like?.extra ?? nothing,
    comment: like?.comment ?? nothing,
    versionMadeBy: like?.versionMadeBy ?? 20,
    versionNeeded: 20,
    flags: like?.flags ?? 0x0800,
    method: 8,
    time: like?.time ?? 0,
    date: like?.date ?? 0x21,
    crc: crc32Finalize(told.crc) >>> 0,
    size: told.size,
    internalAttributes: like?.internalAttributes ?? 0,
    externalAttributes: like?.externalAttributes ?? 0,
    packed: new Uint8Array(await deflated),
  };
}

const pieceLength = 65_536;
const mostWaiting = 64;

/** The bytes piece by piece, none of them long, without a copy of them all. */
function* inPieces(content: Iterable<Uint8Array>): Generator<Uint8Array<ArrayBuffer>> {
  for (const bytes of content as Iterable<Uint8Array<ArrayBuffer>>) {
    for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
  }
}

/** A container with these entries: what was packed already is not packed again. */
export function zipped(entries: readonly ZipEntry[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const header = localHeader(entry);
    directory.push(directoryEntry(entry, offset));
    pieces.push(header, entry.packed);
    offset += header.length + entry.packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, signatures.end, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return joined([...pieces, ...directory, new Uint8Array(end.buffer)]);
}

function localHeader(entry: ZipEntry): Uint8Array {
  const view = new DataView(new ArrayBuffer(30));
  view.setUint32(0, signatures.local, true);
  common(view, 4, entry);
  view.setUint16(26, entry.nameBytes.length, true);
  return joined([new Uint8Array(view.buffer), entry.nameBytes]);
}

function directoryEntry(entry: ZipEntry, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(46));
  view.setUint32(0, signatures.central, true);
  view.setUint16(4, entry.versionMadeBy, true);
  common(view, 6, entry);
  view.setUint16(28, entry.nameBytes.length, true);
  view.setUint16(30, entry.extra.length, true);
  view.setUint16(32, entry.comment.length, true);
  view.setUint16(36, entry.internalAttributes, true);
  view.setUint32(38, entry.externalAttributes, true);
  view.setUint32(42, offset, true);
  return joined([new Uint8Array(view.buffer), entry.nameBytes, entry.extra, entry.comment]);
}

/** What header and directory say alike, from the version on. */
function common(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, entry.versionNeeded, true);
  view.setUint16(at + 2, entry.flags, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 6, entry.time, true);
  view.setUint16(at + 8, entry.date, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
}

/** The pieces one after another. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let position = 0;
  for (const piece of pieces) {
    bytes.set(piece, position);
    position += piece.length;
  }
  return bytes;
}
