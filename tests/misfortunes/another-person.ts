import type { Draws } from "../draws";
import type { Notes } from "./notes";
import { wantedScores } from "./operations";
import { codeOf, type Scene } from "./scene";
import {
  besideList,
  columnNamed,
  herFormat,
  herHeader,
  hers,
  listIn,
  markedColumns,
  type Model,
  type StandingList,
} from "./world";

/** Something that another person does to a workbook: by what stands there, not by its place. */
export interface Deed {
  name: string;
  /** It concerns what is ours: a workbook without Keyfolio has no such thing. */
  isOurs?: boolean;
  /** Throws as Excel refuses, and where there is nothing to do it to. */
  on(workbook: Model, notes: Notes): void;
}

export type Making = (draw: Draws, scene: Scene) => Deed;

type Range = ReturnType<StandingList["sheet"]["getCell"]>;

/** Columns that hold the list with ours, and all that stands beside it. */
const farRight = 40;

export const nothingToDo = new Error("nothing to do");

export const inList =
  (name: string, of: (draw: Draws, scene: Scene) => (list: StandingList, workbook: Model) => void): Making =>
  (draw, scene) => {
    const act = of(draw, scene);
    return {
      name,
      on: (workbook) => {
        const list = listIn(workbook);
        if (!list) throw nothingToDo;
        act(list, workbook);
      },
    };
  };

/** Something that concerns one of our columns beside the list, by its header cell. */
const onOurs =
  (name: string, act: (header: Range) => void): Making =>
  (draw) => {
    const which = draw.next();
    return {
      name,
      isOurs: true,
      on: (workbook) => {
        const list = listIn(workbook);
        if (!list || list.own.length === 0) throw nothingToDo;
        act(list.sheet.getCell(list.top, list.own[Math.floor(which * list.own.length)]));
      },
    };
  };

const anyRow = (draw: Draws, { rows }: Scene) => codeOf(draw.integer(0, rows.length - 2));
const rowOf = ({ rows }: StandingList, wanted: string) => rows.find(({ code }) => code === wanted)?.row;
const amountHeaders = ({ rows: [headers] }: Scene) =>
  headers
    .slice(3)
    .map(String)
    .filter((h) => h !== "Town");

const headersOf = ({ sheet, top, left, right }: StandingList) =>
  sheet.getRangeByIndexes(top, left, 1, right - left).values![0];

/** Whole list from one column to its end, ours included, also where they stand apart from it. */
const across = ({ sheet, left, right, own }: StandingList, row: number, rows = 1) =>
  sheet.getRangeByIndexes(row, left, rows, Math.max(right, ...own.map((column) => column + 1)) - left);

const isBlank = (cells: ReturnType<typeof across>): boolean =>
  cells.values!.every((row) => row.every((cell) => cell === ""));

const fillRow = (list: StandingList, row: number, scene: Scene, code: string, amount: number) => {
  const headers = amountHeaders(scene);
  const entries: [string, string | number][] = [
    ["Code", code],
    ["Client", `Fresh ${code}`],
    ["Manager", "Orlov"],
    ...headers.map((header): [string, number] => [header, amount]),
  ];
  for (const [header, value] of entries) {
    const column = columnNamed(list, header);
    if (column !== undefined) list.sheet.getCell(row, column).values = [[value]];
  }
};

const freshCode = (draw: Draws) => `K-${draw.integer(500, 99_999)}`;

