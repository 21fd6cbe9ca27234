/** A sheet with a client list and, around it, what Excel keeps on a sheet: each drawn or left out. */
import type { Draws } from "../../../draws";
import { columnLetters } from "../../../../src/host/model/reference";

export interface DrawnList {
  /** First row and column of the list, zero-based. */
  row: number;
  column: number;
  isTable: boolean;
  /** Names of clients. */
  names: readonly string[];
}

export const periods = ["Jan 2025", "Feb 2025", "Mar 2025", "Apr 2025"];

const address = (row: number, column: number) => columnLetters(column) + (row + 1);

/** Cells by row: what stands above the list, the list, what stands below it. */
export function cellsOf(list: DrawnList, draw: Draws): string {
  const rows = new Map<number, string[]>();
  const put = (row: number, column: number, xml: (at: string) => string) => {
    rows.set(row, [...(rows.get(row) ?? []), xml(address(row, column))]);
  };
  const inline = (text: string) => (at: string) =>
    `<c r="${at}" s="1" t="inlineStr"><is><t>${text}</t></is></c>`;
  const number = (value: number) => (at: string) => `<c r="${at}" s="2"><v>${value}</v></c>`;
  put(0, 0, (at) => `<c r="${at}" s="3" t="s"><v>0</v></c>`);
  put(0, 1, (at) => `<c r="${at}" t="s"><v>1</v></c>`);
  const width = periods.length;
  ["Client", ...periods].forEach((header, index) => put(list.row, list.column + index, inline(header)));
  list.names.forEach((name, index) => {
    const row = list.row + 1 + index;
    put(row, list.column, inline(name));
    for (let period = 0; period < width; period++)
      put(row, list.column + 1 + period, number(1000 * (list.names.length - index) + draw.integer(-90, 90)));
  });
  const below = list.row + list.names.length + 3;
  const [first, last] = [list.row + 1, list.row + list.names.length];
  const sums = `${address(first, list.column + 1)}:${address(last, list.column + 1)}`;
  put(below, 0, (at) => `<c r="${at}" t="b"><v>1</v></c>`);
  put(below, 1, (at) => `<c r="${at}" t="e"><v>#N/A</v></c>`);
  put(below, 2, (at) => `<c r="${at}" s="4"><v>45678.25</v></c>`);
  put(below, 3, (at) => `<c r="${at}" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>`);
  put(
    below + 1,
    0,
    (at) =>
      `<c r="${at}"><f t="shared" ref="${at}:${address(below + 3, 0)}" si="0">1+ROW(A1)</f><v>2</v></c>`,
  );
  put(below + 2, 0, (at) => `<c r="${at}"><f t="shared" si="0"/><v>3</v></c>`);
  put(below + 3, 0, (at) => `<c r="${at}"><f t="shared" si="0"/><v>4</v></c>`);
  put(
    below + 1,
    1,
    (at) =>
      `<c r="${at}"><f t="array" ref="${at}">SUM((A${below + 2}:A${below + 4}&gt;2)*A${below + 2}:A${below + 4})</f><v>7</v></c>`,
  );
  put(
    below + 2,
    1,
    (at) => `<c r="${at}" cm="1"><f t="array" ref="${at}">_xlfn._xlws.SORT(A${below + 2})</f><v>2</v></c>`,
  );
  put(below + 3, 1, (at) => `<c r="${at}"><f>SUBTOTAL(102,${sums})</f><v>${list.names.length}</v></c>`);
  put(
    below + 3,
    2,
    (at) => `<c r="${at}" t="str"><f>IFERROR(VLOOKUP("nobody",A1:B2,2,FALSE),"none")</f><v>none</v></c>`,
  );
  put(below + 3, 3, (at) => `<c r="${at}" s="5"><f>RAND()</f><v>0.25</v></c>`);
  put(below + 3, 4, (at) => `<c r="${at}" s="5"><f>${address(below + 3, 3)}*2</f><v>0.5</v></c>`);
  // A picture in a cell.
  put(below + 1, 4, (at) => `<c r="${at}" t="e" vm="1"><v>#VALUE!</v></c>`);
  // A what-if table that was not calculated yet.
  put(
    below + 1,
    5,
    (at) => `<c r="${at}"><f t="dataTable" ref="${at}" dt2D="1" dtr="1" r1="A1" r2="B1"/></c>`,
  );
  return [...rows]
    .sort(([one], [other]) => one - other)
    .map(([row, cells]) => {
      const dress =
        row > below && draw.chance(0.5) ? ' spans="1:9" ht="21" customHeight="1" outlineLevel="1"' : "";
      return `<row r="${row + 1}"${dress}>${cells.join("")}</row>`;
    })
    .join("\n");
}

