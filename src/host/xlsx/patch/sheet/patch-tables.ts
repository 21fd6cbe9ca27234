import type { SheetRecord, TableRecord } from "../../../workbook-record";
import { escapedXml } from "../../package/file-text";
import type { PackageEdit } from "../../package/package-edit";
import { TextEdits } from "../../package/text-edits";
import { spanAttribute, spanChild, spanChildren, spansOf, type XmlSpan } from "../../package/xml-spans";
import { areaAddress } from "../../vocabulary/address";
import {
  calculatedFormula,
  type CellAt,
  columnElement,
  encodedName,
  tableCells,
  tablePart,
} from "../../write/write-tables";
import { prefixedXml } from "../appended/append-styles";
import { same } from "../same";
import type { SheetPatch } from "./patch-frame";
import { addresses, relationshipNamespace } from "../part-types";
import { worksheetOrder } from "./worksheet-order";

const tableOrder = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];

/** Tables that came, went or changed: their parts, and what the sheet says of them. */
export function patchTables(patch: SheetPatch, sheetPart: string, edit: PackageEdit): void {
  const { before, after } = patch;
  if (same(before.tables, after.tables) && !touchesTotals(before, after)) return;
  const parts = tableParts(sheetPart, edit);
  const gone = before.tables.filter(({ id }) => !after.tables.some((table) => table.id === id));
  for (const { id } of gone) {
    const part = parts.get(id);
    if (!part) continue;
    edit.unrelate(sheetPart, part.link);
    edit.remove(part.name);
  }
  const links: string[] = [];
  for (const table of after.tables) {
    const was = before.tables.find(({ id }) => id === table.id);
    const part = was && parts.get(was.id);
    if (part) {
      const text = edit.text(part.name) ?? "";
      edit.setText(part.name, patchedTable(text, [was, before], [table, after], part.name, edit));
    } else links.push(addTable(table, after, sheetPart, edit));
  }
  patchList(
    patch,
    gone.flatMap(({ id }) => parts.get(id)?.link ?? []),
    links,
    edit,
  );
}

/** A formula or text below a column is told in the table's part too. */
function touchesTotals(before: SheetRecord, after: SheetRecord): boolean {
  const totals = ({ tables, cells }: SheetRecord) => {
    const rows = new Set(
      tables.filter(({ showTotals }) => showTotals).map(({ area }) => area.row + area.rows - 1),
    );
    return rows.size === 0
      ? []
      : cells
          .filter(({ row }) => rows.has(row))
          .map(({ row, column, formula, value }) => {
            return [row, column, formula ?? value];
          });
  };
  return !same(totals(before), totals(after));
}

interface TablePlace {
  name: string;
  /** Identifier of the relationship. */
  link: string;
}

function tableParts(sheetPart: string, edit: PackageEdit): Map<number, TablePlace> {
  const parts = new Map<number, TablePlace>();
  for (const { id, kind, target, external } of edit.relationships(sheetPart)) {
    if (kind !== "table" || external) continue;
    const text = edit.text(target);
    if (text === undefined) continue;
    parts.set(Number(spanAttribute(text, spansOf(text), "id")), { name: target, link: id });
  }
  return parts;
}

function addTable(table: TableRecord, sheet: SheetRecord, sheetPart: string, edit: PackageEdit): string {
  const name = edit.freeName((number) => `xl/tables/table${number}.xml`);
  const id = freeTableNumber(edit);
  edit.add(name, tablePart(table, id, sheet), addresses.table.contentType);
  return edit.relate(sheetPart, addresses.table.relationship, name);
}

/** Tables are numbered throughout the workbook. */
function freeTableNumber(edit: PackageEdit): number {
  const numbers = edit.names
    .filter((name) => /(^|\/)tables\/[^/]+\.xml$/i.test(name))
    .map((name) => {
      const text = edit.text(name) ?? "<table/>";
      return Number(spanAttribute(text, spansOf(text), "id")) || 0;
    });
  return Math.max(0, ...numbers) + 1;
}

/** The element `tableParts` of the sheet. */
function patchList(patch: SheetPatch, gone: string[], added: string[], edit: PackageEdit): void {
  const { edits, worksheet, after } = patch;
  if (gone.length === 0 && added.length === 0) return;
  const { prefix } = worksheet;
  const list = spanChild(worksheet, "tableParts");
  const namespace = edit.inItsWords(relationshipNamespace);
  const xml = added.map((id) => `<${prefix}tablePart xmlns:r="${namespace}" r:id="${id}"/>`).join("");
  const name = `${prefix}tableParts`;
  if (!list) {
    const element = `<${name} count="${added.length}">${xml}</${name}>`;
    edits.insertInOrder(worksheet, worksheetOrder, "tableParts", element);
  } else if (after.tables.length === 0) edits.remove(list);
  else {
    for (const part of spanChildren(list, "tablePart")) {
      if (gone.includes(spanAttribute(edits.text, part, "id") ?? "")) edits.remove(part);
    }
    if (xml !== "") edits.append(list, xml);
    edits.attribute(list, "count", after.tables.length);
  }
}

