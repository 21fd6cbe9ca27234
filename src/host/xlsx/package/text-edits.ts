import { escapedXml } from "./file-text";
import { attributesAt, type XmlSpan } from "./xml-spans";

/** Changes of a text, gathered with the places that they have in the text as it was, and made in one go. */
export class TextEdits {
  private readonly edits: { start: number; end: number; text: string }[] = [];
  private readonly appended = new Map<XmlSpan, string[]>();

  constructor(readonly text: string) {}

  replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  remove(element: XmlSpan): void {
    this.replace(element.start, element.end, "");
  }

  /** Puts XML behind everything that is in an element. */
  append(parent: XmlSpan, xml: string): void {
    const pieces = this.appended.get(parent);
    if (pieces) pieces.push(xml);
    else this.appended.set(parent, [xml]);
  }

  /** Sets an attribute by its local name, or takes it away (null). */
  attribute(element: XmlSpan, name: string, value: string | number | null): void {
    const attributes = attributesAt(this.text, element.start, element.openEnd);
    const found =
      attributes.find((each) => each.name === name) ??
      attributes.find((each) => each.name.slice(each.name.indexOf(":") + 1) === name);
    if (found && found.value === String(value)) return;
    if (value === null) {
      if (found) this.replace(found.start, found.end, "");
    } else if (found) {
      this.replace(found.start, found.end, ` ${found.name}="${escapedXml(String(value))}"`);
    } else {
      const at = element.openEnd - (element.selfClosing ? 2 : 1);
      this.insert(at, ` ${name}="${escapedXml(String(value))}"`);
    }
  }

  /**
   * Puts XML into an element where the schema wants it.
   * @param order local names of the schema's sequence
   */
  insertInOrder(parent: XmlSpan, order: readonly string[], local: string, xml: string): void {
    const place = order.indexOf(local);
    const next = parent.children.find((child) => {
      const other = order.indexOf(child.local);
      return other > place;
    });
    if (next) this.insert(next.start, xml);
    else this.append(parent, xml);
  }

  get isEmpty(): boolean {
    return this.edits.length === 0 && this.appended.size === 0;
  }

  applied(): string {
    return this.pieces().join("");
  }

  /** The changed text in pieces: those that stay are no copies, which counts where a sheet has a million rows. */
  pieces(): string[] {
    const { text } = this;
    const edits = [...this.edits];
    for (const [parent, pieces] of this.appended) {
      if (parent.selfClosing) {
        edits.push({
          start: parent.openEnd - 2,
          end: parent.openEnd,
          text: `>${pieces.join("")}</${parent.name}>`,
        });
      } else {
        edits.push({ start: parent.closeStart, end: parent.closeStart, text: pieces.join("") });
      }
    }
    // Sorting is stable: what was inserted at one place stays in its order, before what is replaced there.
    edits.sort((one, other) => one.start - other.start || one.end - other.end);
    const pieces: string[] = [];
    let position = 0;
    for (const edit of edits) {
      if (edit.start < position) throw new Error("two changes of one place");
      pieces.push(text.slice(position, edit.start), edit.text);
      position = edit.end;
    }
    pieces.push(text.slice(position));
    return pieces;
  }
}