/** What stands before the cells. */
export function headOf(draw: Draws): string {
  const some = (xml: string) => (draw.chance(0.7) ? xml : "");
  return [
    `<sheetPr codeName="Sheet7" filterMode="0">${some('<tabColor theme="4" tint="-0.25"/>')}${some('<outlinePr summaryBelow="0"/>')}${some('<pageSetUpPr fitToPage="1"/>')}</sheetPr>`,
    some('<dimension ref="A1:N60"/>'),
    `<sheetViews><sheetView ${some('showGridLines="0" ')}${some('zoomScale="85" zoomScaleNormal="85" ')}tabSelected="1" workbookViewId="0">${some('<pane xSplit="2000" ySplit="900" topLeftCell="C5" activePane="bottomRight"/>')}<selection activeCell="B2" sqref="B2:C3"/></sheetView></sheetViews>`,
    '<sheetFormatPr baseColWidth="10" defaultRowHeight="15" outlineLevelRow="1" outlineLevelCol="1"/>',
    some(
      '<cols><col min="1" max="1" width="24.7109375" customWidth="1"/><col min="14" max="20" width="9.140625" style="1" outlineLevel="1"/><col min="21" max="21" width="0" hidden="1" customWidth="1"/></cols>',
    ),
  ].join("\n");
}

/** What stands behind the cells, in the order of the schema. @param below first row under the list, zero-based */
export function tailOf(list: DrawnList, draw: Draws): string {
  const below = list.row + list.names.length + 10;
  const block = (rows: number) => `L${below}:N${below + rows}`;
  const some = (xml: string) => (draw.chance(0.75) ? xml : "");
  const rules = [
    '<cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFF8696B"/><color rgb="FF63BE7B"/></colorScale></cfRule>',
    '<cfRule type="iconSet" priority="2"><iconSet iconSet="3Arrows" reverse="1"><cfvo type="percent" val="0"/><cfvo type="num" val="33"/><cfvo type="formula" val="$A$1"/></iconSet></cfRule>',
    '<cfRule type="top10" dxfId="0" priority="3" percent="1" rank="10"/>',
    '<cfRule type="aboveAverage" dxfId="0" priority="4" aboveAverage="0" stdDev="1"/>',
    '<cfRule type="duplicateValues" dxfId="0" priority="5"/>',
    `<cfRule type="timePeriod" dxfId="0" priority="6" timePeriod="lastWeek"><formula>TODAY()-L${below}&lt;7</formula></cfRule>`,
    `<cfRule type="expression" dxfId="0" priority="7" stopIfTrue="1"><formula>MOD(ROW(),2)=0</formula></cfRule>`,
    '<cfRule type="dataBar" priority="8"><dataBar showValue="0"><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{00000000-000E-0000-0000-000001000000}</x14:id></ext></extLst></cfRule>',
  ];
  return [
    some(
      `<protectedRanges><protectedRange sqref="${block(2)}" name="Entry" password="CC1A"/></protectedRanges>`,
    ),
    some(
      `<scenarios current="0" show="0"><scenario name="Best" locked="1" count="1" user="Ann"><inputCells r="L${below}" val="1"/></scenario></scenarios>`,
    ),
    some(
      `<autoFilter ref="L${below + 4}:M${below + 8}"><filterColumn colId="1"><customFilters and="1"><customFilter operator="greaterThan" val="5"/></customFilters></filterColumn></autoFilter><sortState ref="L${below + 5}:M${below + 8}"><sortCondition descending="1" ref="M${below + 5}:M${below + 8}"/></sortState>`,
    ),
    `<customSheetViews><customSheetView guid="{11111111-2222-3333-4444-555555555555}" scale="70" showGridLines="0" hiddenColumns="1"><selection activeCell="B3" sqref="B3"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></customSheetView></customSheetViews>`,
    some(`<mergeCells count="1"><mergeCell ref="P${below}:Q${below + 2}"/></mergeCells>`),
    some('<phoneticPr fontId="1" type="noConversion"/>'),
    rules
      .filter(() => draw.chance(0.6))
      .map(
        (rule, index) =>
          `<conditionalFormatting sqref="${block(index + 1)}${draw.chance(0.3) ? ` S${below + 3} T${below + 5}:T${below + 9}` : ""}">${rule}</conditionalFormatting>`,
      )
      .join(""),
    some(
      `<dataValidations count="2" disablePrompts="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" errorTitle="No" error="Choose &quot;one&quot;" sqref="${block(5)}"><formula1>$A$1:$A$3</formula1></dataValidation><dataValidation type="decimal" operator="between" imeMode="off" sqref="Z${below}:Z1048576"><formula1>0</formula1><formula2>1</formula2></dataValidation></dataValidations>`,
    ),
    some(
      `<hyperlinks><hyperlink ref="A1" r:id="link" tooltip="see"/><hyperlink ref="L${below}" location="'Other sheet'!A1" display="there"/></hyperlinks>`,
    ),
    some('<printOptions horizontalCentered="1" headings="1" gridLines="1"/>'),
    '<pageMargins left="0.25" right="0.25" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    some(
      '<pageSetup paperSize="9" scale="77" firstPageNumber="3" fitToHeight="0" orientation="landscape" blackAndWhite="1" useFirstPageNumber="1" r:id="printer"/>',
    ),
    some(
      '<headerFooter differentOddEven="1" differentFirst="1" scaleWithDoc="0"><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Sales&amp;R&amp;D</oddHeader><evenFooter>&amp;P / &amp;N</evenFooter><firstHeader>&amp;CFirst</firstHeader></headerFooter>',
    ),
    some(`<rowBreaks count="1" manualBreakCount="1"><brk id="${below}" max="16383" man="1"/></rowBreaks>`),
    some('<colBreaks count="1" manualBreakCount="1"><brk id="14" max="1048575" man="1"/></colBreaks>'),
    some('<customProperties><customPr name="_mine" r:id="printer"/></customProperties>'),
    some(`<cellWatches><cellWatch r="L${below}"/></cellWatches>`),
    some(
      `<ignoredErrors><ignoredError sqref="${block(3)}" numberStoredAsText="1" formula="1"/></ignoredErrors>`,
    ),
    '<drawing r:id="drawing"/><legacyDrawing r:id="notes"/>',
    some('<picture r:id="picture"/>'),
    list.isTable ? '<tableParts count="1"><tablePart r:id="table"/></tableParts>' : "",
    extensionsOf(below, draw),
  ].join("\n");
}

