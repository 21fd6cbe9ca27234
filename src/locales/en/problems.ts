import {
  notThere,
  type Doubt,
  type LeftStanding,
  type RejectedColumn,
  type WhyNoMoney,
  type WrittenOver,
} from "../../portfolio";
import type { ProblemSentences } from "../wording/problem-sentences";
import { shortHeader } from "../wording/short-header";
import { listedCellsIn } from "../wording/listed-cells";
import { shortList } from "../wording/short-list";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.en;

const reasons: Record<WhyNoMoney, string> = {
  identifier: "numbers of documents, accounts or the like",
  contact: "postal codes or phone numbers",
  price: "prices of one unit",
  quantity: "quantities",
  percent: "percentages",
  comparison: "changes against another period",
  rank: "ranks or scores",
  average: "averages",
  plan: "plans, not sales",
  balance: "balances",
  returns: "returns",
  tax: "tax",
  discount: "discounts",
  cost: "costs",
  profit: "profit",
  year: "years",
  date: "dates or times",
  constant: "the same in every row",
  other: "not an amount by its header",
};

const mostNamed = 4;
/** More columns than these say nothing. */
const mostColumns = 3;

const rejected = (columns: readonly RejectedColumn[]): string => {
  const named = columns
    .slice(0, mostColumns)
    .map(({ header, column, why }) => `${quoted(shortHeader(header))} (${column}): ${reasons[why]}`);
  const rest = columns.length - named.length;
  return `${named.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`;
};

const questions: Record<Doubt["about"], string> = {
  client: "It is not clear which column names the clients",
  amount: "It is not clear which column is the revenue",
  period: "It is not clear which columns are the periods",
  level: "It is not clear which level of the list is the clients",
  dayOrder: "It is not clear whether the day or the month comes first in the dates",
  currency: "The list has amounts in several currencies, which cannot be added up",
  total: "The list's own total differs from what the rows read add up to",
};

const alternatives = ({ alternatives }: Doubt): string =>
  alternatives
    .slice(0, mostNamed)
    .map(({ label, column, months, choice: { level } }) => {
      if (months) return `months ${label} (${column})`;
      if (level !== undefined) return `${level < 0 ? "every row" : `level ${level + 1}`} (${label})`;
      return column === undefined || column === label ? label : `${label} (${column})`;
    })
    .join(", ");

/** Why cells could not be given back. */
const hindrance: Record<LeftStanding["reason"], string> = {
  filter: " because a filter was set",
  protection: " because the sheet or the structure of the workbook was protected",
  refused: "",
};

const unprotect = "Remove the protection (Review > Unprotect Sheet or Protect Workbook)";

