import type { SheetRecord, WorkbookRecord } from "../../workbook-record";
import { WorkbookColors } from "../vocabulary/colors";
import { readNames, requireUsableNames } from "../vocabulary/defined-names";
import type { FileChart, XmlElement } from "../library";
import {
  attribute,
  child,
  children,
  flag,
  localName,
  numberAttribute,
  PackageParts,
  parsed,
  contentTypeOf,
  type Relationship,
} from "../package/package-parts";
import type { WorkbookFile } from "../package/workbook-file";
import { readCells, type CellSource } from "./read-cells";
import { readDrawing, readChartModels } from "./read-charts";
import { readConditionalFormats } from "./read-conditional-formats";
import { readDataValidations } from "./read-data-validations";
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
  requireSoundTables,
  withoutCells,
} from "./read-sheet";
import { readSettings, type AddInIdentity } from "../package/settings-part";
import { readSharedStrings } from "./shared-strings";
import { WorkbookFileError } from "../../workbook-file-error";
import { tableFinder } from "../vocabulary/table-finder";
import { quotedSheetName } from "../../model/reference";

/** What all sheets of a file share. */
interface WorkbookContext {
  parts: PackageParts;
  styles: FileStyles;
  colors: WorkbookColors;
  cells: Omit<CellSource, "sheet" | "tableAt" | "formattedColumns">;
  charts: Map<string, FileChart.ChartModel>;
}

/** Excel gives names of 31 letters at most, other programs longer ones. */
const longestName = 255;

/** Kinds of sheets that hold no cells, or none that an add-in can reach: they stay in the file. */
const otherSheets = ["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"];

/**
 * Reads a workbook into a record.
 * @returns the record, and the file: what the record does not know is in there, and stays in there
 * @throws WorkbookFileError
 */
export async function readParts(
  bytes: Uint8Array,
  addIn: AddInIdentity,
): Promise<{ record: WorkbookRecord; file: WorkbookFile }> {
  const parts = await PackageParts.open(bytes);
  try {
    const mainPart = parts.relationships("").find(({ kind }) => kind === "officeDocument")?.target;
    if (mainPart?.endsWith(".bin")) throw new WorkbookFileError("binaryFormat", "a binary workbook (.xlsb)");
    requireUsableNames(mainPart === undefined ? "" : (parts.text(mainPart) ?? ""));
    const workbook = mainPart === undefined ? undefined : parts.xml(mainPart);
    if (mainPart === undefined || workbook?.name.replace(/^.*:/, "") !== "workbook") {
      const expected = parts.has("[Content_Types].xml") && parts.names.some((name) => name.startsWith("xl/"));
      throw new WorkbookFileError(expected ? "damaged" : "notAWorkbook", "the package has no workbook part");
    }
    if (contentTypeOf(parts, mainPart) === "") {
      throw new WorkbookFileError("damaged", "the package does not say what its parts are");
    }
    let uncalculated = false;
    const record = await readWorkbookPart(parts, mainPart, workbook, addIn, () => (uncalculated = true));
    return {
      record,
      file: {
        parts,
        mainPart,
        uncalculated,
        macros: contentTypeOf(parts, mainPart).includes("macroEnabled"),
        signed: parts.relationships("").some(({ type }) => type.endsWith("/digital-signature/origin")),
      },
    };
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
  onUncalculated: () => void,
): Promise<WorkbookRecord> {
  const links = parts.relationships(mainPart);
  const targetOf = (kind: string) => links.find((link) => link.kind === kind && !link.external)?.target;
  for (const kind of ["styles", "sharedStrings"]) {
    const part = targetOf(kind) ?? "";
    if (parts.has(part) && parts.text(part) === undefined)
      throw new WorkbookFileError("damaged", `${part} is no XML`, { place: part });
  }
  const stylesXml = parts.xml(targetOf("styles") ?? "");
  if (stylesXml) requireRoot(stylesXml, "styleSheet");
  const strings = parts.text(targetOf("sharedStrings") ?? "");
  if (strings !== undefined && !/<(?:[\w.-]+:)?sst[\s/>]/.test(strings)) {
    throw new WorkbookFileError("damaged", "the part of texts holds something else");
  }
  const colors = new WorkbookColors(parts.xml(targetOf("theme") ?? ""), stylesXml);
  const styles = readStyles(stylesXml, colors);
  const context: WorkbookContext = {
    parts,
    styles,
    colors,
    cells: {
      strings: readSharedStrings(strings),
      formats: styles.cells,
      date1904: flag(child(workbook, "workbookPr"), "date1904"),
      onUncalculated,
    },
    charts: await readChartModels(parts),
  };

  const listed = children(child(workbook, "sheets"), "sheet");
  const names = listed.map((element) => attribute(element, "name") ?? "");
  requireDistinct(names, "sheets");
  // Excel would repair the file and call the sheet something else.
  const impossible = names.find(
    (name) => name === "" || name.length > longestName || /[\\/?*[\]:]/.test(name),
  );
  if (impossible !== undefined)
    throw new WorkbookFileError("damaged", `${impossible.slice(0, 40)} cannot be the name of a sheet`);
  const linkById = new Map(links.map((link) => [link.id, link]));
  const sheets: SheetRecord[] = [];
  const targets = new Set<string>();
  /** Places of the record's sheets among all of the file: names count those. */
  const places: (SheetRecord | undefined)[] = [];
  for (const element of listed) {
    const link = linkById.get(attribute(element, "id") ?? "");
    const name = attribute(element, "name") ?? "";
    const place = quotedSheetName(name);
    if (!link || !parts.has(link.target))
      throw new WorkbookFileError("damaged", `there is no part for ${name}`, { place });
    if (targets.has(link.target.toLowerCase()))
      throw new WorkbookFileError("damaged", `${name} is another sheet too`, { place });
    targets.add(link.target.toLowerCase());
    const sheet = otherSheets.includes(link.kind)
      ? undefined
      : placed(place, () => readSheet(name, element, link, context));
    if (sheet) sheets.push(sheet);
    places.push(sheet);
  }
  if (sheets.length === 0) throw new WorkbookFileError("empty", "the workbook has no worksheet");
  requireDistinct(
    sheets.flatMap(({ tables }) => tables.map(({ name }) => name)),
    "tables",
  );

  const active =
    places[numberAttribute(child(child(workbook, "bookViews"), "workbookView"), "activeTab") ?? 0];
  return {
    sheets,
    names: readNames(workbook, places),
    settings: readSettings(parts, addIn),
    activeSheet: Math.max(0, active ? sheets.indexOf(active) : 0),
    protected: flag(child(workbook, "workbookProtection"), "lockStructure"),
    ...(flag(child(workbook, "calcPr"), "fullPrecision", true) ? {} : { precisionAsDisplayed: true }),
  };
}

/** Says of what is damaged on which sheet it is, where nothing closer is said. */
function placed<Read>(place: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof WorkbookFileError) || error.place !== "") throw error;
    throw new WorkbookFileError(error.kind, error.message, { cause: error, place });
  }
}

