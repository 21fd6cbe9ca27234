import type { ExcelHost } from "../../src/host/excel-host";
import type { Draws } from "../draws";
import type { DrawnWorkbook } from "./workbooks";

/** The list as a person sees it, in a workbook with Keyfolio's columns and in its twin without. */
export interface Seen {
  sheet: string;
  top: number;
  left: number;
  rowCount: number;
  width: number;
  kind: DrawnWorkbook["kind"];
  /** Its header row was deleted. */
  isHeadless?: boolean;
}

/** What a person does; it is done in both workbooks. */
export interface Deed {
  name: string;
  /** What it concerns is Keyfolio's: the twin has no such thing. */
  touchesOurs?: boolean;
  do(host: ExcelHost, isTwin: boolean): void;
}

type Model = ExcelHost["workbook"];
const sheetIn = ({ workbook }: { workbook: Model }, { sheet }: Seen) => workbook.worksheets.getItem(sheet);

/** Cells of the list's header row, from its first column to the first blank one. */
function headers(host: ExcelHost, seen: Seen): unknown[] {
  const found: unknown[] = [];
  for (let column = seen.left; ; column++) {
    const value = sheetIn(host, seen).getCell(seen.top, column).values![0][0];
    if (value === "") return found;
    found.push(value);
  }
}

type Maker = (draw: Draws, seen: Seen) => Deed | null;

/** Deeds that concern nothing of Keyfolio's. What they change of the list's place is told to `seen`. */
export const neutral: readonly Maker[] = [
  (draw, seen) => {
    if (seen.kind === "lines") return null;
    const [row, amount] = [seen.top + draw.integer(1, seen.rowCount), draw.integer(1, 9000)];
    const [sheet, column] = [seen.sheet, seen.left + seen.width - 1];
    return {
      name: `types ${amount} into row ${row}`,
      do: ({ workbook }) =>
        void (workbook.worksheets.getItem(sheet).getCell(row, column).values = [[amount]]),
    };
  },
  (draw, seen) => {
    if (seen.kind === "lines") return null;
    const [row, { sheet, left }] = [seen.top + draw.integer(1, seen.rowCount), { ...seen }];
    return {
      name: `renames the client of row ${row}`,
      do: ({ workbook }) =>
        void (workbook.worksheets.getItem(sheet).getCell(row, left).values = [["New Name"]]),
    };
  },
  (_, seen) => {
    const { sheet } = seen;
    seen.top++;
    return {
      name: "inserts a row above",
      do: ({ workbook }) => void workbook.worksheets.getItem(sheet).getRange("1:1").insert("Down"),
    };
  },
  (_, seen) => {
    const { sheet } = seen;
    seen.left++;
    return {
      name: "inserts a column at the left",
      do: ({ workbook }) => void workbook.worksheets.getItem(sheet).getRange("A:A").insert("Right"),
    };
  },
  (draw, seen) => {
    if (seen.rowCount < 4 || seen.kind === "lines") return null;
    const [row, sheet] = [seen.top + draw.integer(2, seen.rowCount - 1) + 1, seen.sheet];
    seen.rowCount--;
    return {
      name: `deletes row ${row}`,
      do: ({ workbook }) => void workbook.worksheets.getItem(sheet).getRange(`${row}:${row}`).delete("Up"),
    };
  },
  (draw, seen) => {
    if (seen.kind === "lines") return null;
    const { sheet, top, left, width } = seen;
    const row = top + draw.integer(2, seen.rowCount);
    const amount = draw.integer(1, 9000);
    seen.rowCount++;
    return {
      name: `adds a client in row ${row}`,
      do({ workbook }) {
        const item = workbook.worksheets.getItem(sheet);
        item.getRange(`${row + 1}:${row + 1}`).insert("Down");
        item.getCell(row, left).values = [["Fresh Start"]];
        item.getCell(row, left + width - 1).values = [[amount]];
      },
    };
  },
  (_, seen) => {
    if (seen.kind === "lines") return null;
    const at = { ...seen };
    return {
      name: "turns the rows round",
      do(host) {
        const width = headers(host, at).length;
        const body = sheetIn(host, at).getRangeByIndexes(at.top + 1, at.left, at.rowCount, width);
        const shown = [...body.valuesAsJson!].reverse() as { properties?: unknown }[][];
        body.formulas = [...body.formulas!]
          .reverse()
          .map((row) => row.map((cell) => (typeof cell === "string" && cell !== "" ? `'${cell}` : cell)));
        // A card goes with its cell.
        shown.forEach((row, r) =>
          row.forEach((cell, c) => {
            if (cell.properties) body.getCell(r, c).valuesAsJson = [[cell]];
          }),
        );
      },
    };
  },
  (draw, seen) => {
    const { sheet } = seen;
    const color = draw.pick(["#FF0000", "#00FF00"]);
    const [row, column] = [seen.top + draw.integer(0, 2), seen.left];
    return {
      name: `paints a cell ${color}`,
      do: ({ workbook }) =>
        void (workbook.worksheets.getItem(sheet).getCell(row, column).format.fill.color = color),
    };
  },
  (_, seen) => {
    const { sheet, top, rowCount, left } = seen;
    return {
      name: "writes a note below",
      do: ({ workbook }) =>
        void (workbook.worksheets.getItem(sheet).getCell(top + rowCount + 9, left).values = [["note"]]),
    };
  },
  (draw, seen) => {
    const { sheet } = seen;
    seen.sheet = `Renamed ${draw.integer(1, 99)}`;
    const { sheet: name } = seen;
    return {
      name: "renames the sheet",
      do: ({ workbook }) => void (workbook.worksheets.getItem(sheet).name = name),
    };
  },
  (draw) => {
    const name = `Mine ${draw.integer(1, 1e6)}`;
    return {
      name: "adds a sheet",
      do: ({ workbook }) => void (workbook.worksheets.add(name).getRange("B2").values = [["mine"]]),
    };
  },
  (draw) => {
    const key = `other.${draw.integer(1, 1e6)}`;
    return {
      name: "another add-in keeps a setting",
      do: ({ workbook }) => void workbook.settings.add(key, { own: true }),
    };
  },
];

