import { sheetOf } from "../../../workbook-records";
import { useWorksheet, type WorksheetInUse } from "../worksheet-in-use";

let sheet: WorksheetInUse;

beforeEach(async () => {
  sheet = await useWorksheet([
    sheetOf("Data", [
      ["Client", "Sales"],
      ["Aster", 1200],
    ]),
  ]);
});
afterEach(() => sheet.stop());

const record = () => sheet.excel.host.workbook.$toRecord().sheets[0];
const formatAt = (row: number, column: number) =>
  record().cells.find((cell) => cell.row === row && cell.column === column)?.format;

describe("formats of cells", () => {
  test("are kept as they were set, and only on the cells that were named", async () => {
    await sheet.run((target) => {
      const { format } = target.getRange("A1:B1");
      format.fill.color = "#0B6E6E";
      format.font.color = "white";
      format.font.bold = true;
      format.font.size = 12;
      format.horizontalAlignment = "Center";
      format.verticalAlignment = "Top";
      format.wrapText = true;
      format.borders.getItem("EdgeBottom").style = "Continuous";
      format.borders.getItem("EdgeBottom").color = "#999999";
      target.getRange("B2").numberFormat = [["#,##0"]];
      target.getRange("B2").format.indentLevel = 1;
      target.getRange("A2").format.protection.locked = false;
    });
    expect(formatAt(0, 0)).toEqual({
      font: { size: 12, bold: true, color: "#FFFFFF" },
      fill: "#0B6E6E",
      borders: { bottom: { style: "Thin", color: "#999999" } },
      horizontal: "Center",
      vertical: "Top",
      wrapText: true,
    });
    expect(formatAt(0, 1)).toEqual(formatAt(0, 0));
    expect(formatAt(1, 0)).toEqual({ locked: false });
    expect(formatAt(1, 1)).toEqual({ numberFormat: "#,##0", horizontal: "Left", indent: 1 });
  });

  test("that differ between the cells read null", async () => {
    const seen = await sheet.run(async (target, context) => {
      target.getRange("A1").format.font.bold = true;
      const { font, fill } = target.getRange("A1:B1").format;
      font.load("bold,size,color,name");
      fill.load("color");
      await context.sync();
      return [font.bold, font.size, font.color, font.name, fill.color];
    });
    expect(seen).toEqual([null, 11, "#000000", "Calibri", "#FFFFFF"]);
  });

  test("go with clear, contents staying or going as asked", async () => {
    await sheet.run((target) => {
      target.getRange("A1:B2").format.font.bold = true;
      target.getRange("A1").clear("Formats");
      target.getRange("B1").clear("Contents");
      target.getRange("A2").clear();
    });
    expect([formatAt(0, 0), formatAt(0, 1), formatAt(1, 0)]).toEqual([
      undefined,
      { font: { bold: true } },
      undefined,
    ]);
    expect(await sheet.values("A1:B2")).toEqual([
      ["Client", ""],
      ["", 1200],
    ]);
  });

  test("of whole columns hold for cells that come later, and cost nothing", async () => {
    await sheet.run((target) => {
      target.getRange("B:B").numberFormat = "0.0" as unknown as string[][];
      target.getRange("B:B").format.font.italic = true;
      target.getRange("B1").format.font.italic = false;
      target.getRange("B9").values = [[5]];
    });
    expect(record().columns).toEqual([{ index: 1, format: { numberFormat: "0.0", font: { italic: true } } }]);
    const italic = await sheet.run(async (target, context) => {
      const fonts = ["B1", "B2", "B9", "B1000000", "C1"].map((address) =>
        target.getRange(address).format.font.load("italic"),
      );
      await context.sync();
      return fonts.map((font) => font.italic);
    });
    expect(italic).toEqual([false, true, true, true, false]);
    expect(await sheet.read("B9", "text")).toEqual([["5.0"]]);
    expect(record().cells).toHaveLength(5);
  });

  test("inside lines stand between the cells of a block", async () => {
    await sheet.run((target) => {
      const inside = target.getRange("D1:E2").format.borders.getItem("InsideHorizontal");
      inside.style = "Continuous";
      inside.weight = "Medium";
      inside.color = "#CCCCCC";
    });
    const line = { style: "Medium", color: "#CCCCCC" };
    expect([formatAt(0, 3), formatAt(1, 4)]).toEqual([
      { borders: { bottom: line } },
      { borders: { top: line } },
    ]);
    await sheet.run((target) => {
      target.getRange("D1:E2").format.borders.getItem("InsideHorizontal").style = "None";
    });
    expect(formatAt(0, 3)).toBeUndefined();
  });

  test.each<[string, (target: Excel.Worksheet) => unknown]>([
    ["a colour that is none", (target) => (target.getRange("A1").format.fill.color = "blueish")],
    ["a number format that is none", (target) => (target.getRange("A1").numberFormat = [["[red"]])],
    ["a font of no size", (target) => (target.getRange("A1").format.font.size = 0)],
    [
      "an unknown alignment",
      (target) => (target.getRange("A1").format.horizontalAlignment = "Middle" as never),
    ],
    ["a column of 2,000 points", (target) => (target.getRange("A:A").format.columnWidth = 2000)],
    ["a row of 500 points", (target) => (target.getRange("1:1").format.rowHeight = 500)],
  ])("refuse %s", async (_what, change) => {
    expect(await sheet.refusal(change)).toBe("InvalidArgument");
  });
});

