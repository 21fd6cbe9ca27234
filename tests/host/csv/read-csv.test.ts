import { readCsv } from "../../../src/host/csv/read-csv";
import type { CellValue } from "../../../src/host/workbook-record";

const read = (text: string, name = "clients.csv") => readCsv(name, new TextEncoder().encode(text));

/** The cells row by row, blank ones as null. */
function valuesOf(text: string): (CellValue | null)[][] {
  const rows: (CellValue | null)[][] = [];
  for (const { row, column, value } of read(text).sheets[0].cells) {
    (rows[row] ??= [])[column] = value as CellValue;
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null));
}

/** A column below its header, between a column of names and one of notes. */
const column = (fields: string[], separator: string) =>
  valuesOf(
    ["Client", "Value", "Note"].join(separator) +
      "\n" +
      fields.map((field, at) => [`Client ${at}`, `"${field}"`, "n"].join(separator)).join("\n"),
  )
    .slice(1)
    .map((row) => row[1]);

describe("a number", () => {
  test("is what is written plainly", () => {
    expect(column(["1234.5", "-12", "0", "0.25"], ",")).toEqual([1234.5, -12, 0, 0.25]);
    expect(column(["1234,5", "-12", "0", "0,25"], ";")).toEqual([1234.5, -12, 0, 0.25]);
  });

  test.each([
    ["zeros in front, as a code has", ["007", "0015"]],
    ["more digits than a cell shows", ["770123456789", "40702810900000000001"]],
    ["a plus, as a telephone number has", ["+79160000000"]],
    ["a currency, a unit, a percent sign", ["$5", "1.5M", "10%"]],
    ["brackets and trailing signs", ["(120)", "120-"]],
    ["a formula", ["=1+1", "=HYPERLINK(1)"]],
    ["TRUE and FALSE", ["TRUE", "FALSE"]],
  ])("is not %s: that stays text", (_, fields) => {
    expect(column(fields, ";")).toEqual(fields);
  });

  test("that might be thousands stays text, unless another number tells the decimal sign", () => {
    expect(column(["1.234", "5.678"], ";")).toEqual(["1.234", "5.678"]);
    expect(column(["1,234", "5,678"], ";")).toEqual(["1,234", "5,678"]);
    expect(column(["1,234", "5,6"], ";")).toEqual([1.234, 5.6]);
    expect(column(["1.234", "1234.567"], ";")).toEqual([1.234, 1234.567]);
  });

  test("with three decimals is told by the decimal sign of the file's other columns", () => {
    const text = "Клиент;Вес;Сумма\nАстра;1,250;99,50\nБук;12,500;10\n";
    expect(valuesOf(text).slice(1)).toEqual([
      ["Астра", 1.25, 99.5],
      ["Бук", 12.5, 10],
    ]);
  });

  test("with a fraction stays text where the column is written in two ways, for the reader to judge as a whole", () => {
    expect(column(["950,00", "900.090,00"], ";")).toEqual(["950,00", "900.090,00"]);
    expect(column(["999,5", "1 234,5", "12"], ";")).toEqual(["999,5", "1 234,5", 12]);
    expect(column(["1.5", "2,5"], ";")).toEqual(["1.5", "2,5"]);
  });

  test("stands beside dashes and words in its column", () => {
    expect(column(["1234,5", "-", "нет", ""], ";")).toEqual([1234.5, "-", "нет", null]);
  });

  test("may have blanks around it, and the blanks of a name stay", () => {
    expect(valuesOf("Client, Sales\n  Aster, 120\nBirch , 90.5\n")).toEqual([
      ["Client", " Sales"],
      ["  Aster", 120],
      ["Birch ", 90.5],
    ]);
  });
});

