/**
 * Makes assets/sample-clients.xlsx and assets/sample-clients.ru.xlsx: a packaging wholesaler that does not exist,
 * with the clients, the months and the dirty cells that a real list has. The seed is fixed: the same files every time.
 *
 *   npm run sample
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { columnLetters } from "../src/host/model/reference";
import type { CellFormatRecord, CellRecord, SheetRecord, WorkbookRecord } from "../src/host/workbook-record";
import { writeWorkbook } from "../src/host/xlsx";
import { english, russian, type SampleTexts } from "./sample-texts";

const monthCount = 24;
const firstYear = 2024;

/** Park–Miller: a small generator with a fixed seed is all a sample needs. */
function randomFrom(seed: number) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

interface SampleClient {
  parentGroup: number | null;
  department: number;
  manager: number | null;
  months: number[];
  directCost: number;
  costToServe: number;
  potential: number | null;
  scores: (number | null)[];
  flags: { wellKnown: boolean; partner: boolean; demanding: boolean; innovator: boolean; vip: boolean };
  lastContact: number | null;
  contactResult: 0 | 1 | null;
  lossReason: number | null;
}

/** How a client buys: steady, seasonal, by project, newly won, or leaving. */
type Habit = "steady" | "seasonal" | "project" | "new" | "leaving";

function habitOf(position: number): Habit {
  if (position === 17 || position === 33 || position === 48) return "new";
  if (position === 11 || position === 26 || position === 41) return "leaving";
  if (position % 7 === 3 || position > 52) return "project";
  return position % 3 === 0 || position < 4 ? "steady" : "seasonal";
}

function monthsOf(habit: Habit, level: number, random: () => number): number[] {
  const round = (amount: number) => Math.round(amount / 10) * 10;
  return Array.from({ length: monthCount }, (_, month) => {
    const season = 1 + 0.28 * Math.sin(((month + 9) / 12) * 2 * Math.PI);
    const noise = 0.9 + 0.2 * random();
    switch (habit) {
      case "steady":
        return round(level * (0.94 + 0.12 * random()));
      case "seasonal":
        return round(level * season * noise);
      case "project":
        return random() < 0.3 ? round(level * 3.2 * (0.5 + random())) : 0;
      case "new":
        return month < 22 ? 0 : round(level * noise);
      case "leaving":
        return month > 19 ? 0 : round(level * (1.3 - month * 0.05) * noise);
    }
  });
}

/** Excel day number of a date. */
const serial = (year: number, month: number, day: number) =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;

function sampleClients(texts: SampleTexts): SampleClient[] {
  const random = randomFrom(20_240_131);
  return texts.clients.map((_, position) => {
    const level =
      position === 0 ? 1_450_000 : position === 1 ? 690_000 : 520_000 / (1 + position * 0.38) ** 1.15 + 9_000;
    const habit = habitOf(position);
    const months = monthsOf(habit, level, random);
    const revenue = months.reduce((sum, month) => sum + month, 0);
    const margin = position === 4 || position === 23 || position === 51 ? 0.015 : 0.14 + 0.16 * random();
    const department = position % 3;
    const score = (middle: number) => Math.max(1, Math.min(10, Math.round(middle + 4.4 * (random() - 0.5))));
    const attractiveness = Math.max(2.5, 8.2 - position * 0.085) + 1.6 * (random() - 0.5);
    const loyalty = habit === "leaving" ? 3 : 3.4 + 4.6 * random();
    return {
      parentGroup:
        position === 7 || position === 21
          ? 0
          : position === 12 || position === 30 || position === 44
            ? 1
            : null,
      department,
      manager: position === 36 ? null : department * 2 + (random() < (position < 9 ? 0.8 : 0.5) ? 0 : 1),
      months,
      directCost: Math.round(revenue * (1 - margin)),
      costToServe: Math.round(revenue * 0.03 + 18_000 + 60_000 * random() * (position === 23 ? 6 : 1)),
      potential: position % 4 === 1 ? Math.round((revenue * (1.1 + 2.4 * random())) / 1000) * 1000 : null,
      scores: [
        ...[0, 0.4, -0.3, 0.2].map((shift) => (position === 29 ? null : score(attractiveness + shift))),
        ...[0, 0.5, -0.4].map((shift) => (position === 29 ? null : score(loyalty + shift))),
      ],
      flags: {
        wellKnown: [2, 9, 20].includes(position),
        partner: [1, 14].includes(position),
        demanding: [3, 18, 37].includes(position),
        innovator: [16, 45].includes(position),
        vip: [0, 1, 4, 23].includes(position),
      },
      lastContact: position % 11 === 10 ? null : serial(2025, 12, 28) - Math.floor(random() * 75),
      contactResult: position % 11 === 10 ? null : random() < 0.78 ? 1 : 0,
      lossReason: habit === "leaving" ? position % texts.lossReasons.length : null,
    };
  });
}

const title: CellFormatRecord = { font: { size: 16, bold: true, color: "#1F3A4D" } };
const subtitle: CellFormatRecord = { font: { color: "#6B7780" } };
const heading: CellFormatRecord = {
  font: { bold: true, color: "#FFFFFF" },
  fill: "#1F5C7A",
  wrapText: true,
  vertical: "Center",
  horizontal: "Center",
};
const money: CellFormatRecord = { numberFormat: "#,##0" };
const day: CellFormatRecord = { numberFormat: "yyyy-mm-dd", horizontal: "Center" };
const centered: CellFormatRecord = { horizontal: "Center" };

