import type { SheetRecord } from "./workbook-record";

/** A sheet as Excel makes it: A4 or Letter is the printer's choice, margins are "Normal". */
export function blankSheet(name: string): SheetRecord {
  return {
    name,
    visibility: "Visible",
    tabColor: null,
    showGridlines: true,
    cells: [],
    columns: [],
    rows: [],
    merges: [],
    frozen: { rows: 0, columns: 0 },
    tables: [],
    filter: null,
    protection: null,
    conditionalFormats: [],
    charts: [],
    page: {
      orientation: "Portrait",
      paperSize: null,
      fitToWidth: null,
      fitToHeight: null,
      scale: null,
      centerHorizontally: false,
      printArea: null,
      titleRows: null,
      margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
      header: { left: "", center: "", right: "" },
      footer: { left: "", center: "", right: "" },
      rowBreaks: [],
    },
  };
}
