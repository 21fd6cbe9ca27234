/** The Proof sheet (methods §15): every figure of the report once more, by formulas over the list's own cells. */
import { addressOf } from "../../../portfolio";
import { Page, type Area, type ReportKey } from "../paint/page/page";
import type { SheetPlan } from "../paint/paint";
import { palette, statusInks } from "../paint/page/palette";
import type { Subject } from "../pages/subject";
import type { Block, BlockColumn } from "./block";
import { ClientColumns } from "./columns/client-columns";
import { address, formulaText, type Reference, type WhereIs } from "./formula";
import { Ground } from "./ground";
import type { ListStanding } from "./list-standing";
import type { Standing } from "./standing";
import { type Line, ProofLines, type StandingPage } from "./proof-lines";

/** Columns: margin, what, where, our value, recalculated, difference, holds. */
const widths = [10, 300, 150, 104, 104, 84, 62];
const gapWidth = 24;
const blockWidth = 74;
const [what, where, ours, recalculated, difference, holds] = [1, 2, 3, 4, 5, 6];

/**
 * Plans the sheet for the list and the pages as they stand.
 * @param origin first cell of the page on its own sheet
 */
export function proofSheet(
  subject: Subject,
  standing: Standing,
  origin: { row: number; column: number },
): SheetPlan {
  return { ...new ProofPage(subject, standing, origin).plan(), stands: standing.ask };
}

/**
 * The sheet where what is proved elsewhere would be called wrong: Excel reckons with rounded figures, or the list or a page has been
 * changed since it was read and written.
 */
export function unprovableSheet({ texts }: Subject, why: "asDisplayed" | "changed"): SheetPlan {
  const words = texts.report.proof;
  const page = new Page(words.title, "Landscape", widths);
  page.heading(words.subtitle);
  page.paragraph(words[why], { bold: true });
  return { page, charts: [], footer: texts.report.footer };
}

class ProofPage {
  readonly #list: ListStanding;
  readonly #columns: ClientColumns;
  readonly #places: ReadonlyMap<ReportKey, StandingPage>;
  readonly #proofs: ProofLines;

