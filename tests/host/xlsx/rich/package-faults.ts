/**
 * What Excel would have to repair in a package, told in words: what the schemas ask (ISO/IEC 29500-1) and what they cannot
 * say. Read with a parser of its own, not with the one of the product.
 */
import { JSDOM } from "jsdom";
import { columnLetters, intersection, parseArea } from "../../../../src/host/model/reference";
import type { Area } from "../../../../src/host/workbook-record";
import { partsOf } from "../package-of";

const { DOMParser } = new JSDOM().window;

/** Elements in the order of their schema (CT_Worksheet, CT_Workbook, CT_Stylesheet, CT_Table). */
const orders: Readonly<Record<string, string>> = {
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst",
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
  table: "autoFilter sortState tableColumns tableStyleInfo extLst",
  font: "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme",
};

// Collections of jsdom look for an element called "length" at every step: going from one element to the next does not.
function childrenOf(node: Document | Element): Element[] {
  const children: Element[] = [];
  for (let child = node.firstElementChild; child; child = child.nextElementSibling) children.push(child);
  return children;
}
const elementsOf = (node: Document | Element): Element[] =>
  childrenOf(node).flatMap((child) => [child, ...elementsOf(child)]);
const all = (node: Document | Element, local: string) =>
  elementsOf(node).filter(({ localName }) => localName === local);
const inside = (node: Element | undefined, local: string) =>
  node ? childrenOf(node).filter(({ localName }) => localName === local) : [];
const value = (element: Element, local: string) =>
  [...element.attributes].find((attribute) => attribute.localName === local)?.value;
const number = (element: Element, local: string) => Number(value(element, local));
const linkOf = (element: Element) =>
  [...element.attributes].find(
    ({ localName, namespaceURI }) => localName === "id" && /relationships/.test(namespaceURI ?? ""),
  )?.value;

/** Everything that is wrong with a workbook, one sentence each. */
export async function packageFaults(bytes: Uint8Array): Promise<string[]> {
  const parts = [...(await partsOf(bytes))];
  // Names of parts are compared without case (ECMA-376 Part 2, 7.3).
  return new PackageInspection(new Map(parts.map(([name, text]) => [name.toLowerCase(), text]))).faults;
}

class PackageInspection {
  readonly faults: string[] = [];
  private readonly documents = new Map<string, Document>();

