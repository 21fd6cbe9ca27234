/** What somebody types into cells of a page. */
import { addressOf, type WrittenOver } from "../../../portfolio";
import { type CellValue, isFormula } from "../../cells/cell-value";
import { digestOfCell, type FormulasOfCells } from "../../cells/rows-checksum";
import { WrittenContents } from "./memory/written-contents";
import { areaOf, position } from "./sheets";

/** A page that stands, and what has come onto it since a run wrote it. */
export interface TypedPage {
  /** What runs wrote there; nothing where that is not known. */
  written: WrittenContents;
  typed: readonly WrittenOver[];
  /** The notes at its end; null where it never had any. */
  notes: readonly string[] | null;
}

/** What Excel calls a column that comes into a table. */
const namedByExcel = /^(?:Column|Столбец)\d+$/;

/**
 * What somebody has typed into cells of a page that runs have written.
 * @param cells with `formulas` and their position
 * @param formulas where some are ours, none is told from them: Excel spells them as it likes
 */
export function typedIn(
  sheet: string,
  cells: Excel.Range,
  written: WrittenContents,
  formulas: FormulasOfCells,
): WrittenOver[] {
  const { row: top, column: left } = areaOf(cells);
  const isOurs = (cell: CellValue) =>
    cell === "" ||
    (formulas === "ours" && isFormula(cell)) ||
    written.has(digestOfCell(cell)) ||
    namedByExcel.test(String(cell));
  return (cells.formulas as CellValue[][]).flatMap((row, r) =>
    row.flatMap((cell, c) =>
      isOurs(cell) ? [] : [{ address: addressOf(sheet, top + r, left + c), content: String(cell) }],
    ),
  );
}

/** What somebody has typed over one page, before it is made again and while it is. */
export class TypedCells {
  #ours = WrittenContents.none;
  readonly #known = new Map<string, WrittenOver>();
  readonly #found: WrittenOver[] = [];
  #asked: { cells: Excel.Range; sheet: string }[] = [];

  constructor(readonly formulas: FormulasOfCells = "foreign") {}

  /** What runs wrote onto the page, this one too; nothing where that is not known. */
  get ours(): WrittenContents {
    return this.#ours;
  }

  get cells(): readonly WrittenOver[] {
    return [...this.#known.values()];
  }

  get addresses(): readonly string[] {
    return this.cells.map(({ address }) => address);
  }

  /** Those that looks have found: nothing else tells them once the page is written over. */
  get found(): readonly WrittenOver[] {
    return this.#found;
  }

  /** @returns those of the cells that were not known */
  add(cells: readonly WrittenOver[]): WrittenOver[] {
    return cells.filter((cell) => {
      const key = `${cell.address} ${cell.content}`;
      const isNew = !this.#known.has(key);
      this.#known.set(key, cell);
      return isNew;
    });
  }

  /**
   * What queues a look at cells that are written over, along with the request that does.
   * @param ours what runs wrote there until now, and this one writes
   */
  look(sheet: string, ours: WrittenContents): (cells: Excel.Range) => void {
    this.#ours = this.#ours.with(ours);
    return (cells) => void this.#asked.push({ cells: cells.load(`formulas,${position}`), sheet });
  }

  /** Takes in what those looks have found; nothing where no answer has come. @returns whether it is more than was known */
  takeIn(): boolean {
    const more = this.add(this.#asked.flatMap(({ cells, sheet }) => this.#answerOf(sheet, cells)));
    this.#asked = [];
    this.#found.push(...more);
    return more.length > 0;
  }

  #answerOf(sheet: string, cells: Excel.Range): WrittenOver[] {
    try {
      return typedIn(sheet, cells, this.#ours, this.formulas);
    } catch {
      return [];
    }
  }
}
