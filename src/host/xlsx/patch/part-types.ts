const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** How the parts that we add are referred to, and what type they are. */
export const addresses = {
  worksheet: { relationship: `${office}/worksheet`, contentType: `${spreadsheet}.worksheet+xml` },
  styles: { relationship: `${office}/styles`, contentType: `${spreadsheet}.styles+xml` },
  sharedStrings: { relationship: `${office}/sharedStrings`, contentType: `${spreadsheet}.sharedStrings+xml` },
  table: { relationship: `${office}/table`, contentType: `${spreadsheet}.table+xml` },
  metadata: { relationship: `${office}/sheetMetadata`, contentType: `${spreadsheet}.sheetMetadata+xml` },
  drawing: {
    relationship: `${office}/drawing`,
    contentType: "application/vnd.openxmlformats-officedocument.drawing+xml",
  },
  chart: {
    relationship: `${office}/chart`,
    contentType: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  },
} as const;

/** Namespace of relationship identifiers inside parts. */
export const relationshipNamespace = office;