const deeds: [weight: number, make: Making][] = [
  [
    6,
    inList("edits an amount", (draw, scene) => {
      const [code, header, value] = [
        anyRow(draw, scene),
        draw.pick(amountHeaders(scene)),
        draw.integer(1, 9999) + 0.5,
      ];
      return (list) => {
        const [row, column] = [rowOf(list, code), columnNamed(list, header)];
        if (row === undefined || column === undefined) throw nothingToDo;
        list.sheet.getCell(row, column).values = [[value]];
      };
    }),
  ],
  [
    2,
    inList("edits a manager", (draw, scene) => {
      const code = anyRow(draw, scene);
      return (list) => {
        const [row, column] = [rowOf(list, code), columnNamed(list, "Manager")];
        if (row === undefined || column === undefined) throw nothingToDo;
        list.sheet.getCell(row, column).values = [["Berg"]];
      };
    }),
  ],
  [
    2,
    inList("renames a client", (draw, scene) => {
      const code = anyRow(draw, scene);
      return (list) => {
        const [row, column] = [rowOf(list, code), columnNamed(list, "Client")];
        if (row === undefined || column === undefined) throw nothingToDo;
        list.sheet.getCell(row, column).values = [[`Renamed ${code}`]];
      };
    }),
  ],
  [
    4,
    inList("inserts a row of the sheet in the list", (draw, scene) => {
      const [code, fresh, amount] = [anyRow(draw, scene), freshCode(draw), draw.integer(1, 9999) + 0.75];
      return (list) => {
        const row = rowOf(list, code);
        if (row === undefined) throw nothingToDo;
        list.sheet.getRangeByIndexes(row, 0, 1, 16_384).insert("Down");
        fillRow(list, row, scene, fresh, amount);
      };
    }),
  ],
  [
    3,
    inList("adds a client below the list", (draw, scene) => {
      const [fresh, amount] = [freshCode(draw), draw.integer(1, 9999) + 0.75];
      return (list) => {
        const last = list.rows.at(-1)!.row;
        if (list.table) {
          const cells = Array.from({ length: list.right - list.left }, () => "");
          list.table.rows.add(null, [cells]);
        } else if (!isBlank(across(list, last + 1))) {
          // What a run has left there, and has named, would stand beside her client.
          throw nothingToDo;
        }
        fillRow(list, last + 1, scene, fresh, amount);
      };
    }),
  ],
  [
    3,
    inList("inserts a row above the list", () => (list) => {
      list.sheet.getRangeByIndexes(list.top, 0, 1, 16_384).insert("Down");
    }),
  ],
  [
    4,
    inList("deletes a row of the list", (draw, scene) => {
      const [code, whole] = [anyRow(draw, scene), draw.chance(0.5)];
      return (list) => {
        const row = rowOf(list, code);
        if (row === undefined || list.rows.length < 3) throw nothingToDo;
        (whole
          ? list.sheet.getRangeByIndexes(row, 0, 1, 16_384)
          : list.sheet.getRangeByIndexes(row, list.left, 1, farRight)
        ).delete("Up");
      };
    }),
  ],
  [
    4,
    inList("inserts a column of the sheet", (draw) => {
      const [share, header] = [draw.next(), draw.pick(["Town 2", "Area", "Note"])];
      return (list) => {
        const at = Math.floor(share * (list.user.length + 1));
        // The right edge of a table is another one once our columns stand there.
        if (list.table && at === list.user.length) throw nothingToDo;
        const column = at < list.user.length ? list.user[at] : list.user.at(-1)! + 1;
        // A column that comes takes its look over from the one before it, which would be another one.
        if (list.own.includes(column - 1)) throw nothingToDo;
        list.sheet.getRangeByIndexes(0, column, 1_048_576, 1).insert("Right");
        const isInside = at > 0 && at < list.user.length;
        if (isInside) list.sheet.getCell(list.top, column).values = [[header]];
      };
    }),
  ],
  [
    2,
    inList("deletes a column of the user's", (draw) => {
      const header = draw.pick(["Manager", "Town"]);
      return (list) => {
        const column = columnNamed(list, header);
        if (column === undefined) throw nothingToDo;
        list.sheet.getRangeByIndexes(0, column, 1_048_576, 1).delete("Left");
      };
    }),
  ],
  [
    3,
    inList("renames a column", (draw, scene) => {
      const [from, to] = [
        draw.pick(["Manager", "Town", draw.pick(amountHeaders(scene))]),
        draw.pick(["Status", "Action", "ABC", "Sum"]),
      ];
      return (list) => {
        const column = columnNamed(list, from);
        if (column === undefined || headersOf(list).includes(to)) throw nothingToDo;
        list.sheet.getCell(list.top, column).values = [[to]];
      };
    }),
  ],
  [
    3,
    inList("adds a column to the table", (draw) => {
      const [header, atEnd] = [draw.pick(["Action", "Share", "Note"]), draw.chance(0.6)];
      return ({ table, sheet, top, left, right, own }) => {
        if (!table || table.columns.getItemOrNullObject(header)) throw nothingToDo;
        // Widths stay where they are when a column comes into a table: those of ours would be another column's.
        if (!atEnd && own.length > 0) throw nothingToDo;
        const index = atEnd ? null : 1;
        table.columns.add(index, undefined, header);
        const column = atEnd ? right : left + 1;
        const rows = table.getDataBodyRange().rowCount;
        const cells = sheet.getRangeByIndexes(top + 1, column, rows, 1);
        cells.values = Array.from({ length: rows }, (_, i) => [`call ${i}`]);
        // The new column looks like the one left of it, whose it may be.
        cells.numberFormat = Array.from({ length: rows }, () => ["General"]);
        sheet.getRangeByIndexes(top, column, rows + 1, 1).format.wrapText = false;
      };
    }),
  ],
  [
    4,
    inList("sorts the list", (draw) => {
      const by = draw.pick(["Client", "Manager", "Code"]);
      return (list) => {
        const column = columnNamed(list, by);
        if (column === undefined) throw nothingToDo;
        const [first, last] = [list.rows[0].row, list.rows.at(-1)!.row];
        const body = across(list, first, last - first + 1);
        // Without ours, what she has typed between the list and our columns, or where these came then, would not be sorted with it.
        const isBetween = (at: number) => !list.user.includes(at) && !list.own.includes(at);
        const isTyped = body.values!.some((row) =>
          row.some((cell, c) => cell !== "" && isBetween(list.left + c)),
        );
        // Ours may stand over it by then, so that only the other world shows it.
        const used = list.sheet.getUsedRangeOrNullObject(true)?.values ?? [];
        if (isTyped || used.some((row) => row.includes(besideList))) throw nothingToDo;
        const key = (row: readonly unknown[]) => String(row[column - list.left]);
        // Columns of the user first decide: both worlds sort alike.
        body.formulas = [...body.formulas!]
          .reverse()
          .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
      };
    }),
  ],
  [
    3,
    inList("sets a filter", (draw) => {
      const manager = draw.pick(["Ivanova", "Petrov"]);
      return (list) => {
        const column = columnNamed(list, "Manager");
        if (column === undefined) throw nothingToDo;
        const criteria = { filterOn: "Values" as const, values: [manager] };
        if (list.table) list.table.autoFilter.apply(list.table.getRange(), column - list.left, criteria);
        else {
          const last = list.rows.at(-1)!.row;
          const range = list.sheet.getRangeByIndexes(
            list.top,
            list.left,
            last - list.top + 1,
            column - list.left + 1,
          );
          list.sheet.autoFilter.apply(range, column - list.left, criteria);
        }
      };
    }),
  ],
  [2, inList("clears all filters", () => (list) => clearFilters(list))],
  [
    2,
    inList(
      "protects the sheet",
      () =>
        ({ sheet }) =>
          sheet.protection.protect(),
    ),
  ],
  [
    2,
    inList("unprotects the sheet", () => ({ sheet }) => {
      if (!sheet.protection.protected) throw nothingToDo;
      sheet.protection.unprotect();
    }),
  ],
  [
    2,
    inList("types beside the list", (draw) => {
      const [ahead, down] = [draw.integer(0, 6), draw.integer(0, 3)];
      return (list) => {
        const edge = list.table ? list.right : list.user.at(-1)! + 1;
        // Below a table columns of ours move nothing to the right.
        const isBelow = list.table !== null && down >= list.table.$record.area.rows;
        if (isBelow) throw nothingToDo;
        const cell = list.sheet.getCell(list.top + down, edge + ahead);
        // Only where she sees a blank cell.
        if (cell.values![0][0] !== "" || list.own.includes(cell.columnIndex)) throw nothingToDo;
        cell.values = [[besideList]];
      };
    }),
  ],
  [
    2,
    inList("dresses a cell", (draw, scene) => {
      const [code, fill] = [anyRow(draw, scene), draw.pick(["#C6E0B4", "#F8CBAD"])];
      return (list) => {
        const [row, column] = [rowOf(list, code), columnNamed(list, "Client")];
        if (row === undefined || column === undefined) throw nothingToDo;
        list.sheet.getCell(row, column).format.fill.color = fill;
      };
    }),
  ],
  [
    1,
    inList("widens a column", (draw) => {
      const width = draw.integer(70, 200);
      return ({ sheet, left, top }) => void (sheet.getCell(top, left).format.columnWidth = width);
    }),
  ],
  [
    2,
    inList("renames the sheet", (draw) => {
      const name = draw.pick(["Our clients", "Kunden"]);
      return ({ sheet }) => void (sheet.name = name);
    }),
  ],
  [
    2,
    inList("hides a row of the list", (draw, scene) => {
      const code = anyRow(draw, scene);
      return (list) => {
        const row = rowOf(list, code);
        if (row === undefined) throw nothingToDo;
        list.sheet.getRangeByIndexes(row, 0, 1, 16_384).rowHidden = true;
      };
    }),
  ],
  [
    1,
    inList("shows all rows again", () => ({ sheet, rows }) => {
      const [first, last] = [rows[0].row, rows.at(-1)!.row];
      sheet.getRangeByIndexes(first, 0, last - first + 1, 16_384).rowHidden = false;
    }),
  ],
  [
    1,
    inList(
      "freezes the header",
      () =>
        ({ sheet, top }) =>
          sheet.freezePanes.freezeRows(top + 1),
    ),
  ],
  [
    1,
    inList(
      "moves the sheet of the list",
      () =>
        ({ sheet }) =>
          void (sheet.position = 0),
    ),
  ],
  [
    1,
    () => ({
      name: "protects the structure of the workbook",
      on: (workbook) => workbook.protection.protect(),
    }),
  ],
  [2, onOurs("types into one of our cells", (cell) => void (cell.getOffsetRange(1, 0).values = [[hers]]))],
  [2, onOurs("types over one of our headers", (cell) => void (cell.values = [[herHeader]]))],
  [
    1,
    onOurs("changes the number format of one of our cells", (cell) => {
      // Of a column for scores the cells' look is hers.
      if (wantedScores.some(({ header }) => header === cell.values?.[0][0])) throw nothingToDo;
      cell.getOffsetRange(1, 0).numberFormat = [[herFormat]];
    }),
  ],
  [
    1,
    inList(
      "deletes the sheet of the list",
      () =>
        ({ sheet }) =>
          sheet.delete(),
    ),
  ],
  [
    1,
    inList("renames the table", () => ({ table }) => {
      if (!table) throw nothingToDo;
      table.name = "Deals_2025";
    }),
  ],
  [
    1,
    inList("makes the table plain cells", () => ({ table, own, user, left, right }) => {
      // Then it cannot be told any more what our columns moved to the right, also those that have stayed as hers.
      if (!table || own.length > 0 || user.length < right - left) throw nothingToDo;
      table.convertToRange();
    }),
  ],
  [
    1,
    inList("turns the totals row on or off", () => ({ table, own, user, right }) => {
      // Excel sums up the last column, which would be one of ours, or one that has stayed of ours under a header of hers.
      if (!table || own.length > 0 || user.at(-1) !== right - 1) throw nothingToDo;
      table.showTotals = !table.showTotals;
    }),
  ],
  [
    2,
    (draw) => {
      const cell = draw.pick(["A1", "B3", "H12"]);
      return {
        name: "goes to another sheet",
        on: (workbook) => {
          const sheet = workbook.worksheets.getItemOrNullObject("Others");
          if (!sheet) throw nothingToDo;
          sheet.activate();
          sheet.getRange(cell).select();
        },
      };
    },
  ],
  [
    1,
    () => ({
      name: "deletes another sheet",
      on: (workbook) => workbook.worksheets.getItem("Others").delete(),
    }),
  ],
  [
    2,
    (draw) => {
      const name = draw.pick(["Summary", "Dependency", "Clients (Keyfolio)", "Sample clients", "New"]);
      return {
        name: `adds a sheet ${name}`,
        on: (workbook) => {
          if (workbook.worksheets.getItemOrNullObject(name)) throw nothingToDo;
          workbook.worksheets.add(name).getRange("B2").values = [["of a colleague"]];
        },
      };
    },
  ],
  [
    2,
    (draw) => {
      const value = draw.integer(1, 99);
      return {
        name: "works on another sheet",
        on: (workbook) => {
          const sheet = workbook.worksheets.getItemOrNullObject("Others");
          // A run may have taken it for its list.
          if (!sheet || markedColumns(workbook, sheet, 0).includes(3)) throw nothingToDo;
          sheet.getRange("D4").values = [[value]];
          sheet.getRange("D4").format.fill.color = "#DDEBF7";
        },
      };
    },
  ],
  [
    1,
    (draw) => {
      const key = draw.integer(1, 3);
      return {
        name: "another add-in keeps a setting and a name",
        on: (workbook) => {
          // No name can be added then: half a deed is none.
          if (workbook.protection.protected) throw nothingToDo;
          workbook.settings.add("other.addin", key);
          if (!workbook.names.getItemOrNullObject("_other"))
            workbook.names.add("_other", "=1").visible = false;
        },
      };
    },
  ],
];

function clearFilters({ table, sheet }: StandingList): void {
  if (table ? !table.autoFilter.isDataFiltered : !sheet.autoFilter.isDataFiltered) throw nothingToDo;
  if (table) table.clearFilters();
  else sheet.autoFilter.clearCriteria();
}

const total = deeds.reduce((sum, [weight]) => sum + weight, 0);

export function drawDeed(draw: Draws, scene: Scene): Deed {
  let left = draw.next() * total;
  const [, make] = deeds.find(([weight]) => (left -= weight) < 0)!;
  return make(draw, scene);
}

/** Takes away what keeps a run from going through: filters and protection. */
export function clearTheWay(workbook: Model): void {
  workbook.protection.unprotect();
  for (const sheet of workbook.worksheets.items) {
    sheet.protection.unprotect();
    for (const table of sheet.tables.items) table.clearFilters();
    if (sheet.autoFilter.isDataFiltered) sheet.autoFilter.clearCriteria();
  }
}