/** Where a result column stands in the workbook, by one of its marks. */
export function ourColumns({ workbook }: ExcelHost, { sheet }: Seen): { row: number; column: number }[] {
  return workbook.names.items
    .filter(({ name }) => /^keyfolio\.(share|status|abc|reason|action)\./.test(name))
    .flatMap((item) => {
      const range = item.getRangeOrNullObject();
      return range?.worksheet.name === sheet ? [{ row: range.rowIndex, column: range.columnIndex }] : [];
    });
}

const reportSheet = ({ workbook }: ExcelHost): string | null => {
  const mark = workbook.names.items.find(({ name }) => name.startsWith("keyfolio.sheet."));
  return mark?.getRangeOrNullObject()?.worksheet.name ?? null;
};

/** The text that a person leaves on what is Keyfolio's: it must be there ever after. */
export const note = "do not lose me";

/** Deeds that concern what is Keyfolio's; each leaves {@link note} somewhere. */
export const touching: readonly Maker[] = [
  (draw, seen) => {
    const [row, choice, at] = [draw.integer(1, Math.min(3, seen.rowCount)), draw.integer(0, 9), { ...seen }];
    return {
      name: "writes into one of our columns",
      touchesOurs: true,
      do(host, isTwin) {
        const columns = isTwin ? [] : ourColumns(host, at);
        if (columns.length === 0) return;
        const { column } = columns[choice % columns.length];
        sheetIn(host, at).getCell(at.top + row, column).values = [[note]];
      },
    };
  },
  (draw, seen) => {
    const [choice, at] = [draw.integer(0, 9), { ...seen }];
    return {
      name: "renames one of our headers",
      touchesOurs: true,
      do(host, isTwin) {
        const columns = isTwin ? [] : ourColumns(host, at);
        if (columns.length === 0) return;
        const { row, column } = columns[choice % columns.length];
        sheetIn(host, at).getCell(row, column).values = [[note]];
      },
    };
  },
  (draw) => {
    const [row, column] = [draw.integer(2, 60), draw.integer(0, 14)];
    return {
      name: "writes onto a sheet of the report",
      touchesOurs: true,
      do(host, isTwin) {
        const sheet = isTwin ? null : reportSheet(host);
        if (sheet !== null) host.workbook.worksheets.getItem(sheet).getCell(row, column).values = [[note]];
      },
    };
  },
  (draw) => {
    const [which, down, across] = [draw.next(), draw.next(), draw.next()];
    return {
      name: "writes into the chart data of a sheet of the report",
      touchesOurs: true,
      do({ workbook }, isTwin) {
        const marks = workbook.names.items.filter(({ name }) => name.startsWith("keyfolio.chartData."));
        const data = marks.at(Math.floor(which * marks.length))?.getRangeOrNullObject();
        if (isTwin || !data) return;
        const [row, column] = [Math.floor(down * data.rowCount), Math.floor(across * data.columnCount)];
        data.getCell(row, column).values = [[note]];
      },
    };
  },
  (draw) => {
    const name = `Counting ${draw.integer(1, 1e6)}`;
    return {
      name: "counts on a sheet of the report",
      touchesOurs: true,
      do(host, isTwin) {
        const sheet = isTwin ? null : reportSheet(host);
        if (sheet === null) return;
        const quoted = `'${sheet.replaceAll("'", "''")}'`;
        const mine = host.workbook.worksheets.add(name);
        mine.getRange("A1:B1").formulas = [[note, `=COUNTA(${quoted}!A1:H40)`]];
      },
    };
  },
  (draw, seen) => {
    const [name, at] = [`Watching ${draw.integer(1, 1e6)}`, { ...seen }];
    return {
      name: "counts on one of our columns",
      touchesOurs: true,
      do(host, isTwin) {
        const columns = isTwin ? [] : ourColumns(host, at);
        if (columns.length === 0) return;
        const { row, column } = columns[0];
        const address = sheetIn(host, at).getRangeByIndexes(row, column, at.rowCount, 1).address;
        const mine = host.workbook.worksheets.add(name);
        mine.getRange("A1:B1").formulas = [[note, `=COUNTA(${address})`]];
      },
    };
  },
];