export const problems: ProblemSentences = {
  sheetNotFound: ({ sheet, sheets }) =>
    `There is no sheet ${quoted(sheet)}. The workbook has: ${sheets.join(", ")}.`,
  sourceGone: ({ sheet }) =>
    sheet === null
      ? "The sheet of the chosen client list is no longer in this workbook. Choose another list."
      : `The chosen table is no longer on the sheet ${quoted(sheet)}. Choose another list.`,
  sheetHidden: ({ sheet }) =>
    `The sheet ${quoted(sheet)} is hidden. Right-click a sheet tab, choose Unhide, and try again.`,
  noList: ({ sheet }) =>
    sheet === null
      ? "No client list was found in this workbook. Select a cell of the list (a header row, client names, amounts) and run again."
      : `No client list was found on the sheet ${quoted(sheet)}. It needs a header row, a column of client names and a column of amounts.`,
  emptySheet: ({ sheet }) =>
    `The sheet ${quoted(sheet)} is empty. Choose the sheet that holds the client list.`,
  noClientColumn: ({ address, headers }) =>
    `The list at ${address} has no column of client names (its headers: ${fewOf(headers)}). Give that column the header "Client", or choose it under "What the columns mean".`,
  noAmountColumn: ({ address, headers, columns = [] }) =>
    `The list at ${address} has no column of sales${
      columns.length > 0
        ? `: its numbers are not taken as money. ${rejected(columns)}.`
        : ` (its headers: ${fewOf(headers)}).`
    } Give that column the header "Sales", or choose it under "What the columns mean".`,
  mixedUnits: ({ address, columns }) =>
    `The periods of the list at ${address} are not in one currency or unit: ${shortList(
      columns.map(({ header, column }) => `${column} ${quoted(shortHeader(header))}`),
    )}. Bring them to one, or choose those that count under "What the columns mean".`,
  doubtful: ({ doubt }) => `${questions[doubt.about]}: ${alternatives(doubt)}. Choose one of them.`,
  unknownColumn: ({ column, headers }) =>
    `The list has no column ${quoted(column)}. Its columns: ${shortList(headers)}.`,
  totalDiffers: ({ address, stated, read, groups }, numbers) =>
    `The list's own total at ${address} is ${numbers.money(stated)}, but the rows read add up to ${numbers.money(read)}${
      groups === "" ? "" : `: ${groups} look like group totals`
    }. Check which rows are clients, or confirm that the reading is right.`,
  duplicateHeader: ({ header, addresses }) =>
    `The header ${quoted(shortHeader(header))} stands more than once (${addresses.join(", ")}), so it is unclear which column is meant. Rename one of them.`,
  noClients: ({ address, rows }, numbers) =>
    rows === 0
      ? `The list at ${address} has no rows below its headers. Fill in at least one client.`
      : `None of the ${numbers.number(rows)} rows of the list at ${address} could be read as a client. Check the column of names and the amounts.`,
  zeroTotal: ({ address }) =>
    `The amounts at ${address} add up to zero, so there are no shares to compute. Check the column and the chosen periods.`,
  negativeTotal: ({ address, total }, numbers) =>
    `The amounts at ${address} add up to ${numbers.money(total)}, and shares of a negative total mean nothing. Check the column and the chosen periods.`,
  amountTooLarge: ({ address }) =>
    `The number in ${address} is larger than any sum of money, and nothing can be added up with it. Correct it and try again.`,
  unknownPreset: ({ preset, presets }) =>
    `There is no preset ${quoted(preset)}. The presets are: ${presets.join(", ")}.`,
  badPolicy: ({ path, found, expected }) =>
    `The rules have a value that cannot be used: ${path} ${valued(found)}, expected ${expected}. Correct it or reset the rules.`,
  badMapping: ({ path, found, expected }) =>
    `The column mapping has a value that cannot be used: ${path} ${valued(found)}, expected ${expected}. Correct it or choose the columns anew.`,
  newerVersion: ({ what }) =>
    `${{ rules: "The rules", columns: "The chosen columns" }[what]} were stored by a newer version of Keyfolio. Update Keyfolio; what is stored stays as it is.`,
  tooFewPeriods: ({ asked, available }, numbers) =>
    available === 0
      ? "No period of the list is complete by the date of the report. Choose a later date."
      : `${numbers.plural(asked, { one: "complete period is", other: "complete periods are" })} asked for, but the list has ${numbers.number(available)}. Choose fewer periods.`,
  cellsToTheRight: ({ address }) =>
    `The cells at ${address}, to the right of the list, are occupied: new columns would overwrite or shift them, or stand right beside them, so that they would be read as a part of the list. Move them further to the right and try again.`,
  filterActive: ({ address }) =>
    `The list at ${address} is filtered. Excel misplaces values that are written over hidden rows: clear the filter and try again.`,
  protectedSheet: ({ sheet }) =>
    `The sheet ${quoted(sheet)} is protected. Remove the protection (Review > Unprotect Sheet) and try again.`,
  protectedWorkbook: () =>
    "The structure of this workbook is protected, so sheets and marks can neither be added nor taken away. Remove the protection (Review > Protect Workbook) and try again.",
  readOnlyWorkbook: () =>
    "This workbook is open for reading only. Save a copy, or enable editing, and try again.",
  mergedCells: ({ address }) =>
    `The list has merged cells at ${address}, so it is unclear which row a value belongs to. Unmerge them and try again.`,
  mergedResults: ({ address }) =>
    `The cells at ${address} are merged, and columns of results belong there. Unmerge them and try again.`,
  unmarkedResults: ({ address }) =>
    `Results of an earlier run stand at ${address}, but their marks have gone, as they do when a header row is deleted, so nobody can tell any more that these columns are Keyfolio's. Type the headers of your list again if they are missing, delete these columns (or give them headers of your own to keep them), and try again.`,
  editMode: () => "A cell is being edited. Press Enter or Esc and try again.",
  sourceChanged: ({ address }) =>
    `The list at ${address} kept changing at the same time, so Keyfolio has left it as it is. Try again when nobody is editing it.`,
  cellLeft: ({ address }) =>
    `${address} was left as it is: it holds something else by now, or a formula gives the text. Look at the cell and change it yourself.`,
  cellsWrittenOver: ({ writtenOver, reason }) =>
    `Somebody moved or changed cells at the very moment in which they were written, and what they held could not be put back${
      hindrance[reason]
    }. Enter it again; they held: ${listedCells(writtenOver)}.`,
  leftStanding: ({ address, headers, firstRow, lastRow, reason, writtenOver }) =>
    `The run stopped, and what it had written could not be taken back${
      hindrance[reason]
    }. Beside the list at ${address}, the columns ${shortList(headers)} may show its results in rows ${firstRow} to ${lastRow}, some of them at the wrong client. ${
      {
        filter: "Clear the filter and run again",
        protection: `${unprotect} and run again`,
        refused: "Run again",
      }[reason]
    }: that puts them right.${writtenOverBy(writtenOver)}`,
  scoresLeft: ({ address, headers, reason }) =>
    `The score columns did not come whole, and what stood by then could not be taken away${
      hindrance[reason]
    }. At ${address}, the columns ${shortList(headers)} may stand unfinished. ${
      {
        filter: "Clear the filter and add them again",
        protection: `${unprotect} and add them again`,
        refused: "Add them again",
      }[reason]
    }: that puts them right.`,
  madeHalf: ({ address, typed = [] }) =>
    `Excel stopped the update of the list of clients at ${address}: some of its rows and months may be new and others old. ${
      typed.length === 0
        ? "Your lines and your own columns are as they were."
        : `Your lines are as they were. Rows went in which somebody had just typed; enter it again beside its client: ${listedCells(typed)}.`
    } Run again: that completes the list.`,
  unfinished: ({ work, standing, sheets = [], typed }) => {
    const half = sheets.length > 0 ? ` Partly new and partly as before may be ${named(sheets)}.` : "";
    const where = standing
      ? ` Beside the list at ${standing.address}, the columns ${shortList(standing.headers)} may show results at the wrong client in rows ${standing.firstRow} to ${standing.lastRow}.`
      : "";
    return work === "undo"
      ? `Undoing was stopped on the way: a part is as it was before the run, the rest still shows its results.${half}${where}${typedOnGone(typed)} Remove what is in the way (a protection, a filter, a cell being edited) and undo again: that takes the rest back.`
      : `Removing was stopped on the way: a part is gone, the rest is still there.${half}${where}${typedOnGone(typed)} Remove what is in the way (a protection, a filter, a cell being edited) and start again: that takes the rest away.`;
  },
  noSuchClient: ({ client }) =>
    `The list has no client ${quoted(client)} any more. Look at the list in Results, and choose one of its clients.`,
  noClientSelected: () => "No client's row is selected. Click on a row of the client list, and try again.",
  sheetFull: ({ sheet }) =>
    `The sheet ${quoted(sheet)} has no room for the result columns to the right of the list. Move the list to the left and try again.`,
  cancelled: ({ made }) =>
    made === undefined
      ? "Cancelled. The workbook was not changed."
      : `Cancelled. The list of clients on the sheet ${quoted(made)} was up to date by then and stays; nothing else was changed.`,
  cutOff: ({ sheets, classified, reason, typed }) => {
    const columns = classified ? "The result columns stand beside the list. " : "";
    const cause =
      reason === "protection" ? ", because a sheet or the structure of the workbook is protected" : "";
    const what =
      sheets.length === 0
        ? `The report could not be made${cause}.`
        : `The run was cut off${cause}: ${named(sheets)} may be partly new and partly as before.`;
    const first = reason === "protection" ? `${unprotect} and run again` : "Run again";
    return `${columns}${what} ${first}${sheets.length === 0 ? "." : ": that finishes them."}${typedOnGone(typed)}`;
  },
  office: ({ code, untouched }) => {
    switch (code) {
      case "RequestPayloadSizeLimitExceeded":
      case "ResponsePayloadSizeLimitExceeded":
        return "Excel refused the amount of data in one step. Shorten very long texts in the list, or run it in Excel for Windows or Mac.";
      case "AccessDenied":
        return "Excel refused the change: a sheet, a cell or the workbook is protected. Remove the protection and try again.";
      case "ItemNotFound":
      case "InvalidReference":
        return "A sheet, a table or a column that belongs to the step is no longer there, perhaps because somebody deleted it at the same moment. Try again.";
      case "ApiNotFound":
      case "NotImplemented":
      case "UnsupportedOperation":
        return "This version of Excel cannot do this step. Update Excel, or open the workbook in Excel on the web.";
      case "ItemAlreadyExists":
        return "Excel refused a name that exists already, perhaps because somebody added it at the same moment. Try again.";
      default:
        return `Excel could not do this step (code ${code}). ${untouched ? "The list was left as it was. " : ""}Try again; if it happens again, save the workbook, open it anew and try once more.`;
    }
  },
  notLoaded: () =>
    "A part of Keyfolio could not be loaded. Check the connection and try again; if it happens again, close the pane and open it anew.",
  unexpected: ({ untouched }) =>
    `Keyfolio stopped because of a mistake of its own. ${untouched ? "The list was left as it was. " : ""}Try again; if it happens again, close the pane and open it anew.`,
};

const valued = (found: string): string => (found === notThere ? "is missing" : `is ${found}`);

/** The first headers of a list. */
const fewOf = (headers: readonly string[]): string =>
  headers.length > mostColumns
    ? `${headers.slice(0, mostColumns).map(shortHeader).join(", ")} and ${headers.length - mostColumns} more`
    : headers.map(shortHeader).join(", ");

const named = (sheets: readonly string[]): string =>
  `the ${sheets.length === 1 ? "sheet" : "sheets"} ${sheets.map((sheet) => quoted(sheet)).join(", ")}`;

/** What others have in cells that a run fills. */
function writtenOverBy(cells: readonly WrittenOver[] = []): string {
  return cells.length === 0
    ? ""
    : ` Somebody had just typed where these columns stand now. Enter it elsewhere, since the next run writes there: ${listedCells(cells)}.`;
}

const typedOnGone = (typed: readonly WrittenOver[] = []): string =>
  typed.length === 0
    ? ""
    : ` Somebody had just typed what Excel would not take back. Enter it again: ${listedCells(typed)}.`;

const listedCells = listedCellsIn(quoted);
