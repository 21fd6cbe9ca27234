/** The Proof sheet (methods §15): every figure of the report once more, by formulas over the list's own cells. */
import { addressOf } from "../../../portfolio";
import type { ClientFigure, Figure, ShownFigure } from "../paint/figure";
import { Page, type Area, type ReportKey } from "../paint/page";
import type { SheetPlan } from "../paint/paint";
import { palette, statusInks } from "../paint/palette";
import type { Subject } from "../pages/subject";
import { Block, type BlockColumn } from "./block";
import { ClientColumns } from "./client-columns";
import { type ActivityCells, formulaOf } from "./figure-formulas";
import { address, f, type Formula, formulaText, type Reference, type WhereIs } from "./formula";
import { Ground } from "./ground";

/** Columns: margin, what, where, our value, recalculated, difference, holds. */
const widths = [10, 300, 150, 104, 104, 84, 62];
const gapWidth = 24;
const blockWidth = 74;
const [what, where, ours, recalculated, difference, holds] = [1, 2, 3, 4, 5, 6];

/** Of so many figures of clients each has a line of its own; up to the second number each column has one. */
const mostSingle = 4000;
const mostInColumns = 30_000;
/** Formulas of Excel are no longer ("Excel specifications and limits"), and addresses may grow. */
const longestFormula = 8000;

/** A page of the report as it stands in the workbook. */
export interface StandingPage {
  key: ReportKey;
  plan: SheetPlan;
  /** Name of its sheet, and the page's first cell there. */
  sheet: string;
  row: number;
  column: number;
}

interface Line {
  what: string;
  /** The cells of the report that are proved. */
  cells: Extract<Reference, { of: "page" }>;
  ours: Formula;
  recalculated: Formula;
  format: string | undefined;
}

/**
 * Plans the sheet for the pages that stand.
 * @param origin first cell of the page on its own sheet
 */
export function proofSheet(
  subject: Subject,
  pages: readonly StandingPage[],
  origin: { row: number; column: number },
): SheetPlan {
  return new ProofPage(subject, pages, origin).plan();
}

class ProofPage {
  readonly #columns: ClientColumns;
  readonly #places: ReadonlyMap<ReportKey, StandingPage>;
  /** Columns of lists whose clients stand in another order than in the block of clients. */
  readonly #lists: Block[] = [];
  readonly #outOfReach = new Set<string>();
  readonly #activity: ActivityCells | null;

