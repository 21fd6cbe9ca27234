import { addressOf, columnIndex, Problem, type Finding } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { cellsAndSheet } from "../following/show-cells";
import { isDoneInTwo, problemOf } from "../office-problem";
import { whatRefuses } from "../source/obstacles/what-refuses";

/** A cell that held a number as text and holds the number now. */
interface NumberMade {
  /** Rows below the first of the cells that were repaired together. */
  below: number;
  number: number;
  text: string;
  /** Number format of the cell before. */
  format: string;
}

/** Cells of a column that were repaired by one click: all that is needed to put their texts back. */
export interface NumbersMade {
  /** A1 with sheet, of the cell from which the others are counted. */
  address: string;
  cells: readonly NumberMade[];
  /** The first cell that was left as it is, since it holds something else by now; null where there is none. */
  left: string | null;
  /** Says what other cells held that were written over, and could not be given back; null where there are none. */
  writtenOver: Problem | null;
}

/** In a cell of this format Excel keeps every number as text. */
const textFormat = "@";

/** The format in which a cell takes a number. */
const plain = (format: string): string => (format === textFormat ? "General" : format);

/** What a cell must hold, so that it may be written into. */
interface Held {
  below: number;
  holds: CellValue;
}

interface Formatted {
  /** Number format as the cell has it. */
  format: string;
}

/** Works on the cells below an address. @throws Problem, and nothing else */
async function below<Done>(
  address: string,
  work: (context: Excel.RequestContext, cellsOf: CellsOf) => Promise<Done>,
): Promise<Done> {
  const { sheet, cells } = cellsAndSheet(address);
  try {
    return await Excel.run((context) =>
      work(context, (from, count = 1) =>
        context.workbook.worksheets
          .getItem(sheet)
          .getRange(cells)
          .getOffsetRange(from, 0)
          .getResizedRange(count - 1, 0),
      ),
    );
  } catch (error) {
    throw problemOf(error, sheet);
  }
}

/** @param rows below the cell of the address */
function addressBelow(address: string, rows: number): string {
  const { sheet, cells } = cellsAndSheet(address);
  const [, letters, row] = /^([A-Z]+)(\d+)/i.exec(cells)!;
  return addressOf(sheet, Number(row) - 1 + rows, columnIndex(letters));
}

type CellsOf = (below: number, count?: number) => Excel.Range;

/** Cells that stand right below one another. */
function blocksOf<Cell extends { below: number }>(cells: readonly Cell[]): Cell[][] {
  const blocks: Cell[][] = [];
  for (const cell of cells) {
    const last = blocks.at(-1);
    if (last && last[0].below + last.length === cell.below) last.push(cell);
    else blocks.push([cell]);
  }
  return blocks;
}

/** Looks at the cells: those that hold what they must, with their number formats. One round trip. */
async function held<Cell extends Held>(
  context: Excel.RequestContext,
  cellsOf: CellsOf,
  cells: readonly Cell[],
): Promise<(Cell & Formatted)[]> {
  const looks = blocksOf(cells).map((block) => ({
    block,
    range: cellsOf(block[0].below, block.length).load("formulas,numberFormat"),
  }));
  await context.sync();
  return looks.flatMap(({ block, range }) =>
    block
      .map((cell, row) => ({ ...cell, format: String(range.numberFormat[row][0]) }))
      .filter(({ holds }, row) => (range.formulas[row][0] as CellValue) === holds),
  );
}

/** Cells that were written. */
interface Written<Cell> {
  /** Those that are as they were to be, with the number formats that somebody may have given them meanwhile. */
  cells: Cell[];
  /** Names what others held that could not be given back. */
  writtenOver: Problem | null;
}

/**
 * Writes into cells, and looks at them once more in the same request: what somebody else has entered meanwhile, or what stands in
 * these places since rows or columns have moved, is put back with its number format; and so is a number format of hers.
 */
