/** What a file tells of cells that a record does not know goes where the cells go, in their sheet and in the others. */
import type { Workbook } from "../../../../src/host/model/workbook";
import { openExcelHost } from "../../../../src/host/excel-host";
import { sheetRows } from "../../../../src/host/model/reference";
import { patchWorkbook, readWorkbook } from "../../../../src/host/xlsx";
import { TextEdits } from "../../../../src/host/xlsx/package/text-edits";
import { spansOf } from "../../../../src/host/xlsx/package/xml-spans";
import { moveAnchors } from "../../../../src/host/xlsx/patch/moves/moved-drawings";
import { foreignWorkbook, linksOf, partsOf } from "../package-of";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const excel = "http://schemas.microsoft.com/office/excel/2006/main";
const text = (address: string, value: string) => `<c r="${address}" t="str"><v>${value}</v></c>`;

/** A table in A1:B3, and beside it and below it everything that Excel keeps of cells. */
const list = `<sheetData>
<row r="1">${text("A1", "Client")}${text("B1", "Sales")}</row>
<row r="2">${text("A2", "Aster")}<c r="B2"><v>1</v></c></row>
<row r="3">${text("A3", "Birch")}<c r="B3"><v>2</v></c></row>
<row r="9"><c r="C9"><v>5</v></c></row></sheetData>
<protectedRanges><protectedRange sqref="C2:C3" name="mine"/></protectedRanges>
<conditionalFormatting sqref="C1:C3"><cfRule type="iconSet" priority="1"><iconSet><cfvo type="percent" val="0"/><cfvo type="formula" val="$C$2"/><cfvo type="percent" val="67"/></iconSet></cfRule></conditionalFormatting>
<dataValidations count="2"><dataValidation type="list" sqref="C2:C20"><formula1>$D$2:$D$3</formula1></dataValidation><dataValidation type="list" sqref="B2:B3"><formula1>"a,b"</formula1></dataValidation></dataValidations>
<hyperlinks><hyperlink ref="C2" location="Data!C2"/><hyperlink ref="C9" location="Other!A1"/></hyperlinks>
<colBreaks count="1" manualBreakCount="1"><brk id="5" max="1048575" man="1"/></colBreaks>
<ignoredErrors><ignoredError sqref="C2 C9" numberStoredAsText="1"/></ignoredErrors>
<drawing r:id="d"/><legacyDrawing r:id="v"/><tableParts count="1"><tablePart r:id="t"/></tableParts>
<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${x14}"><x14:sparklineGroups xmlns:xm="${excel}"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Data!D2:E2</xm:f><xm:sqref>C2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`;

const other = `<sheetData/><dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>Data!$C$2:$C$3</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" location="Data!C3"/></hyperlinks>`;

const note =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="s1" type="#t"><v:textbox><br></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>\n    3, 15, 1, 10, 5, 15, 5, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>1</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>';
const picture =
  '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:pic/><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>';
const chart =
  '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:stockChart><c:ser><c:val><c:numRef><c:f>Data!$C$2:$C$3</c:f></c:numRef></c:val></c:ser></c:stockChart></c:plotArea></c:chart></c:chartSpace>';
const table = `<table ${main} id="1" name="Sales" displayName="Sales" ref="A1:B3"><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="Client"/><tableColumn id="2" name="Sales"/></tableColumns></table>`;
/** Of another add-in, in an encoding that nobody else knows. */
const foreign = '<?xml version="1.0" encoding="klingon-1"?><note/>';
const microsoft = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";

