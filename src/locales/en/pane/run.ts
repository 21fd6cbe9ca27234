import type { NumberDress } from "../../numbers";
import { quotedIn } from "../../quotes";

const quoted = quotedIn.en;

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
  language: "Language of results",
  languageHint: "Columns and sheets are written in it from the next run on, whoever runs it.",
  languages: { en: "English", ru: "Русский" },
  progress: "Progress of the run",
  cancel: "Cancel",
  notCancellable: "Writing has begun and can no longer be cancelled.",
  notReady: "The run can start when the list can be read.",
  seconds: (milliseconds: number, numbers: NumberDress) =>
    milliseconds < 100 ? "less than 0.1 s" : `${numbers.number(milliseconds / 1000, 1)} s`,
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
  sheets: (count: number, numbers: NumberDress) =>
    `${numbers.plural(count, { one: "sheet", other: "sheets" })} built:`,
  notes: (cells: readonly string[], numbers: NumberDress) =>
    `What had been typed over the page in ${numbers.list(cells)} stands below it, under “Notes”.`,
  toResults: "See results",
  showColumns: "Show the columns",
  stopped: "The run stopped",
  cancelled: "Cancelled",
  clearFilterAndRun: "Clear the filter and run",
  runAgain: "Run again",
};
