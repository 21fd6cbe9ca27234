import type { WrittenOver } from "../../../portfolio";
import type { NumberDress } from "../../wording/numbers";
import { listedCellsIn } from "../../wording/listed-cells";
import { quotedIn } from "../../wording/quotes";

const quoted = quotedIn.en;
const listedCells = listedCellsIn(quoted);

/** How many clients a run would put elsewhere. */
interface MovesOfRun {
  moved: number;
  becomeKey: number;
  noLongerKey: number;
  entered: number;
  left: number;
}

export const run = {
  title: "Run",
  jobs: {
    classifyAndReport: "Classify and build report",
    classifyRows: "Classify rows",
    portfolioReport: "Build report",
    scenario: "Write the scenario",
    dossier: "Make the dossier",
  },
  hints: {
    classifyAndReport: "Result columns beside the list, then the report sheets.",
    classifyRows:
      "Writes or refreshes the result columns beside your list. Your own columns stay as they are.",
    portfolioReport: "Only makes or refreshes the report sheets. The list is left alone.",
  },
  /** What a run would change beside the list. */
  wouldChange: {
    columns: (count: number, list: string, numbers: NumberDress) =>
      `A run writes ${numbers.plural(count, { one: "column", other: "columns" })} beside ${quoted(list)}. Your own cells stay as they are.`,
    newSheet: (sheet: string) =>
      `A run adds the lines up by client on a new sheet ${quoted(sheet)}. Your lines stay as they are.`,
    upToDate:
      "Neither the list nor the rules have changed since the last run: the classes that it found still hold.",
    refreshed: "A run refreshes the result columns. Your own cells stay as they are.",
    moves: ({ moved, becomeKey, noLongerKey, entered, left }: MovesOfRun, numbers: NumberDress) =>
      `${[
        moved === 0
          ? "A run would change nobody’s class, only refresh the figures"
          : `A run would change the class of ${numbers.plural(moved, { one: "client", other: "clients" })}`,
        ...(becomeKey > 0
          ? [`${numbers.number(becomeKey)} ${becomeKey === 1 ? "becomes" : "become"} key by share`]
          : []),
        ...(noLongerKey > 0
          ? [`${numbers.number(noLongerKey)} ${noLongerKey === 1 ? "is" : "are"} no longer key by share`]
          : []),
        ...(entered > 0 ? [`${numbers.number(entered)} new in the list`] : []),
        ...(left > 0 ? [`${numbers.number(left)} no longer in the list`] : []),
      ].join("; ")}. Your own cells stay as they are.`,
  },
  language: "Language of results",
  languageHint: "Columns and sheets are written in it from the next run on, whoever runs it.",
  languages: { en: "English", ru: "Русский" },
  progress: "Progress of the run",
  cancel: "Cancel",
  notCancellable: "Writing has begun and can no longer be cancelled.",
  notReady: "The run can start when the list can be read.",
  seconds: (milliseconds: number, numbers: NumberDress) =>
    milliseconds < 100 ? "less than 0.1 s" : `${numbers.number(milliseconds / 1000, 1)} s`,
  done: {
    classifyRows: "Rows classified",
    portfolioReport: "Report built",
    classifyAndReport: "All done",
    scenario: "Scenario written",
    dossier: "Dossier made",
  },
  took: (list: string, clients: string, time: string) => `List ${quoted(list)}: ${clients}, in ${time}.`,
  added: (count: number, list: string, numbers: NumberDress) =>
    `${numbers.plural(count, { one: "column", other: "columns" })} written beside ${quoted(list)}.`,
  changed: (count: number, list: string, numbers: NumberDress) =>
    `${numbers.plural(count, { one: "column", other: "columns" })} beside ${quoted(list)} refreshed.`,
  upToDate: "The columns were up to date: no cell was changed.",
  typedOver: (cells: readonly WrittenOver[]) =>
    `What had been typed in cells of the results was replaced by them: ${listedCells(cells)}.`,
  typedAgain: "Undoing this run brings it back.",
  madeAnew: (list: string) => `The list of clients ${quoted(list)} was brought up to date with its lines.`,
  sheets: (count: number, numbers: NumberDress) =>
    `${numbers.plural(count, { one: "sheet", other: "sheets" })} built:`,
  notes: (cells: readonly string[], numbers: NumberDress) =>
    `What had been typed over our cells (${numbers.list(cells)}) stands at the end of the sheet, under “Notes”.`,
  remarks: (cells: readonly string[], numbers: NumberDress) =>
    `Your remarks on those who are no longer in a list of the report stand in its last rows (${numbers.list(cells)}).`,
  toResults: "See results",
  showColumns: "Show the columns",
  stopped: "The run stopped",
  cancelled: "Cancelled",
  clearFilterAndRun: "Clear the filter and run",
  runAgain: "Run again",
};
