import type { ChartRecord, SheetRecord, WorkbookRecord } from "../../workbook-record";
import { PackageEdit } from "../package/package-edit";
import type { AddInIdentity } from "../package/settings-part";
import { TextEdits } from "../package/text-edits";
import type { WorkbookFile } from "../package/workbook-file";
import { spanChild, spansOf, type XmlSpan } from "../package/xml-spans";
import { WorkbookColors } from "../vocabulary/colors";
import { readConditionalFormats } from "../read/read-conditional-formats";
import { readStyles, type FileStyles } from "../read/read-styles";
import { withoutCells } from "../read/read-sheet";
import { contentTypeOf, parsed } from "../package/package-parts";
import { freshPieces, type FreshPieces } from "../write/write-workbook";
import { noStrings, StringAppender } from "./appended/append-strings";
import { plainStyles, StyleAppender } from "./appended/append-styles";
import { patchedChain } from "./workbook/calculation-chain";
import { patchedTitles } from "./workbook/document-properties";
import { dynamicArrayNumber } from "./workbook/dynamic-arrays";
import { carriedContents } from "./moves/carried-contents";
import { CellMoves, type CellShifts } from "./moves/cell-moves";
import { followMoves } from "./moves/follow-moves";
import { addresses } from "./part-types";
import { cellChanges, type CellChange } from "./sheet/cell-changes";
import { dropIdleChanges } from "./sheet/idle-changes";
import { drawnAnew } from "./sheet/patch-charts";
import type { CellWriting, FormulaChanges } from "./sheet/patch-cells";
import { patchNames } from "./workbook/patch-names";
import { patchSettings } from "./workbook/patch-settings";
import { isAnotherFrame, patchedSheet, unwritten } from "./sheet/patch-sheet";
import { removeWithOwn } from "./remove-parts";
import { patchSheetList, sheetListOf, type SheetList } from "./workbook/sheet-list";
import { patchViews, selectTab } from "./workbook/patch-views";
import { workbookOrder } from "./workbook/workbook-order";

/**
 * The file that a workbook was read from, with what became of the workbook since. Parts that need not change are the same to
 * the byte, and in a changed part everything but the change is the same text.
 * @param before the workbook when it was opened, as the host gave it
 * @param after the workbook now
 * @param shifts cells that were put in and taken out since
 */
export async function patched(
  file: WorkbookFile,
  before: WorkbookRecord,
  after: WorkbookRecord,
  addIn: AddInIdentity,
  shifts: CellShifts,
): Promise<Uint8Array> {
  return new WorkbookPatch(file, before, after, addIn, shifts).bytes();
}

class WorkbookPatch {
  private readonly edit: PackageEdit;
  private readonly mainPart: string;
  private readonly mainType: string;
  private readonly uncalculated: boolean;
  private readonly before: WorkbookRecord;
  private readonly moves: CellMoves;
  private readonly text: string;
  private readonly workbook: XmlSpan;
  private readonly fileStyles: FileStyles;
  private readonly colors: WorkbookColors;
  private readonly styles: StyleAppender;
  private readonly strings: StringAppender;
  private readonly formulas = new Map<string, FormulaChanges>();
  private dynamicArray: number | undefined;

  constructor(
    file: WorkbookFile,
    before: WorkbookRecord,
    private readonly after: WorkbookRecord,
    private readonly addIn: AddInIdentity,
    shifts: CellShifts,
  ) {
    const { parts, mainPart, uncalculated } = file;
    this.uncalculated = uncalculated;
    this.mainPart = mainPart;
    this.mainType = contentTypeOf(parts, mainPart);
    const opening = /<(?:[\w.-]+:)?workbook\b[^>]*>/.exec(parts.text(mainPart) ?? "")?.[0] ?? "";
    this.edit = new PackageEdit(parts, opening.includes("http://purl.oclc.org/ooxml/spreadsheetml/main"));
    this.moves = new CellMoves(before, after, shifts);
    this.before = followMoves(this.edit, mainPart, before, this.moves);
    this.text = this.edit.text(mainPart) ?? "";
    this.workbook = spansOf(this.text);
    const stylesXml = parts.xml(this.partOf("styles") ?? "");
    this.colors = new WorkbookColors(parts.xml(this.partOf("theme") ?? ""), stylesXml);
    const styles = this.textOf("styles") ?? plainStyles;
    this.fileStyles = readStyles(parsed(styles, "styles"), this.colors);
    this.styles = new StyleAppender(styles, this.fileStyles.cells);
    this.strings = new StringAppender(this.textOf("sharedStrings") ?? noStrings);
  }