describe("widths and heights", () => {
  test("are points; null where they differ", async () => {
    const seen = await sheet.run(async (target, context) => {
      target.getRange("B:B").format.columnWidth = 120;
      target.getRange("2:2").format.rowHeight = 30;
      const formats = ["A1", "B2", "A1:B2"].map((address) =>
        target.getRange(address).format.load("columnWidth,rowHeight"),
      );
      await context.sync();
      return formats.map(({ columnWidth, rowHeight }) => [columnWidth, rowHeight]);
    });
    expect(seen).toEqual([
      [48, 15],
      [120, 30],
      [null, null],
    ]);
    expect(record()).toMatchObject({ columns: [{ index: 1, width: 120 }], rows: [{ index: 1, height: 30 }] });
  });

  test("rows grow with their font and their wrapped text, unless they were given a height", async () => {
    const heights = await sheet.run(async (target, context) => {
      target.getRange("A1").format.font.size = 20;
      target.getRange("A2").format.wrapText = true;
      target.getRange("A2").values = [["A sentence that needs several lines in a narrow column"]];
      target.getRange("A3").format.font.size = 20;
      target.getRange("A3").format.rowHeight = 15;
      const rows = ["1:1", "2:2", "3:3", "4:4"].map((address) =>
        target.getRange(address).format.load("rowHeight"),
      );
      await context.sync();
      return rows.map(({ rowHeight }) => rowHeight);
    });
    expect(heights[0]).toBe(26.25);
    expect(heights[1]).toBeGreaterThanOrEqual(60);
    expect(heights.slice(2)).toEqual([15, 15]);
    expect(record().rows).toEqual([{ index: 2, height: 15 }]);
  });

  test("autofit gives a column the width of its longest text, of its own range only", async () => {
    const widths = await sheet.run(async (target, context) => {
      target.getRange("A1:A3").values = [
        ["A title that runs over everything else on the sheet"],
        ["Aster"],
        ["Birch & Sons"],
      ];
      target.getRange("A2:A3").format.autofitColumns();
      const narrow = target.getRange("A1").format.load("columnWidth");
      await context.sync();
      target.getRange("A1:A3").format.autofitColumns();
      const wide = target.getRange("A1").format.load("columnWidth");
      await context.sync();
      return [narrow.columnWidth, wide.columnWidth];
    });
    expect(widths[0]).toBeGreaterThan(50);
    expect(widths[0]).toBeLessThan(90);
    expect(widths[1]).toBeGreaterThan(200);
  });

  test("rows and columns are hidden and shown", async () => {
    const seen = await sheet.run(async (target, context) => {
      target.getRange("2:3").rowHidden = true;
      target.getRange("B:B").columnHidden = true;
      const range = target.getRange("A1:B3").load("rowHidden,columnHidden,hidden");
      const inside = target.getRange("A2").load("hidden");
      await context.sync();
      return [range.rowHidden, range.columnHidden, range.hidden, inside.hidden];
    });
    expect(seen).toEqual([null, null, null, true]);
    expect(record()).toMatchObject({
      rows: [
        { index: 1, hidden: true },
        { index: 2, hidden: true },
      ],
      columns: [{ index: 1, hidden: true }],
    });
    await sheet.run((target) => {
      target.getRange("1:9").rowHidden = false;
    });
    expect(record().rows).toEqual([]);
  });

  test("hidden rows and columns have no size, and not the standard one; a standard width shows them", async () => {
    const sizes = await sheet.run(async (target, context) => {
      target.getRange("C2").format.columnWidth = 77;
      target.getRange("C:D").columnHidden = true;
      target.getRange("3:3").rowHidden = true;
      const formats = ["C2", "D2", "E2", "A3"].map((address) =>
        target.getRange(address).format.load("columnWidth,useStandardWidth,rowHeight"),
      );
      await context.sync();
      target.getRange("D1").format.useStandardWidth = true;
      return formats.map(({ columnWidth, useStandardWidth, rowHeight }) => [
        columnWidth,
        useStandardWidth,
        rowHeight,
      ]);
    });
    expect(sizes).toEqual([
      [0, false, 15],
      [0, false, 15],
      [48, true, 15],
      [48, true, 0],
    ]);
    expect(record().columns).toEqual([{ index: 2, width: 77, hidden: true }]);
  });
});

