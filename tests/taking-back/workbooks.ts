import type { CellFormatRecord, SheetRecord, WorkbookRecord } from "../../src/host/workbook-record";
import type { Draws } from "../draws";
import { amount, clientNames, fills, managers } from "../misfortunes/drawn-cells";
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

const clients = [...clientNames, "ООО «Ромашка»", "=Equal & Sons"];

const asText = (name: string): string => (name.startsWith("=") ? ` ${name}` : name);

function listRows(draw: Draws): Cell[][] {
  const months = draw.chance(0.4) ? draw.integer(2, 4) : 0;
  const amounts = months === 0 ? ["Sales"] : Array.from({ length: months }, (_, i) => `2025-0${i + 1}`);
  // A header that a result column would like to have.
  const details = draw.chance(0.4) ? [draw.pick(["Town", "Status", "ABC"])] : [];
  return [
    ["Client", "Manager", ...details, ...amounts],
    ...Array.from({ length: draw.integer(4, 9) }, (_, i): Cell[] => [
      asText(i > 0 && draw.chance(0.08) ? clients[i - 1] : clients[i]),
      draw.pick(managers),
      ...details.map(() => draw.pick(["Riga", "Turku", "A"])),
      ...amounts.map(() => (months > 0 && draw.chance(0.1) ? null : amount(draw))),
    ]),
  ];
}

function lineRows(draw: Draws): Cell[][] {
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

/** The width that she has given a column. */
export const herWidth = (index: number): number => 90 + index;

/** Looks of the user's: of the header row, of some cells, of blank cells beside the list. */
function dress(
  draw: Draws,
  sheet: SheetRecord,
  { top, left, rows }: Place,
  beside: readonly CellFormatRecord[],
): void {
  const header = draw.chance(0.4) ? draw.pick(looks) : null;
  for (const cell of sheet.cells) {
    if (cell.row === top && header) cell.format = header;
    else if (draw.chance(0.12)) cell.format = draw.pick(looks);
  }
  if (draw.chance(0.25)) {
    const column = left + rows[0].length + draw.integer(0, 4);
    for (let row = top; row < top + rows.length; row++) {
      if (draw.chance(0.7)) sheet.cells.push({ row, column, format: draw.pick(beside) });
    }
  }
  sheet.columns = [left, left + rows[0].length + draw.integer(0, 4)]
    .filter(() => draw.chance(0.3))
    .map((index) => ({ index, width: herWidth(index) }));
  if (draw.chance(0.15)) sheet.rows.push({ index: top + 1, height: 31 });
  if (draw.chance(0.1)) sheet.rows.push({ index: top + 2, hidden: true });
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

const others = (draw: Draws): Cell[][] =>
  draw.pick<Cell[][]>([
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
function otherSheets(draw: Draws, taken: string, isOdd: boolean): SheetRecord[] {
  const names = [...sheetNames].filter((name) => name !== taken);
  return Array.from({ length: draw.integer(1, isOdd ? 4 : 2) }, (_, i) => {
    const name = isOdd ? names.splice(draw.integer(0, names.length - 1), 1)[0] : `Notes ${i + 1}`;
    const sheet = sheetOf(name, others(draw));
    if (!isOdd) return sheet;
    if (draw.chance(0.2)) sheet.visibility = draw.pick(["Hidden", "VeryHidden"]);
    if (draw.chance(0.2)) sheet.protection = { options: {}, hasPassword: false };
    if (draw.chance(0.2)) sheet.tabColor = "#123456";
    if (draw.chance(0.2)) sheet.merges = [{ row: 20, column: 0, rows: 1, columns: 3 }];
    if (draw.chance(0.2)) sheet.frozen = { rows: 1, columns: 0 };
    if (draw.chance(0.3)) {
      const plan: Cell[][] = [
        ["Quarter", "Plan"],
        ["Q1", 111],
        ["Q2", 222],
      ];
      const at = { row: 8, column: 1 };
      const table = draw.pick(["Plan", "KeyfolioDependency", "Clients"]) + (i === 0 ? "" : i);
      sheet.cells.push(...sheetOf("", plan, {}, at).cells);
      sheet.tables.push(tableOf(table, plan, { id: 50 + i }, at));
    }
    return sheet;
  });
}

/** What stands in the way of a run, now and then. */
function addObstacle(draw: Draws, sheet: SheetRecord, { top, left, rows }: Place): void {
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
export function drawWorkbook(draw: Draws, isOdd: boolean): DrawnWorkbook {
  const kind = draw.pick(["region", "region", "table", "table", "lines"] as const);
  const rows = kind === "lines" ? lineRows(draw) : listRows(draw);
  const [top, left] = draw.pick([
    [0, 0],
    [0, 0],
    [2, 0],
    [0, 1],
    [3, 2],
  ]);
  const name = isOdd ? draw.pick(["Clients", ...sheetNames]) : "Clients";
  const sheet = sheetOf(name, rows, {}, { row: top, column: left });
  if (kind === "table") {
    const showTotals = draw.chance(0.2);
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
  // Bands over whole columns, also where ours come. Columns of a table that come and go move them.
  if (kind !== "table" && (top + rows.length) % 2 === 0) {
    sheet.conditionalFormats = [
      {
        areas: [{ row: 0, column: 0, rows: 1_048_576, columns: 40 }],
        priority: 1,
        type: "Custom",
        formula: "=MOD(ROW(),2)=0",
        fill: "#EEF3F6",
      },
    ];
  }
  const sheets = [sheet, ...otherSheets(draw, name, isOdd)];
  if (draw.chance(0.5)) sheets.reverse();
  const record = workbookOf(sheets, { activeSheet: sheets.indexOf(sheet), settings: { "other.addin": 5 } });
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const reference = `=${quoted}!$${String.fromCharCode(65 + left)}$${top + 2}`;
  record.names = [{ name: "First", formula: reference, visible: true, scope: null, comment: "mine" }];
  return { record, sheet: name, kind, top, left, rows };
}