  constructor(private readonly parts: ReadonlyMap<string, string>) {
    for (const [name, text] of parts) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const document = new DOMParser().parseFromString(text.replace(/^\ufeff/, ""), "application/xml");
      if (all(document, "parsererror").length > 0) this.tell(name, "is not well-formed");
      else this.documents.set(name, document);
    }
    this.contentTypes();
    for (const name of parts.keys()) if (name.endsWith(".rels")) this.relationships(name);
    const [main] = [...this.linksOf("").values()].filter(({ kind }) => kind === "officeDocument");
    this.workbook(main.target);
  }

  private tell(part: string, fault: string): void {
    this.faults.push(`${part} ${fault}`);
  }

  private contentTypes(): void {
    const types = this.documents.get("[content_types].xml")!;
    const endings = all(types, "Default").map((each) => value(each, "Extension")!.toLowerCase());
    const overrides = all(types, "Override").map((each) => value(each, "PartName")!.toLowerCase());
    this.unique("[content_types].xml", "endings", endings);
    this.unique("[content_types].xml", "parts", overrides);
    const names = new Set([...this.parts.keys()].map((name) => `/${name.toLowerCase()}`));
    for (const part of overrides) if (!names.has(part)) this.tell(part, "has a type but is not there");
    for (const name of names) {
      const ending = name.split(".").at(-1)!;
      if (!overrides.includes(name) && !endings.includes(ending) && name !== "/[content_types].xml")
        this.tell(name, "has no type");
    }
  }

  private unique(part: string, what: string, values: readonly (string | number)[]): void {
    const twice = values.find((each, index) => values.indexOf(each) < index);
    if (twice !== undefined) this.tell(part, `has two ${what} ${twice}`);
  }

  private linksOf(source: string): Map<string, { kind: string; target: string; external: boolean }> {
    const slash = source.lastIndexOf("/");
    const document = this.documents.get(`${source.slice(0, slash + 1)}_rels/${source.slice(slash + 1)}.rels`);
    const base = `http://package/${source.slice(0, slash + 1)}`;
    return new Map(
      (document ? all(document, "Relationship") : []).map((link) => {
        const external = value(link, "TargetMode") === "External";
        const target = value(link, "Target")!;
        const path = external
          ? target
          : decodeURIComponent(new URL(target, base).pathname.slice(1)).toLowerCase();
        return [
          value(link, "Id")!,
          { kind: value(link, "Type")!.split("/").at(-1)!, target: path, external },
        ];
      }),
    );
  }

  private relationships(name: string): void {
    const source = name.replace(/_rels\/([^/]*)\.rels$/, "$1");
    this.unique(
      name,
      "links",
      all(this.documents.get(name)!, "Relationship").map((link) => value(link, "Id")!),
    );
    for (const [id, { target, external }] of this.linksOf(source))
      if (!external && !this.parts.has(target))
        this.tell(name, `${id} leads to ${target}, which is not there`);
    const document = this.documents.get(source);
    const links = this.linksOf(source);
    for (const element of document ? elementsOf(document) : []) {
      const id = linkOf(element);
      if (id !== undefined && !links.has(id))
        this.tell(source, `<${element.localName}> speaks of ${id}, which is not there`);
    }
  }

  private inOrder(part: string, element: Element): void {
    const order = (orders[element.localName] ?? "").split(" ");
    const children = childrenOf(element);
    const places = children.map(({ localName }) => order.indexOf(localName));
    const wrong = places.findIndex((place, index) => place < 0 || place < (places[index - 1] ?? 0));
    if (wrong >= 0)
      this.tell(part, `has <${children[wrong].localName}> in the wrong place of <${element.localName}>`);
    const [list] = inside(element, "extLst");
    if (list && list !== element.lastElementChild) this.tell(part, "has something behind its extensions");
  }

  private counted(part: string, list: Element | undefined): number {
    if (!list) return 0;
    const count = value(list, "count");
    if (count !== undefined && Number(count) !== list.childElementCount)
      this.tell(part, `says ${count} in <${list.localName}> and has ${list.childElementCount}`);
    return list.childElementCount;
  }

  private workbook(main: string): void {
    const root = this.documents.get(main)!.documentElement;
    this.inOrder(main, root);
    const links = this.linksOf(main);
    const sheets = all(root, "sheet");
    this.unique(
      main,
      "sheets",
      sheets.map((sheet) => value(sheet, "name")!.toLowerCase()),
    );
    this.unique(
      main,
      "sheet numbers",
      sheets.map((sheet) => number(sheet, "sheetId")),
    );
    for (const sheet of sheets)
      if (!/^[^\\/?*[\]:]+$/u.test(value(sheet, "name")!))
        this.tell(main, `has a sheet ${value(sheet, "name")}`);
    const names = all(root, "definedName");
    this.unique(
      main,
      "names",
      names.map((name) => `${value(name, "name")!.toLowerCase()} ${value(name, "localSheetId") ?? ""}`),
    );
    if (names.some((name) => number(name, "localSheetId") >= sheets.length))
      this.tell(main, "has a name of no sheet");
    const active = Number(all(root, "workbookView")[0]?.getAttribute("activeTab") ?? 0);
    if (active >= sheets.length) this.tell(main, "shows a sheet that is not there");
    const target = (kind: string) => [...links.values()].find((link) => link.kind === kind)?.target;
    const looks = this.styles(target("styles"));
    const texts = this.strings(target("sharedStrings"));
    const tables: { id: number; name: string }[] = [];
    const formulas = new Map<number, Set<string>>();
    let selected = 0;
    for (const sheet of sheets) {
      const link = links.get(linkOf(sheet) ?? "");
      const document = this.documents.get(link?.target ?? "");
      if (!link || !document) continue;
      if (all(document, "sheetView").some((view) => /^(1|true)$/.test(value(view, "tabSelected") ?? "")))
        selected++;
      if (link.kind !== "worksheet") continue;
      formulas.set(number(sheet, "sheetId"), this.worksheet(link.target, looks, texts, tables));
    }
    if (selected > 1) this.tell(main, "has a group of sheets in view");
    this.unique(
      main,
      "tables",
      tables.map(({ id }) => id),
    );
    this.unique(
      main,
      "tables called",
      tables.map(({ name }) => name.toLowerCase()),
    );
    this.chain(target("calcChain"), formulas);
  }

  private styles(part: string | undefined): { cells: number; differential: number } {
    const root = this.documents.get(part ?? "")?.documentElement;
    if (!part || !root) return { cells: 1, differential: 0 };
    this.inOrder(part, root);
    const list = (local: string) => inside(root, local).at(0);
    const sizes = ["fonts", "fills", "borders"].map((local) => this.counted(part, list(local)));
    for (const local of ["numFmts", "cellXfs", "dxfs", "cellStyleXfs", "cellStyles"])
      this.counted(part, list(local));
    this.unique(
      part,
      "number formats",
      inside(list("numFmts"), "numFmt").map((each) => number(each, "numFmtId")),
    );
    for (const xf of inside(list("cellXfs"), "xf"))
      ["fontId", "fillId", "borderId"].forEach((name, index) => {
        if (number(xf, name) >= Math.max(1, sizes[index]))
          this.tell(part, `has a look with ${name} ${value(xf, name)}`);
      });
    for (const font of all(root, "font")) this.inOrder(part, font);
    return {
      cells: Math.max(1, inside(list("cellXfs"), "xf").length),
      differential: inside(list("dxfs"), "dxf").length,
    };
  }

  private strings(part: string | undefined): number {
    const root = this.documents.get(part ?? "")?.documentElement;
    const texts = inside(root, "si").length;
    const said = root && value(root, "uniqueCount");
    if (said !== undefined && Number(said) !== texts) this.tell(part!, `says ${said} texts and has ${texts}`);
    return texts;
  }

  private worksheet(
    part: string,
    looks: { cells: number; differential: number },
    texts: number,
    tables: { id: number; name: string }[],
  ): Set<string> {
    const root = this.documents.get(part)!.documentElement;
    this.inOrder(part, root);
    const said = parseArea(inside(root, "dimension").at(0)?.getAttribute("ref") ?? "");
    const formulas = new Set<string>();
    const shown = new Map<string, string>();
    let lastRow = 0;
    for (const row of all(inside(root, "sheetData")[0], "row")) {
      const at = value(row, "r") === undefined ? lastRow + 1 : number(row, "r");
      if (at <= lastRow) this.tell(part, `has row ${at} behind row ${lastRow}`);
      lastRow = at;
      let last = -1;
      for (const cell of inside(row, "c")) {
        const address = value(cell, "r") ?? `${columnLetters(last + 1)}${at}`;
        const area = parseArea(address)!;
        if (area.row !== at - 1 || area.column <= last) this.tell(part, `has ${address} in the wrong place`);
        last = area.column;
        if (said && !intersection(said, area) && cell.childElementCount > 0)
          this.tell(part, `has ${address} outside of ${value(inside(root, "dimension")[0], "ref")}`);
        if (Number(value(cell, "s") ?? 0) >= looks.cells) this.tell(part, `${address} has no look`);
        if (value(cell, "t") === "s" && Number(cell.textContent) >= texts)
          this.tell(part, `${address} has no text`);
        if (inside(cell, "f").length > 0) formulas.add(address);
        shown.set(address, value(cell, "t") ?? "n");
      }
    }
    for (const column of all(root, "col"))
      if (number(column, "min") > number(column, "max")) this.tell(part, "has columns backwards");
    const columns = all(root, "col");
    columns.forEach((column, index) => {
      if (index > 0 && number(column, "min") <= number(columns[index - 1], "max"))
        this.tell(part, "has columns twice");
    });
    for (const rule of all(root, "cfRule"))
      if (value(rule, "dxfId") !== undefined && number(rule, "dxfId") >= looks.differential)
        this.tell(part, "has a conditional format without a look");
    this.disjoint(
      part,
      "merged cells",
      all(root, "mergeCell").map((each) => parseArea(value(each, "ref")!)!),
    );
    for (const list of [
      ...inside(root, "mergeCells"),
      ...inside(root, "tableParts"),
      ...inside(root, "dataValidations"),
    ])
      this.counted(part, list);
    const links = this.linksOf(part);
    const areas = all(root, "tablePart").flatMap(
      (each) => this.table(links.get(linkOf(each)!)!.target, tables, shown) ?? [],
    );
    this.disjoint(part, "tables", areas);
    for (const { kind, target } of links.values()) if (kind === "drawing") this.drawing(target);
    return formulas;
  }

  private disjoint(part: string, what: string, areas: readonly Area[]): void {
    if (
      areas.some((area, index) => areas.slice(0, index).some((other) => intersection(area, other) !== null))
    )
      this.tell(part, `has ${what} that overlap`);
  }

  private table(
    part: string,
    tables: { id: number; name: string }[],
    shown: ReadonlyMap<string, string>,
  ): Area | null {
    const root = this.documents.get(part)?.documentElement;
    if (!root) return null;
    this.inOrder(part, root);
    tables.push({ id: number(root, "id"), name: value(root, "displayName")! });
    const area = parseArea(value(root, "ref")!)!;
    const columns = all(root, "tableColumn");
    this.counted(part, inside(root, "tableColumns")[0]);
    if (columns.length !== area.columns)
      this.tell(part, `has ${columns.length} columns over ${area.columns}`);
    this.unique(
      part,
      "columns",
      columns.map((column) => number(column, "id")),
    );
    this.unique(
      part,
      "columns called",
      columns.map((column) => value(column, "name")!.toLowerCase()),
    );
    const [filter] = inside(root, "autoFilter");
    const covered = filter && parseArea(value(filter, "ref")!);
    if (covered && (covered.columns !== area.columns || covered.row !== area.row))
      this.tell(part, "filters other cells than its own");
    if (value(root, "headerRowCount") !== "0") {
      const [first] = value(root, "ref")!.split(":");
      if (!/^(s|str|inlineStr)$/.test(shown.get(first) ?? ""))
        this.tell(part, `has no text above its first column (${first})`);
    }
    return area;
  }

  private drawing(part: string): void {
    const root = this.documents.get(part)?.documentElement;
    if (root)
      this.unique(
        part,
        "drawn things",
        all(root, "cNvPr").map((each) => number(each, "id")),
      );
  }

  private chain(part: string | undefined, formulas: ReadonlyMap<number, ReadonlySet<string>>): void {
    const root = this.documents.get(part ?? "")?.documentElement;
    let sheet = 0;
    for (const entry of root ? all(root, "c") : []) {
      sheet = value(entry, "i") === undefined ? sheet : number(entry, "i");
      const address = value(entry, "r")!;
      if (!formulas.get(sheet)?.has(address))
        this.tell(part!, `calculates ${address} of sheet ${sheet}, which has no formula`);
    }
  }
}
