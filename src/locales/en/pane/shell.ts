import type { NumberDress } from "../../wording/numbers";
import { quotedIn } from "../../wording/quotes";

const quoted = quotedIn.en;

export const shell = {
  steps: {
    source: "List",
    rules: "Rules",
    run: "Run",
    results: "Results",
    dataQuality: "Data quality",
  },
  stepsLabel: "Steps",
  help: "Help and glossary",
  titles: { rules: "Rules", results: "Results", dataQuality: "Data quality" },
  /** Beside a number in the navigation. */
  findings: (count: number, numbers: NumberDress) =>
    numbers.plural(count, { one: "remark", other: "remarks" }),
  listInUse: "List in use",
  noListInUse: "No list chosen",
  clients: (count: number, numbers: NumberDress) =>
    numbers.plural(count, { one: "client", other: "clients" }),
  rows: (count: number, numbers: NumberDress) => numbers.plural(count, { one: "row", other: "rows" }),
  reading: "Reading the list…",
  classifying: "Classifying clients…",
  elsewhere: (name: string) => `You are in another list: ${quoted(name)}`,
  useIt: "Use it",
  dismiss: "Close this message",
  showCells: "Show the cells",
  chooseList: "Choose the list",
  chooseColumns: "Choose the columns",
  answerQuestion: "Answer the question",
  openRules: "Open the rules",
  tryAgain: "Try again",
  nothingYet: "There is nothing to show yet.",
  brokenTitle: "This part of the pane stopped working",
  broken:
    "Your workbook is untouched. Load the part again; if it stops again, close the pane and open it anew.",
  notLoadedTitle: "This part of the pane could not be loaded",
  notLoaded: "Your workbook is untouched. Check the connection and try again.",
  loadAgain: "Load again",
};
