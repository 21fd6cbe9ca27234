import { TextEdits } from "../../package/text-edits";
import { spanAttribute, spansOf } from "../../package/xml-spans";
import { readSharedStrings } from "../../read/shared-strings";
import { textItem, type TextNumbers } from "../../write/write-cells";
import { prefixedXml } from "./append-styles";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A part of texts without a text, for a workbook that has none. */
export const noStrings = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${main}" count="0" uniqueCount="0"/>`;

/** The texts of a file, to which those are appended that it does not have. */
export class StringAppender implements TextNumbers {
  private numbers: Map<string, number> | undefined;
  private dressed: ReadonlySet<number> | undefined;
  private readonly added: string[] = [];
  private count = 0;
  /** By how much the number of cells with a text has changed. */
  private uses = 0;

  /** @param text the part `sharedStrings.xml` */
  constructor(private readonly text: string) {}

  numberOf(text: string): number {
    this.uses++;
    const numbers = (this.numbers ??= this.known());
    let number = numbers.get(text);
    if (number === undefined) {
      number = this.count + this.added.push(text) - 1;
      numbers.set(text, number);
    }
    return number;
  }

  /** A cell does not show its text any more. */
  forget(): void {
    this.uses--;
  }

  /** A cell shows a text of the file's, as it is. */
  keep(): void {
    this.uses++;
  }

  /** Whether a text of the file's is more than a text: dressed in places, or with phonetic hints. */
  isDressed(number: number): boolean {
    this.dressed ??= new Set(
      /<(?:[\w.-]+:)?(?:r|rPh)[\s>]/.test(this.text)
        ? readSharedStrings(this.text).flatMap(({ plain }, index) => (plain ? [] : [index]))
        : [],
    );
    return this.dressed.has(number);
  }

  private known(): Map<string, number> {
    const numbers = new Map<string, number>();
    const strings = readSharedStrings(this.text);
    strings.forEach(({ text, plain }, index) => {
      if (plain && !numbers.has(text)) numbers.set(text, index);
    });
    this.count = strings.length;
    return numbers;
  }

  /** The part with what was appended. */
  get xml(): string {
    const root = spansOf(this.text, "sst");
    const edits = new TextEdits(this.text);
    const stated = spanAttribute(this.text, root, "count");
    if (stated !== undefined && this.uses !== 0) {
      edits.attribute(root, "count", Math.max(0, Number(stated) + this.uses));
    }
    if (this.added.length > 0) {
      const unique = spanAttribute(this.text, root, "uniqueCount");
      if (unique !== undefined) edits.attribute(root, "uniqueCount", this.count + this.added.length);
      // Extensions come behind the texts.
      const last = this.text.lastIndexOf(`</${root.prefix}si>`);
      const behind = last < 0 ? null : last + root.prefix.length + 5;
      const xml = prefixedXml(this.added.map(textItem).join(""), root.prefix);
      if (behind === null) edits.append(root, xml);
      else edits.insert(behind, xml);
    }
    return edits.applied();
  }
}
