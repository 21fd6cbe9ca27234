import { numbersIn } from "../wording/numbers";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.en;

export const commands = {
  /** The option of the command line that leads out of a problem. */
  chooseBy: (option: string) => `On the command line: ${option}.`,
  /** What a run without a screen says otherwise: there is no selection, no pane, and nothing was written. */
  noList: (sheets: string) =>
    `No client list was found on the sheets of this workbook (looked at: ${sheets}). It needs a header row, a column of client names and a column of amounts. Name its sheet with --sheet.`,
  emptySheet: (sheet: string) =>
    `The sheet "${sheet}" is empty. Name the sheet with the client list with --sheet.`,
  nameColumn: (header: string, role: string) =>
    `Give that column the header "${header}", or name it with --column ${role}=B (a header or a column letter).`,
  unexpected: "Keyfolio stopped because of a mistake of its own. Nothing was written.",
  notLoaded:
    "A part of the built add-in could not be loaded. Build it anew (npm run build) and run again. Nothing was written.",
  office: (code: string | null) =>
    `The stand-in for Excel could not do a step${code === null ? "" : ` (code ${code})`}. Nothing was written.`,
  /** For a run without a screen, what stands in the way of a step; its output is not written. */
  inTheWay: {
    filter:
      "A filter hides rows where results are written. Clear it in Excel and run again. Nothing was written.",
    protection:
      "A sheet that results are written to is protected. Remove the protection in Excel and run again. Nothing was written.",
  },
  sheetHidden: (sheet: string) =>
    `The sheet "${sheet}" is hidden. Unhide it in Excel and save the workbook, or name another sheet with --sheet.`,
  inExcel: "in Excel",
  /** Rules that the run was given, and those that it found in the workbook. */
  rules: {
    given: {
      none: "The file given with --rules holds no rules. Name a file of rules that was saved by Keyfolio.",
      anew: "Correct the value in the file given with --rules, or give other rules with --rules.",
    },
    kept: {
      none: "The rules that the workbook keeps are none that can be read. Give others with --rules.",
      anew: "These are the rules that the workbook keeps. Give others with --rules.",
    },
  },
  badColumns:
    "What the workbook keeps about the meaning of the columns cannot be used. Name the columns with --column client=B and --column amount=C (headers or column letters).",
  /** Said after a run without a screen: the user's own table is not what it was. */
  tableGrew: (table: string, sheet: string, columns: number) =>
    `The table ${table} on the sheet ${quoted(sheet)} has grown to the right by ${numbersIn.en.plural(columns, { one: "column", other: "columns" })} of results.`,
  /** Said after a run without a screen on a long list. */
  proofLeftOut: (clients: number) =>
    `There is no Proof sheet for ${numbersIn.en.plural(clients, { one: "client", other: "clients" })}: on a list this long its formulas take minutes. A file with {"version": 1, "proof": true}, given with --rules, adds it.`,
  /** Said after a run without a screen: the Proof sheet says it at length. */
  unprovable:
    "The figures are not proved: the workbook rounds them (“Set precision as displayed”). The Proof sheet says more.",
  stages: {
    reading: "Reading the list…",
    classifying: "Classifying clients…",
    writing: "Writing the result columns…",
    report: "Building the report…",
    undoing: "Taking the run back…",
    removing: "Removing Keyfolio from the workbook…",
  },
};
