import { encodedText } from "../encoded-text";
import { WorkbookFileError } from "../workbook-file-error";

/**
 * The text of a file, lines ending in "\n": UTF-8, UTF-16 with or without a byte order mark, else a code page of one byte
 * a letter (windows-1252 where the letters stand among Latin ones, else the Cyrillic one in which they make words).
 *
 * @throws WorkbookFileError `notText` for bytes that are no text, `mixedText` for letters of two encodings
 */
export function decodedText(bytes: Uint8Array): string {
  const text = encodedText(bytes, encodingOf(bytes), false).replace(/^\ufeff/, "");
  if (!isText(text)) throw new WorkbookFileError("notText", "control characters in the text");
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return wide;
  if (isUtf8(bytes)) return "utf-8";
  return isWesternEuropean(bytes) ? "windows-1252" : cyrillicPageOf(bytes);
}

/** UTF-16 without a mark: every other byte of digits, separators and Latin letters is zero. */
function wideEncodingOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 65_536);
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2]++;
  const [even, odd] = zeros.map((count) => count / (looked / 2));
  if (odd > 0.1 && even < 0.01) return "utf-16le";
  return even > 0.1 && odd < 0.01 ? "utf-16be" : null;
}

/**
 * Also where the last letter is broken, as in a file that was cut in the middle of it.
 * @throws WorkbookFileError `mixedText`, with the line, where most letters are UTF-8 and others are not: names would become alike
 */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    const text = new TextDecoder("utf-8").decode(bytes);
    let [broken, whole] = [0, 0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0xfffd) broken++;
      else if (code > 0x7f) whole++;
    }
    if (broken >= whole) return false;
    const first = text.indexOf("\ufffd");
    if (first === text.length - 1) return true;
    const line = String(text.slice(0, first).split(/\r\n?|\n/).length);
    throw new WorkbookFileError("mixedText", `line ${line} is not UTF-8, as the rest is`, { place: line });
  }
}

/**
 * All these code pages give every byte a letter or a sign. A Cyrillic word is made of bytes beyond ASCII throughout; in a
 * Western European word they stand alone among ASCII letters.
 */
function isWesternEuropean(bytes: Uint8Array): boolean {
  const isAsciiLetter = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
  // A blank that does not break a line stands beside signs of money.
  const isBeyond = (byte: number) => byte >= 0x80 && byte !== 0xa0;
  let [amongThemselves, amongAscii] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at++) {
    const [one, next] = [bytes[at], bytes[at + 1]];
    if (!isBeyond(one) && !isBeyond(next)) continue;
    if (isBeyond(one) && isBeyond(next)) amongThemselves++;
    else if (isAsciiLetter(one) || isAsciiLetter(next)) amongAscii++;
  }
  return amongAscii > amongThemselves;
}

/** In order of preference: of Windows, of DOS, of Unix. */
const cyrillicPages = ["windows-1251", "ibm866", "koi8-r"] as const;
const letterSample = 65_536;

/** The letters of which three in five are, in any Russian text. */
const frequentLetters = /[оеаинтср]/gi;

/**
 * The code page in which letters stand among letters, small ones behind capital ones; where that is so in several, as in
 * lists of capitals only, the one that gives the frequent letters.
 */
function cyrillicPageOf(bytes: Uint8Array): (typeof cyrillicPages)[number] {
  const sample = bytes.subarray(0, letterSample);
  const facts = cyrillicPages.map((page) => {
    const text = new TextDecoder(page).decode(sample);
    const count = (form: RegExp) => text.match(form)?.length ?? 0;
    const odd = count(/[а-яё][А-ЯЁ]/g) + count(/[^\p{ASCII}А-Яа-яЁё№«»„“”–—’\u00a0]/gu);
    return { page, odd, frequent: count(frequentLetters), letters: count(/[а-яё]/gi) };
  });
  const fewest = Math.min(...facts.map(({ odd }) => odd));
  return facts
    .filter(({ odd, letters }) => odd <= fewest + letters / 100)
    .reduce((best, each) => (each.frequent > best.frequent ? each : best)).page;
}

/** A text holds no control characters besides breaks and tabs; a stray one in a long file is forgiven. */
function isText(text: string): boolean {
  const looked = Math.min(text.length, 1_000_000);
  let strange = 0;
  for (let at = 0; at < looked; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) return false;
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a) strange++;
  }
  return strange <= looked / 1000;
}