function rich(notes = note): Promise<Uint8Array> {
  return foreignWorkbook({
    sheets: { Data: list, Other: other },
    definedNames: `<definedNames><definedName name="Areas">Data!$C$2,Data!$C$9</definedName><definedName name="Linked">[1]Data!$C$2</definedName></definedNames>`,
    workbookLinks: {
      p: ["pivotCacheDefinition", "pivotCache/cache1.xml"],
      x: ["customXml", "../customXml/item1.xml"],
    },
    sheetLinks: [
      {
        t: ["table", "../tables/table1.xml"],
        d: ["drawing", "../drawings/drawing1.xml"],
        v: ["vmlDrawing", "../drawings/notes.vml"],
        c: ["comments", "../comments1.xml"],
        m: [microsoft, "../threadedComments/threadedComment1.xml"],
        p: ["pivotTable", "../pivotTables/pivotTable1.xml"],
      },
    ],
    parts: {
      "xl/tables/table1.xml": table,
      "xl/drawings/drawing1.xml": picture,
      "xl/drawings/_rels/drawing1.xml.rels": linksOf({ c: ["chart", "../charts/chart1.xml"] }),
      "xl/charts/chart1.xml": chart,
      "customXml/item1.xml": foreign,
      "xl/drawings/notes.vml": notes,
      "xl/comments1.xml": `<comments ${main}><authors/><commentList><comment ref="C2" authorId="0"/></commentList></comments>`,
      "xl/threadedComments/threadedComment1.xml":
        '<ThreadedComments xmlns="x"><threadedComment ref="C2" id="1"/></ThreadedComments>',
      "xl/pivotTables/pivotTable1.xml": `<pivotTableDefinition ${main} name="p" cacheId="1"><location ref="C2:C3" firstHeaderRow="1"/></pivotTableDefinition>`,
      "xl/pivotCache/cache1.xml": `<pivotCacheDefinition ${main}><cacheSource type="worksheet"><worksheetSource ref="C1:C3" sheet="Data"/></cacheSource></pivotCacheDefinition>`,
    },
  });
}

async function after(act: (workbook: Workbook) => void, notes = note): Promise<Map<string, string>> {
  const { record, file } = await readWorkbook(await rich(notes));
  const host = await openExcelHost(record, { language: "en-US" });
  try {
    const opened = await host.toRecord();
    act(host.workbook);
    const bytes = await patchWorkbook(file, opened, await host.toRecord(), host.cellShifts());
    await readWorkbook(bytes);
    return await partsOf(bytes);
  } finally {
    host.dispose();
  }
}

/** What a part says of cells, in the order of its text. */
function told(xml: string): string[] {
  return [
    ...xml.matchAll(
      /(?:sqref|location|ref|\bid|val)="([A-Z$:!\d ]+|Data![^"]*|Other![^"]*)"|<(?:\w+:)?(?:f|sqref|formula1|definedName[^>]*)>([^<]+)</g,
    ),
  ].map(([, attribute, inside]) => attribute ?? inside);
}

const sheet = "xl/worksheets/s0.xml";

test("nothing moved: nothing is touched", async () => {
  expect(await after(() => undefined)).toEqual(await partsOf(await rich()));
});

test("a column is added to the table: what stood beside it, on its rows, moves along, and what may be typed there is taken over; what stands below stays", async () => {
  const parts = await after(({ tables }) =>
    tables.getItem("Sales").columns.add(undefined, [["Share"], [0.3], [0.7]]),
  );
  expect(told(parts.get(sheet)!.replace(/.*<\/sheetData>/s, ""))).toEqual([
    ...["D2:D3", "D1:D3", "0", "$D$2", "67"],
    ...["D2:D3 C4:C20", "$E$2:$E$3", "B2:B3 C2:C3", '"a,b"'],
    ...["D2", "Data!D2", "C9", "Other!A1", "5", "D2 C9", "Data!E2:F2", "D2"],
  ]);
  expect(told(parts.get("xl/worksheets/s1.xml")!)).toEqual(["A1", "Data!$D$2:$D$3", "A1", "Data!D3"]);
  expect(told(parts.get("xl/workbook.xml")!.replace(/.*<\/sheets>/s, ""))).toEqual([
    "Data!$D$2,Data!$C$9",
    "[1]Data!$C$2",
  ]);
  expect(told(parts.get("xl/charts/chart1.xml")!)).toEqual(["Data!$D$2:$D$3"]);
  expect(told(parts.get("xl/comments1.xml")!)).toEqual(["D2"]);
  expect(parts.get("xl/threadedComments/threadedComment1.xml")).toContain('ref="D2"');
  expect(told(parts.get("xl/pivotTables/pivotTable1.xml")!)).toEqual(["D2:D3"]);
  expect(told(parts.get("xl/pivotCache/cache1.xml")!)).toEqual(["D1:D3"]);
  expect(parts.get("xl/drawings/notes.vml")).toBe(
    note
      .replace("3, 15, 1, 10, 5, 15, 5, 4", "4, 15, 1, 10, 6, 15, 5, 4")
      .replace("<x:Column>2", "<x:Column>3"),
  );
  // Only a block of cells moves: pictures stay where they stand on the sheet.
  expect(parts.get("xl/drawings/drawing1.xml")).toBe(picture);
  expect(parts.get("customXml/item1.xml")).toBe(foreign);
  expect(parts.get("xl/tables/table1.xml")).toContain('ref="A1:C3"');
});

