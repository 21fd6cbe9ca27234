import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { readWorkbook, WorkbookFileError } from "../../../../src/host/xlsx";
import { zipEntry, zipped, type ZipEntry } from "../../../../src/host/xlsx/package/zip-container";
import { foreignWorkbook } from "../package-of";

const folder = path.join(__dirname, "../../../fixtures/hostile");
const bytesOf = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    await readWorkbook(bytes);
    return "reads";
  } catch (error) {
    expect(error).toBeInstanceOf(WorkbookFileError);
    return (error as WorkbookFileError).kind;
  }
}

/** Files that Excel would have to repair, where nobody knows what it keeps. */
const damaged = [
  "absent-sheet-part.xlsx",
  "bad-crc-changed-amount.xlsx",
  "billion-laughs.xlsx",
  "col-beyond.xlsx",
  "cols-bad.xlsx",
  "nan-inf.xlsx",
  "overlapping-tables.xlsx",
  "sst-out-of-range.xlsx",
  "two-same-sheet-names.xlsx",
];

test.each(readdirSync(folder))("%s is read, or called damaged", async (name) => {
  expect(await outcomeOf(bytesOf(name))).toBe(damaged.includes(name) ? "damaged" : "reads");
});

describe("the container", () => {
  const unpacked = (text: string) => new TextEncoder().encode(text);

  async function withEntry(change: (entry: ZipEntry) => ZipEntry): Promise<Uint8Array> {
    const { file } = await readWorkbook(await foreignWorkbook({ sheets: { Data: "<sheetData/>" } }));
    const { entries } = file.parts;
    return zipped([...entries, change(await zipEntry("xl/media/image1.png", unpacked("picture")))]);
  }

  test.each<[string, (entry: ZipEntry) => ZipEntry, string]>([
    ["a picture as it is", (entry) => entry, "reads"],
    ["another checksum", (entry) => ({ ...entry, crc: entry.crc ^ 1 }), "damaged"],
    ["more bytes than it announces", (entry) => ({ ...entry, size: 3 }), "damaged"],
    ["fewer bytes than it announces", (entry) => ({ ...entry, size: 30 }), "damaged"],
    ["a method of packing that nobody knows", (entry) => ({ ...entry, method: 99 }), "damaged"],
    ["a name that stands there already", (entry) => named(entry, "XL/Workbook.xml"), "damaged"],
    ["a size beyond all measure", (entry) => ({ ...entry, size: 4_000_000_000 }), "tooLarge"],
  ])("with %s", async (_, change, outcome) => {
    expect(await outcomeOf(await withEntry(change))).toBe(outcome);
  });

  const named = (entry: ZipEntry, name: string) => ({ ...entry, name, nameBytes: unpacked(name) });

  test("what unpacks to far more than a workbook holds is refused before it is unpacked", async () => {
    const blanks = await zipEntry("xl/blanks.xml", new Uint8Array(1_000_000).fill(32));
    const entries = Array.from({ length: 200 }, (_, index) => named(blanks, `xl/blanks${index}.xml`));
    expect(await outcomeOf(zipped(entries))).toBe("tooLarge");
  });
});

describe("what a sheet says", () => {
  const sheet = (xml: string) => foreignWorkbook({ sheets: { Data: xml } });

  test.each([
    ["a row beyond the last", '<sheetData><row r="1048577"/></sheetData>', "damaged"],
    ["a row without a number", '<sheetData><row r="x"><c><v>1</v></c></row></sheetData>', "damaged"],
    ["a hexadecimal number", '<sheetData><row r="1"><c r="A1"><v>0x10</v></c></row></sheetData>', "damaged"],
    ["a number of spaces", '<sheetData><row r="1"><c r="A1"><v> 1.5E+3 </v></c></row></sheetData>', "reads"],
    ["columns from the right to the left", '<cols><col min="3" max="2"/></cols><sheetData/>', "damaged"],
    [
      "elements nested a thousand times",
      `${"<x>".repeat(1000)}${"</x>".repeat(1000)}<sheetData/>`,
      "damaged",
    ],
  ])("%s", async (_, xml, outcome) => expect(await outcomeOf(await sheet(xml))).toBe(outcome));

  test("heights of a million empty rows are left to the file", async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `<row r="${index + 2}" ht="20" customHeight="1"/>`,
    );
    const xml = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${rows.join("")}</sheetData>`;
    const { record } = await readWorkbook(await sheet(xml));
    expect(record.sheets[0].rows).toHaveLength(1000);
  });
});
