import type { CellFormatRecord, SheetRecord, WorkbookRecord } from "../../src/host/workbook-record";
import type { Draw } from "../misfortunes/draw";
import { type Cell, sheetOf, tableOf, workbookOf } from "../workbook-records";

/** A workbook with a client list, drawn at random. */
export interface DrawnWorkbook {
  record: WorkbookRecord;
  /** Sheet of the list. */
  sheet: string;
  kind: "region" | "table" | "lines";
  /** Where the header row begins, and how large the list is. */
  top: number;
  left: number;
  rows: Cell[][];
}

const clients = [
  "Northern Mills",
  "Bright Bakery",
  "Quiet Harbour",
  "Green Orchard",
  "Old Foundry",
  "Little Printer",
  "Stone Bridge",
  "Amber Glass",
  "ООО «Ромашка»",
  "=Equal & Sons",
];
const managers = ["Ivanova", "Petrov", "Sokolov"];
const fills = ["#FFF2CC", "#E2EFDA", "#DDEBF7"];

const amount = (draw: Draw): number => draw.integer(11, 999) * 10 + draw.of([1, 3, 7]) + 0.25;
const asText = (name: string): string => (name.startsWith("=") ? ` ${name}` : name);

function listRows(draw: Draw): Cell[][] {
  const months = draw.isLikely(0.4) ? draw.integer(2, 4) : 0;
  const amounts = months === 0 ? ["Sales"] : Array.from({ length: months }, (_, i) => `2025-0${i + 1}`);
  // A header that a result column would like to have.
  const details = draw.isLikely(0.4) ? [draw.of(["Town", "Status", "ABC"])] : [];
  return [
    ["Client", "Manager", ...details, ...amounts],
    ...Array.from({ length: draw.integer(4, 9) }, (_, i): Cell[] => [
      asText(i > 0 && draw.isLikely(0.08) ? clients[i - 1] : clients[i]),
      draw.of(managers),
      ...details.map(() => draw.of(["Riga", "Turku", "A"])),
      ...amounts.map(() => (months > 0 && draw.isLikely(0.1) ? null : amount(draw))),
    ]),
  ];
}

function lineRows(draw: Draw): Cell[][] {
  return [
    ["Date", "Invoice", "Client", "Sales"],
    ...Array.from({ length: draw.integer(6, 12) }, (_, i): Cell[] => [
      45_658 + draw.integer(0, 150),
      `A-${i + 1}`,
      clients[draw.integer(0, 4)],
      amount(draw),
    ]),
  ];
}

const looks: readonly CellFormatRecord[] = [
  { fill: fills[0] },
  { numberFormat: "#,##0.00" },
  { font: { bold: true, color: "#1F3A4D" }, fill: fills[1] },
  { fill: fills[2], horizontal: "Center", wrapText: true },
];

/** Looks of the user's: of the header row, of some cells, of blank cells beside the list. */
function dress(
  draw: Draw,
  sheet: SheetRecord,
  { top, left, rows }: Place,
  beside: readonly CellFormatRecord[],
): void {
  const header = draw.isLikely(0.4) ? draw.of(looks) : null;
  for (const cell of sheet.cells) {
    if (cell.row === top && header) cell.format = header;
    else if (draw.isLikely(0.12)) cell.format = draw.of(looks);
  }
  if (draw.isLikely(0.25)) {
    const column = left + rows[0].length + draw.integer(0, 4);
    for (let row = top; row < top + rows.length; row++) {
      if (draw.isLikely(0.7)) sheet.cells.push({ row, column, format: draw.of(beside) });
    }
  }
  sheet.columns = [left, left + rows[0].length + draw.integer(0, 4)]
    .filter(() => draw.isLikely(0.3))
    .map((index) => ({ index, width: 90 + index }));
  if (draw.isLikely(0.15)) sheet.rows.push({ index: top + 1, height: 31 });
  if (draw.isLikely(0.1)) sheet.rows.push({ index: top + 2, hidden: true });
}

/** Names that the report would like to have, and names that are hard to quote. */
const sheetNames = [
  "Summary",
  "Dependency",
  "Client matrix",
  "Сводка",
  "Бегущий лист с длинным именем 1",
  "It's ours",
  "A1",
  "2024",
  "R1C1",
  "Лист (2)",
  "Sales & Co",
];

const others = (draw: Draw): Cell[][] =>
  draw.of<Cell[][]>([
    [["mine"]],
    [
      ["House", "Rent"],
      ["Oak", 310],
      ["Elm", 311],
      ["Paid", "=SUM(B2:B3)"],
    ],
    [
      ["Share", "Status"],
      ["of the market", "open"],
    ],
    [
      [null, null],
      [null, "=1/4"],
    ],
  ]);