  private partOf(kind: string): string | undefined {
    return this.edit.relationships(this.mainPart).find((link) => link.kind === kind && !link.external)
      ?.target;
  }

  private textOf(kind: string): string | undefined {
    const part = this.partOf(kind);
    return part === undefined ? undefined : this.edit.text(part);
  }

  async bytes(): Promise<Uint8Array> {
    const { edit } = this;
    const fresh = await this.freshParts();
    const added = new Map<SheetRecord, string>();
    const worksheets = new Set(this.before.sheets.map(({ part }) => part ?? ""));
    const list = sheetListOf(
      this.text,
      this.workbook,
      this.mainPart,
      edit,
      worksheets,
      this.after,
      (sheet) => {
        const part = edit.freeName((number) => `xl/worksheets/sheet${number}.xml`);
        edit.add(part, "<reserved/>", addresses.worksheet.contentType);
        added.set(sheet, part);
        return part;
      },
    );
    const writing: CellWriting = {
      styles: this.styles,
      strings: this.strings,
      date1904: /\sdate1904=["'](?:1|true|on)["']/.test(this.text),
      dynamicArray: () => (this.dynamicArray ??= dynamicArrayNumber(edit, this.mainPart)),
    };
    const changes = this.after.sheets.map((sheet) => {
      return { name: sheet.name, changes: cellChanges(this.sheetBefore(sheet) ?? unwritten(sheet), sheet) };
    });
    const meant = new Map(
      this.before.names.map((name) => [`${name.scope ?? ""}\n${name.name}`, name.formula]),
    );
    const names = this.after.names.filter(
      (name) => meant.get(`${name.scope ?? ""}\n${name.name}`) === name.formula,
    );
    dropIdleChanges(changes, names);
    this.after.sheets.forEach((sheet, index) =>
      this.patchSheet(sheet, changes[index].changes, added, fresh, writing),
    );
    for (const gone of this.before.sheets) this.removeSheet(gone);
    this.patchMain(list);
    this.patchChain(list);
    patchSettings(edit, this.before.settings, this.after.settings, this.addIn);
    this.putTogether("styles", this.styles.xml, plainStyles);
    this.putTogether("sharedStrings", this.strings.xml, noStrings);
    return edit.packed();
  }

  private freshParts(): Promise<FreshPieces> {
    const { sheets } = this.after;
    const charts = sheets.flatMap((sheet): ChartRecord[] => drawnAnew(this.sheetBefore(sheet), sheet));
    const isNew = ({ part }: SheetRecord) => part === undefined;
    return freshPieces(this.after, sheets.filter(isNew), charts);
  }

  private sheetBefore({ part }: SheetRecord): SheetRecord | undefined {
    return part === undefined ? undefined : this.before.sheets.find((sheet) => sheet.part === part);
  }

  private patchSheet(
    after: SheetRecord,
    changes: ReadonlyMap<number, CellChange[]>,
    added: ReadonlyMap<SheetRecord, string>,
    { frames, charts }: FreshPieces,
    writing: CellWriting,
  ): void {
    const { edit } = this;
    const before = this.sheetBefore(after);
    const part = after.part ?? added.get(after) ?? "";
    const was = before ?? unwritten(after);
    if (before && changes.size === 0 && !isAnotherFrame(before, after)) return;
    const text = before ? (edit.text(part) ?? "") : (frames[[...added.keys()].indexOf(after)] ?? "");
    const { xml, formulas } = patchedSheet(text, was, after, changes, {
      part,
      edit,
      writing,
      looks: this.styles,
      placesOfFormats: () => {
        const sheet = parsed(withoutCells(text).frame, part);
        return readConditionalFormats(sheet, this.fileStyles.differential, this.colors);
      },
      chartPart: (chart) => charts.get(chart) ?? "",
      carried: (sheetData) =>
        carriedContents(text, sheetData, was.name, this.moves, (number) => this.strings.isDressed(number)),
    });
    this.formulas.set(part, formulas);
    if (before) edit.setText(part, xml);
    else edit.add(part, xml.join(""), "");
  }

  private removeSheet({ part }: SheetRecord): void {
    if (part === undefined || this.after.sheets.some((sheet) => sheet.part === part)) return;
    const link = this.edit.relationships(this.mainPart).find(({ target }) => target === part);
    if (link) this.edit.unrelate(this.mainPart, link.id);
    removeWithOwn(part, this.edit);
  }

  /** The workbook part: sheets, names, views, protection, and whether everything has to be calculated anew. */
  private patchMain(list: SheetList): void {
    const { edit, workbook, before, after } = this;
    const edits = new TextEdits(this.text);
    patchSheetList(edits, workbook, list, edit, this.mainPart);
    const places = (sheets: SheetList["after"]) => (name: string) => {
      const place = sheets.findIndex((sheet) => sheet.name === name);
      return place < 0 ? undefined : place;
    };
    const placeOf = (place: number) => {
      const found = list.after.findIndex((sheet) => sheet.place === place);
      return found < 0 ? null : found;
    };
    patchNames(
      edits,
      workbook,
      before,
      after,
      workbookOrder,
      [places(list.before), places(list.after)],
      placeOf,
    );
    const was = before.sheets.at(before.activeSheet);
    const is = after.sheets.at(after.activeSheet);
    if (
      is &&
      (was?.part !== is.part ||
        was === undefined ||
        is.part === undefined ||
        list.after.length !== list.before.length)
    ) {
      const active = list.after.find(({ record }) => record === is);
      if (active) {
        patchViews(edits, workbook, list.after.indexOf(active));
        if (was?.part !== is.part)
          for (const sheet of list.after) selectTab(edit, sheet.part, sheet === active);
      }
    }
    if (before.protected !== after.protected) this.protect(edits, after.protected);
    const isStale = [...this.formulas.values()].some((changes) => changes.isStale);
    const mayBe = this.uncalculated && this.formulas.size > 0;
    if (isStale || mayBe) calculateOnOpening(edits, workbook);
    edit.setText(this.mainPart, edits.applied());
    // A template that was filled in is a workbook.
    const type = this.mainType.replace(/\btemplate\b/, "sheet");
    if (type !== this.mainType) edit.type(this.mainPart, type);
    this.patchProperties(list);
  }

  private protect(edits: TextEdits, isProtected: boolean): void {
    const element = spanChild(this.workbook, "workbookProtection");
    if (element) edits.attribute(element, "lockStructure", isProtected ? 1 : null);
    else if (isProtected) {
      const xml = `<${this.workbook.prefix}workbookProtection lockStructure="1"/>`;
      edits.insertInOrder(this.workbook, workbookOrder, "workbookProtection", xml);
    }
  }

  private patchProperties(list: SheetList): void {
    const part = this.edit
      .relationships("")
      .find(({ kind }) => kind === "extended-properties" || kind === "extendedProperties")?.target;
    const text = part === undefined ? undefined : this.edit.text(part);
    if (part === undefined || text === undefined) return;
    const worksheets = new Set(this.before.sheets.map((sheet) => sheet.part));
    const before = list.before.filter((sheet) => worksheets.has(sheet.part)).map(({ name }) => name);
    const after = list.after.filter(({ record }) => record !== undefined).map(({ name }) => name);
    if (before.join("\n") !== after.join("\n")) this.edit.setText(part, patchedTitles(text, before, after));
  }

  private patchChain(list: SheetList): void {
    const link = this.edit.relationships(this.mainPart).find(({ kind }) => kind === "calcChain");
    const text = link && this.edit.text(link.target);
    if (!link || text === undefined) return;
    const changes = new Map<number, FormulaChanges | null>();
    for (const { part, sheetId } of list.before) {
      if (!list.after.some((sheet) => sheet.part === part)) changes.set(sheetId, null);
    }
    for (const { part, sheetId } of list.after) {
      const change = this.formulas.get(part);
      if (change && change.added.length + change.removed.length > 0) changes.set(sheetId, change);
    }
    if (changes.size === 0) return;
    const chain = patchedChain(text, changes);
    if (chain !== null) this.edit.setText(link.target, chain);
    else {
      this.edit.unrelate(this.mainPart, link.id);
      this.edit.remove(link.target);
    }
  }

  /** Styles or texts with what was appended; the part is made when the workbook has none and needs one. */
  private putTogether(kind: "styles" | "sharedStrings", xml: string, empty: string): void {
    const part = this.partOf(kind);
    if (part !== undefined && this.edit.has(part)) this.edit.setText(part, xml);
    else if (xml !== empty) {
      const name = this.edit.freeName((number) => `xl/${kind}${number === 1 ? "" : number}.xml`);
      this.edit.add(name, xml, addresses[kind].contentType);
      this.edit.relate(this.mainPart, addresses[kind].relationship, name);
    }
  }
}

function calculateOnOpening(edits: TextEdits, workbook: XmlSpan): void {
  const element = spanChild(workbook, "calcPr");
  if (element) edits.attribute(element, "fullCalcOnLoad", 1);
  else
    edits.insertInOrder(workbook, workbookOrder, "calcPr", `<${workbook.prefix}calcPr fullCalcOnLoad="1"/>`);
}
