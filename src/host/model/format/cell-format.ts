import type { CellFormatRecord } from "../../workbook-record";

/** Formats of cells, each kept once under a short key, so that a million cells share a handful of records. */
export class FormatTable {
  readonly #formats = new Map<string, CellFormatRecord>();
  readonly #keys = new Map<string, string>();

  /** @param define told of every new format, before its key is used. */
  constructor(readonly define: (key: string, format: CellFormatRecord) => void) {}

  /** The key of a format; undefined for the default one. */
  keyOf(format: CellFormatRecord): string | undefined {
    const canonical = tidy(format);
    const text = JSON.stringify(canonical);
    if (text === "{}") {
      return undefined;
    }
    let key = this.#keys.get(text);
    if (key === undefined) {
      key = `format-${this.#keys.size + 1}`;
      this.#keys.set(text, key);
      this.#formats.set(key, frozen(canonical));
      this.define(key, canonical);
    }
    return key;
  }

  /** The format behind a key; the default one (no properties) for no key. Not to be changed. */
  get(key: string | null | undefined): CellFormatRecord {
    return (key ? this.#formats.get(key) : undefined) ?? defaultFormat;
  }
}

/** Shared by many cells, and given out with records: nobody may change it. */
function frozen<T extends object>(record: T): T {
  Object.values(record).forEach((value) => (typeof value === "object" ? frozen(value as object) : value));
  return Object.freeze(record);
}

const defaultFormat: CellFormatRecord = Object.freeze({});

/** The format with its properties in one order and without those that say what holds anyway. */
function tidy(format: CellFormatRecord): CellFormatRecord {
  const font = ordered({
    name: format.font?.name,
    size: format.font?.size,
    bold: format.font?.bold || undefined,
    italic: format.font?.italic || undefined,
    underline: format.font?.underline || undefined,
    color: format.font?.color,
  });
  const borders = ordered({
    top: format.borders?.top && ordered({ style: format.borders.top.style, color: format.borders.top.color }),
    bottom:
      format.borders?.bottom &&
      ordered({ style: format.borders.bottom.style, color: format.borders.bottom.color }),
    left:
      format.borders?.left && ordered({ style: format.borders.left.style, color: format.borders.left.color }),
    right:
      format.borders?.right &&
      ordered({ style: format.borders.right.style, color: format.borders.right.color }),
  });
  return ordered({
    xf: format.xf,
    numberFormat: format.numberFormat === "General" ? undefined : format.numberFormat,
    font: isEmpty(font) ? undefined : font,
    fill: format.fill,
    borders: isEmpty(borders) ? undefined : borders,
    horizontal: format.horizontal,
    vertical: format.vertical === "Bottom" ? undefined : format.vertical,
    wrapText: format.wrapText || undefined,
    indent: format.indent || undefined,
    textRotation: format.textRotation || undefined,
    locked: format.locked === false ? false : undefined,
  }) as CellFormatRecord;
}

function ordered<T extends object>(properties: T): T {
  const present: Partial<T> = {};
  for (const name in properties) if (properties[name] !== undefined) present[name] = properties[name];
  return present as T;
}

function isEmpty(record: object): boolean {
  for (const name in record) if (Object.hasOwn(record, name)) return false;
  return true;
}
