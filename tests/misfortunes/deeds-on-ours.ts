import { freshnessRow } from "../../src/workbook/report/paint/page/freshness-row";
import type { Draws } from "../draws";
import { type Deed, nothingToDo } from "./another-person";
import { holdsNote, type Notes, watchingSheet } from "./notes";
import { type Model, nameOfHerList, pageNames, type Sheet } from "./world";

type Range = ReturnType<Sheet["getRange"]>;

/** Cells on sheets of ours, by their marks: the page with its chart data, or the list of clients that was made of lines. */
function ownPlaces(workbook: Model, mark: RegExp): { sheet: Sheet; range: Range }[] {
  return workbook.names.items.flatMap((item) => {
    const range = mark.test(item.name) ? item.getRangeOrNullObject() : null;
    return range ? [{ sheet: range.worksheet as Sheet, range }] : [];
  });
}

const pageMark = /^keyfolio\.(?:sheet|chartData)\./i;
const formMark = /^keyfolio\.form\./i;
const madeMark = /^keyfolio\.clients\./i;

interface Page {
  sheet: Sheet;
  /** One of its blocks. */
  page: Range;
  /** Rows and columns of everything of ours on the sheet. */
  top: number;
  left: number;
  bottom: number;
  right: number;
}

function pageIn(workbook: Model, draw: number): Page {
  const places = ownPlaces(workbook, pageMark);
  if (places.length === 0) throw nothingToDo;
  const { sheet, range: page } = places[Math.floor(draw * places.length)];
  const ranges = places.filter((place) => place.sheet.id === sheet.id).map(({ range }) => range);
  return {
    sheet,
    page,
    top: Math.min(...ranges.map(({ rowIndex }) => rowIndex)),
    left: Math.min(...ranges.map(({ columnIndex }) => columnIndex)),
    bottom: Math.max(...ranges.map(({ rowIndex, rowCount }) => rowIndex + rowCount)),
    right: Math.max(...ranges.map(({ columnIndex, columnCount }) => columnIndex + columnCount)),
  };
}

type OnPage = (page: Page, notes: Notes, workbook: Model) => void;

const hasNote = (range: Range, notes: Notes, sheet: Sheet) => {
  const texts = notes.on(sheet.id);
  return range.values!.some((row) => row.some((cell) => texts.some((text) => holdsNote(String(cell), text))));
};

/** In a blank cell; one that is covered by merged cells takes no text. */
function leaveNote(cell: Range, notes: Notes, sheet: Sheet): void {
  if (cell.values![0][0] !== "") throw nothingToDo;
  const text = notes.next();
  cell.values = [[text]];
  if (cell.values[0][0] !== text) throw nothingToDo;
  notes.left(text, sheet.id);
}

/** Whether the workbook remembers what a run wrote into a row of the page, so that what she types over it is kept. */
function isRemembered({ names, settings }: Model, page: Range, row: number): boolean {
  const covers = ({ worksheet, rowIndex, columnIndex }: Range) =>
    worksheet.id === page.worksheet.id && rowIndex === page.rowIndex && columnIndex === page.columnIndex;
  const mark = names.items.find((item) => {
    const range = /^keyfolio\.sheet\.[a-z]+$/i.test(item.name) ? item.getRangeOrNullObject() : null;
    return range !== null && covers(range);
  });
  const isFreshness = mark?.name === "keyfolio.sheet.summary" && row === freshnessRow.row;
  return mark !== undefined && !isFreshness && settings.items.some(({ key }) => key === mark.name);
}

