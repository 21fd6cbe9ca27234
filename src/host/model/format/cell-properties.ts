import type { Area, CellFormatRecord } from "../../workbook-record";
import { HostError } from "../host-error";
import { addressOf, quotedSheetName } from "../reference";
import type { SheetState } from "../sheet/sheet-state";

/** Properties of one cell as plain data, nested as in `Excel.CellProperties`. */
export interface CellProperties {
  [name: string]: string | number | boolean | CellProperties;
}

/** What `Excel.CellPropertiesLoadOptions.format` can ask for, as far as the host keeps it. */
const ofFormat = {
  horizontalAlignment: (format) => format.horizontal ?? "General",
  indentLevel: (format) => format.indent ?? 0,
  textOrientation: (format) => format.textRotation ?? 0,
  verticalAlignment: (format) => format.vertical ?? "Bottom",
  wrapText: (format) => format.wrapText === true,
  fill: { color: (format) => format.fill ?? "#FFFFFF" },
  font: {
    bold: (format) => format.font?.bold === true,
    color: (format) => format.font?.color ?? "#000000",
    italic: (format) => format.font?.italic === true,
    name: (format) => format.font?.name ?? "Calibri",
    size: (format) => format.font?.size ?? 11,
    underline: (format) => (format.font?.underline === true ? "Single" : "None"),
  },
} satisfies FormatReaders;

interface FormatReaders {
  [name: string]: ((format: CellFormatRecord) => string | number | boolean) | FormatReaders;
}

/**
 * `Range.getCellProperties`: what was asked for, of each cell. Cells of one look share their object.
 *
 * @param options nested as `Excel.CellPropertiesLoadOptions`: `true` at each property that is wanted
 * @throws HostError ApiNotFound for a property that the host does not keep
 */
export function cellProperties(sheet: SheetState, area: Area, options: unknown): CellProperties[][] {
  const { format: wanted, address, hidden, ...others } = optionsOf(options);
  const unknown = Object.keys(others).find((name) => others[name]);
  if (unknown !== undefined) throw notKept(unknown);
  const known = new Map<string | undefined, CellProperties>();
  const look = (row: number, column: number): CellProperties => {
    if (!wanted) return {};
    const key = sheet.formats.keyAt(row, column);
    let properties = known.get(key);
    if (properties === undefined) {
      properties = { format: read(ofFormat, sheet.formats.table.get(key), wanted, "format") };
      known.set(key, properties);
    }
    return properties;
  };
  const prefix = `${quotedSheetName(sheet.sheetName)}!`;
  const { hiddenRows, hiddenColumns } = sheet.geometry;
  return Array.from({ length: area.rows }, (_row, r) =>
    Array.from({ length: area.columns }, (_column, c) => {
      const [row, column] = [area.row + r, area.column + c];
      const properties = look(row, column);
      if (!address && !hidden) return properties;
      const own: CellProperties = { ...properties };
      if (address) own.address = prefix + addressOf({ row, column, rows: 1, columns: 1 });
      if (hidden) own.hidden = hiddenRows.has(row) || hiddenColumns.has(column);
      return own;
    }),
  );
}

function read(
  readers: FormatReaders,
  format: CellFormatRecord,
  options: unknown,
  path: string,
): CellProperties {
  const properties: CellProperties = {};
  for (const [name, wanted] of Object.entries(optionsOf(options))) {
    if (!wanted) continue;
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (reader === undefined) throw notKept(`${path}.${name}`);
    properties[name] =
      typeof reader === "function" ? reader(format) : read(reader, format, wanted, `${path}.${name}`);
  }
  return properties;
}

function optionsOf(options: unknown): Record<string, unknown> {
  if (typeof options !== "object" || options === null) {
    throw new HostError("InvalidArgument", "The properties to be loaded are named by an object.");
  }
  return options as Record<string, unknown>;
}

function notKept(property: string): HostError {
  return new HostError("ApiNotFound", `The host does not know CellProperties.${property}.`);
}