function sampleWorkbook(texts: SampleTexts): WorkbookRecord {
  const clients = sampleClients(texts);
  const headerRow = 3;
  const monthHeaders = Array.from({ length: monthCount }, (_, month) =>
    texts.month(firstYear + Math.floor(month / 12), month % 12),
  );
  const { columns } = texts;
  const headers = [
    columns.client,
    columns.parentGroup,
    columns.department,
    columns.manager,
    ...monthHeaders,
    columns.total,
    columns.directCost,
    columns.costToServe,
    columns.potential,
    ...columns.criteria,
    columns.wellKnown,
    columns.partner,
    columns.demanding,
    columns.innovator,
    columns.vip,
    columns.lastContact,
    columns.contactResult,
    columns.lossReason,
  ];
  const at = (header: string) => headers.indexOf(header);
  const firstMonth = at(monthHeaders[0]);
  const cells: CellRecord[] = [
    { row: 0, column: 0, value: texts.title, format: title },
    { row: 1, column: 0, value: texts.subtitle, format: subtitle },
    ...headers.map((value, column) => ({ row: headerRow, column, value, format: heading })),
  ];

  const mark = (set: boolean) => (set ? texts.yes : null);
  const bodies = clients.map((client, position) => [
    texts.clients[position],
    client.parentGroup === null ? null : texts.parentGroups[client.parentGroup],
    texts.departments[client.department],
    client.manager === null ? null : texts.managers[client.manager],
    ...client.months.map((amount): number | string | null => amount || null),
    null,
    client.directCost,
    client.costToServe,
    client.potential,
    ...client.scores,
    mark(client.flags.wellKnown),
    mark(client.flags.partner),
    mark(client.flags.demanding),
    mark(client.flags.innovator),
    mark(client.flags.vip),
    client.lastContact,
    client.contactResult === null ? null : texts.contactResults[client.contactResult],
    client.lossReason === null ? null : texts.lossReasons[client.lossReason],
  ]);

  // What real lists bring: a number typed as text, a return, a question mark for a score, the same client in other
  // dress on a second row, and money that nobody put a name to.
  bodies[6][firstMonth + 14] = texts.textNumber;
  bodies[10][firstMonth + 20] = -38_400;
  bodies[22][at(columns.criteria[2])] = "?";
  const repeated = bodies[5].map((value, column) =>
    column === 0
      ? `  ${texts.clients[5].toUpperCase()}`
      : column >= firstMonth && column < firstMonth + monthCount
        ? null
        : value,
  );
  repeated[firstMonth + 23] = 26_500;
  for (const column of [columns.directCost, columns.costToServe, columns.potential])
    repeated[at(column)] = null;
  repeated[at(columns.directCost)] = 21_000;
  const unnamed = headers.map((): string | number | null => null);
  unnamed[firstMonth + 8] = 41_250;
  unnamed[firstMonth + 19] = 18_900;
  bodies.splice(40, 0, repeated);
  bodies.push(unnamed);

  const formatOf = (column: number): CellFormatRecord | undefined => {
    if (column >= firstMonth && column <= at(columns.potential)) return money;
    if (column === at(columns.lastContact)) return day;
    return column > at(columns.potential) && column < at(columns.contactResult) ? centered : undefined;
  };
  bodies.forEach((body, position) => {
    const row = headerRow + 1 + position;
    body.forEach((value, column) => {
      if (value !== null) cells.push({ row, column, value, format: formatOf(column) });
    });
    const sum = body
      .slice(firstMonth, firstMonth + monthCount)
      .reduce<number>((total, value) => total + (typeof value === "number" ? value : 0), 0);
    cells.push({
      row,
      column: at(columns.total),
      formula: `=SUM(${columnLetters(firstMonth)}${row + 1}:${columnLetters(firstMonth + monthCount - 1)}${row + 1})`,
      value: sum,
      format: { ...money, font: { bold: true } },
    });
  });

  const widthOf = (column: number) =>
    column === 0
      ? 190
      : column < firstMonth
        ? 110
        : column < firstMonth + monthCount
          ? 54
          : column <= at(columns.potential)
            ? 76
            : 84;
  const sheet: SheetRecord = {
    name: texts.sheet,
    visibility: "Visible",
    tabColor: "#1F5C7A",
    showGridlines: true,
    cells,
    columns: headers.map((_, index) => ({ index, width: widthOf(index) })),
    rows: [{ index: headerRow, height: 45 }],
    merges: [],
    frozen: { rows: headerRow + 1, columns: 1 },
    tables: [
      {
        id: 1,
        name: texts.table,
        area: { row: headerRow, column: 0, rows: bodies.length + 1, columns: headers.length },
        columns: headers.map((name, column) => ({ id: column + 1, name })),
        showHeaders: true,
        showTotals: false,
        style: "TableStyleLight9",
        showBandedRows: true,
        showBandedColumns: false,
        showFilterButton: true,
        highlightFirstColumn: false,
        highlightLastColumn: false,
        filtered: false,
      },
    ],
    filter: null,
    protection: null,
    conditionalFormats: [],
    charts: [],
    page: {
      orientation: "Landscape",
      paperSize: "A4",
      fitToWidth: 3,
      fitToHeight: 0,
      scale: null,
      centerHorizontally: false,
      printArea: null,
      titleRows: { first: headerRow, last: headerRow },
      margins: { top: 36, bottom: 36, left: 28, right: 28, header: 18, footer: 18 },
      header: { left: "", center: "", right: "" },
      footer: { left: "", center: "", right: "" },
      rowBreaks: [],
    },
  };
  return { sheets: [sheet], names: [], settings: {}, activeSheet: 0, protected: false };
}

async function main() {
  const assets = path.join(__dirname, "..", "assets");
  for (const [file, texts] of [
    ["sample-clients.xlsx", english],
    ["sample-clients.ru.xlsx", russian],
  ] as const) {
    writeFileSync(path.join(assets, file), await writeWorkbook(sampleWorkbook(texts)));
  }
}

void main();
