/** What Excel keeps in a workbook besides values, each thing in the words of the file: the workbook with everything has it. */
import { longName } from "./everything";
import { listPart } from "./rich-workbook";

const book = "xl/workbook.xml";
const styles = "xl/styles.xml";
const chart = "xl/charts/chart1.xml";
const onChart = (...xml: string[]) => xml.map((each): Kept => [chart, each]);

/** A piece of a part's text; "" for the whole part. */
type Kept = readonly [part: string, xml: string];

/** What each thing is, in the words of the file. */
export const everyThing: Readonly<Record<string, readonly Kept[]>> = {
  "one-cell array formulas": [
    [listPart, '<f t="array" ref="B4">SUM((A12:A14&gt;2)*A12:A14)*100</f><v>700</v>'],
    [listPart, '<f t="array" ref="B12">SUM((A12:A14&gt;2)*A12:A14)</f><v>7</v>'],
  ],
  "dynamic arrays with one result": [
    [listPart, '<c r="C4" s="2" cm="1"><f t="array" ref="C4">_xlfn._xlws.SORT(B5)</f><v>3910</v>'],
    [listPart, '<c r="B13" cm="1"><f t="array" ref="B13">_xlfn._xlws.SORT(A12)</f><v>2</v>'],
    ["xl/metadata.xml", ""],
  ],
  "a General cell in a column of days": [
    [listPart, '<c r="E5"><v>45675</v></c>'],
    [listPart, '<col min="5" max="5" width="18.7109375" style="4" customWidth="1"/>'],
  ],
  "a sheet name above 31 characters": [
    [book, `<sheet name="${longName}"`],
    [listPart, `location="'${longName}'!A1"`],
  ],
  trendlines: onChart('<c:trendline><c:trendlineType val="exp"/>'),
  "error bars": onChart('<c:errBarType val="both"/><c:errValType val="stdErr"/>'),
  "percent labels": onChart('<c:showPercent val="1"/>'),
  "data tables of charts": onChart('<c:dTable><c:showHorzBorder val="1"/>'),
  gradients: [...onChart("<a:gradFill>"), [styles, '<gradientFill degree="90">']],
  "axes of days": onChart("<c:dateAx>"),
  "charts as a whole": [...onChart(""), ["xl/drawings/drawing1.xml", ""], ["xl/charts/style1.xml", ""]],
  "column groups": [
    [listPart, '<col min="14" max="20" width="9.140625" style="1" outlineLevel="1"/>'],
    [listPart, 'outlineLevelCol="1"'],
  ],
  "row groups": [[listPart, '<row r="5" ht="21" customHeight="1" outlineLevel="1"']],
  "pictures in cells": [
    [listPart, '<c r="D4" t="e" vm="1"><v>#VALUE!</v></c>'],
    [listPart, '<c r="E12" t="e" vm="1"><v>#VALUE!</v></c>'],
  ],
  "rich values": [
    ["xl/richData/rdrichvalue.xml", ""],
    ["xl/richData/rdrichvaluestructure.xml", ""],
  ],
  "custom properties of the document": [["docProps/custom.xml", ""]],
  "custom properties of a sheet": [[listPart, '<customPr name="_mine" r:id="printer"/>']],
  "properties of the document": [
    ["docProps/core.xml", ""],
    ["docProps/app.xml", "<Company>Acme</Company>"],
  ],
  "strike-through": [
    [styles, "<font><strike/><outline/>"],
    [listPart, '<c r="A4" s="3"'],
    [listPart, "<rPr><strike/>"],
  ],
  superscript: [[styles, '<vertAlign val="superscript"/>']],
  subscript: [
    ["xl/sharedStrings.xml", '<vertAlign val="subscript"/>'],
    [listPart, '<vertAlign val="subscript"/></rPr><t>3</t>'],
  ],
  "shrink to fit": [[styles, '<alignment shrinkToFit="1" readingOrder="2"/>']],
  "hidden formulas": [[styles, '<protection locked="0" hidden="1"/>']],
  "title columns": [[book, "'Clients list'!$A:$A,'Clients list'!$1:$2</definedName>"]],
  "second print areas": [[book, "'Clients list'!$A$1:$J$30,'Clients list'!$L$1:$N$9</definedName>"]],
  "page breaks": [
    [listPart, '<rowBreaks count="1" manualBreakCount="1"><brk id="17"'],
    [listPart, '<colBreaks count="1" manualBreakCount="1"><brk id="14"'],
  ],
  "the page": [
    [listPart, '<printOptions horizontalCentered="1" headings="1" gridLines="1"/>'],
    [listPart, '<pageSetup paperSize="9" scale="77" firstPageNumber="3"'],
    [listPart, "<oddHeader>&amp;L&amp;"],
    ["xl/printerSettings/printerSettings1.bin", ""],
    ["xl/drawings/hf.vml", ""],
  ],
  zoom: [[listPart, 'zoomScale="85" zoomScaleNormal="85"']],
  "split panes": [[listPart, '<pane xSplit="2000" ySplit="900" topLeftCell="C5" activePane="bottomRight"/>']],
  "the mode of calculation": [[book, 'calcMode="manual"']],
  "iterative calculation": [[book, 'iterate="1" iterateCount="50"']],
  "precision as displayed": [[book, 'fullPrecision="0"']],
  "XML maps": [
    ["xl/xmlMaps.xml", ""],
    ["xl/tables/tableSingleCells1.xml", ""],
  ],
  "custom views": [
    [book, '<customWorkbookView name="Mine"'],
    [listPart, '<customSheetView guid="{11111111-2222-3333-4444-555555555555}" scale="70"'],
  ],
  comments: [
    ["xl/comments1.xml", ""],
    ["xl/drawings/notes.vml", ""],
    ["xl/threadedComments/threadedComment1.xml", ""],
    ["xl/persons/person.xml", ""],
    [listPart, '<legacyDrawing r:id="notes"/>'],
  ],
  validations: [
    [listPart, '<dataValidation type="decimal" operator="greaterThan" sqref="B4:C8">'],
    [listPart, '<dataValidation type="list" allowBlank="1" showInputMessage="1" errorTitle="No"'],
    [listPart, "<xm:sqref>X17</xm:sqref></x14:dataValidation>"],
  ],
  "conditional formats": [
    [listPart, '<conditionalFormatting sqref="B4:C8"><cfRule type="dataBar" priority="20">'],
    [listPart, '<iconSet iconSet="3Arrows" reverse="1">'],
    [listPart, '<x14:cfRule type="dataBar" id="{00000000-000E-0000-0000-000001000000}">'],
  ],
  hyperlinks: [
    [listPart, '<hyperlink ref="A6" r:id="link" tooltip="its page"/>'],
    [listPart, '<hyperlink ref="A1" r:id="link" tooltip="see"/>'],
    ["xl/worksheets/_rels/sheet7.xml.rels", 'Target="https://elsewhere.example/?a=1&amp;b=2"'],
  ],
  pictures: [
    ["xl/media/image1.png", ""],
    ["xl/drawings/_rels/drawing1.xml.rels", ""],
    [listPart, '<picture r:id="picture"/>'],
  ],
  pivots: [
    ["xl/pivotTables/pivotTable1.xml", ""],
    ["xl/pivotCache/pivotCacheDefinition1.xml", ""],
    ["xl/pivotCache/pivotCacheRecords1.xml", ""],
    [book, '<pivotCache cacheId="4"'],
  ],
  slicers: [
    ["xl/slicers/slicer1.xml", ""],
    ["xl/slicerCaches/slicerCache1.xml", ""],
    [listPart, '<x14:slicer r:id="slicer"/>'],
  ],
  sparklines: [[listPart, '<x14:sparklineGroup type="column"']],
  macros: [["xl/vbaProject.bin", ""]],
  "external links": [
    ["xl/externalLinks/externalLink1.xml", ""],
    ["xl/externalLinks/_rels/externalLink1.xml.rels", ""],
    [book, "<definedName name=\"Linked\">'[1]Clients list'!$A$1</definedName>"],
  ],
  connections: [["xl/connections.xml", ""]],
  "chart sheets": [
    ["xl/chartsheets/chartsheet1.xml", ""],
    [book, '<sheet name="Chart"'],
  ],
  "what-if tables": [[listPart, '<f t="dataTable" ref="F12" dt2D="1" dtr="1" r1="A1" r2="B1"/>']],
  scenarios: [[listPart, '<scenario name="Best"']],
  "protected ranges": [[listPart, '<protectedRange sqref="L17:N19" name="Entry"']],
  "parts that nobody knows": [
    ["unknown/thing.dat", ""],
    ["customXml/item1.xml", ""],
  ],
};

/**
 * Whether each piece of a thing is in the output as often as in the input, and each part that is meant as a whole the same.
 * @throws Error where a piece is not in the input: nothing would be looked for
 */
export function isKept(
  thing: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): boolean {
  return everyThing[thing].every(([part, xml]) => {
    const [was, is] = [before.get(part), after.get(part)];
    if (was === undefined || !was.includes(xml)) throw new Error(`${part} has no ${xml}`);
    return xml === "" ? is === was : is?.split(xml).length === was.split(xml).length;
  });
}