/** Sheets of the user's beside the list's, with all that a workbook can have. */
function otherSheets(draw: Draw, taken: string, isOdd: boolean): SheetRecord[] {
  const names = [...sheetNames].filter((name) => name !== taken);
  return Array.from({ length: draw.integer(1, isOdd ? 4 : 2) }, (_, i) => {
    const name = isOdd ? names.splice(draw.integer(0, names.length - 1), 1)[0] : `Notes ${i + 1}`;
    const sheet = sheetOf(name, others(draw));
    if (!isOdd) return sheet;
    if (draw.isLikely(0.2)) sheet.visibility = draw.of(["Hidden", "VeryHidden"]);
    if (draw.isLikely(0.2)) sheet.protection = { options: {}, hasPassword: false };
    if (draw.isLikely(0.2)) sheet.tabColor = "#123456";
    if (draw.isLikely(0.2)) sheet.merges = [{ row: 20, column: 0, rows: 1, columns: 3 }];
    if (draw.isLikely(0.2)) sheet.frozen = { rows: 1, columns: 0 };
    if (draw.isLikely(0.3)) {
      const plan: Cell[][] = [
        ["Quarter", "Plan"],
        ["Q1", 111],
        ["Q2", 222],
      ];
      const at = { row: 8, column: 1 };
      const table = draw.of(["Plan", "KeyfolioDependency", "Clients"]) + (i === 0 ? "" : i);
      sheet.cells.push(...sheetOf("", plan, {}, at).cells);
      sheet.tables.push(tableOf(table, plan, { id: 50 + i }, at));
    }
    return sheet;
  });
}

/** What stands in the way of a run, now and then. */
function addObstacle(draw: Draw, sheet: SheetRecord, { top, left, rows }: Place): void {
  const area = { row: top, column: left, rows: rows.length, columns: rows[0].length };
  const right = left + rows[0].length;
  switch (draw.integer(0, 9)) {
    case 0:
      sheet.protection = { options: {}, hasPassword: false };
      break;
    case 1:
      if (sheet.tables.length === 0) sheet.filter = { area, active: false };
      break;
    case 2:
      sheet.cells.push({ row: top + 1, column: right + draw.integer(1, 9), value: "beside" });
      break;
    case 3:
      sheet.cells.push({ row: top + rows.length + 3, column: left, value: "below" });
      break;
    case 4:
      sheet.cells.push({ row: top + rows.length + 4, column: right, value: "A" });
      break;
  }
}

type Place = Pick<DrawnWorkbook, "top" | "left" | "rows">;

/** @param isOdd odd names of sheets, hidden and protected ones, tables beside, things in the way */
export function drawWorkbook(draw: Draw, isOdd: boolean): DrawnWorkbook {
  const kind = draw.of(["region", "region", "table", "table", "lines"] as const);
  const rows = kind === "lines" ? lineRows(draw) : listRows(draw);
  const [top, left] = draw.of([
    [0, 0],
    [0, 0],
    [2, 0],
    [0, 1],
    [3, 2],
  ]);
  const name = isOdd ? draw.of(["Clients", ...sheetNames]) : "Clients";
  const sheet = sheetOf(name, rows, {}, { row: top, column: left });
  if (kind === "table") {
    const showTotals = draw.isLikely(0.2);
    const area = {
      row: top,
      column: left,
      rows: rows.length + (showTotals ? 1 : 0),
      columns: rows[0].length,
    };
    sheet.tables = [tableOf("Deals", rows, { showTotals, area }, { row: top, column: left })];
    if (showTotals) sheet.cells.push({ row: top + rows.length, column: left, value: "Total" });
  }
  // Number formats of blank cells are known by their rows: where rows come and go, they are not drawn.
  const beside = isOdd ? looks : looks.filter(({ numberFormat }) => numberFormat === undefined);
  dress(draw, sheet, { top, left, rows }, beside);
  if (isOdd) addObstacle(draw, sheet, { top, left, rows });
  const sheets = [sheet, ...otherSheets(draw, name, isOdd)];
  if (draw.isLikely(0.5)) sheets.reverse();
  const record = workbookOf(sheets, { activeSheet: sheets.indexOf(sheet), settings: { "other.addin": 5 } });
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const reference = `=${quoted}!$${String.fromCharCode(65 + left)}$${top + 2}`;
  record.names = [{ name: "First", formula: reference, visible: true, scope: null, comment: "mine" }];
  return { record, sheet: name, kind, top, left, rows };
}
