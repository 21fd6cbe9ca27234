import type { CellFormatRecord } from "../../../workbook-record";
import { escapedXml } from "../../package/file-text";
import { TextEdits } from "../../package/text-edits";
import { spanChild, spansOf, type XmlSpan } from "../../package/xml-spans";
import { borderStyles, horizontal, vertical } from "../../write/write-styles";

type Font = NonNullable<CellFormatRecord["font"]>;
type Borders = NonNullable<CellFormatRecord["borders"]>;

/** The order in which Excel writes what a font is made of. */
const fontOrder = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

const borderOrder = ["start", "left", "end", "right", "top", "bottom", "diagonal", "vertical", "horizontal"];

/** A font of the file with what is changed of it; struck-out and raised letters stay so. */
export function fontOf(like: string, known: Font = {}, shown: Font = {}): string {
  const element = spansOf(like);
  const edits = new TextEdits(like);
  const put = (local: string, xml: string) => {
    const old = spanChild(element, local);
    if (old) edits.replace(old.start, old.end, xml);
    else if (xml !== "") edits.insertInOrder(element, fontOrder, local, xml);
  };
  const tag = (local: string, attributes = "") => `<${element.prefix}${local}${attributes}/>`;
  const flags = { b: "bold", i: "italic", u: "underline" } as const;
  for (const [local, property] of Object.entries(flags)) {
    if ((known[property] ?? false) !== (shown[property] ?? false))
      put(local, shown[property] ? tag(local) : "");
  }
  if (known.size !== shown.size) put("sz", tag("sz", ` val="${shown.size ?? 11}"`));
  if (known.color !== shown.color) {
    put("color", shown.color === undefined ? tag("color", ' theme="1"') : tag("color", rgb(shown.color)));
  }
  if (known.name !== shown.name) {
    put("name", tag("name", ` val="${escapedXml(shown.name ?? "Calibri")}"`));
    // A font of the theme, or a set of letters, belongs to the name that it came with.
    put("scheme", "");
    put("charset", "");
  }
  return edits.applied();
}

/** A border of the file with the sides that are changed; its diagonals stay. */
export function borderOf(like: string, known: Borders = {}, shown: Borders = {}): string {
  const element = spansOf(like);
  const edits = new TextEdits(like);
  for (const side of ["left", "right", "top", "bottom"] as const) {
    const [was, is] = [known[side], shown[side]];
    if (was?.style === is?.style && was?.color === is?.color) continue;
    const old =
      spanChild(element, side) ?? spanChild(element, { left: "start", right: "end" }[side as "left"] ?? side);
    const name = `${element.prefix}${old?.local ?? side}`;
    const color = is && `<${element.prefix}color${rgb(is.color)}/>`;
    const xml = is ? `<${name} style="${borderStyles[is.style]}">${color}</${name}>` : `<${name}/>`;
    if (old) edits.replace(old.start, old.end, xml);
    else edits.insertInOrder(element, borderOrder, side, xml);
  }
  return edits.applied();
}

export function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor${rgb(color)}/><bgColor indexed="64"/></patternFill></fill>`;
}

/** Puts what is changed of the alignment into an `xf`; false when nothing is. */
export function withAlignment(
  edits: TextEdits,
  xf: XmlSpan,
  shown: CellFormatRecord,
  changed: readonly (keyof CellFormatRecord)[],
): boolean {
  const values: Partial<Record<keyof CellFormatRecord, [string, string | null]>> = {
    horizontal: ["horizontal", shown.horizontal ? horizontal[shown.horizontal] : null],
    vertical: ["vertical", verticalInFile(shown.vertical)],
    wrapText: ["wrapText", shown.wrapText ? "1" : null],
    indent: ["indent", shown.indent ? String(shown.indent) : null],
    textRotation: ["textRotation", shown.textRotation ? String(fileRotation(shown.textRotation)) : null],
  };
  const ours = changed.flatMap((property) => (values[property] ? [values[property]] : []));
  if (ours.length === 0) return false;
  const element = spanChild(xf, "alignment");
  if (element) ours.forEach(([name, value]) => edits.attribute(element, name, value));
  else {
    const attributes = ours.map(([name, value]) => (value === null ? "" : ` ${name}="${value}"`)).join("");
    edits.insertInOrder(
      xf,
      ["alignment", "protection", "extLst"],
      "alignment",
      `<${xf.prefix}alignment${attributes}/>`,
    );
  }
  return true;
}

function verticalInFile(value: CellFormatRecord["vertical"]): string | null {
  if (!value || value === "Bottom") return null;
  return value === "Center" ? "center" : vertical[value];
}

/** The reverse of what reading does: −1…−90 are 91–180 in the file, stacked letters 255. */
function fileRotation(rotation: number): number {
  if (rotation === 180) return 255;
  return rotation < 0 ? 90 - rotation : rotation;
}

export function withLock(edits: TextEdits, xf: XmlSpan, locked: boolean): void {
  const element = spanChild(xf, "protection");
  if (element) edits.attribute(element, "locked", locked ? null : 0);
  else if (!locked) {
    const xml = `<${xf.prefix}protection locked="0"/>`;
    edits.insertInOrder(xf, ["alignment", "protection", "extLst"], "protection", xml);
  }
}

function rgb(color: string): string {
  return ` rgb="FF${color.replace("#", "").toUpperCase()}"`;
}
