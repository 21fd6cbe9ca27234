import { Draws } from "../../../draws";
import { linksOf, packageOf } from "../package-of";
import { cellsOf, headOf, tableOf, tailOf, type DrawnList } from "./rich-sheet";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const drawing = "http://schemas.openxmlformats.org/drawingml/2006";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const root = (name: string, xml: string, more = "") =>
  `${declaration}<${name} xmlns="${main}" xmlns:r="${office}"${more}>${xml}</${name}>`;

/** Bytes of a part that nobody looks into. */
const binary = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 73 + 137) % 251);

export interface RichWorkbook {
  bytes: Uint8Array;
  sheet: string;
  /** Parts that a run on the list writes into. */
  list: readonly string[];
}

/** What a client list stands in. */
export type ListShape = "region" | "table";

/** A workbook whose parts are not packed yet. */
export interface RichParts {
  parts: Record<string, string | Uint8Array>;
  sheet: string;
  list: DrawnList;
}

/** A workbook with a client list amid everything that Excel writes, drawn from a seed. */
export async function richWorkbook(seed: number): Promise<RichWorkbook> {
  const { parts, sheet } = richParts(Draws.scattered(seed));
  return { bytes: await packageOf(parts), sheet, list: [listPart, tablePart] };
}

export const listPart = "xl/worksheets/sheet7.xml";
export const tablePart = "xl/tables/table3.xml";

function drawnList(draw: Draws, shape?: ListShape): DrawnList {
  return {
    row: draw.integer(2, 6),
    column: draw.integer(0, 2),
    isTable: shape === undefined ? draw.chance(0.6) : shape === "table",
    names: Array.from(
      { length: draw.integer(5, 14) },
      (_, index) => `Firm ${index}${draw.chance(0.1) ? " &amp; Sons" : ""}`,
    ),
  };
}