const pageDeeds: [weight: number, name: string, of: (draw: Draws) => OnPage][] = [
  [
    4,
    "writes below a page of the report",
    (draw) => {
      const [down, across] = [draw.integer(1, 3), draw.integer(0, 3)];
      return ({ sheet, bottom, left, right }, notes, workbook) => {
        const row = sheet.getRangeByIndexes(bottom + down, left, 1, right - left).values![0];
        const hasForm = ownPlaces(workbook, formMark).some((form) => form.sheet.id === sheet.id);
        // Rows that came into a page while it is written have pushed its last ones off its mark: they are the page still.
        if (!hasForm && row.some((cell) => cell !== "")) throw nothingToDo;
        leaveNote(sheet.getCell(bottom + down, left + across), notes, sheet);
      };
    },
  ],
  [
    3,
    "writes right of a page of the report",
    (draw) => {
      const [down, across] = [draw.integer(0, 9), draw.integer(4, 7)];
      return ({ sheet, top, right }, notes) => {
        leaveNote(sheet.getCell(top + down, right + across), notes, sheet);
      };
    },
  ],
  [
    2,
    "types into a page of the report",
    (draw) => {
      const [down, across] = [draw.next(), draw.next()];
      return ({ sheet, page }, notes, workbook) => {
        const row = Math.floor(down * page.rowCount);
        const column = Math.floor(across * page.columnCount);
        const cell = sheet.getCell(page.rowIndex + row, page.columnIndex + column);
        if (!isRemembered(workbook, page, row)) return void (cell.values = [["hers"]]);
        // It stays, or stands below the page as a note: what has been typed before goes by her own hand.
        if (hasNote(cell, notes, sheet)) throw nothingToDo;
        const text = `${notes.next()}!`;
        cell.values = [[text]];
        if (cell.values[0][0] === text) notes.left(text, sheet.id);
      };
    },
  ],
  [
    3,
    "inserts a row in a page of the report",
    (draw) => {
      const share = draw.next();
      return ({ sheet, top, bottom }) => {
        const row = top + Math.floor(share * (bottom - top));
        sheet.getRangeByIndexes(row, 0, 1, 16_384).insert("Down");
      };
    },
  ],
  [
    3,
    "deletes a row of a page of the report",
    (draw) => {
      const share = draw.next();
      return ({ sheet, top, bottom }, notes) => {
        const row = top + Math.floor(share * (bottom - top));
        if (hasNote(sheet.getRangeByIndexes(row, 0, 1, 60), notes, sheet)) throw nothingToDo;
        // The mark of a sheet that has come and is blank yet: with it nobody knows the sheet any more, which the message has named.
        if (bottom - top === 1) throw nothingToDo;
        notes.hasBrokenReferences = true;
        sheet.getRangeByIndexes(row, 0, 1, 16_384).delete("Up");
      };
    },
  ],
  [
    2,
    "inserts a column in a page of the report",
    (draw) => {
      const share = draw.next();
      return ({ sheet, left, right }) => {
        const column = left + Math.floor(share * (right - left));
        sheet.getRangeByIndexes(0, column, 1_048_576, 1).insert("Right");
      };
    },
  ],
  [
    1,
    "renames a sheet of the report",
    (draw) => {
      const name = draw.pick(pageNames);
      return ({ sheet }) => void (sheet.name = name);
    },
  ],
  [
    1,
    "moves a sheet of the report",
    () =>
      ({ sheet }) =>
        void (sheet.position = 0),
  ],
  [
    1,
    "hides a sheet of the report",
    () =>
      ({ sheet }) =>
        void (sheet.visibility = "Hidden"),
  ],
  [
    1,
    "protects a sheet of the report",
    () =>
      ({ sheet }) =>
        sheet.protection.protect(),
  ],
  [
    1,
    "deletes a sheet of the report",
    () =>
      ({ sheet }, notes) => {
        const { id } = sheet;
        sheet.delete();
        notes.gone(id);
      },
  ],
  [
    1,
    "deletes the charts of a page",
    () =>
      ({ sheet }) =>
        [...sheet.charts.items].forEach((chart) => chart.delete()),
  ],
];

type OnMade = (list: { sheet: Sheet; table: Sheet["tables"]["items"][number] }, notes: Notes) => void;