describe("print set-up", () => {
  test("is kept whole", async () => {
    await sheet.run((target) => {
      const layout = target.pageLayout;
      layout.orientation = "Landscape";
      layout.paperSize = "A4";
      layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      layout.centerHorizontally = true;
      layout.setPrintMargins("Centimeters", { left: 1.27, right: 1.27 });
      layout.topMargin = 36;
      layout.setPrintArea("A1:B40");
      layout.setPrintTitleRows("$1:$2");
      layout.headersFooters.defaultForAllPages.rightFooter = "&P / &N";
      target.horizontalPageBreaks.add("A20");
    });
    expect(record().page).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      fitToWidth: 1,
      scale: null,
      centerHorizontally: true,
      margins: { left: 36, right: 36, top: 36, bottom: 54 },
      printArea: { row: 0, column: 0, rows: 40, columns: 2 },
      titleRows: { first: 0, last: 1 },
      footer: { left: "", center: "", right: "&P / &N" },
      rowBreaks: [19],
    });
  });

  test("follows the rows of the sheet", async () => {
    await sheet.run((target) => {
      target.pageLayout.setPrintArea("A1:B40");
      target.pageLayout.setPrintTitleRows("$2:$3");
      target.horizontalPageBreaks.add("A20");
      target.getRange("2:2").insert("Down");
    });
    expect(record().page).toMatchObject({
      printArea: { row: 0, rows: 41 },
      titleRows: { first: 2, last: 3 },
      rowBreaks: [20],
    });
  });

  test("has either a scale or pages to fit", async () => {
    expect(
      await sheet.refusal((target) => (target.pageLayout.zoom = { scale: 90, horizontalFitToPages: 1 })),
    ).toBe("InvalidArgument");
    expect(await sheet.refusal((target) => (target.pageLayout.zoom = { scale: 9 }))).toBe("InvalidArgument");
  });
});