/** The parts of such a workbook. */
export function richParts(draw: Draws, shape?: ListShape): RichParts {
  const list = drawnList(draw, shape);
  const parts: Record<string, string | Uint8Array> = {};
  const types: [string, string][] = [];
  const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const add = (name: string, content: string | Uint8Array, type?: string) => {
    parts[name] = content;
    if (type !== undefined) types.push([name, type.includes("/") ? type : `${spreadsheet}.${type}+xml`]);
  };
  const macros = draw.chance(0.3);
  add(
    "xl/workbook.xml",
    workbookXml(list, draw),
    macros ? "application/vnd.ms-excel.sheet.macroEnabled.main+xml" : "sheet.main",
  );
  add(
    "xl/worksheets/sheet7.xml",
    root(
      "worksheet",
      `${headOf(draw)}\n<sheetData>${cellsOf(list, draw)}</sheetData>\n${tailOf(list, draw)}`,
      ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"',
    ),
    "worksheet",
  );
  add(
    "xl/worksheets/other.xml",
    root(
      "worksheet",
      `<sheetPr/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><f>SUM(A1:B1)</f><v>3</v></c></row></sheetData><legacyDrawingHF r:id="hf"/>`,
    ),
    "worksheet",
  );
  add(
    "xl/worksheets/_rels/other.xml.rels",
    linksOf({
      hf: ["vmlDrawing", "../drawings/hf.vml"],
      pivot: ["pivotTable", "../pivotTables/pivotTable1.xml"],
    }),
  );
  add(
    "xl/chartsheets/chartsheet1.xml",
    root(
      "chartsheet",
      '<sheetViews><sheetView workbookViewId="0" zoomToFit="1"/></sheetViews><drawing r:id="d"/>',
    ),
    "chartsheet",
  );
  add("xl/chartsheets/_rels/chartsheet1.xml.rels", linksOf({ d: ["drawing", "../drawings/drawing2.xml"] }));
  add("xl/styles.xml", root("styleSheet", styles), "styles");
  add("xl/sharedStrings.xml", root("sst", strings, ' count="2" uniqueCount="2"'), "sharedStrings");
  add(
    "xl/metadata.xml",
    `${declaration}<metadata xmlns="${main}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="2"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/><metadataType name="XLRICHVALUE" minSupportedVersion="120000" copy="1" pasteAll="1" valueMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><futureMetadata name="XLRICHVALUE" count="1"><bk><extLst><ext uri="{3e2802c4-a4d2-4d8b-9148-e3be6c30e623}"><xlrd:rvb xmlns:xlrd="http://schemas.microsoft.com/office/spreadsheetml/2017/richdata" i="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata><valueMetadata count="1"><bk><rc t="2" v="0"/></bk></valueMetadata></metadata>`,
    "sheetMetadata",
  );
  const below = list.row + list.names.length + 3;
  add(
    "xl/calcChain.xml",
    root(
      "calcChain",
      `<c r="D${below + 1}" i="3" l="1"/><c r="A${below + 2}" i="3" s="1"/><c r="C1" i="8"/>`,
    ),
    "calcChain",
  );
  add(
    "xl/comments1.xml",
    root(
      "comments",
      '<authors><author>Ann</author></authors><commentList><comment ref="L2" authorId="0" shapeId="0"><text><r><rPr><b/><sz val="9"/></rPr><t xml:space="preserve">Ann: </t></r><r><t>look &lt;here&gt;</t></r></text></comment></commentList>',
    ),
    "comments",
  );
  add(
    "xl/threadedComments/threadedComment1.xml",
    `${declaration}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="L2" dT="2025-01-02T03:04:05.00" personId="{1}" id="{2}"><text>Why?</text></threadedComment></ThreadedComments>`,
    "application/vnd.ms-excel.threadedcomments+xml",
  );
  add(
    "xl/persons/person.xml",
    `${declaration}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Ann" id="{1}" userId="Ann" providerId="None"/></personList>`,
    "application/vnd.ms-excel.person+xml",
  );
  add(
    "xl/drawings/notes.vml",
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" style="visibility:hidden"><v:textbox><div style="text-align:left"><br></div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>12, 15, 0, 10, 14, 31, 4, 9</x:Anchor><x:Row>1</x:Row><x:Column>11</x:Column></x:ClientData></v:shape></xml>',
  );
  add("xl/drawings/hf.vml", '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="LH"/></xml>');
  add("xl/drawings/drawing1.xml", drawingXml, "application/vnd.openxmlformats-officedocument.drawing+xml");
  add(
    "xl/drawings/_rels/drawing1.xml.rels",
    linksOf({ c: ["chart", "../charts/chart1.xml"], i: ["image", "../media/image1.png"] }),
  );
  add(
    "xl/drawings/drawing2.xml",
    `${declaration}<xdr:wsDr xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main"/>`,
    "application/vnd.openxmlformats-officedocument.drawing+xml",
  );
  add("xl/charts/chart1.xml", chartXml, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
  add(
    "xl/charts/_rels/chart1.xml.rels",
    linksOf({ s: ["http://schemas.microsoft.com/office/2011/relationships/chartStyle", "style1.xml"] }),
  );
  add(
    "xl/charts/style1.xml",
    `${declaration}<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" id="201"/>`,
    "application/vnd.ms-office.chartstyle+xml",
  );
  add("xl/media/image1.png", binary(400));
  add("xl/printerSettings/printerSettings1.bin", binary(300), `${spreadsheet}.printerSettings`);
  add(
    "xl/pivotTables/pivotTable1.xml",
    root(
      "pivotTableDefinition",
      '<location ref="E3:F6" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/>',
      ' name="Pivot" cacheId="4" dataCaption="Values"',
    ),
    "pivotTable",
  );
  add(
    "xl/pivotTables/_rels/pivotTable1.xml.rels",
    linksOf({ c: ["pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"] }),
  );
  add(
    "xl/pivotCache/pivotCacheDefinition1.xml",
    root(
      "pivotCacheDefinition",
      `<cacheSource type="worksheet">${list.isTable ? '<worksheetSource name="Clients"/>' : '<worksheetSource ref="A1:C1" sheet="Other sheet"/>'}</cacheSource><cacheFields count="0"/>`,
      ' r:id="rec" refreshOnLoad="1"',
    ),
    "pivotCacheDefinition",
  );
  add(
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels",
    linksOf({ rec: ["pivotCacheRecords", "pivotCacheRecords1.xml"] }),
  );
  add(
    "xl/pivotCache/pivotCacheRecords1.xml",
    root("pivotCacheRecords", "", ' count="0"'),
    "pivotCacheRecords",
  );
  add(
    "xl/externalLinks/externalLink1.xml",
    root(
      "externalLink",
      '<externalBook r:id="e"><sheetNames><sheetName val="Clients list"/></sheetNames></externalBook>',
    ),
    "externalLink",
  );
  add(
    "xl/externalLinks/_rels/externalLink1.xml.rels",
    linksOf({ e: ["externalLinkPath", "Old%20book.xlsx", "External"] }),
  );
  add(
    "xl/connections.xml",
    root(
      "connections",
      '<connection id="1" name="Query" type="5" refreshedVersion="8" deleted="1"><dbPr connection="Provider=x" command="y"/></connection>',
    ),
    "connections",
  );
  add("xl/theme/theme1.xml", theme, "application/vnd.openxmlformats-officedocument.theme+xml");
  add("customXml/item1.xml", "<my:note xmlns:my='urn:my'>kept</my:note>");
  add(
    "docProps/custom.xml",
    `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Owner"><vt:lpwstr>Ann</vt:lpwstr></property></Properties>`,
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
  );
  add(
    "docProps/app.xml",
    `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Worksheets</vt:lpstr></vt:variant><vt:variant><vt:i4>2</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="2" baseType="lpstr"><vt:lpstr>Clients list</vt:lpstr><vt:lpstr>Other sheet</vt:lpstr></vt:vector></TitlesOfParts><Company>Acme</Company></Properties>`,
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  );
  add(
    "docProps/core.xml",
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ann</dc:creator><cp:lastModifiedBy>Ben</cp:lastModifiedBy></cp:coreProperties>`,
    "application/vnd.openxmlformats-package.core-properties+xml",
  );
  add(
    "xl/xmlMaps.xml",
    `${declaration}<MapInfo xmlns="${main}" SelectionNamespaces=""><Schema ID="Schema1"><xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"/></Schema><Map ID="1" Name="rows_Map" RootElement="rows" SchemaID="Schema1" ShowImportExportValidationErrors="0" AutoFit="1" Append="0" PreserveSortAFLayout="1" PreserveFormat="1"/></MapInfo>`,
  );
  add(
    "xl/tables/tableSingleCells1.xml",
    root(
      "singleXmlCells",
      '<singleXmlCell id="9" r="W2" connectionId="0"><xmlCellPr id="1" uniqueName="at"><xmlPr mapId="1" xpath="/rows/@at" xmlDataType="string"/></xmlCellPr></singleXmlCell>',
    ),
    "tableSingleCells",
  );
  const rich = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2017/richdata"';
  add(
    "xl/richData/rdrichvalue.xml",
    `${declaration}<rvData ${rich} count="1"><rv s="0"><v>0</v><v>5</v></rv></rvData>`,
    "application/vnd.ms-excel.rdrichvalue+xml",
  );
  add(
    "xl/richData/rdrichvaluestructure.xml",
    `${declaration}<rvStructures ${rich} count="1"><s t="_localImage"><k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/></s></rvStructures>`,
    "application/vnd.ms-excel.rdrichvaluestructure+xml",
  );
  add(
    "xl/slicers/slicer1.xml",
    `${declaration}<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><slicer name="Client" cache="Slicer_Client" caption="Client" rowHeight="241300"/></slicers>`,
    "application/vnd.ms-excel.slicer+xml",
  );
  add(
    "xl/slicerCaches/slicerCache1.xml",
    `${declaration}<slicerCacheDefinition xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" name="Slicer_Client" sourceName="Client"/>`,
    "application/vnd.ms-excel.slicerCache+xml",
  );
  add("unknown/thing.dat", binary(64));
  if (macros) add("xl/vbaProject.bin", binary(700), "application/vnd.ms-office.vbaProject");
  if (list.isTable) add("xl/tables/table3.xml", tableOf(list, draw), "table");
  const microsoft = "http://schemas.microsoft.com/office";
  parts["xl/worksheets/_rels/sheet7.xml.rels"] = linksOf({
    link: ["hyperlink", "https://elsewhere.example/?a=1&amp;b=2", "External"],
    printer: ["printerSettings", "../printerSettings/printerSettings1.bin"],
    drawing: ["drawing", "../drawings/drawing1.xml"],
    notes: ["vmlDrawing", "../drawings/notes.vml"],
    comments: ["comments", "../comments1.xml"],
    threads: [
      `${microsoft}/2017/10/relationships/threadedComment`,
      "../threadedComments/threadedComment1.xml",
    ],
    picture: ["image", "../media/image1.png"],
    slicer: [`${microsoft}/2007/relationships/slicer`, "../slicers/slicer1.xml"],
    mapped: ["tableSingleCells", "../tables/tableSingleCells1.xml"],
    ...(list.isTable ? { table: ["table", "../tables/table3.xml"] as [string, string] } : {}),
  });
  parts["xl/_rels/workbook.xml.rels"] = linksOf({
    rId9: ["worksheet", "worksheets/sheet7.xml"],
    rId2: ["worksheet", "/xl/worksheets/other.xml"],
    rId3: ["chartsheet", "chartsheets/chartsheet1.xml"],
    rId4: ["styles", "styles.xml"],
    rId5: ["sharedStrings", "sharedStrings.xml"],
    rId6: ["theme", "theme/theme1.xml"],
    rId7: ["calcChain", "calcChain.xml"],
    rId8: ["sheetMetadata", "metadata.xml"],
    rId10: ["externalLink", "externalLinks/externalLink1.xml"],
    rId11: ["pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
    rId12: ["connections", "connections.xml"],
    rId13: [`${microsoft}/2017/10/relationships/person`, "persons/person.xml"],
    rId14: ["customXml", "../customXml/item1.xml"],
    rId16: ["xmlMaps", "xmlMaps.xml"],
    rId17: [`${microsoft}/2017/06/relationships/rdRichValue`, "richData/rdrichvalue.xml"],
    rId18: [`${microsoft}/2017/06/relationships/rdRichValueStructure`, "richData/rdrichvaluestructure.xml"],
    rId19: [`${microsoft}/2007/relationships/slicerCache`, "slicerCaches/slicerCache1.xml"],
    ...(macros
      ? { rId15: [`${microsoft}/2006/relationships/vbaProject`, "vbaProject.bin"] as [string, string] }
      : {}),
  });
  parts["_rels/.rels"] = linksOf({
    a: ["officeDocument", "xl/workbook.xml"],
    b: ["extended-properties", "docProps/app.xml"],
    c: ["custom-properties", "docProps/custom.xml"],
    e: [
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml",
    ],
    d: ["urn:unknown/kind", "unknown/thing.dat"],
  });
  const overrides = types.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  const defaults = {
    rels: "application/vnd.openxmlformats-package.relationships+xml",
    xml: "application/xml",
    png: "image/png",
    vml: "application/vnd.openxmlformats-officedocument.vmlDrawing",
    bin: "application/octet-stream",
    dat: "application/x-unknown",
  };
  const ordinary = Object.entries(defaults).map(
    ([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`,
  );
  const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${ordinary.join("")}${overrides.join("")}</Types>`;
  return { parts: { "[Content_Types].xml": contentTypes, ...parts }, sheet: "Clients list", list };
}

/** A workbook with a client list and hardly anything else: what a program writes that knows only cells. */
export function bareParts(draw: Draws): RichParts {
  const list = drawnList(draw);
  const hasStrings = draw.chance(0.5);
  const cells = cellsOf(list, draw).replace(/ [cv]m="1"/g, "");
  const sharing = /<c r="[AB]1"[^>]* t="s">.*?<\/c>/g;
  const kinds = [
    ["xl/workbook.xml", "sheet.main"],
    [listPart, "worksheet"],
    ["xl/styles.xml", "styles"],
    ...(list.isTable ? [[tablePart, "table"]] : []),
    ...(hasStrings ? [["xl/sharedStrings.xml", "sharedStrings"]] : []),
  ];
  const overrides = kinds.map(
    ([name, kind]) =>
      `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`,
  );
  return {
    parts: {
      "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join("")}</Types>`,
      "_rels/.rels": linksOf({ a: ["officeDocument", "xl/workbook.xml"] }),
      "xl/workbook.xml": root(
        "workbook",
        '<sheets><sheet name="Clients list" sheetId="1" r:id="rId1"/></sheets>',
      ),
      "xl/_rels/workbook.xml.rels": linksOf({
        rId1: ["worksheet", "worksheets/sheet7.xml"],
        rId4: ["styles", "styles.xml"],
        ...(hasStrings ? { rId5: ["sharedStrings", "sharedStrings.xml"] as [string, string] } : {}),
      }),
      "xl/styles.xml": root("styleSheet", styles),
      ...(hasStrings ? { "xl/sharedStrings.xml": root("sst", strings) } : {}),
      [listPart]: root(
        "worksheet",
        `<sheetData>${hasStrings ? cells : cells.replace(sharing, "")}</sheetData>${list.isTable ? '<tableParts><tablePart r:id="table"/></tableParts>' : ""}`,
      ),
      ...(list.isTable
        ? {
            [tablePart]: tableOf(list, draw),
            "xl/worksheets/_rels/sheet7.xml.rels": linksOf({ table: ["table", "../tables/table3.xml"] }),
          }
        : {}),
    },
    sheet: "Clients list",
    list,
  };
}

function workbookXml(list: DrawnList, draw: Draws): string {
  const some = (xml: string) => (draw.chance(0.7) ? xml : "");
  return root(
    "workbook",
    [
      '<fileVersion appName="xl" lastEdited="7" lowestEdited="6" rupBuild="27328"/>',
      some('<fileSharing readOnlyRecommended="0" userName="Ann"/>'),
      `<workbookPr codeName="ThisWorkbook" ${some('filterPrivacy="1" ')}defaultThemeVersion="166925"/>`,
      '<bookViews><workbookView xWindow="-120" yWindow="-120" windowWidth="29040" windowHeight="15840" tabRatio="700" firstSheet="0"/></bookViews>',
      '<sheets><sheet name="Clients list" sheetId="3" r:id="rId9"/><sheet name="Other sheet" sheetId="8" state="hidden" r:id="rId2"/><sheet name="Chart" sheetId="5" r:id="rId3"/></sheets>',
      '<externalReferences><externalReference r:id="rId10"/></externalReferences>',
      `<definedNames>${some("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'Clients list'!$A$1:$J$30,'Clients list'!$L$1:$N$9</definedName>")}${some("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'Clients list'!$A:$A,'Clients list'!$1:$2</definedName>")}<definedName name="Linked">'[1]Clients list'!$A$1</definedName><definedName name="Rate" comment="of tax" hidden="1">0.2</definedName><definedName name="Total">SUM('Clients list'!$${"ABC"[list.column + 0]}$${list.row + 2}:$${"ABC"[list.column]}$${list.row + 4})</definedName></definedNames>`,
      `<calcPr calcId="191029"${some(' iterate="1" iterateCount="50"')}${some(' fullPrecision="0"')} concurrentCalc="0"/>`,
      '<customWorkbookViews><customWorkbookView name="Mine" guid="{11111111-2222-3333-4444-555555555555}" maximized="1" windowWidth="800" windowHeight="600" activeSheetId="3"/></customWorkbookViews>',
      '<pivotCaches><pivotCache cacheId="4" r:id="rId11"/></pivotCaches>',
      some(
        '<extLst><ext uri="{BBE1A952-AA13-448e-AADC-164F8A28A991}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerCaches><x14:slicerCache r:id="rId19"/></x14:slicerCaches></ext><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>',
      ),
    ].join(""),
  );
}

const styles =
  '<numFmts count="1"><numFmt numFmtId="170" formatCode="[Red]#,##0.00\\ &quot;€&quot;;-0"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font><font><strike/><outline/><vertAlign val="superscript"/><sz val="9"/><color indexed="12"/><name val="Arial"/><charset val="204"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><gradientFill degree="90"><stop position="0"><color theme="0"/></stop><stop position="1"><color theme="4"/></stop></gradientFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border diagonalUp="1"><left/><right/><top/><bottom/><diagonal style="slantDashDot"><color auto="1"/></diagonal></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" quotePrefix="1"><alignment shrinkToFit="1" readingOrder="2"/><protection locked="0" hidden="1"/></xf><xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="1"><dxf><font><i/><color theme="5"/></font><numFmt numFmtId="171" formatCode="0.000"/><fill><patternFill patternType="lightUp"><bgColor theme="7"/></patternFill></fill><border><left style="dotted"><color auto="1"/></left></border></dxf></dxfs>' +
  '<tableStyles count="1" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"><tableStyle name="Mine" pivot="0" count="1"><tableStyleElement type="headerRow" dxfId="0"/></tableStyle></tableStyles>' +
  '<colors><mruColors><color rgb="FF123456"/></mruColors></colors>';

const strings =
  '<si><r><t xml:space="preserve">Sales </t></r><r><rPr><b/><vertAlign val="subscript"/><sz val="14"/><color rgb="FFFF0000"/><rFont val="Arial"/></rPr><t>of clients</t></r></si>' +
  '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>';

const anchor = (inside: string, column: number) =>
  `<xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>1</xdr:colOff><xdr:row>30</xdr:row><xdr:rowOff>1</xdr:rowOff></xdr:from><xdr:to><xdr:col>${column + 4}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>42</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${inside}<xdr:clientData/></xdr:twoCellAnchor>`;

const drawingXml = `${declaration}<xdr:wsDr xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main" xmlns:r="${office}">${anchor(
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${drawing}/chart"><c:chart xmlns:c="${drawing}/chart" r:id="c"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
  12,
)}${anchor(
  '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Logo" descr="logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="i"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>',
  18,
)}</xdr:wsDr>`;

const chartXml = `${declaration}<c:chartSpace xmlns:c="${drawing}/chart" xmlns:a="${drawing}/main"><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:marker><c:symbol val="none"/></c:marker><c:trendline><c:trendlineType val="exp"/><c:dispRSqr val="1"/><c:dispEq val="0"/></c:trendline><c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="stdErr"/></c:errBars><c:val><c:numRef><c:f>'Other sheet'!$A$1:$C$1</c:f></c:numRef></c:val><c:smooth val="1"/></c:ser><c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart><c:dateAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:dateAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx><c:dTable><c:showHorzBorder val="1"/><c:showVertBorder val="1"/><c:showOutline val="1"/><c:showKeys val="1"/></c:dTable></c:plotArea></c:chart></c:chartSpace>`;

const colors = [
  "dk1",
  "lt1",
  "dk2",
  "lt2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];
const fonts = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>';
const three = (xml: string) => xml.repeat(3);
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const theme = `${declaration}<a:theme xmlns:a="${drawing}/main" name="Office"><a:themeElements><a:clrScheme name="Own">${colors.map((name, index) => `<a:${name}><a:srgbClr val="${(index * 1_234_567 + 0x101010).toString(16).slice(-6).padStart(6, "0").toUpperCase()}"/></a:${name}>`).join("")}</a:clrScheme><a:fontScheme name="Own"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme><a:fmtScheme name="Own"><a:fillStyleLst>${three(fill)}</a:fillStyleLst><a:lnStyleLst>${three(`<a:ln w="6350">${fill}</a:ln>`)}</a:lnStyleLst><a:effectStyleLst>${three("<a:effectStyle><a:effectLst/></a:effectStyle>")}</a:effectStyleLst><a:bgFillStyleLst>${three(fill)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