  constructor(
    private readonly subject: Subject,
    private readonly pages: readonly StandingPage[],
    private readonly origin: { row: number; column: number },
  ) {
    this.#columns = new ClientColumns(
      new Ground(subject.classification, subject.ranking, subject.texts, subject.costs),
    );
    this.#places = new Map(pages.map((page) => [page.key, page]));
    this.#activity = this.activityCells();
  }

  plan(): SheetPlan {
    const { texts } = this.subject;
    const words = texts.report.proof;
    const lines = this.pages.flatMap((page) => this.linesOf(page));
    const { ground } = this.#columns;
    const blocks = [ground.wholes, ...(ground.rows ? [ground.rows] : []), ground.clients];
    const shown = [...blocks, ...this.#columns.blocks, ...this.#lists].filter(
      ({ columns }) => columns.length > 0,
    );
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
    const { list } = this.subject.classification.portfolio;
    return (reference) => {
      const at = this.firstCellOf(reference, places);
      const sheet =
        reference.of === "list"
          ? list.sheet
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
    const { list } = this.subject.classification.portfolio;
    if (reference.of === "list") return { row: list.top + 1, column: list.left };
    if (reference.of === "page") return this.#places.get(reference.sheet)!;
    const { row, column } = places.get(reference.block)!;
    return { row: this.origin.row + row, column: this.origin.column + column };
  }

  /** What the formulas do not reach, in a sentence or two. */
  private reach(): string {
    const words = this.subject.texts.report.proof;
    const labels = [...this.#outOfReach];
    return [words.reach, ...(labels.length > 0 ? [words.alsoOut(labels)] : [])].join(" ");
  }

  private linesOf(page: StandingPage): Line[] {
    const list = page.plan.page.list?.area;
    const isInList = ({ row, column }: ShownFigure) =>
      list !== undefined &&
      row > list.row &&
      row < list.row + list.rows &&
      column >= list.column &&
      column < list.column + list.columns;
    const single: ShownFigure[] = [];
    const columns = new Map<number, ShownFigure[]>();
    for (const shown of page.plan.page.figures) {
      if (!isInList(shown)) single.push(shown);
      else if (columns.has(shown.column)) columns.get(shown.column)!.push(shown);
      else columns.set(shown.column, [shown]);
    }
    single.sort((a, b) => a.row - b.row || a.column - b.column);
    return [
      ...single.flatMap((shown) => this.lineOf(page, shown)),
      ...[...columns.keys()]
        .sort((a, b) => a - b)
        .flatMap((at) => this.linesOfColumn(page, columns.get(at)!)),
    ];
  }

  /** The formula of a figure; null where there is none that Excel takes. */
  private formulaOf({ figure, label }: ShownFigure): Formula | null {
    const formula = formulaOf(figure, this.#columns, this.#activity);
    if (formula && lengthOf(formula) <= longestFormula) return formula;
    this.#outOfReach.add(label);
    return null;
  }

  private lineOf({ key, plan }: StandingPage, shown: ShownFigure): Line[] {
    const { row, column, figure, label } = shown;
    const content = plan.page.cells[row]?.[column] ?? null;
    const isBlank = content === null || (typeof content === "number" && Number.isNaN(content));
    const formula = this.formulaOf(shown);
    if (!formula) return [];
    const cells = { of: "page", sheet: key, row, column, rows: 1, columns: 1 } as const;
    const client = clientOf(figure, this.subject);
    return [
      {
        what: client === null ? label : `${client}: ${label}`,
        cells,
        ours: isBlank ? f`IF(ISBLANK(${cells}),"",${cells})` : f`${cells}`,
        recalculated: formula,
        format: formatOf(figure),
      },
    ];
  }

  private linesOfColumn(page: StandingPage, shown: readonly ShownFigure[]): Line[] {
    const { classification, texts } = this.subject;
    const clients = classification.portfolio.clients.length;
    const figures = this.pages.reduce((sum, { plan }) => sum + plan.page.figures.length, 0);
    if (figures <= mostSingle || shown[0].figure.of !== "client") {
      return shown.flatMap((each) => this.lineOf(page, each));
    }
    const { label, column, figure } = shown[0];
    if (figures > mostInColumns) {
      this.#outOfReach.add(texts.report.proof.eachClient(clients));
      return [];
    }
    const formulas = shown.map((each) => this.formulaOf(each));
    const known = formulas.findIndex((formula) => formula !== null);
    if (known < 0) return [];
    const { cells: contents } = page.plan.page;
    const contentOf = (at: number) => contents[shown[at].row]?.[column] ?? null;
    const isText = isOfTexts(figure);
    const isFilled = isText || shown.every((_, at) => Number.isFinite(contentOf(at)));
    const again =
      (isFilled ? standingCells(formulas) : null) ??
      this.listBlock(page.key, shown.length).add(label, (at) => {
        const formula = formulas[at];
        if (!formula) return fixed(contentOf(at));
        // A blank cell of the report is 0 in a sum.
        return isText ? formula : f`N(${formula})`;
      }).all;
    const cells = {
      of: "page",
      sheet: page.key,
      row: shown[0].row,
      column,
      rows: shown.length,
      columns: 1,
    } as const;
    return [
      {
        what: `${label}: ${texts.report.proof.allClients(shown.length)}`,
        cells,
        ours: isText ? f`ROWS(${cells})` : f`SUM(${cells})`,
        recalculated: isText
          ? f`SUMPRODUCT(EXACT(${cells},${again})*1)`
          : f`SUM(${again})+SUMPRODUCT(ABS(${cells}-${again}))`,
        format: isText ? "#,##0" : formatOf(figure),
      },
    ];
  }

  private listBlock(key: ReportKey, size: number): Block {
    const title = this.subject.texts.report.sheets[key];
    let block = this.#lists.find((each) => each.title === title);
    if (!block) this.#lists.push((block = new Block(title, size)));
    return block;
  }

  private activityCells(): ActivityCells | null {
    const page = this.#places.get("activity")?.plan.page;
    const area = page?.list?.area;
    const money = page?.figures.find(
      ({ row, figure }) => area && row > area.row && figure.of === "client" && figure.figure === "atRisk",
    );
    if (!page || !area || !money) return null;
    const status = page.cells[area.row].indexOf(this.subject.texts.report.activity);
    const column = (at: number) =>
      ({
        of: "page",
        sheet: "activity",
        row: area.row + 1,
        rows: area.rows - 1,
        column: at,
        columns: 1,
      }) as const;
    return status < 0 ? null : { statuses: column(status), money: column(money.column) };
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

/** The cells below each other that formulas name one after the other; null where they do anything else. */
function standingCells(formulas: readonly (Formula | null)[]): Reference | null {
  const cells = formulas.map((formula) => formula && cellOf(formula));
  const [first] = cells;
  if (!first) return null;
  const follows = (cell: typeof first | null, at: number) =>
    cell !== null &&
    cell.block === first.block &&
    cell.column === first.column &&
    cell.row === first.row + at;
  return cells.every(follows) ? { ...first, rows: cells.length } : null;
}

/** The one cell of a block that a formula names, and nothing else. */
function cellOf({ parts }: Formula): Extract<Reference, { of: "block" }> | null {
  const [found, ...more] = parts.filter((part) => part !== "");
  const isCell = more.length === 0 && typeof found === "object" && found.of === "block" && found.rows === 1;
  return isCell ? found : null;
}

/** What stands in the report and is out of reach, as it stands there. */
function fixed(content: unknown): string | number | null {
  if (typeof content === "number") return Number.isNaN(content) ? null : content;
  return typeof content === "string" ? content : null;
}

const lengthOf = ({ parts }: Formula): number =>
  parts.reduce((sum, part) => sum + (typeof part === "string" ? part.length : 40), 0);

function clientOf(figure: Figure, { classification }: Subject): string | null {
  const { clients } = classification.portfolio;
  if (figure.of === "client") return clients[figure.client];
  if (figure.of === "pair") return clients[classification[figure.by]!.client[figure.pair]];
  return null;
}

const texts: ReadonlySet<ClientFigure> = new Set<ClientFigure>([
  "status",
  "abc",
  "otherAbc",
  "xyz",
  "class",
  "quadrant",
  "kind",
  "abcByRevenue",
  "abcByProfit",
]);
const isOfTexts = (figure: Figure) => figure.of === "client" && texts.has(figure.figure);

const shares = /share|part|cumulative|growth|retention|variation|margin|cr\d|topFifth/i;
const counts = /clients|buying|irregular|unprofitable$|silence|kept/i;
const small = /gini|effective|attractiveness|loyalty|per100/i;

/** Number format of a figure's kind; none for texts. */
function formatOf(figure: Figure): string | undefined {
  if (isOfTexts(figure) || (figure.of === "pair" && figure.figure === "status")) return undefined;
  const name = "measure" in figure ? figure.measure : figure.figure;
  if (counts.test(name)) return "#,##0";
  if (name !== "gapAmount" && shares.test(name)) return "0.0%";
  return small.test(name) ? "0.00" : "#,##0.00";
}
