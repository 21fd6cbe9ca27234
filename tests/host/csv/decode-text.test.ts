import { decodedText } from "../../../src/host/csv/decode-text";
import { WorkbookFileError } from "../../../src/host/xlsx";

const russian = "Клиент;Сумма\nООО «Ромашка» № 1;1234,5\nЗАО Ёлка;7\n";

/** Bytes of a text in a code page of one byte a letter, as `TextDecoder` knows it. */
function inCodePage(text: string, page: string): Uint8Array {
  const letters = new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => letters.indexOf(letter));
}

function inUtf16(text: string, order: "le" | "be", mark: boolean): Uint8Array {
  const marked = (mark ? "\ufeff" : "") + text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), order === "le");
  return bytes;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Without the signs that the older code pages lack. */
const dos = "Клиент;Сумма\nООО Ромашка;1234,5\nЗАО Ёлка;7\n";

test.each<[string, Uint8Array, string?]>([
  ["UTF-8", utf8(russian)],
  ["UTF-8 with a mark", utf8(`\ufeff${russian}`)],
  ["UTF-16 LE with a mark", inUtf16(russian, "le", true)],
  ["UTF-16 BE with a mark", inUtf16(russian, "be", true)],
  ["UTF-16 LE without a mark", inUtf16(russian, "le", false)],
  ["UTF-16 BE without a mark", inUtf16(russian, "be", false)],
  ["windows-1251", inCodePage(russian, "windows-1251")],
  ["the code page of DOS", inCodePage(dos, "ibm866"), dos],
  ["the code page of Unix", inCodePage(dos, "koi8-r"), dos],
  [
    "windows-1251 in capital letters",
    inCodePage(russian.toUpperCase(), "windows-1251"),
    russian.toUpperCase(),
  ],
  ["the code page of DOS in capital letters", inCodePage(dos.toUpperCase(), "ibm866"), dos.toUpperCase()],
  ["the code page of Unix in capital letters", inCodePage(dos.toUpperCase(), "koi8-r"), dos.toUpperCase()],
  ["windows-1251 in small letters", inCodePage(dos.toLowerCase(), "windows-1251"), dos.toLowerCase()],
  ["the code page of Unix in small letters", inCodePage(dos.toLowerCase(), "koi8-r"), dos.toLowerCase()],
])("%s gives the text, without the mark", (_, bytes, text = russian) => {
  expect(decodedText(bytes)).toBe(text);
});

test("letters of one byte among Latin ones are Western European, not Cyrillic", () => {
  const amounts = "Firma;1\u00a0234,50\u00a0€\n".repeat(100);
  const text = `Kunde;Umsatz\nMüller & Söhne;120\nCafé Zoë;90\n${amounts}`;
  // Node's own table of this page has no sign of money.
  const bytes = Uint8Array.from(text, (letter) => (letter === "€" ? 0x80 : letter.charCodeAt(0)));
  expect(decodedText(bytes)).toBe(text);
});

test("a file in UTF-8 that was cut inside a letter stays UTF-8", () => {
  const bytes = utf8(russian.repeat(10) + "Яблоня");
  expect(decodedText(bytes.slice(0, -1))).toBe(`${russian.repeat(10)}Яблон\ufffd`);
});

test.each(["windows-1251", "koi8-r", "ibm866"])(
  "letters of %s amid those of UTF-8 are told with their line: as no letters, names would be alike",
  (page) => {
    const bytes = [utf8(dos), inCodePage("Бук;5\nВяз;6\n", page)].flatMap((piece) => [...piece]);
    expect(() => decodedText(new Uint8Array(bytes))).toThrow(
      expect.objectContaining({ kind: "mixedText", place: "4" }) as Error,
    );
  },
);

test("lines end alike whatever system wrote them", () => {
  expect(decodedText(utf8("a;b\r\nc;d\re;f\n"))).toBe("a;b\nc;d\ne;f\n");
});

test.each<[string, Uint8Array]>([
  ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48)],
  ["control characters", Uint8Array.from({ length: 400 }, (_, at) => (at % 20 === 0 ? 3 : 65))],
])("%s is no text", (_, bytes) => {
  expect(() => decodedText(bytes)).toThrow(WorkbookFileError);
});
