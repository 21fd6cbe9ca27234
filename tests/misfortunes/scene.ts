import type { CellFormatRecord, SheetRecord, WorkbookRecord } from "../../src/host/workbook-record";
import { type Cell, sheetOf, tableOf, workbookOf } from "../workbook-records";
import type { Draws } from "../draws";
import { amount, clientNames, fills, managers } from "./drawn-cells";

/** A workbook with a client list among other people's things. */
export interface Scene {
  record: WorkbookRecord;
  kind: "region" | "table" | "lines";
  sheet: string;
  /** Cells of the list, header row first. */
  rows: Cell[][];
}

const clients = [...clientNames, "Copper Kettle", "Winter Garden"];

/** The code of a row is never edited: by it a row is known in every state of the workbook. */
export const codeOf = (index: number): string => `K-${100 + index}`;
export const isCode = (value: unknown): value is string => typeof value === "string" && /^K-\d+$/.test(value);

function listRows(draw: Draws, count: number): Cell[][] {
  const months = draw.chance(0.4) ? draw.integer(2, 4) : 0;
  const amounts = months === 0 ? ["Sales"] : Array.from({ length: months }, (_, i) => `2025-0${i + 1}`);
  const details = draw.chance(0.5) ? ["Town"] : [];
  return [
    ["Code", "Client", "Manager", ...details, ...amounts],
    ...Array.from({ length: count }, (_, i): Cell[] => [
      codeOf(i),
      i > 0 && draw.chance(0.08) ? clients[i - 1] : clients[i],
      draw.pick(managers),
      ...details.map(() => draw.pick(["Riga", "Turku", ""]) || null),
      ...amounts.map(() => (months > 0 && draw.chance(0.1) ? null : amount(draw))),
    ]),
  ];
}

/** Days of 2025 as serial numbers. */
const day = (draw: Draws) => 45_658 + draw.integer(0, 150);

function lineRows(draw: Draws): Cell[][] {
  const count = draw.integer(6, 12);
  return [
    ["Date", "Invoice", "Client", "Manager", "Sales"],
    ...Array.from({ length: count }, (_, i): Cell[] => [
      day(draw),
      `A-${i + 1}`,
      clients[draw.integer(0, 4)],
      draw.pick(managers),
      amount(draw),
    ]),
  ];
}

const formatOf = (draw: Draws): CellFormatRecord =>
  draw.pick<CellFormatRecord>([
    { fill: draw.pick(fills) },
    { numberFormat: "#,##0.00" },
    { font: { bold: true, color: "#1F3A4D" } },
    { fill: draw.pick(fills), horizontal: "Center", locked: false },
  ]);

/** The width that she has given a column. */
export const herWidth = (index: number): number => 210 + index;

/** Gives some cells a look of the user's, also blank ones beside the list. */
function dress(
  draw: Draws,
  sheet: SheetRecord,
  { top, left, rows }: { top: number; left: number; rows: Cell[][] },
  besideFormats: readonly (string | undefined)[],
): void {
  for (const cell of sheet.cells) if (draw.chance(0.15)) cell.format = formatOf(draw);
  if (draw.chance(0.25)) {
    const column = left + rows[0].length + draw.integer(0, 4);
    const numberFormat = draw.pick(besideFormats);
    for (let row = top; row < top + rows.length; row++) {
      if (draw.chance(0.8))
        sheet.cells.push({
          row,
          column,
          format: { fill: draw.pick(fills), ...(numberFormat && { numberFormat }) },
        });
    }
  }
  sheet.columns = [left, left + 2, left + rows[0].length + draw.integer(0, 3)]
    .filter(() => draw.chance(0.3))
    .map((index) => ({ index, width: herWidth(index) }));
}

/** Other people's cells on the sheet of the list, which stand apart from it. */
function addNeighbours(draw: Draws, sheet: SheetRecord, top: number, left: number, rows: Cell[][]): void {
  // Far enough for the clients that somebody may add.
  const below = top + rows.length + 7;
  if (draw.chance(0.35)) {
    const plan: Cell[][] = [
      ["Quarter", "Plan"],
      ["Q1", 111],
      ["Q2", 222],
    ];
    const at = { row: below, column: left };
    sheet.cells.push(...sheetOf("", plan, {}, at).cells);
    if (draw.chance(0.6)) sheet.tables.push(tableOf("Plan", plan, { id: 7 }, at));
  }
  if (draw.chance(0.25)) {
    sheet.cells.push({ row: below + 6, column: left + rows[0].length + 9, value: "a note far below" });
  }
  if (top > 1 && draw.chance(0.5)) sheet.cells.push({ row: 0, column: left, value: "Our clients" });
}

export const sheetOfLines = "Journal";

/** Number formats of blank cells beside the list. */
const formatsBeside = ["0.00", "@", "dd/mm/yyyy"] as const;
/** Where no run is known any more, those under a column of shares are known by their rows only: where rows come and go there are none. */
export const noFormatsBeside = [undefined, undefined, undefined] as const;

/** A workbook drawn at random; `kind` where it is not to be drawn. */
export function drawScene(
  draw: Draws,
  kind: Scene["kind"] = draw.pick(["region", "table"]),
  besideFormats: readonly (string | undefined)[] = formatsBeside,
): Scene {
  const rows = kind === "lines" ? lineRows(draw) : listRows(draw, draw.integer(4, 8));
  const [top, left] = draw.pick([
    [0, 0],
    [2, 0],
    [0, 1],
    [3, 2],
  ]);
  const name = kind === "lines" ? sheetOfLines : "Clients";
  const sheet = sheetOf(name, rows, { tables: [] }, { row: top, column: left });
  if (kind === "table") {
    const showTotals = draw.chance(0.15);
    const area = {
      row: top,
      column: left,
      rows: rows.length + (showTotals ? 1 : 0),
      columns: rows[0].length,
    };
    sheet.tables = [tableOf("Deals", rows, { showTotals, area }, { row: top, column: left })];
    if (showTotals) sheet.cells.push({ row: top + rows.length, column: left, value: "Total" });
  }
  dress(draw, sheet, { top, left, rows }, besideFormats);
  addNeighbours(draw, sheet, top, left, rows);
  const others = sheetOf("Others", [
    ["House", "Rent"],
    ...["Oak", "Elm", "Ash", "Fir"].map((house, i): Cell[] => [house, 310 + i]),
    ["Paid", `=SUM(${name}!$A$1:$C$4)`],
  ]);
  const record = workbookOf(draw.chance(0.5) ? [sheet, others] : [others, sheet]);
  record.activeSheet = record.sheets.indexOf(sheet);
  record.settings = { "other.addin": 5 };
  record.names = [
    {
      name: "First",
      formula: `=${name}!$${letter(left)}$${top + 2}`,
      visible: true,
      scope: null,
      comment: "",
    },
    { name: "House", formula: "=Others!$A$2", visible: true, scope: null, comment: "mine" },
  ];
  return { record, kind, sheet: name, rows };
}

const letter = (column: number) => String.fromCharCode(65 + column);
