import { HostError } from "../../../../src/host/model/host-error";
import { entryText, typeEntry } from "../../../../src/host/model/sheet/typed-entry";
import { openWorkbook, type Workbook } from "../../../../src/host/model/workbook";
import type { SheetRecord, TableRecord } from "../../../../src/host/workbook-record";
import { sheetOf, sheetWithTable, workbookOf } from "../../../workbook-records";

const workbooks: Workbook[] = [];
afterEach(() => workbooks.splice(0).forEach((workbook) => workbook.$dispose()));

async function opened(sheet: SheetRecord, locale = "en-US") {
  const workbook = await openWorkbook(workbookOf([sheet]), { locale });
  workbooks.push(workbook);
  const [state] = workbook.$state.sheets;
  return {
    state,
    table: (): TableRecord => state.tables[0],
    type: (row: number, column: number, text: string) => typeEntry(state, row, column, text),
    value: (row: number, column: number) => state.cells.value(row, column),
    formula: (row: number, column: number) =>
      state.cells.formulaTexts({ row, column, rows: 1, columns: 1 })[0][0],
    format: (row: number, column: number) => state.formats.at(row, column).numberFormat,
    text: (row: number, column: number) => entryText(state, row, column),
  };
}

const sales = () =>
  sheetWithTable("Clients", "Sales", [
    ["Client", "Amount"],
    ["Aster", 10],
    ["Birch", 30],
  ]);

describe("typeEntry reads", () => {
  it("numbers, percentages, dates, formulas and text as Excel does", async () => {
    const { type, value, format, formula } = await opened(sheetOf("S", []));
    type(0, 0, "1,234.5");
    type(1, 0, "12%");
    type(2, 0, "=1+2");
    type(3, 0, "'007");
    type(4, 0, "Aster & Co");
    expect([0, 1, 3, 4].map((row) => value(row, 0))).toEqual([1234.5, 0.12, "007", "Aster & Co"]);
    expect(format(1, 0)).toBe("0%");
    expect(formula(2, 0)).toBe("=1+2");
  });

  it("the dress of a Russian workbook: decimal commas, spaces in thousands, dates with points, semicolons", async () => {
    const { type, value, format, formula } = await opened(sheetOf("S", []), "ru-RU");
    ["1,5", "1 234,5", "12,5%", "31.12.2025", "ИСТИНА"].forEach((text, row) => type(row, 0, text));
    expect([0, 1, 2, 3, 4].map((row) => value(row, 0))).toEqual([1.5, 1234.5, 0.125, 46022, true]);
    expect(format(3, 0)).toBe("dd.mm.yyyy");
    type(5, 0, '=IF(A1>1,5;"да; нет";ROUND(2,25;1))');
    expect(formula(5, 0)).toBe('=IF(A1>1.5,"да; нет",ROUND(2.25,1))');
    type(6, 0, "=SUM(A1,A2)");
    expect(formula(6, 0)).toBe("=SUM(A1,A2)");
    type(7, 0, "31.02.2025");
    expect(value(7, 0)).toBe("31.02.2025");
  });
});

describe("entryText gives back what can be typed again", () => {
  it.each([
    ["en-US", ["0.125", "12.5%", "1/31/2025", "'007", "=A1*2", "TRUE", "plain"]],
    ["ru-RU", ["0,125", "12,5%", "31.01.2025", "'007", "=A1*2", "TRUE", "текст"]],
  ])("in %s", async (locale, texts) => {
    const { type, text } = await opened(sheetOf("S", []), locale);
    texts.forEach((each, row) => type(row, 0, each));
    expect(texts.map((_, row) => text(row, 0))).toEqual(texts);
  });
});

describe("a table in which one types", () => {
  it("grows by a row typed right below it", async () => {
    const { type, table } = await opened(sales());
    type(3, 0, "Cedar");
    expect(table().area).toEqual({ row: 0, column: 0, rows: 4, columns: 2 });
  });

  it("grows by a column typed right beside it, named by its header", async () => {
    const { type, table } = await opened(sales());
    type(0, 2, "Profit");
    expect(table().area.columns).toBe(3);
    expect(table().columns.map(({ name }) => name)).toEqual(["Client", "Amount", "Profit"]);
  });

  it("does not grow over cells that hold something, or below its totals row", async () => {
    const filled = await opened({
      ...sales(),
      cells: [...sales().cells, { row: 3, column: 1, value: "Sum" }],
    });
    filled.type(3, 0, "Cedar");
    expect(filled.table().area.rows).toBe(3);
    const totals = await opened({ ...sales(), tables: [{ ...sales().tables[0], showTotals: true }] });
    totals.type(3, 0, "Cedar");
    expect(totals.table().area.rows).toBe(3);
  });

  it("does not grow two rows away", async () => {
    const { type, table } = await opened(sales());
    type(4, 0, "Cedar");
    expect(table().area.rows).toBe(3);
  });

  it("gives a new row the formats and the formulas of its columns", async () => {
    const sheet = sheetWithTable("Clients", "Sales", [
      ["Client", "Amount", "Double"],
      ["Aster", 10, "=[@Amount]*2"],
      ["Birch", 30, "=[@Amount]*2"],
    ]);
    sheet.cells.forEach((cell) => {
      if (cell.row > 0 && cell.column === 1) cell.format = { numberFormat: "#,##0" };
    });
    const { type, formula, format } = await opened(sheet);
    type(3, 0, "Cedar");
    expect(formula(3, 2)).toBe("=[@Amount]*2");
    expect(format(3, 1)).toBe("#,##0");
  });

  it("fills a blank column with the formula that is typed into one of its cells, in each row's own terms", async () => {
    const { type, formula, table } = await opened(sales());
    type(1, 2, "=B2*2");
    expect(table().area.columns).toBe(3);
    expect(formula(2, 2)).toBe("=B3*2");
  });
});

it("what a protected sheet refuses is not written", async () => {
  const sheet = sales();
  sheet.protection = { options: {}, hasPassword: false };
  const { type, value } = await opened(sheet);
  expect(() => type(1, 0, "Other")).toThrow(HostError);
  expect(value(1, 0)).toBe("Aster");
});
