import type { NumberDress } from "../../wording/numbers";
import type { WhatStaysSentences, WhyRefreshedSentences } from "../../what-stays";
import { quotedIn } from "../../wording/quotes";

const quoted = quotedIn.en;

const listed = (items: readonly string[]): string => items.join(", ");

const whyRefreshed: WhyRefreshedSentences = {
  unknown: "what stood there before was written before this pane was opened, or from another one",
  rearranged: "before it, rows or columns had come or gone there, or a run had been stopped",
  large: "what stood there before was too much to be kept",
  chartData: "before it, somebody had written into the hidden data of its charts",
  changed: "it, or what its formulas refer to, has changed since",
  asked: "only the pages of the report go back to what they were",
};

const stays: WhatStaysSentences = {
  cells: ({ header, address, count }, numbers) =>
    `${quoted(header)}: ${numbers.plural(count, { one: "cell was", other: "cells were" })} changed by somebody, first at ${address}. They stay as they are.`,
  scores: ({ header, address, count }, numbers) =>
    `${quoted(header)} stays: ${numbers.plural(count, { one: "score stands", other: "scores stand" })} in it, first at ${address}. They are yours.`,
  renamed: ({ header, address }) =>
    `The header ${quoted(header)} at ${address} is not ours any more. It stays.`,
  movedColumn: ({ header, address }) =>
    `The column ${quoted(header)} stays: somebody has moved it away from the list, to ${address}.`,
  unmarked: ({ header, address, count }, numbers) =>
    `${quoted(header)}: its mark has gone, as happens when a header row is deleted, but ${numbers.plural(count, { one: "result stands", other: "results stand" })} there still, first at ${address}. Nobody can tell any more whose they are: clear what you do not need.`,
  referredColumn: ({ header, address, by, isTotal }) =>
    isTotal
      ? `The column ${quoted(header)} (${address}) stays: the total row of the table has a formula for it in ${listed(by)}.`
      : `The column ${quoted(header)} (${address}) stays: other formulas or charts refer to it (${listed(by)}).`,
  referredSheet: ({ sheet, by }) =>
    `The sheet ${quoted(sheet)} stays: other formulas or charts refer to it (${listed(by)}).`,
  sheetChanged: ({ sheet, address }) =>
    address === null
      ? `The sheet ${quoted(sheet)} stays: somebody has changed or added something on it.`
      : `The sheet ${quoted(sheet)} stays: somebody has written on it, first at ${address}.`,
  sheetUnfinished: ({ sheet }) =>
    `The sheet ${quoted(sheet)} stays: a run was cut off on it, so nobody can tell what on it is yours. If you do not need it, delete it.`,
  sheetProtected: ({ sheet }) => `The sheet ${quoted(sheet)} stays: it is protected.`,
  lastSheet: ({ sheet }) => `The sheet ${quoted(sheet)} stays: a workbook needs one visible sheet.`,
  sheetRefreshed: ({ sheet, why }) =>
    `The sheet ${quoted(sheet)} keeps what the run wrote until the next one: ${whyRefreshed[why]}.`,
  listUnreadable: ({ sheet, headers }) =>
    `On the sheet ${quoted(sheet)} there is no list any more that these columns belong to (${listed(headers)}). They stay.`,
};

/** Undoing a run, and removing everything that Keyfolio has in a workbook. */
export const undo = {
  undo: "Undo this run",
  undoLast: "Undo the last run",
  undoSample: "Remove the sample again",
  undone: "The run was undone",
  undoneInPart: "The run was undone in part",
  notUndone: "What the run wrote stays",
  undoScores: "Remove the score columns again",
  scoresUndone: "The score columns were removed",
  scoresUndoneInPart: "Not all score columns were removed",
  scoresNotUndone: "The score columns stay",
  sampleUndone: "The sample was removed",
  sampleNotUndone: "The sample stays",
  nothing: "There was nothing left to take back.",
  columns: (headers: readonly string[]) => `Columns as before: ${listed(headers)}.`,
  sheets: (names: readonly string[], numbers: NumberDress) =>
    `${numbers.plural(names.length, { one: "sheet", other: "sheets" })} removed: ${listed(names)}.`,
  pages: (names: readonly string[]) => `Sheets as before: ${listed(names)}.`,
  staysTitle: "What stays, and why",
  stays,
  show: (address: string) => `Show ${address}`,
  stopped: "Not everything could be taken back",
  again: "Try again",
  clearFilter: "Clear the filter and try again",
  section: "Take back",
  remove: "Remove Keyfolio from this workbook",
  removeHint: "Result columns, report sheets and saved rules go. Your own list stays as it is.",
  looking: "Looking what is in the workbook…",
  question: "Remove all of this from the workbook?",
  goColumns: (sheet: string, headers: readonly string[]) =>
    `Beside the list on ${quoted(sheet)}: ${listed(headers)}`,
  goSheets: (names: readonly string[]) => `Sheets: ${listed(names)}`,
  goSettings: "Saved rules, column choices and the language",
  notUndoable: "This cannot be undone.",
  evenChanged:
    "Remove these as well. Notes in them are lost, and formulas that count on them will show an error.",
  removeNow: "Remove",
  keep: "Keep everything",
  nothingFound: "Keyfolio has left nothing in this workbook.",
  removed: "Keyfolio was removed from this workbook",
  removedInPart: "Not everything of Keyfolio was removed",
  removedColumns: (headers: readonly string[]) => `Columns removed: ${listed(headers)}.`,
};
