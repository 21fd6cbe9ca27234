import type { ChartRecord } from "../../workbook-record";
import { escapedXml } from "../package/file-text";
import { emuPerPoint } from "../vocabulary/measures";
import type { SheetGrid } from "../vocabulary/sheet-grid";

const spreadsheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const drawingMain = "http://schemas.openxmlformats.org/drawingml/2006/main";
const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const creation = "http://schemas.microsoft.com/office/drawing/2014/main";

/**
 * The drawing of a sheet: its charts from cell to cell, so that they move and size with cells as Excel's own do.
 * @param relationshipIds of the chart parts, in the order of the charts
 */
export function drawingPart(charts: ChartRecord[], relationshipIds: string[], grid: SheetGrid): string {
  const anchors = charts.map((chart, index) => {
    const from = corner(grid, chart.left, chart.top);
    const to = corner(grid, chart.left + chart.width, chart.top + chart.height);
    return (
      `<xdr:twoCellAnchor><xdr:from>${from}</xdr:from><xdr:to>${to}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
      `<xdr:cNvPr id="${index + 2}" name="${escapedXml(chart.name)}">${identity(chart.id)}</xdr:cNvPr><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" xmlns:r="${relationships}" r:id="${relationshipIds[index]}"/>` +
      "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
    );
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<xdr:wsDr xmlns:xdr="${spreadsheetDrawing}" xmlns:a="${drawingMain}">${anchors.join("")}</xdr:wsDr>`
  );
}

function corner(grid: SheetGrid, left: number, top: number): string {
  const column = grid.columnAt(left);
  const row = grid.rowAt(top);
  return (
    `<xdr:col>${column.index}</xdr:col><xdr:colOff>${Math.round(column.offset * emuPerPoint)}</xdr:colOff>` +
    `<xdr:row>${row.index}</xdr:row><xdr:rowOff>${Math.round(row.offset * emuPerPoint)}</xdr:rowOff>`
  );
}

/** Excel keeps a drawing's lasting identifier in an extension; other identifiers have no place in a file. */
function identity(id: string): string {
  if (!/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i.test(id)) return "";
  return `<a:extLst><a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"><a16:creationId xmlns:a16="${creation}" id="${id}"/></a:ext></a:extLst>`;
}
