import { Problem, type Finding } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { cellsAndSheet } from "../following/show-cells";
import { problemOf } from "../office-problem";

/** A cell that held a number as text and holds the number now: all that is needed to put the text back. */
export interface NumberMade {
  /** A1 with sheet. */
  address: string;
  number: number;
  text: string;
  /** Number format of the cell before. */
  format: string;
}

/** In a cell of this format Excel keeps every number as text. */
const textFormat = "@";

interface CellSeen {
  cell: Excel.Range;
  formula: CellValue;
  format: string;
}

function cellAt({ workbook }: Excel.RequestContext, address: string): Excel.Range {
  const { sheet, cells } = cellsAndSheet(address);
  return workbook.worksheets.getItem(sheet).getRange(cells);
}

/** Looks at a cell and does something with it. @throws Problem, and nothing else */
async function inCell<Done>(
  address: string,
  work: (context: Excel.RequestContext, seen: CellSeen) => Promise<Done>,
): Promise<Done> {
  try {
    return await Excel.run(async (context) => {
      const cell = cellAt(context, address).load("formulas,numberFormat");
      await context.sync();
      const [[formula], [format]] = [cell.formulas[0] as CellValue[], cell.numberFormat[0] as unknown[]];
      return work(context, { cell, formula, format: String(format) });
    });
  } catch (error) {
    throw problemOf(error, cellsAndSheet(address).sheet);
  }
}

/**
 * Writes into one cell, and looks at it once more in the same request: what somebody else has entered meanwhile is put back.
 * @throws Problem cellLeft
 */
async function write(
  context: Excel.RequestContext,
  { cell, formula, format }: CellSeen,
  address: string,
  change: (cell: Excel.Range) => void,
): Promise<void> {
  const before = cellAt(context, address).load("formulas");
  change(cell);
  await context.sync();
  const found = before.formulas[0][0] as CellValue;
  if (found === formula) return;
  enter(cell, found, format);
  await context.sync();
  throw new Problem({ kind: "cellLeft", address });
}

/** Queues what stood in a cell to stand there again; a text stays one whatever it looks like, and no apostrophe is left behind. */
function enter(cell: Excel.Range, content: CellValue, format: string): void {
  const isText = typeof content === "string" && !content.startsWith("=");
  if (isText) cell.numberFormat = [[textFormat]];
  cell.formulas = [[content]];
  if (isText) cell.numberFormat = [[format]];
}

/**
 * Writes the number that a text was read as over the text.
 *
 * @param finding of the kind textNumber
 * @throws Problem cellLeft when the cell holds a formula, or another text by now; protectedSheet … when Excel refuses
 */
export async function makeNumber({ address, content, taken }: Finding): Promise<NumberMade> {
  return inCell(address, async (context, seen) => {
    const { formula, format } = seen;
    if (formula !== content || content.startsWith("=") || taken === undefined) {
      throw new Problem({ kind: "cellLeft", address });
    }
    await write(context, seen, address, (cell) => {
      if (format === textFormat) cell.numberFormat = [["General"]];
      cell.values = [[taken]];
    });
    return { address, number: taken, text: content, format };
  });
}

/**
 * Writes the text again that {@link makeNumber} wrote over.
 * @throws Problem cellLeft when somebody has changed the cell since; protectedSheet … when Excel refuses
 */
export async function putTextBack({ address, number, text, format }: NumberMade): Promise<void> {
  await inCell(address, async (context, seen) => {
    if (seen.formula !== number) throw new Problem({ kind: "cellLeft", address });
    await write(context, seen, address, (cell) => enter(cell, text, format));
  });
}
