import type { SheetRecord, WorkbookRecord } from "../../workbook-record";
import { WorkbookColors } from "../vocabulary/colors";
import { readNames } from "../vocabulary/defined-names";
import type { FileChart, XmlElement } from "../library";
import type { NotCarried, NotCarriedThing } from "./not-carried";
import {
  attribute,
  child,
  children,
  decode,
  flag,
  numberAttribute,
  PackageParts,
  parsed,
  type Relationship,
} from "../package/package-parts";
import { readCells, type CellSource } from "./read-cells";
import { readDrawing, readChartModels } from "./read-charts";
import { readConditionalFormats } from "./read-conditional-formats";
import { readStyles, type FileStyles } from "./read-styles";
import {
  readFilter,
  readFormattedColumns,
  readMerges,
  readPage,
  readProtection,
  readSizes,
  readTable,
  readView,
  withoutCells,
} from "./read-sheet";
import { readSettings, type AddInIdentity } from "../package/settings-part";
import { readSharedStrings } from "./shared-strings";
import { WorkbookFileError } from "../../workbook-file-error";
import { tableFinder } from "../vocabulary/table-finder";

/** What all sheets of a file share. */
interface WorkbookContext {
  parts: PackageParts;
  styles: FileStyles;
  colors: WorkbookColors;
  cells: Omit<CellSource, "tableAt" | "formattedColumns">;
  charts: Map<string, FileChart.ChartModel>;
  report(thing: NotCarriedThing, count: number, sheet?: string): void;
}

/** @throws WorkbookFileError */
export async function readParts(
  bytes: Uint8Array,
  addIn: AddInIdentity,
): Promise<{ record: WorkbookRecord; notCarried: NotCarried[] }> {
  const parts = await PackageParts.open(bytes);
  const mainPart = parts.relationships("").find(({ kind }) => kind === "officeDocument")?.target;
  if (mainPart?.endsWith(".bin")) throw new WorkbookFileError("oldFormat", "a binary workbook (.xlsb)");
  const workbook = mainPart === undefined ? undefined : parts.xml(mainPart);
  if (mainPart === undefined || workbook?.name.replace(/^.*:/, "") !== "workbook") {
    const expected = parts.has("[Content_Types].xml") && parts.names.some((name) => name.startsWith("xl/"));
    throw new WorkbookFileError(expected ? "damaged" : "notAWorkbook", "the package has no workbook part");
  }
  const notCarried = new Map<string, NotCarried>();
  const report: WorkbookContext["report"] = (thing, count, sheet) => {
    if (count === 0) return;
    const key = `${thing}\u0000${sheet ?? ""}`;
    const known = notCarried.get(key);
    if (known) known.count += count;
    else notCarried.set(key, { thing, count, ...(sheet !== undefined && { sheet }) });
  };
  try {
    const record = await readWorkbookPart(parts, mainPart, workbook, addIn, report);
    return { record, notCarried: [...notCarried.values()] };
  } catch (cause) {
    if (cause instanceof WorkbookFileError) throw cause;
    throw new WorkbookFileError("damaged", "a part of the workbook cannot be read", { cause });
  }
}

async function readWorkbookPart(
  parts: PackageParts,
  mainPart: string,
  workbook: XmlElement,
  addIn: AddInIdentity,
  report: WorkbookContext["report"],
): Promise<WorkbookRecord> {
  const links = parts.relationships(mainPart);
  const targetOf = (kind: string) => links.find((link) => link.kind === kind && !link.external)?.target;
  const stylesXml = parts.xml(targetOf("styles") ?? "");
  const colors = new WorkbookColors(parts.xml(targetOf("theme") ?? ""), stylesXml);
  const styles = readStyles(stylesXml, colors);
  const context: WorkbookContext = {
    parts,
    styles,
    colors,
    cells: {
      strings: readSharedStrings(parts.text(targetOf("sharedStrings") ?? "")),
      formats: styles.cells,
      date1904: flag(child(workbook, "workbookPr"), "date1904"),
    },
    charts: await readChartModels(parts),
    report,
  };

  const listed = children(child(workbook, "sheets"), "sheet");
  const sheets: SheetRecord[] = [];
  /** Places of the record's sheets among all of the file: names count those. */
  const places: (SheetRecord | undefined)[] = [];
  for (const element of listed) {
    const link = links.find(({ id }) => id === attribute(element, "id"));
    const name = attribute(element, "name") ?? "";
    const isWorksheet = link?.kind === "worksheet" && parts.has(link.target);
    if (!isWorksheet) report(link?.kind === "chartsheet" ? "chartSheet" : "macro", 1, name);
    const sheet = isWorksheet ? readSheet(name, element, link, context) : undefined;
    if (sheet) sheets.push(sheet);
    places.push(sheet);
  }
  if (sheets.length === 0) throw new WorkbookFileError("empty", "the workbook has no worksheet");

  const { names, leftOut } = readNames(workbook, places);
  report("name", leftOut);
  reportWorkbookParts(parts, links, report);
  const active =
    places[numberAttribute(child(child(workbook, "bookViews"), "workbookView"), "activeTab") ?? 0];
  return {
    sheets,
    names,
    settings: readSettings(parts, addIn),
    activeSheet: Math.max(0, active ? sheets.indexOf(active) : 0),
    protected: flag(child(workbook, "workbookProtection"), "lockStructure"),
  };
}

