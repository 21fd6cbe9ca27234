import { escapedXml } from "../../package/file-text";
import type { TextEdits } from "../../package/text-edits";
import { spanAttribute, spanChildren, spanText, type XmlSpan } from "../../package/xml-spans";
import type { CellMoves } from "./cell-moves";

type Kind = "cells" | "reference" | "formula";

/**
 * Where the parts of a workbook speak of cells, besides what a record knows (tables, merged cells, filters, names for
 * printing): attributes by element, and texts of elements (ECMA-376 Part 1, 18.3, 18.7, 18.10; [MS-XLSX] 2.6 for those of
 * extensions, whose `sqref` and `f` are elements).
 */
const attributes: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  cellWatch: { r: "reference" },
  cfvo: { val: "formula" },
  comment: { ref: "reference" },
  conditionalFormatting: { sqref: "cells" },
  dataRef: { ref: "reference" },
  dataValidation: { sqref: "cells" },
  formControlPr: { fmlaLink: "formula", fmlaRange: "formula", fmlaTxbx: "formula" },
  hyperlink: { ref: "reference", location: "formula" },
  ignoredError: { sqref: "cells" },
  inputCells: { r: "reference" },
  location: { ref: "reference" },
  protectedRange: { sqref: "cells" },
  singleXmlCell: { r: "reference" },
  sortCondition: { ref: "reference" },
  sortState: { ref: "reference" },
  sp: { textlink: "formula" },
  threadedComment: { ref: "reference" },
};

const texts: Readonly<Record<string, Kind>> = {
  calculatedColumnFormula: "formula",
  definedName: "formula",
  f: "formula",
  formula: "formula",
  formula1: "formula",
  formula2: "formula",
  sqref: "cells",
  totalsRowFormula: "formula",
};

/** Elements in which everything speaks of something else, or is the affair of whoever knows it. */
const passedOver = new Set(["sheetData", "customSheetViews"]);

/** Lists that stay when nothing is left in them. */
const staysEmpty = new Set(["commentList"]);

/**
 * Lets everything in a part that speaks of cells follow them. What has no cell left is taken away.
 * @param ownSheet sheet that the part belongs to, as it was called
 */
export function moveElements(edits: TextEdits, root: XmlSpan, moves: CellMoves, ownSheet: string): void {
  new MovedPart(edits, moves, ownSheet).move(root);
}

class MovedPart {
  constructor(
    private readonly edits: TextEdits,
    private readonly moves: CellMoves,
    private readonly ownSheet: string,
  ) {}

  move(element: XmlSpan): void {
    const { edits } = this;
    if (passedOver.has(element.local)) return;
    if (element.local === "worksheetSource") source(edits, element, this.moves);
    for (const { name, value, kind } of this.told(element)) {
      const moved = this.moved(value, kind, element);
      if (moved !== value) edits.attribute(element, name, moved);
    }
    const kind = element.children.length === 0 ? texts[element.local] : undefined;
    if (kind !== undefined) {
      const value = spanText(edits.text, element);
      const moved = this.moved(value, kind, element);
      if (moved !== value) edits.replace(element.openEnd, element.closeStart, escapedXml(moved));
    }
    const gone = element.children.filter((child) => this.isGone(child));
    for (const child of element.children) {
      if (gone.includes(child)) edits.remove(child);
      else this.move(child);
    }
    const [first] = gone;
    if (first && spanAttribute(edits.text, element, "count") !== undefined) {
      edits.attribute(element, "count", spanChildren(element, first.local).length - gone.length);
    }
  }

  /** Attributes that speak of cells. */
  private told(element: XmlSpan): { name: string; value: string; kind: Kind }[] {
    return Object.entries(attributes[element.local] ?? {}).flatMap(([name, kind]) => {
      const value = spanAttribute(this.edits.text, element, name);
      const isOther = name === "val" && spanAttribute(this.edits.text, element, "type") !== "formula";
      return value === undefined || value === "" || isOther ? [] : [{ name, value, kind }];
    });
  }

  private moved(value: string, kind: Kind, element: XmlSpan): string {
    const { moves } = this;
    const named = element.local === "dataRef" ? spanAttribute(this.edits.text, element, "sheet") : undefined;
    const sheet = named ?? this.ownSheet;
    if (kind === "formula") return moves.formula(value, sheet);
    if (kind === "reference") return moves.reference(value, sheet) ?? "";
    return moves.cells(value, sheet);
  }

  /** Whether nothing is left of the cells that an element speaks of; a list of which nothing is left would be no valid one. */
  private isGone(element: XmlSpan): boolean {
    if (passedOver.has(element.local)) return false;
    if (this.told(element).some(({ value, kind }) => this.moved(value, kind, element) === "")) return true;
    const { children } = element;
    const cells = children.find(({ local }) => local === "sqref");
    if (cells) return this.moved(spanText(this.edits.text, cells), "cells", cells) === "";
    const isList = children.length > 0 && !staysEmpty.has(element.local);
    return isList && children.every((child) => this.isGone(child));
  }
}

/** Cells that a pivot table is made of. Those of another workbook are none of ours; a source that is gone stays as it was told. */
function source(edits: TextEdits, element: XmlSpan, moves: CellMoves): void {
  const [sheet, reference] = ["sheet", "ref"].map((name) => spanAttribute(edits.text, element, name));
  if (sheet === undefined || spanAttribute(edits.text, element, "id") !== undefined) return;
  if (reference !== undefined)
    edits.attribute(element, "ref", moves.reference(reference, sheet) ?? reference);
  edits.attribute(element, "sheet", moves.sheetName(sheet) ?? sheet);
}
