import type { Draws } from "../draws";
import { type Deed, inList, type Making, nothingToDo } from "./another-person";
import { drawTypedOnPage } from "./deeds-on-ours";
import type { Operation } from "./operations";
import { type Scene, sheetOfLines } from "./scene";
import { countingSheet, herRule, listIn, type Model, type Sheet, type StandingList } from "./world";

/** A blank column right of the list, header and rows; where a table has columns of ours, or had, those beside it are other ones. */
function blankBeside(list: StandingList, ahead: number) {
  const { sheet, table, top, left, right, rows, user, own } = list;
  if (table && user.length < right - left) throw nothingToDo;
  const column = (table ? right : user.at(-1)! + 1) + ahead;
  const cells = sheet.getRangeByIndexes(top, column, rows.at(-1)!.row - top + 1, 1);
  if (own.includes(column) || cells.values!.some(([cell]) => cell !== "")) throw nothingToDo;
  return cells;
}

const onBlank = (
  name: string,
  act: (cells: ReturnType<typeof blankBeside>, list: StandingList) => void,
): Making =>
  inList(name, (draw) => {
    const ahead = draw.integer(0, 6);
    return (list) => act(blankBeside(list, ahead), list);
  });

export const widensBlank = "widens a blank column beside the list";

const besideLists: readonly Making[] = [
  onBlank(widensBlank, (cells) => void (cells.format.columnWidth = 133)),
  onBlank("fills a blank column beside the list", (cells) => void (cells.format.fill.color = "#FCE4D6")),
  onBlank("sets a rule for blank cells beside the list", (cells) => {
    cells.dataValidation.rule = { wholeNumber: { formula1: herRule, operator: "LessThan" } };
  }),
  // A width that a hidden column had is not known to anybody.
  onBlank("hides a blank column beside the list", (cells) => {
    if (!cells.format.useStandardWidth) throw nothingToDo;
    cells.columnHidden = true;
  }),
  // Beside a table they would move with what comes into it.
  onBlank("merges blank cells beside the list", (cells, { table }) => {
    if (table) throw nothingToDo;
    cells.getCell(1, 0).getResizedRange(1, 0).merge(false);
  }),
  onBlank("sets a condition for blank cells beside the list", (cells, { table }) => {
    if (table) throw nothingToDo;
    const condition = cells.conditionalFormats.add("Custom");
    condition.custom.rule.formula = "=TRUE";
    condition.custom.format.fill.color = "#FFF2CC";
  }),
  (draw) => {
    const [which, cell] = [draw.next(), `B${draw.integer(2, 9)}`];
    return {
      name: "counts on one of our columns",
      isOurs: true,
      on: (workbook) => {
        const { sheet, list } = counting(workbook);
        if (list.own.length === 0) throw nothingToDo;
        const column = list.own[Math.floor(which * list.own.length)];
        const [first, last] = [list.top + 1, list.rows.at(-1)!.row];
        const address = list.sheet.getRangeByIndexes(first, column, last - first + 1, 1).address;
        sheet.getRange(cell).formulas = [[`=COUNTA(${address})`]];
      },
    };
  },
];

/** Where formulas of hers count on columns of ours; the list that they may count on. */
function counting(workbook: Model): { sheet: Sheet; list: StandingList } {
  const [sheet, list] = [workbook.worksheets.getItemOrNullObject(countingSheet), listIn(workbook)];
  if (!sheet || !list) throw nothingToDo;
  return { sheet, list };
}

/** Clients of the lines, from the first line down. */
function clientsOfLines({ worksheets }: Model) {
  const sheet = worksheets.getItemOrNullObject(sheetOfLines);
  const used = sheet?.getUsedRangeOrNullObject(true);
  const top = used?.values!.findIndex((row) => row.includes("Invoice")) ?? -1;
  if (!sheet || !used || top < 0) throw nothingToDo;
  const column = used.values![top].indexOf("Client");
  const clients = used.values!.slice(top + 1).map((row) => String(row[column] ?? ""));
  const end = clients.indexOf("");
  return {
    sheet,
    row: used.rowIndex + top + 1,
    column: used.columnIndex + column,
    clients: end < 0 ? clients : clients.slice(0, end),
  };
}

const inLines: readonly Making[] = [
  (draw) => {
    const [which, name] = [draw.next(), draw.pick(["New Harbour", "Amber Coast"])];
    return {
      name: "a new client comes into the lines",
      on: (workbook) => {
        const { sheet, row, column, clients } = clientsOfLines(workbook);
        const line = Math.floor(which * clients.length);
        // Where most clients have one line it is a list of clients, in which classes come beside the lines.
        if (new Set(clients.with(line, name)).size > 0.6 * clients.length) throw nothingToDo;
        sheet.getCell(row + line, column).values = [[name]];
      },
    };
  },
  (draw) => {
    const which = draw.next();
    return {
      name: "a client goes from the lines",
      on: (workbook) => {
        const { sheet, row, column, clients } = clientsOfLines(workbook);
        const gone = clients[Math.floor(which * clients.length)];
        const other = clients.find((client) => client !== gone);
        // Three clients at least stay, or there is nothing to classify.
        if (other === undefined || new Set(clients).size < 4) throw nothingToDo;
        clients.forEach((client, i) => {
          if (client === gone) sheet.getCell(row + i, column).values = [[other]];
        });
      },
    };
  },
];

/** What the deeds of every day do not touch: looks and rules of blank cells, formulas that count on ours, other clients. */
export function drawRarerDeed(draw: Draws, scene: Scene, operation: Operation): Deed {
  if (operation.scenes.includes("lines")) return draw.pick(inLines)(draw, scene);
  if (operation.reports && draw.chance(0.5)) return drawTypedOnPage(draw);
  return draw.pick(besideLists)(draw, scene);
}