function readSheet(
  name: string,
  element: XmlElement,
  { target }: Relationship,
  context: WorkbookContext,
): SheetRecord {
  const { parts, styles, colors } = context;
  const report = (thing: NotCarriedThing, count: number) => context.report(thing, count, name);
  const { frame, sheetData } = withoutCells(decode(parts.bytes(target) ?? new Uint8Array()));
  const sheet = parsed(frame, target);
  const links = parts.relationships(target);

  const tables = links
    .filter(({ kind, external }) => kind === "table" && !external)
    .flatMap((link) => {
      const part = parts.xml(link.target);
      const table = part && readTable(part);
      if (table?.filtered) report("filterCriteria", 1);
      if (parts.relationships(link.target).some(({ kind }) => kind === "queryTable")) report("queryTable", 1);
      return table ?? [];
    })
    .sort((one, other) => one.id - other.id);
  const read = readCells(sheetData, {
    ...context.cells,
    tableAt: tableFinder(tables),
    formattedColumns: readFormattedColumns(sheet, styles.cells),
  });
  const sizes = readSizes(sheet, read, styles.cells);
  const { formats, unknown } = readConditionalFormats(sheet, styles.differential, colors);
  const drawings = links
    .filter(({ kind, external }) => kind === "drawing" && !external)
    .map((link) => readDrawing(parts, link.target, context.charts, sizes));
  const filter = readFilter(sheet);

  for (const [thing, count] of Object.entries(read.found)) report(thing as NotCarriedThing, count);
  for (const { found } of drawings)
    for (const [thing, count] of Object.entries(found)) report(thing as NotCarriedThing, count);
  report("conditionalFormat", unknown);
  if (filter?.active) report("filterCriteria", 1);
  reportSheetParts(sheet, links, report);

  const state = attribute(element, "state");
  return {
    name,
    visibility: state === "veryHidden" ? "VeryHidden" : state === "hidden" ? "Hidden" : "Visible",
    ...readView(sheet, colors),
    cells: read.cells,
    ...sizes,
    merges: readMerges(sheet),
    tables,
    filter,
    protection: readProtection(sheet),
    conditionalFormats: formats,
    charts: drawings.flatMap(({ charts }) => charts),
    page: readPage(sheet),
  };
}

/** What the elements and relationships of a sheet name that a record does not hold. */
function reportSheetParts(
  sheet: XmlElement,
  links: Relationship[],
  report: (thing: NotCarriedThing, count: number) => void,
): void {
  const linked = (kind: string) => links.filter((link) => link.kind === kind).length;
  report("pivotTable", linked("pivotTable"));
  report("comment", Math.max(linked("comments"), linked("threadedComment")));
  report("slicer", linked("slicer"));
  report("timeline", linked("timeline"));
  report("formControl", linked("ctrlProp"));
  report("image", children(sheet, "picture").length);
  report("dataValidation", children(child(sheet, "dataValidations"), "dataValidation").length);
  report("hyperlink", children(child(sheet, "hyperlinks"), "hyperlink").length);
  report("outline", (numberAttribute(child(sheet, "sheetFormatPr"), "outlineLevelRow") ?? 0) > 0 ? 1 : 0);
  const extensions = children(child(sheet, "extLst"), "ext");
  const inExtensions = (group: string, item: string) =>
    extensions.reduce((sum, extension) => sum + children(child(extension, group), item).length, 0);
  report("sparkline", inExtensions("sparklineGroups", "sparklineGroup"));
  report("dataValidation", inExtensions("dataValidations", "dataValidation"));
}

function reportWorkbookParts(
  parts: PackageParts,
  links: Relationship[],
  report: WorkbookContext["report"],
): void {
  const linked = (kind: string) => links.filter((link) => link.kind === kind).length;
  report("macro", linked("vbaProject"));
  report("externalLink", linked("externalLink"));
  report("dataModel", linked("powerPivotData") + linked("model") + linked("connections"));
  const custom = links.filter(({ kind, target }) => kind === "customXml" && parts.has(target));
  report("customXml", custom.length);
}