describe("a day", () => {
  const formatOf = (text: string, index: number) => read(text).sheets[0].columns[index].format?.numberFormat;

  test("is a column of ISO days", () => {
    expect(column(["2024-12-31", "2024-01-01"], ",")).toEqual([45657, 45292]);
    expect(formatOf("Client,Day\nAster,2024-12-31\n", 1)).toBe("yyyy-mm-dd");
  });

  test("is a column of days with dots, with a time of day too", () => {
    expect(column(["31.12.2024", "1.2.2024"], ";")).toEqual([45657, 45323]);
    expect(column(["31.12.2024 0:00:00", "01.01.2024 12:00"], ";")).toEqual([45657, 45292.5]);
    expect(formatOf("Клиент;Дата\nАстра;31.12.2024\n", 1)).toBe("dd.mm.yyyy");
    expect(formatOf("Клиент;Дата\nАстра;31.12.2024 12:00:00\n", 1)).toBe("dd.mm.yyyy hh:mm");
  });

  test.each([
    ["the column is not days throughout", ["31.12.2024", "soon"]],
    ["the column is written in two ways", ["31.12.2024", "2024-12-31"]],
    ["there is no such day", ["31.12.2024", "30.02.2024"]],
    ["day and month could change places", ["12/31/2024", "01/02/2024"]],
    ["it is a month", ["2024-01", "01.2024"]],
    ["Excel counts it otherwise", ["1900-02-01"]],
  ])("is none where %s: that stays text", (_, fields) => {
    expect(column(fields, ";")).toEqual(fields);
  });
});

describe("the header", () => {
  test("stays as it is written, days, months and numbers too", () => {
    const text = "Клиент;01.2024;31.01.2024;2024;01\nАстра;1,5;2,5;3,5;4\nБук;1,5;2,5;3,5;4\n";
    expect(valuesOf(text)).toEqual([
      ["Клиент", "01.2024", "31.01.2024", "2024", "01"],
      ["Астра", 1.5, 2.5, 3.5, 4],
      ["Бук", 1.5, 2.5, 3.5, 4],
    ]);
  });

  test("is found under titles", () => {
    const text = "Sales;2024\n\nClient;Jan;Feb\nAster;1,5;2,5\n";
    expect(valuesOf(text)).toEqual([["Sales", "2024"], [], ["Client", "Jan", "Feb"], ["Aster", 1.5, 2.5]]);
  });
});

describe("the workbook", () => {
  test.each([
    ["clients.csv", "clients"],
    ["Отчёт [январь]: 2025.csv", "Отчёт январь 2025"],
    ["/lists/'north'.tsv", "north"],
    ["a name that is longer than a sheet's may be.csv", "a name that is longer than a sh"],
    ["History.csv", "Sheet1"],
    [".csv", "Sheet1"],
  ])("of %s has one sheet called %j", (file, name) => {
    expect(read("Client;Sales\nAster;1\n", file).sheets.map((sheet) => sheet.name)).toEqual([name]);
  });

  test("holds nothing where a field is empty, and no rows of blanks at the end", () => {
    const { cells } = read("Client;Sales;Note\nAster;;x\n;;\n \n").sheets[0];
    expect(cells.map(({ row, column: at }) => [row, at])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 2],
    ]);
  });

  test("keeps a text that begins with = as a text that was typed so", () => {
    expect(read("Client;Sales\n=1+1;5\n").sheets[0].cells[2]).toEqual({
      row: 1,
      column: 0,
      value: "=1+1",
      quotePrefix: true,
    });
  });

  test("is refused in one word where there is none", () => {
    const kindOf = (text: string) => {
      try {
        return read(text).sheets.length;
      } catch (error) {
        return (error as { kind: string }).kind;
      }
    };
    expect(kindOf("")).toBe("emptyText");
    expect(kindOf("\ufeff \r\n")).toBe("emptyText");
    expect(kindOf("only\none\ncolumn\n")).toBe("noColumns");
    expect(kindOf(`${"a;b\n".repeat(9)}\u0000`)).toBe("notText");
    expect(kindOf("a;b\n".repeat(1_048_577))).toBe("tooLong");
    expect(kindOf("a;b\n".repeat(1_048_576))).toBe(1);
  });

  test("with a text that no cell can hold names the cell, and does not cut it", () => {
    const list = (length: number) => `Client;Sales\nA;5\n${"x".repeat(length)};7\n`;
    expect(read(list(32_767)).sheets[0].cells[4].value).toHaveLength(32_767);
    expect(() => read(list(32_768))).toThrow(
      expect.objectContaining({ kind: "longText", place: "A3" }) as Error,
    );
  });
});
