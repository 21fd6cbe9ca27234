import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { openExcelHost } from "../../../../src/host/excel-host";
import { patchWorkbook, readWorkbook, WorkbookFileError, writeWorkbook } from "../../../../src/host/xlsx";
import { zipEntry, zipped, type ZipEntry } from "../../../../src/host/xlsx/package/zip-container";
import { growth } from "../../../growth";
import { sheetOf, workbookOf } from "../../../workbook-records";
import { foreignWorkbook, packageOf, partsOf } from "../package-of";

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
  "04-sheetname.xlsx",
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
    ["a password of the packer", (entry) => ({ ...entry, flags: entry.flags | 1 }), "encrypted"],
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

describe("what would take gigabytes to read is refused at once", () => {
  const sheetData = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  const long = "x".repeat(1_000_001);
  const elements = "<x/>".repeat(1_000_001);

  test.each<[string, string, string]>([
    ["a comment", `<!--${long}-->${sheetData}`, "tooLarge"],
    ["a comment of some length", `<!--${long.slice(9)}-->${sheetData}`, "reads"],
    ["a comment in a cell", sheetData.replace("<v>", `<!--${long}--><v>`), "tooLarge"],
    ["a comment that does not end", `${sheetData}<!--${long}`, "tooLarge"],
    ["an instruction", `<?x ${long}?>${sheetData}`, "tooLarge"],
    ["a CDATA section", `<sheetPr><![CDATA[${long}]]></sheetPr>${sheetData}`, "tooLarge"],
    ["elements", `${sheetData}<extLst>${elements}</extLst>`, "tooLarge"],
  ])("%s", async (_, xml, outcome) =>
    expect(await outcomeOf(await foreignWorkbook({ sheets: { Data: xml } }))).toBe(outcome),
  );

  test("a declaration, and elements of the workbook itself", async () => {
    const parts = Object.fromEntries(await partsOf(await foreignWorkbook({ sheets: { Data: sheetData } })));
    const book = (change: (text: string) => string) =>
      packageOf({ ...parts, "xl/workbook.xml": change(parts["xl/workbook.xml"]) });
    expect(await outcomeOf(await book((text) => `<?xml${" ".repeat(1_000_000)}version="1.0"?>${text}`))).toBe(
      "tooLarge",
    );
    expect(await outcomeOf(await book((text) => text.replace("</workbook>", `${elements}$&`)))).toBe(
      "tooLarge",
    );
  });

  test("parts without number", async () => {
    const { file } = await readWorkbook(await foreignWorkbook({ sheets: { Data: sheetData } }));
    const nothing = await zipEntry("junk", new Uint8Array());
    const junk = Array.from({ length: 30_000 }, (_, index): ZipEntry => {
      const name = `junk${index}`;
      return { ...nothing, name, nameBytes: new TextEncoder().encode(name) };
    });
    expect(await outcomeOf(zipped([...file.parts.entries, ...junk]))).toBe("tooLarge");
  });

  test("blanks without end", async () => {
    const blanks = " ".repeat(60_000_000);
    expect(await outcomeOf(await foreignWorkbook({ sheets: { Data: blanks + sheetData } }))).toBe("tooLarge");
  });
});

