import type { Area, TableRecord } from "../../workbook-record";

/** The parts of `Table1[[#Headers],[Jan]:[Dec]]`. */
export interface StructuredReference {
  /** Of "all", "data", "headers", "totals", "thisRow"; empty = data. */
  items: ("all" | "data" | "headers" | "totals" | "thisRow")[];
  /** First and last column name; null = all columns. */
  columns: [string, string] | null;
}

const itemNames: Record<string, StructuredReference["items"][number]> = {
  "#all": "all",
  "#data": "data",
  "#headers": "headers",
  "#totals": "totals",
  "#this row": "thisRow",
};

/**
 * Reads the bracketed part of a structured reference; null when it is none.
 * Grammar: Microsoft Support, "Using structured references with Excel tables".
 */
export function parseSpecifier(specifier: string): StructuredReference | null {
  let inner = specifier.slice(1, -1).trim();
  const reference: StructuredReference = { items: [], columns: null };
  if (inner.startsWith("@")) {
    reference.items.push("thisRow");
    inner = inner.slice(1).trim();
    if (inner !== "" && !inner.startsWith("[")) {
      const name = unescape(inner);
      reference.columns = [name, name];
      return reference;
    }
  }
  if (inner === "") {
    return reference;
  }
  if (!inner.startsWith("[")) {
    return addPart(reference, inner) ? reference : null;
  }
  const parts = bracketed(inner);
  for (let index = 0; parts !== null && index < parts.length; index++) {
    const { text, after } = parts[index];
    if (after === ":" && index + 1 < parts.length) {
      reference.columns = [unescape(text), unescape(parts[index + 1].text)];
      index++;
    } else if (!addPart(reference, text)) {
      return null;
    }
  }
  return parts === null ? null : reference;
}

function addPart(reference: StructuredReference, text: string): boolean {
  if (text.startsWith("#")) {
    const item = itemNames[text.toLowerCase().replaceAll(/\s+/g, " ")];
    if (item === undefined) {
      return false;
    }
    reference.items.push(item);
  } else {
    reference.columns = [unescape(text), unescape(text)];
  }
  return true;
}

function bracketed(inner: string): { text: string; after: string }[] | null {
  const parts: { text: string; after: string }[] = [];
  const pattern = /\[((?:'.|[^'[\]])*)\]\s*([:,]?)\s*/gsy;
  while (pattern.lastIndex < inner.length) {
    const match = pattern.exec(inner);
    if (match === null) {
      return null;
    }
    parts.push({ text: match[1], after: match[2] });
  }
  return parts;
}

function unescape(name: string): string {
  return name.replaceAll(/'(.)/gs, "$1");
}

/** A column name as it stands inside brackets. */
export function escapedColumnName(name: string): string {
  return name.replaceAll(/[[\]#'@]/g, "'$&");
}

/** Rows of a table without header and totals row; none when the table is empty of them. */
export function dataArea(table: TableRecord): Area {
  const header = table.showHeaders ? 1 : 0;
  const totals = table.showTotals ? 1 : 0;
  return { ...table.area, row: table.area.row + header, rows: table.area.rows - header - totals };
}

/**
 * The block that a structured reference means; an error text where Excel gives one.
 * `row` is the row of the formula's cell, for "this row".
 */
export function areaOfReference(
  table: TableRecord,
  reference: StructuredReference,
  row: number,
): Area | "#REF!" | "#VALUE!" {
  const columns = columnSpan(table, reference);
  if (columns === null) {
    return "#REF!";
  }
  const data = dataArea(table);
  const { area } = table;
  const blocks = (reference.items.length === 0 ? (["data"] as const) : reference.items).map((item) => {
    switch (item) {
      case "all":
        return { first: area.row, last: area.row + area.rows - 1 };
      case "data":
        return { first: data.row, last: data.row + data.rows - 1 };
      case "headers":
        return table.showHeaders ? { first: area.row, last: area.row } : "#REF!";
      case "totals":
        return table.showTotals
          ? { first: area.row + area.rows - 1, last: area.row + area.rows - 1 }
          : "#REF!";
      default:
        return row >= data.row && row < data.row + data.rows ? { first: row, last: row } : "#VALUE!";
    }
  });
  let first = Infinity;
  let last = -1;
  for (const block of blocks) {
    if (block === "#REF!" || block === "#VALUE!") {
      return block;
    }
    first = Math.min(first, block.first);
    last = Math.max(last, block.last);
  }
  return {
    row: first,
    rows: last - first + 1,
    column: area.column + columns.first,
    columns: columns.last - columns.first + 1,
  };
}

function columnSpan(
  table: TableRecord,
  reference: StructuredReference,
): { first: number; last: number } | null {
  if (reference.columns === null) {
    return { first: 0, last: table.columns.length - 1 };
  }
  const [one, other] = reference.columns.map((name) =>
    table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()),
  );
  return one < 0 || other < 0 ? null : { first: Math.min(one, other), last: Math.max(one, other) };
}

/** The specifier with one column renamed (or `#REF!` for a deleted one); the same text when the column does not occur. */
export function renameColumnInSpecifier(specifier: string, from: string, to: string | null): string {
  const spelled = to === null ? "#REF!" : escapedColumnName(to);
  const matches = (text: string) => unescape(text).toLowerCase() === from.toLowerCase();
  const nested = specifier.slice(1, -1).includes("[");
  if (!nested) {
    const at = /^\[\s*@/.test(specifier) ? "@" : "";
    const name = specifier.slice(1 + (at ? specifier.indexOf("@") : 0), -1).trim();
    if (!matches(name)) {
      return specifier;
    }
    // Names with these characters need brackets of their own behind "@".
    return at && /[^\p{L}\p{N}_.]/u.test(spelled) ? `[@[${spelled}]]` : `[${at}${spelled}]`;
  }
  return specifier.replaceAll(/\[((?:'.|[^'[\]])*)\]/gs, (whole, text: string) =>
    matches(text) ? `[${spelled}]` : whole,
  );
}
