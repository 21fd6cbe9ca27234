/** An element with its places in the text that it was found in: what is changed is cut out there, all else stays text. */
export interface XmlSpan {
  /** As written, with its prefix. */
  name: string;
  /** "" or the prefix with its colon: `x:`. */
  prefix: string;
  local: string;
  start: number;
  /** Behind the ">" of the opening tag. */
  openEnd: number;
  /** Of the closing tag; `openEnd` when the tag closes itself. */
  closeStart: number;
  end: number;
  selfClosing: boolean;
  children: XmlSpan[];
}

/** Reads a text tag by tag, without taking it apart further. The text is known to be well-formed. */
export class TagScanner {
  /** Of the tag found last. */
  start = 0;
  end = 0;
  name = "";
  local = "";
  kind: "open" | "close" | "empty" = "open";

  constructor(
    readonly text: string,
    public position = 0,
    readonly limit = text.length,
  ) {}

  /** Goes to the next tag; false when there is none. Comments, CDATA sections and instructions are passed over. */
  next(): boolean {
    const { text } = this;
    for (;;) {
      const start = text.indexOf("<", this.position);
      if (start < 0 || start >= this.limit) return false;
      const code = text.charCodeAt(start + 1);
      if (code === questionMark || code === exclamationMark) {
        this.position = passedOver(text, start);
        continue;
      }
      this.start = start;
      this.end = this.position = tagEnd(text, start);
      const closes = code === slash;
      const nameStart = closes ? start + 2 : start + 1;
      let nameEnd = nameStart;
      while (nameEnd < this.end && !endsName(text.charCodeAt(nameEnd))) nameEnd++;
      this.name = text.slice(nameStart, nameEnd);
      this.local = this.name.slice(this.name.indexOf(":") + 1);
      this.kind = closes ? "close" : text.charCodeAt(this.end - 2) === slash ? "empty" : "open";
      return true;
    }
  }

  /** Goes behind the end of the element whose opening tag was found last. */
  skipElement(): void {
    if (this.kind !== "open") return;
    for (let depth = 1; depth > 0 && this.next();) {
      if (this.kind === "open") depth++;
      else if (this.kind === "close") depth--;
    }
  }

  /** Value of an attribute of the tag found last, by its name as written. */
  attribute(name: string): string | undefined {
    return attributeAt(this.text, this.start, this.end, name)?.value;
  }
}

const [questionMark, exclamationMark, slash] = [63, 33, 47];

/** Space, tab, line feed, carriage return, "/", ">". */
function endsName(code: number): boolean {
  return code === 32 || code === 62 || code === 47 || code === 10 || code === 13 || code === 9;
}

/** Behind a comment, a CDATA section, an instruction or a declaration that begins at a place. */
export function passedOver(text: string, start: number): number {
  const closing = text.startsWith("<!--", start)
    ? "-->"
    : text.startsWith("<![CDATA[", start)
      ? "]]>"
      : text.startsWith("<?", start)
        ? "?>"
        : ">";
  const end = text.indexOf(closing, start);
  return end < 0 ? text.length : end + closing.length;
}

/** Behind the ">" of a tag: one inside an attribute does not count. */
function tagEnd(text: string, start: number): number {
  let end = text.indexOf(">", start);
  let from = start;
  for (;;) {
    if (end < 0) return text.length;
    const piece = text.slice(from, end);
    if (!piece.includes('"') && !piece.includes("'")) return end + 1;
    const open = openQuote(text, start, end);
    if (open === null) return end + 1;
    from = text.indexOf(open, end);
    if (from < 0) return text.length;
    end = text.indexOf(">", from);
    from = start;
  }
}

/** The quotation mark that is still open at `end`; null when none is. */
function openQuote(text: string, start: number, end: number): string | null {
  let open: string | null = null;
  for (let at = start; at < end; at++) {
    const character = text[at];
    if (open === null && (character === '"' || character === "'")) open = character;
    else if (character === open) open = null;
  }
  return open;
}

interface AttributeSpan {
  /** Unescaped. */
  value: string;
  /** From the space before the name to behind the closing quotation mark. */
  start: number;
  end: number;
}

/** An attribute inside the tag between two places of a text, by its name as written. */
export function attributeAt(
  text: string,
  start: number,
  end: number,
  name: string,
): AttributeSpan | undefined {
  for (const found of attributesAt(text, start, end)) if (found.name === name) return found;
  return undefined;
}

export function attributesAt(text: string, start: number, end: number): (AttributeSpan & { name: string })[] {
  const tag = text.slice(start, end);
  return [...tag.matchAll(/\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => ({
    name: match[1],
    value: unescapedXml(match[2] ?? match[3]),
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text of an element or attribute without its escapes. */
export function unescapedXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (found, hex, decimal, name: string) => {
    if (name !== undefined) return entities[name] ?? found;
    const code = hex ? parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : found;
  });
}

/**
 * The root element with all that is in it.
 * @param closed local name of an element that is not looked into: a sheet's cells are too many for a tree
 */
export function spansOf(text: string, closed?: string): XmlSpan {
  const scanner = new TagScanner(text);
  const open: XmlSpan[] = [];
  let root: XmlSpan | undefined;
  while (scanner.next()) {
    if (scanner.kind === "close") {
      const element = open.pop();
      if (element) [element.closeStart, element.end] = [scanner.start, scanner.end];
      continue;
    }
    const { name, local, start, end } = scanner;
    const selfClosing = scanner.kind === "empty";
    const prefix = name.slice(0, name.length - local.length);
    const element: XmlSpan = {
      name,
      prefix,
      local,
      start,
      openEnd: end,
      closeStart: end,
      end,
      selfClosing,
      children: [],
    };
    if (open.length > 0) open[open.length - 1].children.push(element);
    else root ??= element;
    if (selfClosing) continue;
    open.push(element);
    if (local === closed) {
      const close = text.lastIndexOf(`</${name}`);
      if (close >= end) scanner.position = close;
    }
  }
  if (!root) throw new Error("the text has no element");
  return root;
}

export function spanChild(element: XmlSpan | undefined, local: string): XmlSpan | undefined {
  return element?.children.find((child) => child.local === local);
}

export function spanChildren(element: XmlSpan | undefined, local: string): XmlSpan[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

/** Value of an attribute by its local name, whatever its prefix. */
export function spanAttribute(text: string, element: XmlSpan, local: string): string | undefined {
  const attributes = attributesAt(text, element.start, element.openEnd);
  return (
    attributes.find(({ name }) => name === local) ??
    attributes.find(({ name }) => name.slice(name.indexOf(":") + 1) === local)
  )?.value;
}

export function spanText(text: string, element: XmlSpan): string {
  const inside = text.slice(element.openEnd, element.closeStart);
  return unescapedXml(
    inside.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, data: string) => data.replace(/&/g, "&amp;")),
  );
}
