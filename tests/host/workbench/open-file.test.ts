import { readFileSync } from "node:fs";
import path from "node:path";
import { openFile, UnreadableWorkbook } from "../../../src/host/workbench/open-file";
import { writeWorkbook } from "../../../src/host/xlsx";
import { sheetOf, workbookOf } from "../../workbook-records";

const fixture = (name: string) => readFileSync(path.join(__dirname, "../../fixtures", name));
const problemOf = async (name: string, bytes: Uint8Array, language: "en" | "ru") => {
  const error = await openFile(name, bytes, language).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnreadableWorkbook);
  return (error as UnreadableWorkbook).message;
};

describe("opening a file in the workbench", () => {
  test("gives the workbook under the file's name", async () => {
    const bytes = await writeWorkbook(workbookOf([sheetOf("Clients", [["Client", "Sales"]])]));
    const opened = await openFile("clients.xlsx", bytes, "en");
    expect(opened.name).toBe("clients.xlsx");
    expect(opened.record.sheets.map(({ name }) => name)).toEqual(["Clients"]);
    expect(opened.file).not.toBeNull();
  });

  test.each([
    ["a password", "password-protected.xlsx", "password", "паролем"],
    ["the old format", "old-format.xls", ".xls format", "старого формата"],
  ])("a file with %s is refused with what to do about it, in both languages", async (_, file, en, ru) => {
    expect(await problemOf(file, fixture(file), "en")).toMatch(en);
    expect(await problemOf(file, fixture(file), "ru")).toMatch(ru);
  });

  test("what is no workbook is called by its name, not by the library's error", async () => {
    const text = new TextEncoder().encode("Client;Sales\nAster;120\n");
    expect(await problemOf("clients.xlsx", text, "en")).toBe(
      "clients.xlsx is not an Excel workbook (.xlsx). If Excel opens it, save it there as .xlsx and open the new file.",
    );
  });

  test("a text file with a list gives a workbook of one sheet under the file's name", async () => {
    const text = new TextEncoder().encode("Клиент;Сумма\nАстра;120,5\n");
    const { name, record } = await openFile("Клиенты.CSV", text, "ru");
    expect(name).toBe("Клиенты.CSV");
    expect(record.sheets.map((sheet) => sheet.name)).toEqual(["Клиенты"]);
    expect(record.sheets[0].cells.map(({ value }) => value)).toEqual(["Клиент", "Сумма", "Астра", 120.5]);
  });

  test("a workbook that is called .csv is read as the workbook that it is", async () => {
    const bytes = await writeWorkbook(workbookOf([sheetOf("Clients", [["Client", "Sales"]])]));
    expect((await openFile("clients.csv", bytes, "en")).record.sheets[0].name).toBe("Clients");
    expect(await problemOf("clients.csv", fixture("old-format.xls"), "en")).toMatch(".xls format");
  });

  test.each([
    ["one column", "Client\nAster\nBirch\n", "only one column", "только один столбец"],
    ["nothing", " \n", "is empty", "пуст"],
    ["no text", "\u0001\u0000\u0002", "not a text file", "не текстовый файл"],
  ])("a text file with %s is refused in one line, in both languages", async (_, text, en, ru) => {
    const bytes = new TextEncoder().encode(text);
    expect(await problemOf("clients.csv", bytes, "en")).toMatch(en);
    expect(await problemOf("clients.csv", bytes, "ru")).toMatch(ru);
  });

  test("a workbook that was cut off is damaged", async () => {
    const bytes = await writeWorkbook(workbookOf([sheetOf("Clients", [["Client", "Sales"]])]));
    const message = await problemOf("half.xlsx", bytes.slice(0, bytes.length / 2), "ru");
    expect(message).toBe(
      "Файл half.xlsx повреждён и не открывается. Если Excel сможет его восстановить, сохраните и откройте восстановленную книгу.",
    );
  });
});