/** The cells that a table's part tells something of: as they were, and as they are. */
type CellsOfTable = readonly [CellAt, CellAt];

/** The part of a table with what changed of it. */
function patchedTable(
  text: string,
  [before, sheetBefore]: [TableRecord, SheetRecord],
  [after, sheet]: [TableRecord, SheetRecord],
  part: string,
  edit: PackageEdit,
): string {
  const root = spansOf(text);
  const edits = new TextEdits(text);
  if (before.name !== after.name) {
    edits.attribute(root, "name", after.name);
    edits.attribute(root, "displayName", after.name);
  }
  if (!same(before.area, after.area)) edits.attribute(root, "ref", areaAddress(after.area));
  if (before.showHeaders !== after.showHeaders)
    edits.attribute(root, "headerRowCount", after.showHeaders ? null : 0);
  if (before.showTotals !== after.showTotals) {
    edits.attribute(root, "totalsRowCount", after.showTotals ? 1 : null);
    if (after.showTotals) edits.attribute(root, "totalsRowShown", null);
  }
  patchTableFilter(edits, root, before, after);
  const cells = [tableCells(before, sheetBefore), tableCells(after, sheet)] as const;
  const fields = fieldNumbers(edits, root, before, after, part, edit);
  patchTableColumns(edits, root, before, after, cells, fields);
  const look = [
    "style",
    "showBandedRows",
    "showBandedColumns",
    "highlightFirstColumn",
    "highlightLastColumn",
  ] as const;
  if (look.some((property) => before[property] !== after[property])) patchTableStyle(edits, root, after);
  return edits.applied();
}

function patchTableFilter(edits: TextEdits, root: XmlSpan, before: TableRecord, after: TableRecord): void {
  const area = after.showTotals ? { ...after.area, rows: after.area.rows - 1 } : after.area;
  const ref = areaAddress(area);
  const element = spanChild(root, "autoFilter");
  const shown = after.showFilterButton && after.showHeaders;
  if (!element) {
    if (shown && !(before.showFilterButton && before.showHeaders))
      edits.insertInOrder(root, tableOrder, "autoFilter", `<${root.prefix}autoFilter ref="${ref}"/>`);
    return;
  }
  if (!shown) {
    edits.remove(element);
    return;
  }
  const areaChanged = !same(before.area, after.area) || before.showTotals !== after.showTotals;
  if (areaChanged) edits.attribute(element, "ref", ref);
  const emptied = before.filtered && !after.filtered;
  for (const column of spanChildren(element, "filterColumn")) {
    const { id } = before.columns[Number(spanAttribute(edits.text, column, "colId"))] ?? {};
    const place = after.columns.findIndex((each) => each.id === id);
    if (emptied || place < 0) edits.remove(column);
    else edits.attribute(column, "colId", place);
  }
}

function patchTableColumns(
  edits: TextEdits,
  root: XmlSpan,
  before: TableRecord,
  after: TableRecord,
  cells: CellsOfTable,
  fields: ReadonlyMap<number, number>,
): void {
  const list = spanChild(root, "tableColumns");
  if (!list) return;
  const { text } = edits;
  const [, cellAt] = cells;
  const elements = new Map(
    spanChildren(list, "tableColumn").map((element) => [Number(spanAttribute(text, element, "id")), element]),
  );
  const fresh = (index: number) => {
    const field = fields.get(after.columns[index].id);
    const attributes = field === undefined ? "" : ` queryTableFieldId="${field}"`;
    return prefixedXml(columnElement(after, after.columns[index], index, cellAt, attributes), root.prefix);
  };
  const renamed =
    before.name !== after.name ||
    before.columns.some(({ id, name }) => {
      const column = after.columns.find((each) => each.id === id);
      return column !== undefined && column.name !== name;
    });
  const kept = before.columns.filter(({ id }) => after.columns.some((column) => column.id === id));
  const keepsOrder = kept.every(({ id }, index) => after.columns[index]?.id === id);
  if (!keepsOrder || kept.length < before.columns.length) {
    const inside = after.columns.map(({ id }, index) => {
      const element = elements.get(id);
      return element ? text.slice(element.start, element.end) : fresh(index);
    });
    edits.replace(list.openEnd, list.closeStart, inside.join(""));
  } else {
    after.columns.forEach((column, index) => {
      const element = elements.get(column.id);
      if (!element) edits.append(list, fresh(index));
      else patchTableColumn(edits, element, before, after, index, cells, renamed);
    });
  }
  if (before.columns.length !== after.columns.length) edits.attribute(list, "count", after.columns.length);
}