  constructor(
    private readonly subject: Subject,
    { list, pages }: Standing,
    private readonly origin: { row: number; column: number },
  ) {
    this.#list = list;
    this.#columns = new ClientColumns(
      new Ground(subject.classification, subject.ranking, subject.texts, subject.costs, list),
    );
    this.#places = new Map(pages.map((page) => [page.key, page]));
    this.#proofs = new ProofLines(subject, pages, this.#columns);
  }

  plan(): SheetPlan {
    const { texts } = this.subject;
    const words = texts.report.proof;
    const { lines, lists } = this.#proofs;
    const { ground } = this.#columns;
    const blocks = [ground.wholes, ...(ground.rows ? [ground.rows] : []), ground.clients];
    const shown = [...blocks, ...this.#columns.blocks, ...lists].filter(({ columns }) => columns.length > 0);
    const beside = shown.flatMap(({ columns }) => [gapWidth, ...columns.map(() => blockWidth)]);
    const page = new Page(words.title, "Landscape", widths, beside);
    page.heading(words.subtitle);
    const told = page.row;
    page.paragraph("", { bold: true });
    page.paragraph(this.reach(), { color: palette.quiet });
    page.gap(8);
    const top = page.row;
    const places = new Map<Block, { row: number; column: number }>();
    let column = widths.length + 1;
    for (const block of shown) {
      places.set(block, { row: top + 1, column });
      column += block.columns.length + 1;
    }
    const whereIs = this.whereIs(places);
    const { row, column: left } = this.origin;
    const results = address({
      sheet: null,
      area: { row: row + top + 1, column: left + holds, rows: Math.max(1, lines.length), columns: 1 },
    });
    const [before, between, after] = words.told;
    page.put(told, page.left, {
      formula: `="${before}"&COUNTIF(${results},TRUE)&"${between}"&ROWS(${results})&"${after}"`,
    });
    this.addTable(page, lines, whereIs);
    for (const block of shown) addBlock(page, block, places.get(block)!, whereIs);
    return { page, charts: [], footer: texts.report.footer };
  }

  private whereIs(places: ReadonlyMap<Block, { row: number; column: number }>): WhereIs {
    return (reference) => {
      const at = this.firstCellOf(reference, places);
      const sheet =
        reference.of === "list"
          ? this.#list.sheet
          : reference.of === "page"
            ? this.#places.get(reference.sheet)!.sheet
            : null;
      const { row, column, rows, columns } = reference;
      return { sheet, area: { row: at.row + row, column: at.column + column, rows, columns } };
    };
  }

  private firstCellOf(
    reference: Reference,
    places: ReadonlyMap<Block, { row: number; column: number }>,
  ): { row: number; column: number } {
    if (reference.of === "list") return { row: this.#list.top + 1, column: this.#list.left };
    if (reference.of === "page") return this.#places.get(reference.sheet)!;
    const { row, column } = places.get(reference.block)!;
    return { row: this.origin.row + row, column: this.origin.column + column };
  }

  /** What the formulas do not reach, in a sentence or two. */
  private reach(): string {
    const words = this.subject.texts.report.proof;
    const labels = [...this.#proofs.outOfReach];
    return [words.reach, ...(labels.length > 0 ? [words.alsoOut(labels)] : [])].join(" ");
  }

  private addTable(page: Page, lines: readonly Line[], whereIs: WhereIs): void {
    const { headers } = this.subject.texts.report.proof;
    const top = page.row;
    const right = { align: "Right" } as const;
    page.header(top, page.left, [
      { title: headers.what },
      { title: headers.where },
      { title: headers.ours, ...right },
      { title: headers.recalculated, ...right },
      { title: headers.difference, ...right },
      { title: headers.holds, align: "Center" },
    ]);
    lines.forEach((line, at) => {
      const row = top + 1 + at;
      const own = (column: number) => this.ownCell(row, column);
      const { sheet, area } = whereIs(line.cells);
      page.put(row, what, line.what);
      page.put(row, where, addressOf(sheet ?? "", area.row, area.column, area.rows, area.columns));
      page.put(row, ours, { formula: formulaText(line.ours, whereIs) });
      page.put(row, recalculated, { formula: formulaText(line.recalculated, whereIs) });
      const [left, again, between] = [own(ours), own(recalculated), own(difference)];
      page.put(row, difference, {
        formula: `=IF(AND(ISNUMBER(${left}),ISNUMBER(${again})),${again}-${left},IF(EXACT(${left}&"",${again}&""),0,1))`,
      });
      page.put(row, holds, {
        formula: `=IF(ISERROR(${between}),FALSE,ABS(${between})<=0.000000001*MAX(ABS(N(${left})),ABS(N(${again})),0.001))`,
      });
    });
    const column = (at: number): Area => ({ row: top + 1, column: at, rows: lines.length, columns: 1 });
    page.dress(column(holds), { horizontal: "Center" });
    page.dress(column(difference), { horizontal: "Right", format: "0.0E+00;-0.0E+00;0" });
    this.addFormats(page, lines, top + 1);
    page.conditions.push({ kind: "false", area: column(holds), color: palette.white, fill: statusInks.mono });
    page.list = {
      name: "KeyfolioProof",
      area: { row: top, column: page.left, rows: lines.length + 1, columns: 6 },
    };
    page.row = top + 1 + lines.length;
  }

  /** Runs of lines with one format. */
  private addFormats(page: Page, lines: readonly Line[], top: number): void {
    let from = 0;
    for (let at = 1; at <= lines.length; at++) {
      if (at < lines.length && lines[at].format === lines[from].format) continue;
      page.dress(
        { row: top + from, column: ours, rows: at - from, columns: 2 },
        { horizontal: "Right", format: lines[from].format },
      );
      from = at;
    }
  }

  /** A1 of a cell of the same line: it stays so when the table is sorted. */
  private ownCell(row: number, column: number): string {
    const { row: top, column: left } = this.origin;
    const at = { row: top + row, column: left + column, rows: 1, columns: 1 };
    return address({ sheet: null, area: at }).replaceAll("$", "");
  }
}

function addBlock(page: Page, block: Block, place: { row: number; column: number }, whereIs: WhereIs): void {
  const quiet = { size: 8, color: palette.quiet };
  page.put(place.row - 2, place.column, block.title, { ...quiet, italic: true });
  block.columns.forEach((column: BlockColumn, at) => {
    const left = place.column + at;
    page.put(place.row - 1, left, column.title, { ...quiet, bold: true });
    column.contents.forEach((content, line) => {
      const shown =
        typeof content === "object" && content !== null
          ? { formula: formulaText(content, whereIs) }
          : content;
      page.put(place.row + line, left, shown);
    });
    const area = { row: place.row, column: left, rows: block.size, columns: 1 };
    page.dress(area, { ...quiet, ...(column.format && { format: column.format }) });
  });
}
