/**
 * Values with what they carry besides themselves (Microsoft, "Use data types in Excel add-ins", "Add properties to basic cell
 * values"; the interfaces `Excel.StringCellValue`, `Excel.DoubleCellValue` and `Excel.BooleanCellValue`).
 */
import type { Area, CellValue, ValueCard } from "../../workbook-record";
import { HostError } from "../host-error";
import { type CellEntry, isErrorText } from "../sheet/cell-entry";
import { writeEntries } from "../sheet/sheet-entry";
import type { SheetState } from "../sheet/sheet-state";

/** As `Range.valuesAsJson` gives it; of an error its kind is left out. */
interface JsonValue extends Partial<ValueCard> {
  type: "Empty" | "String" | "Double" | "Boolean" | "Error";
  basicType: JsonValue["type"];
  basicValue: CellValue;
  /** The format that a function gave its number; the cell's own is none of the value's. */
  numberFormat?: string;
}

export function valuesAsJson(sheet: SheetState, area: Area): JsonValue[][] {
  return sheet.cells.values(area).map((values, row) =>
    values.map((basicValue, column) => {
      const [at, beside] = [area.row + row, area.column + column];
      const type = sheet.cells.valueType(at, beside);
      const numberFormat = type === "Double" ? sheet.cells.valueFormat(at, beside) : undefined;
      return {
        type,
        basicType: type,
        basicValue,
        ...(numberFormat !== undefined && { numberFormat }),
        ...sheet.cells.own(at, beside)?.custom?.card,
      };
    }),
  );
}

/**
 * Texts stay texts, whatever they look like: an entry is not read as a person's (a guess).
 * @throws HostError InvalidArgument for what is no value of a type that it knows; NotImplemented for other types
 */
export function writeValuesAsJson(sheet: SheetState, area: Area, matrix: unknown[][]): void {
  writeEntries(sheet, area, matrix, entryOf);
}

const otherTypes = new Set([
  "Array",
  "Entity",
  "Error",
  "FormattedNumber",
  "Function",
  "LinkedEntity",
  "Reference",
  "ValueTypeNotAvailable",
  "WebImage",
]);

/** Null for a value that is not to be written (`Excel.CellValueExtraProperties.writable`). */
function entryOf(value: unknown): CellEntry | null {
  if (typeof value !== "object" || value === null) {
    throw new HostError("InvalidArgument", `${JSON.stringify(value)} is no value with a type.`);
  }
  const { type, basicValue, properties, layouts, writable, ...more } = value as Record<string, unknown>;
  delete more.basicType;
  if (writable === false) {
    return null;
  }
  if (otherTypes.has(String(type)) || Object.keys(more).length > 0) {
    const what = [String(type), ...Object.keys(more)].join(", ");
    throw new HostError("NotImplemented", `Range.valuesAsJson does not write ${what} here.`);
  }
  const card = cardOf(properties, layouts);
  switch (type) {
    case "Empty":
      return { kind: "blank" };
    case "String":
      if (typeof basicValue !== "string") break;
      return { kind: "text", text: basicValue, quoted: isErrorText(basicValue), card };
    case "Double":
      if (typeof basicValue !== "number" || !Number.isFinite(basicValue)) break;
      return { kind: "number", value: basicValue, card };
    case "Boolean":
      if (typeof basicValue !== "boolean") break;
      return { kind: "boolean", value: basicValue, card };
  }
  throw new HostError(
    "InvalidArgument",
    `${JSON.stringify(basicValue)} is no value of the type ${String(type)}.`,
  );
}

/** That a layout which names a property that is not there is refused is a guess, and the safe one. */
function cardOf(properties: unknown, layouts: unknown): ValueCard | undefined {
  if (properties === undefined) {
    if (layouts === undefined) return undefined;
    throw new HostError("InvalidArgument", "A layout needs properties.");
  }
  if (typeof properties !== "object" || properties === null) {
    throw new HostError("InvalidArgument", "The properties of a value are an object.");
  }
  for (const [name, property] of Object.entries(properties)) {
    if (name === "" || !isProperty(property)) {
      throw new HostError("InvalidArgument", `The property ${name} of a value holds no value.`);
    }
  }
  for (const name of namesIn(layouts)) {
    if (!Object.hasOwn(properties, name)) {
      throw new HostError("InvalidArgument", `A layout names the property ${name}, which is not there.`);
    }
  }
  return { properties: properties as ValueCard["properties"], ...(layouts !== undefined && { layouts }) };
}

/** `Excel.EntityPropertyType`: a plain value, or one with a type. */
function isProperty(property: unknown): boolean {
  if (typeof property !== "object") {
    return ["string", "number", "boolean"].includes(typeof property);
  }
  return property !== null && "type" in property && "basicValue" in property;
}

/** Properties that the card of a layout names: its title, its subtitle, and those of its sections. */
function namesIn(layouts: unknown): string[] {
  const { card } = (layouts ?? {}) as { card?: Record<string, unknown> };
  const referred = [card?.title, card?.subTitle, card?.mainImage].flatMap((each) =>
    typeof each === "object" && each !== null && "property" in each ? [String(each.property)] : [],
  );
  const sections = (card?.sections ?? []) as { properties: string[] }[];
  return [...referred, ...sections.flatMap((section) => section.properties)];
}
