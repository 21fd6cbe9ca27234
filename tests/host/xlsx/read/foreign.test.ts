import type { CellRecord } from "../../../../src/host/workbook-record";
import { readWorkbook } from "../../../../src/host/xlsx";
import { type ForeignWorkbook, foreignWorkbook, linksOf } from "../package-of";
import { withoutFile } from "../records";

async function read(workbook: ForeignWorkbook) {
  const { record } = await readWorkbook(await foreignWorkbook(workbook));
  return { record: withoutFile(record) };
}

/** Cells of the first sheet by address. */
async function cellsOf(workbook: ForeignWorkbook): Promise<Record<string, Partial<CellRecord>>> {
  const { record } = await read(workbook);
  const entries = record.sheets[0].cells.map(({ row, column, ...cell }) => [
    String.fromCharCode(65 + column) + (row + 1),
    cell,
  ]);
  return Object.fromEntries(entries) as Record<string, Partial<CellRecord>>;
}

const dates = '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="4"/><xf numFmtId="46"/></cellXfs>';

describe("values", () => {
  test("texts: shared, rich, inline, of formulas; phonetic hints are no part of them", async () => {
    const cells = await cellsOf({
      strings:
        "<si><t>Aster</t></si><si><r><t>Bir</t></r><r><rPr><b/></rPr><t>ch</t></r></si>" +
        "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si><si><t>line_x000D_\nbreak</t></si><si/>",
      sheets: {
        Data:
          '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
          '<c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>' +
          '<c r="G1" t="str"><f>A1&amp;"!"</f><v>Aster!</v></c></row></sheetData>',
      },
    });
    expect(cells).toEqual({
      A1: { value: "Aster" },
      B1: { value: "Birch" },
      C1: { value: "東京" },
      D1: { value: "line\r\nbreak" },
      E1: { value: "" },
      F1: { value: "inline" },
      G1: { value: "Aster!", formula: '=A1&"!"' },
    });
  });

  test("cells and rows that do not say where they are stand next to each other", async () => {
    const cells = await cellsOf({
      sheets: {
        Data: "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='C5'><v>3</v></c><c><v>4</v></c></row></sheetData>",
      },
    });
    expect(cells).toEqual({ A1: { value: 1 }, B1: { value: 2 }, C5: { value: 3 }, D5: { value: 4 } });
  });

  test("dates are serial numbers; those of the 1904 system are moved to the ordinary one, lengths of time are not", async () => {
    const sheets = {
      Data:
        '<sheetData><row r="1"><c r="A1" s="1"><v>43830.25</v></c><c r="B1" s="2"><v>43830.25</v></c><c r="C1" s="3"><v>1.5</v></c>' +
        '<c r="D1" t="d" s="1"><v>2024-01-01T12:00:00</v></c></row></sheetData>',
    };
    const ordinary = await cellsOf({ styles: dates, sheets });
    expect([ordinary.A1.value, ordinary.B1.value, ordinary.C1.value, ordinary.D1.value]).toEqual([
      43830.25, 43830.25, 1.5, 45292.5,
    ]);
    const old = await cellsOf({ styles: dates, properties: '<workbookPr date1904="1"/>', sheets });
    expect([old.A1.value, old.B1.value, old.C1.value, old.D1.value]).toEqual([
      45292.25, 43830.25, 1.5, 45292.5,
    ]);
    expect(old.A1.format).toEqual({ numberFormat: "m/d/yyyy" });
  });

  test("booleans, errors, blanks with and without a format", async () => {
    const cells = await cellsOf({
      styles: dates,
      sheets: {
        Data: '<sheetData><row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1"/><c r="D1" s="2"/><c r="E1"><v></v></c></row></sheetData>',
      },
    });
    expect(cells).toEqual({
      A1: { value: true },
      B1: { value: { error: "#N/A" } },
      D1: { format: { numberFormat: "#,##0.00" } },
    });
  });

  test("elements with a namespace prefix are the same elements", async () => {
    const { record } = await readWorkbook(
      await foreignWorkbook({
        sheets: { Data: "" },
        parts: {
          "xl/worksheets/s0.xml":
            '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cols><x:col min="1" max="1" width="20.7109375" customWidth="1"/></x:cols>' +
            '<x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>',
        },
      }),
    );
    expect(record.sheets[0]).toMatchObject({
      cells: [{ row: 0, column: 0, value: 7 }],
      columns: [{ index: 0, width: 108.75 }],
      merges: [{ row: 0, column: 0, rows: 2, columns: 2 }],
    });
  });
});

