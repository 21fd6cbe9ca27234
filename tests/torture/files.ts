/**
 * Workbooks with something wrong: bytes of the container, parts that are cut, doubled or gone, attributes with other values.
 * Each is read, or refused as what it is; one that is read opens in the host, and is written back with a change. Anything else
 * that is thrown is a defect.
 */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { openExcelHost } from "../../src/host/excel-host";
import { patchWorkbook, readWorkbook, WorkbookFileError } from "../../src/host/xlsx";
import { zipEntries, zipEntry, zipped } from "../../src/host/xlsx/package/zip-container";
import { Draws } from "../draws";
import { partsOf } from "../host/xlsx/package-of";
import type { TortureRequest } from "./suite";

const fixtures = path.join(__dirname, "../fixtures");
const originals = ["whole", "hostile", "reading"].flatMap((folder) => {
  const names = readdirSync(path.join(fixtures, folder)).filter((name) => name.endsWith(".xlsx"));
  return names.map((name) => path.join(fixtures, folder, name));
});

const values = [
  "",
  "0",
  "-1",
  "1",
  "99999999",
  "1e308",
  "NaN",
  "A1",
  "XFD1048576",
  "ZZZZ9",
  "A1:B2",
  "true",
  "\u0000",
  "😀",
  "../x",
];

type Kind = (bytes: Uint8Array, draw: Draws) => Promise<Uint8Array>;

/** Gives the text of a part, drawn among all, another form. */
function inPart(change: (text: string, draw: Draws) => string): Kind {
  return async (bytes, draw) => {
    const texts = [...(await partsOf(bytes))].filter(
      ([, text]) => text.startsWith("<") || text.startsWith("\ufeff"),
    );
    if (texts.length === 0) return bytes;
    const [name, text] = draw.pick(texts);
    const changed = new TextEncoder().encode(change(text, draw));
    return zipped(
      await Promise.all(
        zipEntries(bytes).map((entry) => (entry.name === name ? zipEntry(name, changed, entry) : entry)),
      ),
    );
  };
}

const kinds: Readonly<Record<string, Kind>> = {
  bytes: async (bytes, draw) => {
    const changed = bytes.slice();
    for (let count = 1 + draw.integer(0, 7); count > 0; count--)
      changed[draw.integer(0, changed.length - 1)] = draw.integer(0, 255);
    return changed;
  },
  cut: async (bytes, draw) => bytes.slice(0, draw.integer(0, bytes.length - 1)),
  parts: async (bytes, draw) => {
    const entries = zipEntries(bytes);
    const [one, other] = [draw.integer(0, entries.length - 1), draw.integer(0, entries.length - 1)];
    switch (draw.integer(0, 2)) {
      case 0:
        return zipped(entries.filter((_, index) => index !== one));
      case 1:
        return zipped([...entries, entries[one]]);
      default:
        return zipped(
          entries.map((entry, index) =>
            index === one ? { ...entries[other], name: entry.name, nameBytes: entry.nameBytes } : entry,
          ),
        );
    }
  },
  attributes: inPart((text, draw) => {
    const places = [...text.matchAll(/="([^"]*)"/g)];
    if (places.length === 0) return text;
    const { index, 0: found } = draw.pick(places);
    return `${text.slice(0, index)}="${draw.pick(values)}"${text.slice(index + found.length)}`;
  }),
  texts: inPart((text, draw) => {
    const places = [...text.matchAll(/>([^<>]+)</g)];
    if (places.length === 0) return text;
    const { index, 0: found } = draw.pick(places);
    return `${text.slice(0, index)}>${draw.pick(values)}<${text.slice(index + found.length)}`;
  }),
  elements: inPart((text, draw) => {
    const places = [...text.matchAll(/<[A-Za-z][^<>]*\/>/g)];
    if (places.length === 0) return text;
    const { index, 0: found } = draw.pick(places);
    return (
      text.slice(0, index) +
      (draw.integer(0, 1) === 0 ? "" : found + found) +
      text.slice(index + found.length)
    );
  }),
  letters: inPart((text, draw) => {
    const at = draw.integer(0, text.length - 1);
    return (
      text.slice(0, at) +
      draw.pick(["<", ">", '"', "&", "]]>", "<!--", "\u0001", ""]) +
      text.slice(at + draw.integer(0, 2))
    );
  }),
};

async function tried(bytes: Uint8Array): Promise<"written" | "refused"> {
  let read: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    read = await readWorkbook(bytes);
  } catch (error) {
    if (error instanceof WorkbookFileError) return "refused";
    throw error;
  }
  const host = await openExcelHost(read.record, { language: "en-US" });
  try {
    const opened = await host.toRecord();
    const changed = structuredClone(opened);
    changed.sheets[0].cells.push({ row: 1_048_575, column: 16_383, value: "last" });
    await readWorkbook(await patchWorkbook(read.file, opened, changed));
    return "written";
  } finally {
    host.dispose();
  }
}

export async function filesSuite({ seed: first, kind: wanted, isOver }: TortureRequest): Promise<boolean> {
  const names = Object.keys(kinds).filter((name) => wanted === null || name.startsWith(wanted));
  const counts = { written: 0, refused: 0, failed: 0 };
  let slowest = 0;
  let seed = first;
  do {
    const draw = new Draws(seed);
    const name = names[seed % names.length];
    const file = draw.pick(originals);
    const begun = performance.now();
    try {
      const bytes = await kinds[name](new Uint8Array(readFileSync(file)), draw);
      counts[await tried(bytes)]++;
    } catch (error) {
      counts.failed++;
      const repeat = `--kind ${name} --seed ${seed} --minutes 0`;
      console.log(`\nfailed: ${name}, ${path.basename(file)}: ${(error as Error).stack}\nrepeat: ${repeat}`);
    }
    slowest = Math.max(slowest, performance.now() - begun);
    seed++;
  } while (!isOver());
  const { written, refused, failed } = counts;
  console.log(
    `${written + refused + failed} files: ${written} read and written back, ${refused} refused, ${failed} failed`,
  );
  console.log(`slowest: ${Math.round(slowest)} ms`);
  return failed === 0;
}
