/** Contents of cells that runs wrote, each by its digest, and how the workbook keeps them in few letters. */

const lettersOfDigest = 8;
/** Digests that are kept as they are: 50,000 letters. The runs of the lists may take a million, and Excel keeps two in all. */
const mostDigests = 6_250;
/** Digests that a filter of about as many letters holds: of 150 other contents it takes one for a run's at most. */
export const mostWritten = 25_000;
const bitsOfFilter = 2 ** 18;
const marksOfDigest = 6;
/** With what the text of a filter begins. */
const filterSign = "~";

/**
 * Contents that are known, exactly as long as they are few; beyond, by a Bloom filter (B. H. Bloom, 1970), which knows each of them, and
 * seldom one that is none of them.
 */
export class WrittenContents {
  static readonly none = new WrittenContents(new Set(), []);

  private constructor(
    readonly digests: ReadonlySet<string>,
    readonly filters: readonly Uint8Array[],
  ) {}

  static of(digests: Iterable<string>): WrittenContents {
    return new WrittenContents(new Set(digests), []);
  }

  /** @param stored what a workbook holds; nothing is known of what nobody stored so */
  static parse(stored: unknown): WrittenContents {
    if (typeof stored !== "string") return WrittenContents.none;
    const filter = stored.startsWith(filterSign) ? bytesOf(stored.slice(filterSign.length)) : null;
    if (filter) return new WrittenContents(new Set(), [filter]);
    if (!/^(?:[0-9a-f]{8})*$/.test(stored) || stored.length > mostWritten * lettersOfDigest)
      return WrittenContents.none;
    const count = stored.length / lettersOfDigest;
    return WrittenContents.of(
      Array.from({ length: count }, (_, i) => stored.slice(i * lettersOfDigest, (i + 1) * lettersOfDigest)),
    );
  }

  /** Whether nothing is known of them. */
  get isUnknown(): boolean {
    return this.digests.size === 0 && this.filters.length === 0;
  }

  has(digest: string): boolean {
    return (
      this.digests.has(digest) ||
      this.filters.some((bits) => marksOf(digest).every((bit) => (bits[bit >> 3] & (1 << (bit & 7))) !== 0))
    );
  }

  /** Whether others surely have all of them. */
  isWithin(others: WrittenContents): boolean {
    return this.filters.length === 0 && [...this.digests].every((digest) => others.has(digest));
  }

  with(others: WrittenContents): WrittenContents {
    return new WrittenContents(new Set([...this.digests, ...others.digests]), [
      ...this.filters,
      ...others.filters.filter((filter) => !this.filters.includes(filter)),
    ]);
  }

  /** Whether they are few enough to be kept. */
  get isKept(): boolean {
    return this.digests.size <= mostWritten;
  }

  /** As a workbook keeps them; "" where they are too many. */
  get text(): string {
    if (!this.isKept) return "";
    if (this.filters.length === 0 && this.digests.size <= mostDigests) return [...this.digests].join("");
    const bits = new Uint8Array(bitsOfFilter / 8);
    for (const filter of this.filters) filter.forEach((byte, at) => (bits[at] |= byte));
    for (const digest of this.digests) for (const bit of marksOf(digest)) bits[bit >> 3] |= 1 << (bit & 7);
    return filterSign + lettersOf(bits);
  }
}

/** Bits of a filter that stand for a digest. */
function marksOf(digest: string): number[] {
  let mixed = parseInt(digest, 16);
  return Array.from({ length: marksOfDigest }, () => {
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    mixed ^= mixed >>> 13;
    return (mixed >>> 0) % bitsOfFilter;
  });
}

/** Bytes that are turned into letters at a time: more are no arguments of one call. */
const chunk = 8_192;

function lettersOf(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}

function bytesOf(letters: string): Uint8Array | null {
  try {
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    return bytes.length === bitsOfFilter / 8 ? bytes : null;
  } catch {
    return null;
  }
}