describe("formulas", () => {
  test("shared ones move with their cells, and end in #REF! beyond the sheet", async () => {
    const cells = await cellsOf({
      sheets: {
        Data:
          '<sheetData><row r="2"><c r="C2"><f t="shared" ref="C2:D4" si="0">SUM($A2:B$1)+LOG10(A1)&amp;"A1"+\'My A1\'!B2</f><v>1</v></c><c r="D2"><f t="shared" si="0"/><v>2</v></c></row>' +
          '<row r="3"><c r="C3"><f t="shared" si="0"/></c></row><row r="4"><c r="A4"><f t="shared" si="0"/></c></row></sheetData>',
      },
    });
    expect(cells.D2).toEqual({ value: 2, formula: `=SUM($A2:C$1)+LOG10(B1)&"A1"+'My A1'!C2` });
    expect(cells.C3.formula).toBe(`=SUM($A3:B$1)+LOG10(A2)&"A1"+'My A1'!B3`);
    expect(cells.A4.formula).toBe(`=SUM(#REF!)+LOG10(#REF!)&"A1"+'My A1'!#REF!`);
  });

  test("arrays know where they spill to, and spilled values say so", async () => {
    const cells = await cellsOf({
      sheets: {
        Data:
          '<sheetData><row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xlfn._xlws.SORT(_xlfn.ANCHORARRAY(C1))</f><v>1</v></c></row>' +
          '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="array" ref="B2">SUM(A1:A2*2)</f><v>6</v></c></row></sheetData>',
      },
    });
    expect(cells).toEqual({
      A1: { value: 1, formula: "=SORT(C1#)", spill: { row: 0, column: 0, rows: 2, columns: 1 } },
      A2: { value: 2, spilled: true },
      B2: { value: 6, formula: "=SUM(A1:A2*2)", spill: { row: 1, column: 1, rows: 1, columns: 1 } },
    });
  });

  test("a formula of another workbook is its value", async () => {
    const { record } = await read({
      sheets: {
        Data: '<sheetData><row r="1"><c r="A1"><f>[1]Prices!B2*2</f><v>8</v></c><c r="B1"><f>\'[1]My prices\'!B2</f><v>9</v></c></row></sheetData>',
      },
      workbookLinks: { ext: ["externalLink", "externalLinks/externalLink1.xml"] },
      definedNames:
        "<definedNames><definedName name='Prices'>[1]Prices!$A$1</definedName><definedName name='Own'>Data!$A$1</definedName></definedNames>",
    });
    expect(record.sheets[0].cells).toEqual([
      { row: 0, column: 0, value: 8 },
      { row: 0, column: 1, value: 9 },
    ]);
    expect(record.names.map(({ name }) => name)).toEqual(["Own"]);
  });
});