const madeDeeds: [weight: number, name: string, of: (draw: Draws) => OnMade][] = [
  [
    4,
    "adds remarks beside the list of clients",
    () =>
      ({ sheet, table }, notes) => {
        if (table.columns.getItemOrNullObject("Remark")) throw nothingToDo;
        const area = table.$record.area;
        table.columns.add(null, undefined, "Remark");
        for (let row = area.row + 1; row < area.row + area.rows; row++) {
          const client = String(sheet.getCell(row, area.column).values![0][0]);
          // A row that a run is about to fill belongs to nobody yet.
          if (client === "") continue;
          const text = `${notes.next()} of ${client}`;
          sheet.getCell(row, table.$record.area.column + table.$record.area.columns - 1).values = [[text]];
          notes.left(text, sheet.id);
        }
      },
  ],
  [
    2,
    "types into the list of clients",
    (draw) => {
      const [down, across] = [draw.next(), draw.integer(1, 3)];
      return ({ sheet, table }) => {
        const { row, column, rows } = table.$record.area;
        const cell = sheet.getCell(row + 1 + Math.floor(down * (rows - 1)), column + across);
        if (String(cell.values![0][0]).startsWith("note ")) throw nothingToDo;
        cell.values = [[4711]];
      };
    },
  ],
  [
    3,
    "turns the list of clients round",
    () =>
      ({ sheet, table }) => {
        const { row, column, rows, columns } = table.$record.area;
        const body = sheet.getRangeByIndexes(row + 1, column, rows - 1, columns);
        body.formulas = [...body.formulas!].reverse();
      },
  ],
  [
    2,
    "deletes a row of the list of clients",
    (draw) => {
      const share = draw.next();
      return ({ sheet, table }, notes) => {
        const { row, column, rows, columns } = table.$record.area;
        const at = row + 1 + Math.floor(share * (rows - 1));
        if (rows < 4 || hasNote(sheet.getRangeByIndexes(at, column, 1, columns), notes, sheet))
          throw nothingToDo;
        sheet.getRangeByIndexes(at, 0, 1, 16_384).delete("Up");
      };
    },
  ],
  [
    2,
    "inserts a row above the list of clients",
    () =>
      ({ sheet }) =>
        void sheet.getRange("1:1").insert("Down"),
  ],
  [
    2,
    "writes below the list of clients",
    () =>
      ({ sheet, table }, notes) => {
        const { row, column, rows } = table.$record.area;
        const cell = sheet.getCell(row + rows + 9, column);
        if (cell.values![0][0] !== "") throw nothingToDo;
        const text = notes.next();
        cell.values = [[text]];
        notes.left(text, sheet.id);
      },
  ],
  [
    1,
    "renames the sheet of the list of clients",
    () =>
      ({ sheet }) =>
        void (sheet.name = nameOfHerList),
  ],
  [
    1,
    "protects the sheet of the list of clients",
    () =>
      ({ sheet }) =>
        sheet.protection.protect(),
  ],
  [
    1,
    "deletes the sheet of the list of clients",
    () =>
      ({ sheet }, notes) => {
        const { id } = sheet;
        sheet.delete();
        notes.gone(id);
      },
  ],
  [
    1,
    "filters the list of clients",
    () =>
      ({ table }) =>
        table.autoFilter.apply(table.getRange(), 0, { filterOn: "Values", values: ["Stone Bridge"] }),
  ],
];

function drawnBy<T>(draw: Draws, deeds: readonly [number, string, (draw: Draws) => T][]): [string, T] {
  let left = draw.next() * deeds.reduce((sum, [weight]) => sum + weight, 0);
  const [, name, make] = deeds.find(([weight]) => (left -= weight) < 0)!;
  return [name, make(draw)];
}

/** Something that is done to the report's sheets. */
export function drawPageDeed(draw: Draws): Deed {
  const which = draw.next();
  if (draw.chance(0.15)) return watch(which);
  const [name, act] = drawnBy(draw, pageDeeds);
  return { name, isOurs: true, on: (workbook, notes) => act(pageIn(workbook, which), notes, workbook) };
}

/** She types over a finished page that was asked for: when it is made again, that is kept below it. */
export function drawTypedOnPage(draw: Draws): Deed {
  const [which, down, across] = [draw.next(), draw.next(), draw.next()];
  return {
    name: "types over a page that was asked for",
    isOurs: true,
    on(workbook, notes) {
      const finished = ownPlaces(workbook, /^keyfolio\.sheet\.(?:dossier|scenario)/i);
      if (finished.length === 0) throw nothingToDo;
      const { sheet, range } = finished[Math.floor(which * finished.length)];
      const row = range.rowIndex + Math.floor(down * range.rowCount);
      const cell = sheet.getCell(row, range.columnIndex + Math.floor(across * range.columnCount));
      if (hasNote(cell, notes, sheet)) throw nothingToDo;
      const text = `${notes.next()}!`;
      cell.values = [[text]];
      // One that is covered by merged cells takes no text.
      if (cell.values[0][0] !== text) throw nothingToDo;
      notes.left(text, sheet.id);
    },
  };
}

export const countsOnPage = "counts on a page of the report";

/** A sheet of hers counts on a finished page. */
function watch(which: number): Deed {
  return {
    name: countsOnPage,
    isOurs: true,
    on(workbook, notes) {
      const { sheet } = pageIn(workbook, which);
      const isFinished = workbook.names.items.some(({ name }) => name.startsWith("keyfolio.sheet."));
      if (!isFinished || workbook.worksheets.getItemOrNullObject(watchingSheet)) throw nothingToDo;
      const watching = workbook.worksheets.add(watchingSheet);
      watching.getRange("A1:B1").formulas = [
        [notes.next(), `=COUNTA('${sheet.name.replaceAll("'", "''")}'!A1:H40)`],
      ];
    },
  };
}

/** Something that is done to the list of clients that was made of lines. */
export function drawMadeDeed(draw: Draws): Deed {
  const [name, act] = drawnBy(draw, madeDeeds);
  return {
    name,
    isOurs: true,
    on(workbook, notes) {
      const [place] = ownPlaces(workbook, madeMark);
      const table = place?.sheet.tables.items.at(0);
      if (!place || !table) throw nothingToDo;
      act({ sheet: place.sheet, table }, notes);
    },
  };
}
