import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook, WorkbookFileError, writeWorkbook } from "../../../../src/host/xlsx";
import { foreignWorkbook, packageOf } from "../package-of";
import { sheetRecord, workbookRecord } from "../records";

const fixture = (name: string) => new Uint8Array(readFileSync(join(__dirname, "../../../fixtures", name)));

async function problemOf(bytes: Uint8Array): Promise<string> {
  try {
    await readWorkbook(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(WorkbookFileError);
    return (error as WorkbookFileError).kind;
  }
  return "none";
}

const text = (content: string) => new TextEncoder().encode(content);

test("a file without a byte is empty, and so is a workbook without a worksheet", async () => {
  expect(await problemOf(new Uint8Array())).toBe("empty");
  expect(await problemOf(await foreignWorkbook({ sheets: {} }))).toBe("empty");
});

test("texts, pictures and archives of something else are no workbooks", async () => {
  expect(await problemOf(text("Client;Sales\nAster;1"))).toBe("notAWorkbook");
  expect(await problemOf(text("<html><table></table></html>"))).toBe("notAWorkbook");
  expect(
    await problemOf(
      await packageOf({
        "content.xml": "<office/>",
        mimetype: "application/vnd.oasis.opendocument.spreadsheet",
      }),
    ),
  ).toBe("notAWorkbook");
});

test("a file with a password is told from a workbook of Excel 97-2003: both are compound files", async () => {
  expect(await problemOf(fixture("password-protected.xlsx"))).toBe("encrypted");
  expect(await problemOf(fixture("old-format.xls"))).toBe("oldFormat");
});

test("a torn file and a file with torn XML are damaged", async () => {
  const whole = await writeWorkbook(
    workbookRecord([sheetRecord({ cells: [{ row: 0, column: 0, value: "x" }] })]),
  );
  expect(await problemOf(whole)).toBe("none");
  expect(await problemOf(whole.slice(0, whole.length / 2))).toBe("damaged");
  expect(
    await problemOf(await foreignWorkbook({ sheets: { Data: "<sheetData><row r='1'><c r='A1'>" } })),
  ).toBe("damaged");
  expect(
    await problemOf(
      await foreignWorkbook({ sheets: { Data: "<sheetData/>" }, parts: { "xl/styles.xml": "<styleSheet>" } }),
    ),
  ).toBe("damaged");
});

test("a workbook whose cells are kept in binary parts (.xlsb) is called one", async () => {
  const bytes = await foreignWorkbook({
    sheets: {},
    parts: {
      "_rels/.rels":
        '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    },
  });
  expect(await problemOf(bytes)).toBe("binaryFormat");
});
