import type { WorkbookRecord } from "../../../../src/host/workbook-record";
import { readWorkbook } from "../../../../src/host/xlsx";
import { sheetOf, tableOf } from "../../../workbook-records";
import { foreignWorkbook, linksOf, packageOf, partsOf, type ForeignWorkbook } from "../package-of";
import { cellTexts, changed } from "./whole";

const list = "xl/worksheets/s0.xml";

/** A cell of the record's first sheet. */
function cellAt({ sheets }: WorkbookRecord, row: number, column: number) {
  return sheets[0].cells.find((cell) => cell.row === row && cell.column === column)!;
}

/** The parts of a workbook after a change. */
async function partsAfter(
  workbook: ForeignWorkbook,
  change: (record: WorkbookRecord) => void,
): Promise<Map<string, string>> {
  const bytes = await foreignWorkbook(workbook);
  const output = await changed(bytes, (record) => {
    change(record);
    return record;
  });
  await readWorkbook(output);
  return partsOf(output);
}

const inSheet = (parts: Map<string, string>) => parts.get(list)!;

describe("in a changed sheet everything else is the same text", () => {
  test("a value is put into its cell; attributes, comments and blanks around it stay", async () => {
    const before =
      '<sheetData>\n <row r="1" spans="1:2" x:dyDescent="0.25" xmlns:x="urn:x">\n  <c r="A1" s="1" t="s"><v>0</v></c><!-- a > b --> <c r="B1"><v>2</v></c></row></sheetData>';
    const parts = await partsAfter(
      {
        sheets: { Data: before },
        strings: "<si><t>Aster</t></si>",
        styles: "<cellXfs><xf/><xf numFmtId='4'/></cellXfs>",
      },
      (record) => {
        cellAt(record, 0, 1).value = 3;
        record.sheets[0].cells.push(
          { row: 0, column: 3, value: "Birch" },
          { row: 4, column: 0, value: true },
        );
      },
    );
    expect(inSheet(parts)).toContain(
      before
        .replace("<v>2</v>", "<v>3</v>")
        .replace('spans="1:2"', 'spans="1:4"')
        .replace("</row>", '<c r="D1" t="s"><v>1</v></c></row><row r="5"><c r="A5" t="b"><v>1</v></c></row>'),
    );
    expect(parts.get("xl/sharedStrings.xml")).toContain("<si><t>Aster</t></si><si><t>Birch</t></si>");
  });

  test("prefixes, rows and cells without addresses, tags that close themselves", async () => {
    const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const sheet = `<x:worksheet ${main}><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row/></x:sheetData></x:worksheet>`;
    const parts = await partsAfter({ sheets: { Data: "" }, parts: { [list]: sheet } }, (record) => {
      cellAt(record, 0, 0).value = 7;
      record.sheets[0].cells.push({ row: 1, column: 1, value: "a & b" }, { row: 2, column: 0, value: 9 });
      record.sheets[0].columns.push({ index: 1, width: 96 });
    });
    expect(inSheet(parts)).toBe(
      `<x:worksheet ${main}><x:cols><x:col min="2" max="2" width="18.28515625" customWidth="1"/></x:cols><x:sheetData>` +
        '<x:row><x:c r="A1"><x:v>7</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c r="B2" t="s"><x:v>0</x:v></x:c></x:row>' +
        '<x:row r="3"><x:c r="A3"><x:v>9</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    );
  });

  test("a part in UTF-16 stays in UTF-16", async () => {
    const text = `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`;
    const utf16 = new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    const input = await foreignWorkbook({ sheets: { Data: "" }, parts: { [list]: utf16 } });
    const output = await changed(input, (record) => {
      cellAt(record, 0, 0).value = 2;
      return record;
    });
    const { file, record } = await readWorkbook(output);
    const written = new TextDecoder("utf-16le").decode(file.parts.bytes(list));
    expect(`\ufeff${written}`).toBe(text.replace("<v>1</v>", "<v>2</v>"));
    expect(record.sheets[0].cells).toEqual([{ row: 0, column: 0, value: 2 }]);
  });

  test("a strict workbook gets its sheets and tables in strict words", async () => {
    const strict = (xml: string) =>
      xml
        .replaceAll(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        );
    const original = await partsOf(await foreignWorkbook({ sheets: { Data: "<sheetData/>" } }));
    const input = await packageOf(
      Object.fromEntries([...original].map(([name, xml]) => [name, strict(xml)])),
    );
    const rows = [["Client"], ["Aster"]];
    const output = await changed(input, (record) => ({
      ...record,
      sheets: [...record.sheets, sheetOf("New", rows, { tables: [tableOf("List", rows)] })],
    }));
    const parts = await partsOf(output);
    for (const name of ["xl/worksheets/sheet1.xml", "xl/tables/table1.xml", "xl/_rels/workbook.xml.rels"]) {
      expect([name, parts.get(name)]).toEqual([name, expect.not.stringContaining("officeDocument/2006")]);
      expect([name, parts.get(name)]).toEqual([name, expect.not.stringContaining("spreadsheetml/2006")]);
    }
    expect((await readWorkbook(output)).record.sheets[1].tables).toHaveLength(1);
  });

  test("days in the 1904 system are written as that system counts them", async () => {
    const parts = await partsAfter(
      {
        sheets: { Data: '<sheetData><row r="1"><c r="A1" s="1"><v>1000</v></c></row></sheetData>' },
        properties: '<workbookPr date1904="1"/>',
        styles: "<cellXfs><xf/><xf numFmtId='14'/></cellXfs>",
      },
      (record) => {
        expect(cellAt(record, 0, 0).value).toBe(2462);
        cellAt(record, 0, 0).value = 2463;
      },
    );
    expect(inSheet(parts)).toContain('<c r="A1" s="1"><v>1001</v></c>');
  });
});

describe("what cells look like", () => {
  const styles =
    '<fonts count="1"><font><strike/><sz val="9"/><name val="Arial"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0"><alignment shrinkToFit="1"/></xf></cellXfs>';

  test("a changed look is the old one with the change: what a record does not know stays", async () => {
    const parts = await partsAfter(
      { sheets: { Data: '<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row></sheetData>' }, styles },
      (record) => {
        const cell = cellAt(record, 0, 0);
        cell.format = { ...cell.format, font: { ...cell.format?.font, bold: true }, wrapText: true };
      },
    );
    expect(inSheet(parts)).toContain('<c r="A1" s="2"><v>1</v></c>');
    expect(parts.get("xl/styles.xml")).toContain(
      '<font><b/><strike/><sz val="9"/><name val="Arial"/></font></fonts>',
    );
    expect(parts.get("xl/styles.xml")).toContain(
      '<xf numFmtId="9" fontId="1" fillId="0" borderId="0" applyFont="1" applyAlignment="1"><alignment shrinkToFit="1" wrapText="1"/></xf></cellXfs>',
    );
  });

  test("a styles part that says nothing gets its ordinary look first: cells without one stay as they are", async () => {
    const sheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
    const parts = await partsAfter({ sheets: { Data: sheet } }, (record) => {
      record.sheets[0].cells.push({ row: 0, column: 1, value: 0.5, format: { numberFormat: "0.000%" } });
    });
    expect(parts.get("xl/styles.xml")!.match(/<(\w+) count="\d+"/g)).toEqual([
      '<numFmts count="1"',
      '<fonts count="1"',
      '<fills count="2"',
      '<borders count="1"',
      '<cellStyleXfs count="1"',
      '<cellXfs count="2"',
    ]);
    expect(inSheet(parts)).toContain('<c r="A1"><v>1</v></c><c r="B1" s="1"><v>0.5</v></c>');
  });

  test("a new cell has the workbook's ordinary font; one in a formatted column has the column's look", async () => {
    const sheet = '<cols><col min="2" max="9" width="9" style="1"/></cols><sheetData/>';
    const parts = await partsAfter({ sheets: { Data: sheet }, styles }, (record) => {
      record.sheets[0].cells.push(
        { row: 0, column: 0, value: 1, format: { numberFormat: "0.00" } },
        { row: 0, column: 1, value: 2 },
      );
    });
    expect(inSheet(parts)).toContain('<c r="A1" s="2"><v>1</v></c><c r="B1" s="1"><v>2</v></c>');
    expect(parts.get("xl/styles.xml")).toContain(
      '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>',
    );
  });

  test("a column out of a group of columns is split off, the rest keeps its outline", async () => {
    const cols = '<cols><col min="2" max="9" width="9" outlineLevel="1"/></cols>';
    const parts = await partsAfter({ sheets: { Data: `${cols}<sheetData/>` }, styles }, (record) => {
      record.sheets[0].columns = [
        ...record.sheets[0].columns.filter(({ index }) => index !== 3),
        { index: 3, width: 96 },
      ];
    });
    expect(inSheet(parts)).toContain(
      '<cols><col min="2" max="3" width="9" outlineLevel="1"/><col min="4" max="4" width="18.28515625" outlineLevel="1" customWidth="1"/>' +
        '<col min="5" max="9" width="9" outlineLevel="1"/></cols>',
    );
  });
});

describe("formulas", () => {
  const shared =
    '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c><c r="B1"><v>1</v></c></row>' +
    '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c><c r="B2"><v>2</v></c></row>' +
    '<row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c><c r="B3"><v>3</v></c></row></sheetData>';
  const chain = {
    "xl/calcChain.xml":
      '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="1"/><c r="A2"/><c r="A3"/></calcChain>',
  };
  const workbookLinks: ForeignWorkbook["workbookLinks"] = { chain: ["calcChain", "calcChain.xml"] };

  test("a formula that others share goes: each of them gets its own, and the chain knows", async () => {
    const parts = await partsAfter({ sheets: { Data: shared }, parts: chain, workbookLinks }, (record) => {
      const cell = cellAt(record, 0, 0);
      delete cell.formula;
      cell.value = 5;
      record.sheets[0].cells.push({ row: 3, column: 0, formula: "=SUM(B1:B3)", value: 6 });
    });
    const cells = cellTexts(inSheet(parts));
    expect(cells.get("A1")).toBe('<c r="A1"><v>5</v></c>');
    expect(cells.get("A2")).toBe('<c r="A2"><f>B2*2</f><v>4</v></c>');
    expect(cells.get("A3")).toBe('<c r="A3"><f>B3*2</f><v>6</v></c>');
    expect(parts.get("xl/calcChain.xml")).toContain(
      '><c r="A2" i="1"/><c r="A3"/><c r="A4" i="1"/></calcChain>',
    );
  });

  test("the last formula goes: so does the chain, and nothing speaks of it any more", async () => {
    const parts = await partsAfter(
      { sheets: { Data: shared }, parts: chain, workbookLinks },
      ({ sheets }) => {
        sheets[0].cells.forEach((cell) => delete cell.formula);
      },
    );
    expect(parts.has("xl/calcChain.xml")).toBe(false);
    expect(parts.get("xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  });

  test("another result of the same formula: the formula stays as it is written", async () => {
    const formula = '<f t="array" ref="A1" aca="1">SUM((B1:B2="A")*C1:C2)</f>';
    const sheet = `<sheetData><row r="1"><c r="A1" cm="3">${formula}<v>1</v></c></row></sheetData>`;
    const parts = await partsAfter({ sheets: { Data: sheet } }, (record) => (cellAt(record, 0, 0).value = 9));
    expect(inSheet(parts)).toContain(`<c r="A1" cm="3">${formula}<v>9</v></c>`);
  });

  describe("a result that is another one only because time has gone on", () => {
    const names = [
      ["Chance", "RAND()"],
      ["Chances", "Chance*Data!$B$1"],
      ["Drawn", "Data!$A$1:$A$2"],
      ["Beside", "Data!A1"],
      ["Sum", "SUM(Data!$C$1:$C$9)+Chance"],
    ].map(([name, formula]) => `<definedName name="${name}">${formula}</definedName>`);

    /** What stands in A3 after all results and the cell C1 were changed. */
    async function after(formula: string): Promise<string> {
      const cell = `<c r="A3"><f>${formula}</f><v>1</v></c>`;
      const parts = await partsAfter(
        {
          sheets: {
            Data: `<sheetData><row r="1"><c r="A1"><f>RAND()</f><v>0.5</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="3">${cell}</row></sheetData>`,
          },
          definedNames: `<definedNames>${names.join("")}</definedNames>`,
        },
        (record) => {
          cellAt(record, 0, 0).value = 0.25;
          cellAt(record, 2, 0).value = 7;
          cellAt(record, 0, 2).value = 4;
        },
      );
      const text = cellTexts(inSheet(parts)).get("A3")!;
      return text === cell ? "stays" : text;
    }

    test.each([
      "RAND()",
      "A1*2",
      "Chance",
      "chances+1",
      "Data!Chances+1",
      "SUM(Drawn)",
      "SUM(Drawn)*Chances",
    ])("stays as it is: =%s", async (formula) => expect(await after(formula)).toBe("stays"));

    test.each(["C1*2", "A1+C1", "SUM(Drawn)+C1", "Sum", "OFFSET(A1,0,2)", "Beside+1", "Unknown*Chance"])(
      "is written where it may be more than that: =%s",
      async (formula) => expect(await after(formula)).toBe(`<c r="A3"><f>${formula}</f><v>7</v></c>`),
    );
  });

  test("what the engine cannot work out keeps its result, and Excel is asked to calculate", async () => {
    const sheet = '<sheetData><row r="1"><c r="A1"><f>CUBEVALUE("x")</f><v>1</v></c></row></sheetData>';
    const parts = await partsAfter({ sheets: { Data: sheet } }, (record) => {
      cellAt(record, 0, 0).value = { error: "#NAME?" };
    });
    expect(inSheet(parts)).toContain(sheet);
    expect(parts.get("xl/workbook.xml")).toContain('<calcPr fullCalcOnLoad="1"/>');
  });

  test("a new dynamic array is marked as one, beside the metadata that are there", async () => {
    const metadata =
      '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes>' +
      '<valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>';
    const parts = await partsAfter(
      {
        sheets: { Data: "<sheetData/>" },
        parts: { "xl/metadata.xml": metadata },
        workbookLinks: { m: ["sheetMetadata", "metadata.xml"] },
      },
      ({ sheets }) =>
        sheets[0].cells.push(
          {
            row: 0,
            column: 0,
            formula: "=SORT(C1:C2)",
            value: 1,
            spill: { row: 0, column: 0, rows: 2, columns: 1 },
          },
          { row: 1, column: 0, value: 2, spilled: true },
        ),
    );
    expect(inSheet(parts)).toContain(
      '<c r="A1" cm="1"><f t="array" ref="A1:A2">_xlfn._xlws.SORT(C1:C2)</f><v>1</v></c>',
    );
    const written = parts.get("xl/metadata.xml")!;
    expect(written).toContain(
      '<cellMetadata count="1"><bk><rc t="2" v="0"/></bk></cellMetadata><valueMetadata',
    );
    expect(written.indexOf("XLDAPR")).toBeGreaterThan(written.indexOf("XLRICHVALUE"));
  });
});

describe("tables, names, sheets, settings", () => {
  const table =
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="4" name="Sales" displayName="Sales" ref="A1:B2" totalsRowShown="0" tableType="queryTable">' +
    '<autoFilter ref="A1:B2"><filterColumn colId="1" hiddenButton="1"/></autoFilter><tableColumns count="2"><tableColumn id="1" uniqueName="1" name="Client" queryTableFieldId="1" dataDxfId="0"/>' +
    '<tableColumn id="2" uniqueName="2" name="Sales" queryTableFieldId="2"/></tableColumns><tableStyleInfo name="Mine" showRowStripes="1"/></table>';
  const query =
    '<queryTable xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><queryTableRefresh nextId="3"><queryTableFields count="2"><queryTableField id="1" tableColumnId="1"/><queryTableField id="2" tableColumnId="2"/></queryTableFields></queryTableRefresh></queryTable>';
  const workbook: ForeignWorkbook = {
    sheets: {
      Data:
        '<sheetData><row r="1"><c r="A1" t="str"><v>Client</v></c><c r="B1" t="str"><v>Sales</v></c></row><row r="2"><c r="A2" t="str"><v>Aster</v></c><c r="B2"><v>1</v></c></row></sheetData>' +
        '<tableParts count="1"><tablePart r:id="t"/></tableParts>',
    },
    sheetLinks: [{ t: ["table", "../tables/table9.xml"] }],
    parts: {
      "xl/tables/table9.xml": table,
      "xl/tables/_rels/table9.xml.rels": linksOf({ q: ["queryTable", "../queryTables/queryTable1.xml"] }),
      "xl/queryTables/queryTable1.xml": query,
    },
  };

  test("a package that names the type of each part by itself names that of new relationships too", async () => {
    const parts = await partsAfter(
      { sheets: { Data: '<sheetData><row r="1"><c r="A1" t="str"><v>x</v></c></row></sheetData>' } },
      (record) => record.sheets[0].tables.push(tableOf("New", [["x"], [null]])),
    );
    const types = parts.get("[Content_Types].xml")!;
    expect(types).not.toContain('Extension="rels"');
    expect(types).toContain(
      '<Override PartName="/xl/worksheets/_rels/s0.xml.rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    );
  });

  test("a table grows by a column, and the query that fills it has a field for it", async () => {
    const parts = await partsAfter(workbook, ({ sheets: [sheet] }) => {
      sheet.cells.push({ row: 0, column: 2, value: "Share" }, { row: 1, column: 2, value: 1 });
      sheet.tables[0].area.columns = 3;
      sheet.tables[0].columns.push({ id: 3, name: "Share" });
    });
    expect(parts.get("xl/tables/table9.xml")).toBe(
      table
        .replaceAll("A1:B2", "A1:C2")
        .replace('<tableColumns count="2">', '<tableColumns count="3">')
        .replace(
          "</tableColumns>",
          '<tableColumn id="3" name="Share" queryTableFieldId="3"/></tableColumns>',
        ),
    );
    expect(parts.get("xl/queryTables/queryTable1.xml")).toBe(
      query
        .replace('nextId="3"', 'nextId="4"')
        .replace('count="2"', 'count="3"')
        .replace(
          "</queryTableFields>",
          '<queryTableField id="3" dataBound="0" tableColumnId="3"/></queryTableFields>',
        ),
    );
  });

  test("a deleted sheet takes its table and query along; scopes of names move with their sheets", async () => {
    const names =
      '<definedNames><definedName name="First" localSheetId="0">Data!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">Other!$A$1:$B$2,Other!$D$1:$E$2</definedName></definedNames>';
    const parts = await partsAfter(
      { ...workbook, sheets: { ...workbook.sheets, Other: "<sheetData/>" }, definedNames: names },
      (record) => {
        record.sheets = record.sheets.slice(1);
        record.names = [];
        record.activeSheet = 0;
      },
    );
    expect([...parts.keys()].filter((name) => /s0|table9|query/i.test(name))).toEqual([]);
    expect(parts.get("xl/workbook.xml")).toContain(
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Other!$A$1:$B$2,Other!$D$1:$E$2</definedName></definedNames>',
    );
  });

  test("a name is changed where it stands, a new one is put in its alphabetical place", async () => {
    const names =
      '<definedNames><definedName name="Beta" comment="mine">Data!$A$1</definedName><definedName name="Link">[1]Old!$A$1</definedName></definedNames>';
    const parts = await partsAfter({ sheets: { Data: "<sheetData/>" }, definedNames: names }, (record) => {
      record.names[0].formula = "=Data!$A$2";
      record.names.push({ name: "Gamma", formula: "=Data!$C$1", visible: false, scope: null, comment: "" });
    });
    expect(parts.get("xl/workbook.xml")).toContain(
      '<definedNames><definedName name="Beta" comment="mine">Data!$A$2</definedName><definedName name="Gamma" hidden="1">Data!$C$1</definedName>' +
        '<definedName name="Link">[1]Old!$A$1</definedName></definedNames>',
    );
  });

  test("only one tab is selected: two would be a group in which what is typed goes into both", async () => {
    const view = (selected: string) =>
      `<sheetViews><sheetView${selected} workbookViewId="0"/></sheetViews><sheetData/>`;
    const parts = await partsAfter(
      {
        sheets: { First: view(' tabSelected="1"'), Second: view("") },
        properties: '<bookViews><workbookView activeTab="0" tabRatio="700"/></bookViews>',
      },
      (record) => (record.activeSheet = 1),
    );
    expect(parts.get("xl/workbook.xml")).toContain('<workbookView activeTab="1" tabRatio="700"/>');
    expect(inSheet(parts)).not.toContain("tabSelected");
    expect(parts.get("xl/worksheets/s1.xml")).toContain('<sheetView workbookViewId="0" tabSelected="1"/>');
  });

  test("no tab is named where the first one stays the one that is shown", async () => {
    const properties = '<bookViews><workbookView xWindow="240"/></bookViews>';
    const parts = await partsAfter({ sheets: { Data: "<sheetData/>" }, properties }, (record) => {
      record.sheets.push(sheetOf("New", [[1]]));
    });
    expect(parts.get("xl/workbook.xml")).toContain(properties);
    expect(parts.get("xl/workbook.xml")).toContain('name="New"');
  });

  test("the properties of the document list new worksheets before chart sheets and names", async () => {
    const counts = (worksheets: number) =>
      `<HeadingPairs><vt:vector size="6" baseType="variant"><vt:variant><vt:lpstr>Листы</vt:lpstr></vt:variant><vt:variant><vt:i4>${worksheets}</vt:i4></vt:variant><vt:variant><vt:lpstr>Диаграммы</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant><vt:variant><vt:lpstr>Имена</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs>`;
    const titles = (...names: string[]) =>
      `<TitlesOfParts><vt:vector size="${names.length}" baseType="lpstr">${names.map((name) => `<vt:lpstr>${name}</vt:lpstr>`).join("")}</vt:vector></TitlesOfParts>`;
    const properties = (content: string) =>
      `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${content}</Properties>`;
    const book = (content: string): ForeignWorkbook => ({
      sheets: { Graph: "", "A &amp; B": "<sheetData/>" },
      workbookLinks: { sheet0: ["chartsheet", "chartsheets/sheet1.xml"] },
      parts: {
        "xl/chartsheets/sheet1.xml":
          '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
        "_rels/.rels": linksOf({
          a: ["officeDocument", "xl/workbook.xml"],
          b: ["extended-properties", "docProps/app.xml"],
        }),
        "docProps/app.xml": properties(content),
      },
    });
    const added = (content: string) =>
      partsAfter(book(content), (record) => record.sheets.push(sheetOf("New", [[1]])));
    const parts = await added(counts(1) + titles("A &amp; B", "Graph", "Rate"));
    expect(parts.get("docProps/app.xml")).toBe(
      properties(counts(2) + titles("A &amp; B", "New", "Graph", "Rate")),
    );
    const untrue = counts(1) + titles("Other", "Graph", "Rate");
    expect((await added(untrue)).get("docProps/app.xml")).toBe(properties(untrue));
  });

  test("settings stand beside the panes of other add-ins, which stay as they are", async () => {
    const panes =
      '<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="left"/></wetp:taskpanes>';
    const other = {
      "_rels/.rels": linksOf({
        a: ["officeDocument", "xl/workbook.xml"],
        b: ["http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", "xl/panes.xml"],
      }),
      "xl/panes.xml": panes,
    };
    const first = await foreignWorkbook({ sheets: { Data: "<sheetData/>" }, parts: other });
    const output = await changed(first, (record) => ({
      ...record,
      settings: { "keyfolio.a": 1, "keyfolio.b": "x" },
    }));
    expect((await partsOf(output)).get("xl/panes.xml")).toContain(
      '<wetp:taskpane dockstate="left"/><wetp:taskpane ',
    );
    expect((await readWorkbook(output)).record.settings).toEqual({ "keyfolio.a": 1, "keyfolio.b": "x" });
    const again = await changed(output, (record) => ({ ...record, settings: { "keyfolio.a": [2] } }));
    expect((await readWorkbook(again)).record.settings).toEqual({ "keyfolio.a": [2] });
  });

  test("the parts of macros stay packed as they were, and so does everything that is not looked into", async () => {
    const macros = Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 251);
    const bytes = await foreignWorkbook({
      sheets: { Data: "<sheetData/>" },
      parts: { "xl/vbaProject.bin": macros, "xl/media/image1.png": macros },
      workbookLinks: {
        vba: ["http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"],
      },
    });
    const output = await changed(bytes, (record) => {
      record.sheets[0].cells.push({ row: 0, column: 0, value: 1 });
      return record;
    });
    const packed = async (file: Uint8Array) => {
      const { parts } = (await readWorkbook(file)).file;
      return ["xl/vbaProject.bin", "xl/media/image1.png"].map((name) => [...parts.entryOf(name)!.packed]);
    };
    expect(await packed(output)).toEqual(await packed(bytes));
  });
});