test("whole rows are put in above: everything below moves down, pictures too", async () => {
  const parts = await after(({ worksheets }) => worksheets.getItem("Data").getRange("2:3").insert("Down"));
  expect(told(parts.get(sheet)!.replace(/.*<\/sheetData>/s, ""))).toEqual([
    ...["C4:C5", "C1:C5", "0", "$C$4", "67"],
    ...["C4:C22", "$D$4:$D$5", "B4:B5", '"a,b"'],
    ...["C4", "Data!C4", "C11", "Other!A1", "5", "C4 C11", "Data!D4:E4", "C4"],
  ]);
  expect(parts.get("xl/drawings/notes.vml")).toBe(
    note.replace("3, 15, 1, 10, 5, 15, 5, 4", "3, 15, 3, 10, 5, 15, 7, 4").replace("<x:Row>1", "<x:Row>3"),
  );
  expect(parts.get("xl/drawings/drawing1.xml")).toBe(
    picture.replace("<xdr:row>1<", "<xdr:row>3<").replace("<xdr:row>4<", "<xdr:row>6<"),
  );
  expect(told(parts.get("xl/charts/chart1.xml")!)).toEqual(["Data!$C$4:$C$5"]);
});

test("boxes of comments move by whatever prefixes another program wrote them, also without an anchor", async () => {
  const foreign =
    '<xml><a:shapetype xmlns:a="urn:schemas-microsoft-com:vml" id="t"/><b:shape xmlns:b="urn:schemas-microsoft-com:vml" type="#t"><c:ClientData xmlns:c="urn:schemas-microsoft-com:office:excel" ObjectType="Note"><c:MoveWithCells/><c:Row>1</c:Row><c:Column>2</c:Column></c:ClientData></b:shape></xml>';
  const parts = await after(
    ({ worksheets }) => worksheets.getItem("Data").getRange("2:3").insert("Down"),
    foreign,
  );
  expect(parts.get("xl/drawings/notes.vml")).toBe(foreign.replace("<c:Row>1", "<c:Row>3"));
});

test.each([
  [8, "6", "8"],
  [7, "6", "10"],
  [5, "8", "10"],
])(
  "two columns put in at column %d: an object over columns 6 and 7 stands from %s to %s",
  (column, from, to) => {
    const drawing = picture.replace(' editAs="oneCell"', "");
    const edits = new TextEdits(drawing);
    const area = { row: 0, column, rows: sheetRows, columns: 2 };
    moveAnchors(edits, spansOf(drawing), [{ kind: "insert", axis: "columns", area }]);
    expect([...edits.applied().matchAll(/<xdr:col>(\d+)/g)].map(([, index]) => index)).toEqual([from, to]);
  },
);