function patchTableColumn(
  edits: TextEdits,
  element: XmlSpan,
  before: TableRecord,
  after: TableRecord,
  index: number,
  [cellBefore, cellAt]: CellsOfTable,
  renamed: boolean,
): void {
  const column = after.columns[index];
  const place = before.columns.findIndex(({ id }) => id === column.id);
  if (before.columns[place].name !== column.name) edits.attribute(element, "name", encodedName(column.name));
  const calculated = spanChild(element, "calculatedColumnFormula");
  if (renamed && calculated) {
    const formula = calculatedFormula(after, index, cellAt);
    if (formula === undefined) edits.remove(calculated);
    else edits.replace(calculated.openEnd, calculated.closeStart, escapedXml(formula));
  }
  const fresh = columnElement(after, column, index, cellAt);
  if (fresh !== columnElement(before, before.columns[place], place, cellBefore))
    patchTotals(edits, element, fresh);
}

/** What stands below a column: its attributes, and the element of a formula of its own. */
function patchTotals(edits: TextEdits, element: XmlSpan, fresh: string): void {
  const whole = spansOf(fresh);
  for (const name of ["totalsRowFunction", "totalsRowLabel"]) {
    edits.attribute(element, name, spanAttribute(fresh, whole, name) ?? null);
  }
  const [old, now] = [spanChild(element, "totalsRowFormula"), spanChild(whole, "totalsRowFormula")];
  const xml = now ? prefixedXml(fresh.slice(now.start, now.end), element.prefix) : "";
  if (old) {
    if (edits.text.slice(old.start, old.end) !== xml) edits.replace(old.start, old.end, xml);
  } else if (xml !== "") edits.append(element, xml);
}

function patchTableStyle(edits: TextEdits, root: XmlSpan, table: TableRecord): void {
  const attributes = {
    name: table.style === "" ? null : table.style,
    showFirstColumn: table.highlightFirstColumn ? 1 : 0,
    showLastColumn: table.highlightLastColumn ? 1 : 0,
    showRowStripes: table.showBandedRows ? 1 : 0,
    showColumnStripes: table.showBandedColumns ? 1 : 0,
  };
  const element = spanChild(root, "tableStyleInfo");
  if (element) for (const [name, value] of Object.entries(attributes)) edits.attribute(element, name, value);
  else {
    const written = Object.entries(attributes).flatMap(([name, value]) =>
      value === null ? [] : ` ${name}="${value}"`,
    );
    edits.insertInOrder(
      root,
      tableOrder,
      "tableStyleInfo",
      `<${root.prefix}tableStyleInfo${written.join("")}/>`,
    );
  }
}

/**
 * A table that a query fills: a column that stands beside the query's own has a field of its own there
 * (ECMA-376 Part 1, 18.12.13, `dataBound="0"`).
 * @returns numbers of the fields of new columns, by the columns' identifiers
 */
function fieldNumbers(
  { text }: TextEdits,
  root: XmlSpan,
  before: TableRecord,
  after: TableRecord,
  part: string,
  edit: PackageEdit,
): Map<number, number> {
  const fields = new Map<number, number>();
  const added = after.columns.filter(({ id }) => !before.columns.some((column) => column.id === id));
  const query = edit.relationships(part).find(({ kind }) => kind === "queryTable")?.target;
  const queryText = query === undefined ? undefined : edit.text(query);
  if (spanAttribute(text, root, "tableType") !== "queryTable" || !queryText || added.length === 0)
    return fields;
  const queryRoot = spansOf(queryText);
  const refresh = spanChild(queryRoot, "queryTableRefresh");
  const list = spanChild(refresh, "queryTableFields");
  if (!refresh || !list) return fields;
  const edits = new TextEdits(queryText);
  const numbers = spanChildren(list, "queryTableField").map((field) =>
    Number(spanAttribute(queryText, field, "id")),
  );
  let next = Math.max(0, ...numbers, (Number(spanAttribute(queryText, refresh, "nextId")) || 1) - 1) + 1;
  for (const { id } of added) {
    fields.set(id, next);
    edits.append(list, `<${list.prefix}queryTableField id="${next}" dataBound="0" tableColumnId="${id}"/>`);
    next++;
  }
  edits.attribute(list, "count", numbers.length + added.length);
  edits.attribute(refresh, "nextId", next);
  edit.setText(query!, edits.applied());
  return fields;
}