function requireRoot(root: XmlElement, name: string): void {
  if (localName(root.name) !== name)
    throw new WorkbookFileError("damaged", `${root.name} stands where ${name} should`);
}

/** Excel repairs a workbook in which two things have one name, and what it keeps of them is not known beforehand. */
function requireDistinct(names: readonly string[], things: string): void {
  const distinct = new Set(names.map((name) => name.toLowerCase()));
  if (distinct.size < names.length) throw new WorkbookFileError("damaged", `two ${things} have one name`);
}

function readSheet(
  name: string,
  element: XmlElement,
  { target }: Relationship,
  context: WorkbookContext,
): SheetRecord {
  const { parts, styles, colors } = context;
  const { frame, sheetData } = withoutCells(parts.text(target) ?? "");
  const sheet = parsed(frame, target);
  requireRoot(sheet, "worksheet");
  if (!child(sheet, "sheetData")) throw new WorkbookFileError("damaged", `${target} has no place for cells`);
  const links = parts.relationships(target).filter(({ external }) => !external);
  const tables = links
    .filter(({ kind }) => kind === "table")
    .flatMap((link) => {
      const part = parts.xml(link.target);
      return part ? [readTable(part)] : [];
    })
    .sort((one, other) => one.id - other.id);
  requireSoundTables(tables);
  const read = readCells(sheetData, {
    ...context.cells,
    sheet: name,
    tableAt: tableFinder(tables),
    formattedColumns: readFormattedColumns(sheet, styles.cells),
  });
  const sizes = readSizes(sheet, read, styles.cells);
  const state = attribute(element, "state");
  const validations = readDataValidations(sheet).flatMap((found) => found ?? []);
  return {
    name,
    part: target,
    visibility: state === "veryHidden" ? "VeryHidden" : state === "hidden" ? "Hidden" : "Visible",
    ...readView(sheet, colors),
    cells: read.cells,
    ...sizes,
    merges: readMerges(sheet),
    tables,
    filter: readFilter(sheet),
    protection: readProtection(sheet),
    conditionalFormats: readConditionalFormats(sheet, styles.differential, colors).map(
      ({ format }) => format,
    ),
    ...(validations.length > 0 && { dataValidations: validations }),
    charts: links
      .filter(({ kind }) => kind === "drawing")
      .flatMap((link) => readDrawing(parts, link.target, context.charts, sizes)),
    page: readPage(sheet),
  };
}
