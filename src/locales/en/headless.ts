import type { PluralForms } from "../numbers";

/** What a workbook can hold and the output does not. */
const things = {
  pivotTable: { one: "pivot table", other: "pivot tables" },
  macro: { one: "macro project", other: "macro projects" },
  image: { one: "picture", other: "pictures" },
  drawing: { one: "drawing", other: "drawings" },
  comment: { one: "comment", other: "comments" },
  dataValidation: { one: "data validation rule", other: "data validation rules" },
  externalLink: { one: "link to another workbook", other: "links to other workbooks" },
  chart: { one: "chart", other: "charts" },
  chartSheet: { one: "chart sheet", other: "chart sheets" },
  slicer: { one: "slicer", other: "slicers" },
  timeline: { one: "timeline", other: "timelines" },
  sparkline: { one: "sparkline group", other: "sparkline groups" },
  conditionalFormat: { one: "conditional format", other: "conditional formats" },
  formControl: { one: "form control", other: "form controls" },
  hyperlink: { one: "hyperlink (its text is kept)", other: "hyperlinks (their texts are kept)" },
  richText: {
    one: "cell with mixed fonts (its text is kept)",
    other: "cells with mixed fonts (their texts are kept)",
  },
  filterCriteria: { one: "filter setting", other: "filter settings" },
  queryTable: { one: "query", other: "queries" },
  dataModel: { one: "data model", other: "data models" },
  whatIfTable: { one: "what-if table", other: "what-if tables" },
  outline: { one: "row or column group", other: "row and column groups" },
  customXml: { one: "custom XML part", other: "custom XML parts" },
  cellPattern: { one: "cell pattern", other: "cell patterns" },
  name: { one: "defined name", other: "defined names" },
} satisfies Record<string, PluralForms>;

/** Messages of the run without a screen: one line each. */
export const headless = {
  usage:
    "Usage: npm run report -- INPUT.xlsx|INPUT.csv [-o OUTPUT.xlsx] [--sheet NAME] [--lang en|ru] [--column ROLE=HEADER]… [--currency CODE] [--choose WHAT=VALUE]… [--rules FILE.json] [--preset NAME] [--periods N] [--as-of YYYY-MM-DD] [--json OUT.json]",
  badOption: (option: string) => `${option} is not an option of this command.`,
  missingValue: (option: string) => `${option} needs a value.`,
  oneInput: (count: number) => `Name exactly one input workbook (found ${count}).`,
  badLanguage: (value: string) => `--lang is "en" or "ru", not "${value}".`,
  badPeriods: (value: string) => `--periods is a whole number from 1, not "${value}".`,
  badDate: (value: string) => `--as-of is a day such as 2025-12-31, not "${value}".`,
  badColumn: (value: string) =>
    `--column is a role and a header or a column letter, such as --column amount="Net value" or --column client=B, not "${value}".`,
  badChoice: (value: string) =>
    `--choose is level=1, 2, … or level=none, dates=day-first or dates=month-first, or total=as-read, not "${value}".`,
  badRole: (role: string, roles: string) => `--column: "${role}" is no role. Roles: ${roles}.`,
  columnTwice: (column: string, first: string, second: string) =>
    `--column names "${column}" for two roles, ${first} and ${second}. Keep one.`,
  badRules: (file: string, reason: string) => `--rules: ${file} is not JSON (${reason}).`,
  missingFile: (file: string) => `There is no file ${file}.`,
  notAFile: (file: string) => `${file} is a folder, not a workbook.`,
  unreadableFile: (file: string, reason: string) => `${file} cannot be read (${reason}).`,
  notAWorkbook: (file: string) => `${file} is not an Excel workbook (.xlsx).`,
  encrypted: (file: string) =>
    `${file} is protected by a password. Save a copy without the password and run again.`,
  oldFormat: (file: string) => `${file} is in the old .xls format. Save it as .xlsx and run again.`,
  empty: (file: string) => `${file} is empty: there is no worksheet in it.`,
  damaged: (file: string) => `${file} is damaged and cannot be opened.`,
  emptyText: (file: string) => `${file} is empty.`,
  notText: (file: string) =>
    `${file} is not a text file. Name the workbook itself, or export the list as CSV.`,
  noColumns: (file: string) =>
    `${file} has only one column: nothing in it is separated by commas, semicolons or tabs.`,
  tooLong: (file: string) => `${file} has more rows or columns than a sheet can hold.`,
  outputIsInput: (file: string) => `The output ${file} is the input itself. Choose another output with -o.`,
  outputIsRules: (file: string) =>
    `The output ${file} is the file with the rules. Choose another output with -o.`,
  figuresAreInput: (file: string) => `--json ${file} is the input itself. Choose another file.`,
  figuresAreOutput: (file: string) => `--json ${file} is the output workbook. Choose another file.`,
  figuresAreRules: (file: string) => `--json ${file} is the file with the rules. Choose another file.`,
  outputNotWritable: (file: string, reason: string) => `${file} cannot be written (${reason}).`,
  notBuilt: "The add-in is not built. Run: npm run build",
  pageFailed: (reason: string) => `The add-in's page did not start (${reason}).`,
  unexpected: (reason: string) => `The report failed (${reason}). The input file was not changed.`,
  opening: "Opening the workbook…",
  saving: "Saving…",
  notCarried: (what: string, count: number, sheet: string | undefined) =>
    `Not carried over to the output: ${count} ${what}${sheet === undefined ? "" : ` on sheet "${sheet}"`}.`,
  things: things as Readonly<Record<keyof typeof things, PluralForms>>,
  written: (file: string) => `Written: ${file}`,
};