test("a column is deleted: what it alone spoke of goes, lists that would be empty go along", async () => {
  const parts = await after(({ worksheets }) => worksheets.getItem("Data").getRange("C:C").delete("Left"));
  const frame = parts.get(sheet)!.replace(/.*<\/sheetData>/s, "");
  expect(told(frame)).toEqual(["B2:B3", '"a,b"', "4"]);
  expect(frame).toContain('<dataValidations count="1">');
  expect(frame).not.toMatch(/hyperlinks|protectedRange|ignoredError|sparkline/);
  expect(parts.get("xl/comments1.xml")).toContain("<commentList></commentList>");
  expect(parts.get("xl/drawings/notes.vml")).not.toContain("v:shape");
  expect(told(parts.get("xl/charts/chart1.xml")!)).toEqual(["Data!#REF!"]);
});

test("a sheet gets another name: what speaks of it says so", async () => {
  const parts = await after(({ worksheets }) => (worksheets.getItem("Data").name = "Client list"));
  expect(told(parts.get("xl/worksheets/s1.xml")!)).toContain("'Client list'!$C$2:$C$3");
  expect(told(parts.get("xl/charts/chart1.xml")!)).toEqual(["'Client list'!$C$2:$C$3"]);
  expect(parts.get("xl/pivotCache/cache1.xml")).toContain('sheet="Client list"');
  expect(parts.get("xl/workbook.xml")).toContain("[1]Data!$C$2");
});

describe("cells of which a record holds only what they show", () => {
  const dressed = "<si><t>plain</t></si><si><r><rPr><b/></rPr><t>bo</t></r><r><t>ld</t></r></si>";
  const cells = (row: number) =>
    [
      `<c r="C${row}" t="s"><v>1</v></c>`,
      `<c r="D${row}" t="inlineStr"><is><r><rPr><i/></rPr><t>own</t></r></is></c>`,
      `<c r="E${row}" t="e" vm="1"><v>#VALUE!</v></c>`,
      `<c r="F${row}"><f>[1]Data!$A$2*B2</f><v>8</v></c>`,
      `<c r="G${row}"><f t="dataTable" ref="G${row}" dt2D="0" dtr="0" r1="B2"/><v>4</v></c>`,
      `<c r="H${row}" t="s"><v>0</v></c>`,
    ].join("");
  const rich = () =>
    foreignWorkbook({
      sheets: {
        Data: `<sheetData><row r="2"><c r="B2"><v>4</v></c></row><row r="4">${cells(4)}</row></sheetData>`,
      },
      strings: dressed,
    });

  async function moved(act: (workbook: Workbook) => void): Promise<string> {
    const { record, file } = await readWorkbook(await rich());
    const host = await openExcelHost(record, { language: "en-US" });
    try {
      const opened = await host.toRecord();
      act(host.workbook);
      const bytes = await patchWorkbook(file, opened, await host.toRecord(), host.cellShifts());
      return (await partsOf(bytes))
        .get("xl/worksheets/s0.xml")!
        .replace(/^.*<sheetData>|<\/sheetData>.*$/gs, "");
    } finally {
      host.dispose();
    }
  }

  test("they move as they are, and what they refer to is followed", async () => {
    const xml = await moved(({ worksheets }) => worksheets.getItem("Data").getRange("1:1").insert("Down"));
    const now = cells(5).replace("*B2", "*B3").replace('r1="B2"', 'r1="B3"');
    expect(xml).toContain(`<row r="5">${now}</row>`);
    expect(xml).not.toMatch(/<c r="[C-H]4"/);
  });

  test("one that shows something else meanwhile is what it shows", async () => {
    const xml = await moved(({ worksheets }) => {
      const data = worksheets.getItem("Data");
      data.getRange("1:1").insert("Down");
      data.getRange("C5:D5").values = [["plain", "another"]];
    });
    expect(xml).toMatch(
      /<c r="C5" t="s"><v>0<\/v><\/c><c r="D5" t="s"><v>2<\/v><\/c><c r="E5" t="e" vm="1">/,
    );
  });
});
