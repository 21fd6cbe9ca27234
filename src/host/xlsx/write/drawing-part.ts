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
  const anchors = charts.map((chart, index) => chartAnchor(chart, index + 2, relationshipIds[index], grid));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<xdr:wsDr xmlns:xdr="${spreadsheetDrawing}" xmlns:a="${drawingMain}">${anchors.join("")}</xdr:wsDr>`
  );
}

/**
 * A chart and its place. It names its namespaces, so that it can stand in any drawing.
 * @param number of the object within the drawing
 */
export function chartAnchor(
  chart: ChartRecord,
  number: number,
  relationshipId: string,
  grid: SheetGrid,
): string {
  const from = cornerXml(grid, chart.left, chart.top);
  const to = cornerXml(grid, chart.left + chart.width, chart.top + chart.height);
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${spreadsheetDrawing}" xmlns:a="${drawingMain}"><xdr:from>${from}</xdr:from><xdr:to>${to}</xdr:to>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${number}" name="${escapedXml(chart.name)}">${identity(chart.id)}</xdr:cNvPr><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" xmlns:r="${relationships}" r:id="${relationshipId}"/>` +
    "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
  );
}

/** A corner of a drawn object: cell, and distance from its edges. */
export function cornerXml(grid: SheetGrid, left: number, top: number): string {
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