describe("what a sheet says", () => {
  const blank = workbookOf([sheetOf("Data", [[1]])]);
  const sheet = (xml: string) => foreignWorkbook({ sheets: { Data: xml } });

  test.each([
    ["a row beyond the last", '<sheetData><row r="1048577"/></sheetData>', "damaged"],
    [
      "a cell of two values",
      '<sheetData><row r="1"><c r="A1"><v>1</v><v>2</v></c></row></sheetData>',
      "damaged",
    ],
    [
      "a cell of two formulas",
      '<sheetData><row r="1"><c r="A1"><f>1</f><f>2</f><v>1</v></c></row></sheetData>',
      "damaged",
    ],
    [
      "a cell of a type that nobody knows",
      '<sheetData><row r="1"><c r="A1" t="zz"><v>1</v></c></row></sheetData>',
      "damaged",
    ],
    ["a row without a number", '<sheetData><row r="x"><c><v>1</v></c></row></sheetData>', "damaged"],
    ["a hexadecimal number", '<sheetData><row r="1"><c r="A1"><v>0x10</v></c></row></sheetData>', "damaged"],
    ["a number of spaces", '<sheetData><row r="1"><c r="A1"><v> 1.5E+3 </v></c></row></sheetData>', "reads"],
    ["a row that stands twice", '<sheetData><row r="2"/><row r="2"/></sheetData>', "damaged"],
    ["rows from below", '<sheetData><row r="3"/><row r="2"/></sheetData>', "damaged"],
    [
      "a cell that stands twice",
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>',
      "damaged",
    ],
    ["a cell of another row", '<sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData>', "damaged"],
    ["a row that does not say which", '<sheetData><row><c r="A4"/></row><row r="5"/></sheetData>', "reads"],
    [
      "an array formula that fills other cells",
      '<sheetData><row r="9"><c r="E9"><f t="array" ref="A1:C9">1</f><v>1</v></c></row></sheetData>',
      "damaged",
    ],
    [
      "an array formula over two columns",
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:B1048576">1</f><v>1</v></c></row></sheetData>',
      "reads",
    ],
    [
      "an array formula over a whole sheet",
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row></sheetData>',
      "fillsTooMuch",
    ],
    ["columns from the right to the left", '<cols><col min="3" max="2"/></cols><sheetData/>', "damaged"],
    [
      "elements nested a thousand times",
      `${"<x>".repeat(1000)}${"</x>".repeat(1000)}<sheetData/>`,
      "damaged",
    ],
  ])("%s", async (_, xml, outcome) => expect(await outcomeOf(await sheet(xml))).toBe(outcome));

  test("a day that no calendar of Excel has is a text, not a sum of money", async () => {
    const days = ["2025-01-21", "0001-01-01", "-000001-01-01", "+012025-01-01", "2025-13-45"];
    const cells = days.map((day) => `<c t="d"><v>${day}</v></c>`).join("");
    const { record } = await readWorkbook(await sheet(`<sheetData><row r="1">${cells}</row></sheetData>`));
    expect(record.sheets[0].cells.map(({ value }) => value)).toEqual([45_678, ...days.slice(1)]);
  });

  test("a setting nested without end is a text", async () => {
    const nest = "[".repeat(100_000) + "]".repeat(100_000);
    const { record } = await readWorkbook(
      await writeWorkbook({ ...blank, settings: { "keyfolio.policy": 1 } }),
    );
    expect(record.settings).toEqual({ "keyfolio.policy": 1 });
    const parts = await partsOf(await writeWorkbook({ ...blank, settings: { "keyfolio.policy": "here" } }));
    const name = "xl/webextensions/webextension1.xml";
    parts.set(name, parts.get(name)!.replace("&quot;here&quot;", nest));
    const read = await readWorkbook(await packageOf(Object.fromEntries(parts)));
    expect(read.record.settings).toEqual({ "keyfolio.policy": nest });
  });

  test("the place of an array formula that cannot be worked on", async () => {
    const xml =
      '<sheetData><row r="2"><c r="B2"><f t="array" ref="B2:XFD1048576">1</f></c></row></sheetData>';
    const file = await foreignWorkbook({ sheets: { "Client list": xml } });
    await expect(readWorkbook(file)).rejects.toMatchObject({ place: "'Client list'!B2" });
  });

  test.each([
    ["a number", '<row r="3"><c r="B3"><v>8 40</v></c></row>', "'Client list'!B3"],
    ["a text that is not there", '<row r="3"><c r="C3" t="s"><v>-1</v></c></row>', "'Client list'!C3"],
    ["a cell twice", '<row r="3"><c r="C3"><v>1</v></c><c r="C3"><v>1</v></c></row>', "'Client list'!C3"],
    ["a row before the first", '<row r="-3"><c><v>1</v></c></row>', "'Client list'"],
    [
      "a letter that no XML has",
      '<row r="1"><c r="A1" t="str"><v>\u0001</v></c></row>',
      "xl/worksheets/s0.xml",
    ],
  ])("the place of what is damaged: %s", async (_, row, place) => {
    const file = await foreignWorkbook({ sheets: { "Client list": `<sheetData>${row}</sheetData>` } });
    await expect(readWorkbook(file)).rejects.toMatchObject({ kind: "damaged", place });
  });

  test.each([
    ["of a cell", '<sheetData><row r="1"><c r="B1" s="2"><v>1</v></c></row></sheetData>', "Data!B1"],
    ["of a cell, below zero", '<sheetData><row r="1"><c r="B1" s="-1"/></row></sheetData>', "Data!B1"],
    ["of a row", '<sheetData><row r="1" s="2" customFormat="1"/></sheetData>', "Data"],
    ["of a column", '<cols><col min="1" max="1" style="2"/></cols><sheetData/>', "Data"],
  ])("a look that is not there, and that would become one of ours: %s", async (_, xml, place) => {
    const styles = "<cellXfs><xf/><xf/></cellXfs>";
    const file = (sheet: string) => foreignWorkbook({ sheets: { Data: sheet }, styles });
    await expect(readWorkbook(await file(xml))).rejects.toMatchObject({ kind: "damaged", place });
    expect(await outcomeOf(await file(xml.replace(/"(?:2|-1)"/, '"1"')))).toBe("reads");
  });

  test.each([
    ["of its own", (text: string) => `<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`],
    [
      "in runs",
      (text: string) => `<c r="A1" t="inlineStr"><is><r><t>x</t></r><r><t>${text.slice(1)}</t></r></is></c>`,
    ],
    ["a shared one", () => '<c r="A1" t="s"><v>0</v></c>'],
  ])("a text that no cell can hold: %s", async (_, cell) => {
    const file = (length: number) => {
      const text = "x".repeat(length);
      const xml = `<sheetData><row r="1">${cell(text)}</row></sheetData>`;
      return foreignWorkbook({ sheets: { Data: xml }, strings: `<si><t>${text}</t></si>` });
    };
    expect(await outcomeOf(await file(32_767))).toBe("reads");
    await expect(readWorkbook(await file(32_768))).rejects.toMatchObject({
      kind: "longText",
      place: "Data!A1",
    });
  });

  test.each(["styles", "sharedStrings"])("a part that should be XML and is not: %s", async (name) => {
    const part = `xl/${name}.xml`;
    const file = await foreignWorkbook({ sheets: { Data: "<sheetData/>" }, parts: { [part]: "not XML" } });
    await expect(readWorkbook(file)).rejects.toMatchObject({ kind: "damaged", place: part });
  });

  test("a sheet without a part is damaged, and named", async () => {
    await expect(readWorkbook(bytesOf("absent-sheet-part.xlsx"))).rejects.toMatchObject({ place: "Ghost" });
  });

  test.each([
    ["longer than Excel has them", `${"1+".repeat(4100)}1`],
    ["of thousands of signs", `${"-".repeat(8000)}1`],
    ["of signs and blanks", `${"- ".repeat(4000)}1`],
    ["nested thousands of times", `${"N(".repeat(2700)}1${")".repeat(2700)}`],
  ])(
    "a formula that is too much for any engine is its result, and stays in the file: %s",
    async (_, formula) => {
      const cell = `<c r="A1"><f>${formula}</f><v>5</v></c>`;
      const xml = `<sheetData><row r="1">${cell}<c r="B1"><f>A1+Deep</f></c></row></sheetData>`;
      const definedNames = `<definedNames><definedName name="Deep">${formula}</definedName><definedName name="Rate">0.2</definedName></definedNames>`;
      const { record, file } = await readWorkbook(
        await foreignWorkbook({ sheets: { Data: xml }, definedNames }),
      );
      expect(record.sheets[0].cells[0]).toEqual({ row: 0, column: 0, value: 5 });
      expect(record.names.map(({ name }) => name)).toEqual(["Rate"]);
      const host = await openExcelHost(record, { language: "en-US" });
      try {
        const opened = await host.toRecord();
        const sheet = host.workbook.worksheets.getItem("Data");
        sheet.getRange("C1").values = [["new"]];
        expect(() => (sheet.getRange("C2").formulas = [[`=${formula}`]])).toThrow("cannot read the formula");
        const parts = await partsOf(await patchWorkbook(file, opened, await host.toRecord()));
        expect(parts.get("xl/worksheets/s0.xml")).toContain(cell);
        expect(parts.get("xl/workbook.xml")).toContain(definedNames);
      } finally {
        host.dispose();
      }
    },
  );

  test.each([
    ["SUMPRODUCT((A1:XFD1048576=1)*1)", true],
    ["VLOOKUP(7,$A$1:Z1048576,2,0)", true],
    ["COUNTA($1:1048576)", true],
    ["VLOOKUP(7,A:XFD,2,0)", false],
    ["SUM(A1:D1048576,$3:$900)", false],
  ])(
    "a formula through more cells than can be gone through is its result, and Excel is asked for it: %s",
    async (formula, asks) => {
      const cell = `<c r="AA9"><f>${formula}</f><v>5</v></c>`;
      const bytes = await foreignWorkbook({
        sheets: { Data: `<sheetData><row r="9">${cell}</row></sheetData>`, Other: "<sheetData/>" },
      });
      const { record, file } = await readWorkbook(bytes);
      expect(record.sheets[0].cells[0].formula).toBe(asks ? undefined : `=${formula}`);
      const output = async (change: (sheets: typeof record.sheets) => void) => {
        const changed = structuredClone(record);
        change(changed.sheets);
        return partsOf(await patchWorkbook(file, record, changed));
      };
      expect((await output(() => undefined)).get("xl/workbook.xml")).not.toContain("fullCalcOnLoad");
      const parts = await output(([, other]) => other.cells.push({ row: 0, column: 0, value: 7 }));
      expect(parts.get("xl/worksheets/s0.xml")).toContain(cell);
      expect(parts.get("xl/workbook.xml")!.includes('fullCalcOnLoad="1"')).toBe(asks);
    },
  );

  test("more names than anybody can use", async () => {
    const names = (count: number) =>
      `<definedNames>${Array.from({ length: count }, (_, index) => `<definedName name="N_${index}">1</definedName>`).join("")}</definedNames>`;
    const file = (count: number) =>
      foreignWorkbook({ sheets: { Data: "<sheetData/>" }, definedNames: names(count) });
    expect(await outcomeOf(await file(30_000))).toBe("reads");
    expect(await outcomeOf(await file(30_001))).toBe("tooManyNames");
  });

  test("a name that Excel gives no sheet", async () => {
    for (const [name, outcome] of [
      ["O'Brien &amp; 'Co'", "reads"],
      ["a/b", "damaged"],
      ["[x]", "damaged"],
      ["", "damaged"],
      ["N".repeat(256), "damaged"],
    ]) {
      const file = await foreignWorkbook({ sheets: { [name]: "<sheetData/>" } });
      expect([name, await outcomeOf(file)]).toEqual([name, outcome]);
    }
  });

  test("a part that two sheets show", async () => {
    const parts = await partsOf(
      await foreignWorkbook({ sheets: { Data: "<sheetData/>", More: "<sheetData/>" } }),
    );
    const links = "xl/_rels/workbook.xml.rels";
    parts.set(links, parts.get(links)!.replace("s1.xml", "S0.xml"));
    expect(await outcomeOf(await packageOf(Object.fromEntries(parts)))).toBe("damaged");
  });

  test("rows of cells that hold nothing, far below the last one that does, are left to the file", async () => {
    const blanks = (last: string) =>
      Array.from({ length: 2000 }, (_, index) => index + 2)
        .map((row) => `<row r="${row}"><c r="A${row}" s="0"/><c r="XFD${row}"></c></row>`)
        .join("") + last;
    const file = (last: string) =>
      sheet(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${blanks(last)}</sheetData>`);
    expect(await outcomeOf(await file(""))).toBe("reads");
    for (const wrong of [
      '<row r="3000"><c r="XFE3000"/></row>',
      '<row r="3000"><c r="A3000"><v>x</v></c></row>',
    ])
      expect([wrong, await outcomeOf(await file(wrong))]).toEqual([wrong, "damaged"]);
  });

  test("a million empty rows take ten times what a tenth takes; what is wrong among them is told all the same", async () => {
    const first = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const rows = (count: number, last = "") =>
      Array.from({ length: count }, (_, index) => `<row r="${index + 2}" spans="1:3"/>`).join("") + last;
    const read = async (count: number) => {
      const file = await sheet(`<sheetData>${first}${rows(count)}</sheetData>`);
      return async () => expect(await outcomeOf(file)).toBe("reads");
    };
    expect(await growth(await read(100_000), await read(1_000_000))).toBeLessThan(40);
    for (const wrong of [
      '<row r="1048577"/>',
      '<row r="3"><c r="A3"><v>x</v></c></row>',
      "<row r=>",
      "<row",
    ]) {
      const file = await sheet(`<sheetData>${first}${rows(2000, wrong)}</sheetData>`);
      expect([wrong, await outcomeOf(file)]).toEqual([wrong, "damaged"]);
    }
  });

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

describe("a part in another encoding", () => {
  const sheetData =
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Ромашка</t></is></c></row></sheetData>';

  /** The workbook with its sheet declared and encoded so. */
  async function encoded(declaration: string, encode: (text: string) => Uint8Array) {
    const parts = await partsOf(await foreignWorkbook({ sheets: { Data: sheetData } }));
    const name = "xl/worksheets/s0.xml";
    return packageOf({ ...Object.fromEntries(parts), [name]: encode(declaration + parts.get(name)!) });
  }
  const declare = (encoding: string) => `<?xml version="1.0" encoding="${encoding}" standalone="yes"?>`;
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const utf16 = (text: string) =>
    new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
  /** Cyrillic letters stand together in both: from 0xC0 in windows-1251, from 0xB0 in ISO 8859-5. */
  const bytewise = (first: number) => (text: string) =>
    Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0x410 + first;
    });

  test.each<[string, string, (text: string) => Uint8Array]>([
    ["UTF-8", declare("UTF-8"), utf8],
    ["UTF-8 that says it is UTF-16", declare("UTF-16"), utf8],
    ["UTF-16 without a mark", declare("UTF-16"), utf16],
    ["UTF-16 without a word", "", utf16],
    ["windows-1251", declare("windows-1251"), bytewise(0xc0)],
    ["ISO-8859-5, in small letters", declare("iso-8859-5"), bytewise(0xb0)],
  ])("is read: %s", async (_, declaration, encode) => {
    const { record, file } = await readWorkbook(await encoded(declaration, encode));
    expect(record.sheets[0].cells).toMatchObject([{ value: "Ромашка" }]);

    const changed = structuredClone(record);
    changed.sheets[0].cells.push({ row: 1, column: 0, value: "Лютик" });
    const written = await readWorkbook(await patchWorkbook(file, record, changed));
    expect(written.record.sheets[0].cells).toMatchObject([{ value: "Ромашка" }, { value: "Лютик" }]);
  });

  test.each<[string, string, (text: string) => Uint8Array]>([
    ["none that is known", declare("klingon-1"), bytewise(0xc0)],
    ["one that its bytes are not", declare("UTF-8"), bytewise(0xc0)],
    ["none, and its bytes are not UTF-8", "", bytewise(0xc0)],
  ])("is damaged, and the part is named: %s", async (_, declaration, encode) => {
    const file = await encoded(declaration, encode);
    await expect(readWorkbook(file)).rejects.toMatchObject({
      kind: "damaged",
      place: "xl/worksheets/s0.xml",
    });
  });

  test("a part that is written only at the end is looked at in the beginning", async () => {
    const parts = await partsOf(await foreignWorkbook({ sheets: { Data: sheetData } }));
    const withPart = (name: string) =>
      packageOf({ ...Object.fromEntries(parts), [name]: utf8(`${declare("klingon-1")}<Properties/>`) });
    await expect(readWorkbook(await withPart("docProps/app.xml"))).rejects.toMatchObject({
      kind: "damaged",
      place: "docProps/app.xml",
    });
    expect(await outcomeOf(await withPart("customXml/item1.xml"))).toBe("reads");
  });
});