describe("sheets", () => {
  test("formats: theme colours with tints, palette, own number formats, alignment", async () => {
    const cells = await cellsOf({
      styles:
        '<numFmts><numFmt numFmtId="170" formatCode="0.0&quot; kg&quot;"/></numFmts>' +
        '<fonts><font><sz val="11"/><color theme="1"/><name val="Calibri"/></font><font><b/><sz val="10"/><color theme="0" tint="-0.499984740745262"/><name val="Arial"/></font></fonts>' +
        '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.79998168889431442"/></patternFill></fill>' +
        '<fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills><borders><border/></borders>' +
        '<cellXfs><xf/><xf numFmtId="170" fontId="1" fillId="2"><alignment horizontal="center" vertical="top" textRotation="135"/></xf><xf fillId="3"><protection locked="0"/></xf></cellXfs>',
      sheets: {
        Data: '<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>2</v></c></row></sheetData>',
      },
    });
    expect(cells.A1.format).toEqual({
      numberFormat: '0.0" kg"',
      font: { name: "Arial", size: 10, bold: true, color: "#808080" },
      fill: "#DAE3F3",
      horizontal: "Center",
      vertical: "Top",
      textRotation: -45,
    });
    expect(cells.B1.format).toEqual({ fill: "#FFFF00", locked: false });
  });

  test("the signs of levels: indent and bold of the cells are kept, levels of an outline are not in the record", async () => {
    const { record } = await read({
      styles:
        '<fonts><font/><font><b/></font></fonts><cellXfs><xf/><xf fontId="1" applyFont="1"/>' +
        '<xf applyAlignment="1"><alignment horizontal="left" indent="2"/></xf><xf><alignment indent="1"/></xf></cellXfs>',
      sheets: {
        Data:
          '<sheetFormatPr defaultRowHeight="15" outlineLevelRow="1"/><sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row>' +
          '<row r="2" outlineLevel="1"><c r="A2" s="2"><v>2</v></c></row><row r="3" outlineLevel="1"><c r="A3" s="3"><v>3</v></c></row></sheetData>',
      },
    });
    expect(record.sheets[0].cells.map(({ format }) => format)).toEqual([
      { font: { bold: true } },
      { horizontal: "Left", indent: 2 },
      { indent: 1 },
    ]);
    expect(record.sheets[0].rows).toEqual([]);
  });

  test("a filter counts as active only with a criterion; the rows that it hides are hidden rows", async () => {
    const sheet = (criterion: string) =>
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData>' +
      `<autoFilter ref="A1:A2"><filterColumn colId="0">${criterion}</filterColumn></autoFilter>`;
    const { record } = await read({
      sheets: { Active: sheet('<filters><filter val="1"/></filters>'), Mere: sheet("") },
    });
    expect(record.sheets.map(({ filter }) => filter?.active)).toEqual([true, false]);
    expect(record.sheets[0].rows).toEqual([{ index: 1, hidden: true }]);
  });

  test("sheets without a width of their own take the file's, spelled out", async () => {
    const { record } = await read({
      sheets: {
        Data: '<sheetFormatPr defaultColWidth="20.7109375" defaultRowHeight="15"/><cols><col min="2" max="2" width="9.140625"/></cols><sheetData><row r="1"><c r="C1"><v>1</v></c></row></sheetData>',
      },
    });
    expect(record.sheets[0].columns).toEqual([
      { index: 0, width: 108.75 },
      { index: 2, width: 108.75 },
    ]);
    expect(record.sheets[0].standardWidth).toBe(108.75);
  });

  test("panes that are frozen, print areas and titles, the active sheet, protection of the structure", async () => {
    const { record } = await read({
      properties:
        '<workbookProtection lockStructure="1"/><bookViews><workbookView activeTab="1"/></bookViews>',
      sheets: {
        Data: '<sheetViews><sheetView showGridLines="0"><pane xSplit="1" ySplit="2" state="frozen"/></sheetView></sheetViews><sheetData/>',
        Split:
          '<sheetViews><sheetView><pane xSplit="1200" ySplit="900"/></sheetView></sheetViews><sheetData/>',
      },
      definedNames:
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Data!$A$1:$C$9,Data!$E$1:$F$9</definedName>' +
        '<definedName name="_xlnm.Print_Titles" localSheetId="0">Data!$A:$A,Data!$1:$2</definedName>' +
        '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Data!$A$1:$C$9</definedName></definedNames>',
    });
    expect(record).toMatchObject({ activeSheet: 1, protected: true, names: [] });
    expect(record.sheets.map(({ frozen }) => frozen)).toEqual([
      { rows: 2, columns: 1 },
      { rows: 0, columns: 0 },
    ]);
    expect(record.sheets[0].page).toMatchObject({
      printArea: { row: 0, column: 0, rows: 9, columns: 3 },
      titleRows: { first: 0, last: 1 },
    });
  });

  test("a cell without a format in a formatted column says so", async () => {
    const { record } = await read({
      styles: dates,
      sheets: {
        Data: '<cols><col min="1" max="1" width="9.140625" style="2"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
      },
    });
    expect(record.sheets[0].columns).toEqual([{ index: 0, format: { numberFormat: "#,##0.00" } }]);
    expect(record.sheets[0].cells).toEqual([{ row: 0, column: 0, value: 1, format: {} }]);
  });
});

test("a sheet that is a chart is none of the record, and names of sheets behind it keep their sheet", async () => {
  const { record } = await read({
    sheets: { Graph: "", Data: "<sheetData/>" },
    parts: {
      "xl/chartsheets/sheet1.xml": "<chartsheet/>",
      "xl/_rels/workbook.xml.rels": linksOf({
        sheet0: ["chartsheet", "chartsheets/sheet1.xml"],
        sheet1: ["worksheet", "worksheets/s1.xml"],
      }),
    },
    definedNames:
      '<definedNames><definedName name="Own" localSheetId="1">Data!$A$1</definedName></definedNames>',
  });
  expect(record.sheets.map(({ name }) => name)).toEqual(["Data"]);
  expect(record.names).toMatchObject([{ name: "Own", scope: "Data" }]);
});

test.each([
  ["", undefined],
  ['<calcPr calcId="1"/>', undefined],
  ['<calcPr fullPrecision="1"/>', undefined],
  ['<calcPr fullPrecision="0"/>', true],
  ['<calcPr fullPrecision="false"/>', true],
])("whether figures count as they are shown: %s", async (xml, expected) => {
  const { record } = await read({ sheets: { Data: "<sheetData/>" }, definedNames: xml });
  expect(record.precisionAsDisplayed).toBe(expected);
});