/** What later versions have added to a sheet. */
function extensionsOf(below: number, draw: Draws): string {
  const cells = "http://schemas.microsoft.com/office/excel/2006/main";
  const extensions = [
    [
      "{78C0D931-6437-407d-A8EE-F0AAD7539E65}",
      `<x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${cells}"><x14:cfRule type="dataBar" id="{00000000-000E-0000-0000-000001000000}"><x14:dataBar minLength="0" maxLength="100" gradient="0" axisPosition="middle"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:negativeFillColor rgb="FFFF0000"/></x14:dataBar></x14:cfRule><xm:sqref>L${below}:L${below + 4}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>`,
    ],
    [
      "{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}",
      `<x14:dataValidations count="1" xmlns:xm="${cells}"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>'Other sheet'!$A$1:$C$1</xm:f></x14:formula1><xm:sqref>X${below}</xm:sqref></x14:dataValidation></x14:dataValidations>`,
    ],
    [
      "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}",
      `<x14:sparklineGroups xmlns:xm="${cells}"><x14:sparklineGroup type="column" displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>'Other sheet'!A1:C1</xm:f><xm:sqref>L${below}</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups>`,
    ],
    [
      "{A8765BA9-456A-4dab-B4F3-ACF838C121DE}",
      '<x14:slicerList><x14:slicer r:id="slicer"/></x14:slicerList>',
    ],
  ];
  const drawn = extensions
    .filter(() => draw.chance(0.6))
    .map(
      ([uri, xml]) =>
        `<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="${uri}">${xml}</ext>`,
    );
  return drawn.length === 0 ? "" : `<extLst>${drawn.join("")}</extLst>`;
}

/** The table over the list. */
export function tableOf(list: DrawnList, draw: Draws): string {
  const reference = `${address(list.row, list.column)}:${address(list.row + list.names.length, list.column + periods.length)}`;
  const columns = ["Client", ...periods].map((name, index) => {
    const look = index > 0 && draw.chance(0.5) ? ' dataDxfId="0"' : "";
    return `<tableColumn id="${index + 3}" name="${name}"${look}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr" id="5" name="Clients" displayName="Clients" ref="${reference}" totalsRowShown="0" headerRowDxfId="0" xr:uid="{A4B2C1D0-0000-4000-8000-000000000001}"><autoFilter ref="${reference}" xr:uid="{A4B2C1D0-0000-4000-8000-000000000002}"/><tableColumns count="${columns.length}">${columns.join("")}</tableColumns><tableStyleInfo name="TableStyleMedium9" showFirstColumn="1" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;
}
