/** The lines of the table of proofs: a figure of the report each, or all figures of a column. */
import type { Figure, ShownFigure } from "../paint/page/figure";
import type { ReportKey } from "../paint/page/page";
import type { SheetPlan } from "../paint/paint";
import type { Subject } from "../pages/subject";
import { Block } from "./block";
import type { ClientColumns } from "./columns/client-columns";
import { formatOf, isOfTexts } from "./figure-format";
import { type ActivityCells, formulaOf } from "./figure-formulas";
import { f, type Formula, type Reference } from "./formula";

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

export interface Line {
  what: string;
  /** The cells of the report that are proved. */
  cells: Extract<Reference, { of: "page" }>;
  ours: Formula;
  recalculated: Formula;
  format: string | undefined;
}

export class ProofLines {
  /** Columns of lists whose clients stand in another order than in the block of clients. */
  readonly lists: Block[] = [];
  readonly lines: readonly Line[];
  /** What formulas do not reach, in the report's words. */
  readonly outOfReach = new Set<string>();
  readonly #activity: ActivityCells | null;

  constructor(
    private readonly subject: Subject,
    private readonly pages: readonly StandingPage[],
    private readonly columns: ClientColumns,
  ) {
    this.#activity = this.activityCells();
    this.lines = pages.flatMap((page) => this.linesOf(page));
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
    const formula = formulaOf(figure, this.columns, this.#activity);
    if (formula && lengthOf(formula) <= longestFormula) return formula;
    this.outOfReach.add(label);
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
      this.outOfReach.add(texts.report.proof.eachClient(clients));
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
    let block = this.lists.find((each) => each.title === title);
    if (!block) this.lists.push((block = new Block(title, size)));
    return block;
  }

  private activityCells(): ActivityCells | null {
    const page = this.pages.find(({ key }) => key === "activity")?.plan.page;
    const area = page?.list?.area;
    const money = page?.figures.find(
      ({ row, figure }) => area && row > area.row && figure.of === "client" && figure.figure === "atRisk",
    );
    if (!page || !area || !money) return null;
    const status = page.cells[area.row].indexOf(this.subject.texts.report.activity);
    const silence = page.figures.find(
      ({ row, figure }) => row > area.row && figure.of === "client" && figure.figure === "silence",
    );
    const column = (at: number) =>
      ({
        of: "page",
        sheet: "activity",
        row: area.row + 1,
        rows: area.rows - 1,
        column: at,
        columns: 1,
      }) as const;
    return status < 0 || !silence
      ? null
      : { statuses: column(status), silences: column(silence.column), money: column(money.column) };
  }
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