async function write<Cell extends Held & Formatted>(
  context: Excel.RequestContext,
  address: string,
  cellsOf: CellsOf,
  cells: readonly Cell[],
  change: (range: Excel.Range, block: readonly Cell[]) => void,
): Promise<Written<Cell>> {
  const writings = blocksOf(cells).map((block) => {
    const range = cellsOf(block[0].below, block.length);
    const before = cellsOf(block[0].below, block.length).load("formulas,numberFormat");
    change(range, block);
    return { block, before, range };
  });
  await context.sync();
  const now = writings.flatMap(({ block, before, range }) =>
    block.map((cell, row) => ({
      cell,
      content: before.formulas[row][0] as CellValue,
      format: String(before.numberFormat[row][0]),
      // Until the run ends Excel keeps the range with its cells, wherever they move meanwhile.
      at: () => range.getCell(row, 0),
    })),
  );
  const disturbed = now.filter(({ cell, content }) => content !== cell.holds);
  const undisturbed = now.filter((each) => !disturbed.includes(each));
  const formatted = undisturbed.filter(({ cell, format }) => format !== cell.format);
  const isGivenBack =
    disturbed.length + formatted.length === 0 ||
    (await isDoneInTwo(async () => {
      for (const { at, content, format } of disturbed) enter(at(), [{ content, format }]);
      for (const { at, format } of formatted) at().numberFormat = [[format]];
      await context.sync();
    }));
  const writtenOver = disturbed.map(({ cell, content }) => ({
    address: addressBelow(address, cell.below),
    content: String(content),
  }));
  const reason =
    isGivenBack || disturbed.length === 0 ? null : await whatRefuses(context, cellsAndSheet(address).sheet);
  return {
    cells: undisturbed.map(({ cell, format }) => ({ ...cell, format })),
    writtenOver: reason && new Problem({ kind: "cellsWrittenOver", writtenOver, reason }),
  };
}

/** Queues what stood in cells to stand there again; a text stays one whatever it looks like, and no apostrophe is left behind. */
function enter(range: Excel.Range, cells: readonly { content: CellValue; format: string }[]): void {
  const isText = (content: CellValue) => typeof content === "string" && !content.startsWith("=");
  range.numberFormat = cells.map(({ content, format }) => [isText(content) ? textFormat : plain(format)]);
  range.formulas = cells.map(({ content }) => [content]);
  range.numberFormat = cells.map(({ format }) => [format]);
}

/**
 * Writes the numbers that texts were read as over the texts. A cell that holds a formula, or another text by now, is left alone.
 *
 * @param finding of the kinds textNumber and textNumbers
 * @throws Problem cellLeft when no cell could be repaired, cellsWrittenOver; protectedSheet … when Excel refuses
 */
export async function makeNumbers({ address, content, taken, texts }: Finding): Promise<NumbersMade> {
  const wanted = texts ?? (taken === undefined ? [] : [{ below: 0, content, taken }]);
  return below(address, async (context, cellsOf) => {
    const cells = wanted
      .filter((text) => !text.content.startsWith("="))
      .map((text) => ({ below: text.below, holds: text.content, text: text.content, number: text.taken }));
    const fit = await held(context, cellsOf, cells);
    const { cells: made, writtenOver } =
      fit.length === 0
        ? { cells: [], writtenOver: null }
        : await write(context, address, cellsOf, fit, (range, block) => {
            if (block.some(({ format }) => format === textFormat)) {
              range.numberFormat = block.map(({ format }) => [plain(format)]);
            }
            range.values = block.map(({ number }) => [number]);
          });
    const done = new Set(made.map((cell) => cell.below));
    const left = wanted.find((text) => !done.has(text.below));
    const leftAt = left || made.length === 0 ? addressBelow(address, left?.below ?? 0) : null;
    if (made.length === 0) throw writtenOver ?? new Problem({ kind: "cellLeft", address: leftAt! });
    const [first] = made;
    return {
      address: addressBelow(address, first.below),
      cells: made.map((cell) => ({
        below: cell.below - first.below,
        number: cell.number,
        text: cell.text,
        format: cell.format,
      })),
      left: leftAt,
      writtenOver,
    };
  });
}

/**
 * Writes the texts again that {@link makeNumbers} wrote over.
 * @returns the first cell that was left as it is, since somebody has changed it since; null where there is none
 * @throws Problem cellLeft when that is so of all, cellsWrittenOver; protectedSheet … when Excel refuses
 */
export async function putTextsBack({ address, cells }: NumbersMade): Promise<string | null> {
  return below(address, async (context, cellsOf) => {
    const fit = await held(
      context,
      cellsOf,
      cells.map((cell) => ({ ...cell, holds: cell.number, before: cell.format })),
    );
    // A number format that somebody has given a cell since is hers.
    const formatOf = ({ before, format }: { before: string; format: string }) =>
      format === plain(before) ? before : format;
    const { cells: back, writtenOver } =
      fit.length === 0
        ? { cells: [], writtenOver: null }
        : await write(context, address, cellsOf, fit, (range, block) =>
            enter(
              range,
              block.map((cell) => ({ content: cell.text, format: formatOf(cell) })),
            ),
          );
    if (writtenOver) throw writtenOver;
    const done = new Set(back.map((cell) => cell.below));
    const left = cells.find((cell) => !done.has(cell.below));
    const leftAt = left ? addressBelow(address, left.below) : null;
    if (back.length === 0 && leftAt !== null) throw new Problem({ kind: "cellLeft", address: leftAt });
    return leftAt;
  });
}
