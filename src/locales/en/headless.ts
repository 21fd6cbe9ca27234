/** Messages of the run without a screen: one line each. */
export const headless = {
  usage:
    "Usage: npm run report -- INPUT.xlsx|INPUT.csv [-o OUTPUT.xlsx] [--sheet NAME] [--lang en|ru] [--column ROLE=HEADER]… [--currency CODE] [--choose WHAT=VALUE]… [--rules FILE.json] [--preset NAME] [--periods N] [--as-of YYYY-MM-DD] [--json OUT.json]",
  roles: (roles: string) => `Roles of columns: ${roles}.`,
  badOption: (option: string) => `${option} is not an option of this command. See --help.`,
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
  rulesNotUtf8: (file: string) => `--rules: ${file} is not a text in UTF-8. Save it as UTF-8 and run again.`,
  rulesTooLong: (file: string) => `--rules: ${file} is too large to be a file of rules.`,
  missingFile: (file: string) => `There is no file ${file}.`,
  notAFile: (file: string) => `${file} is a folder, not a workbook.`,
  unreadableFile: (file: string, reason: string) => `${file} cannot be read (${reason}).`,
  notAWorkbook: (file: string) =>
    `${file} is not an Excel workbook (.xlsx). If Excel opens it, save it there as .xlsx and run again.`,
  encrypted: (file: string) =>
    `${file} is protected by a password. Save a copy without the password and run again.`,
  oldFormat: (file: string) => `${file} is in the old .xls format. Save it as .xlsx and run again.`,
  binaryFormat: (file: string) =>
    `${file} is a binary workbook (.xlsb). Save it as .xlsx, or as .xlsm if it has macros, and run again.`,
  empty: (file: string) => `${file} is empty: there is no worksheet in it.`,
  damaged: (file: string, place: string) =>
    `${file} is damaged and cannot be opened${place === "" ? "" : ` (${place})`}. If Excel can repair it, save the repaired workbook and run again.`,
  tooManyNames: (file: string) =>
    `${file} has more than 30,000 defined names. Delete in Excel those that nobody needs, and save the workbook.`,
  fillsTooMuch: (file: string, place: string) =>
    `${file} cannot be worked on: the array formula at ${place} fills more than two million cells. Let it fill fewer and save the workbook.`,
  tooLarge: (file: string) =>
    `${file} is damaged: it would unpack to far more than a workbook holds. It was not opened.`,
  emptyText: (file: string) => `${file} is empty.`,
  notText: (file: string) =>
    `${file} is not a text file. Name the workbook itself, or export the list as CSV.`,
  mixedText: (file: string, line: string) =>
    `${file} has letters of two encodings (line ${line}). Save the text as UTF-8 and run again.`,
  longText: (file: string, place: string) =>
    `${file} has a text of more than 32,767 characters at ${place}, and no cell can hold it. Shorten it and run again.`,
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
  macrosNeedXlsm: (file: string) =>
    `The workbook has macros, and Excel opens it only when its name ends in .xlsm. Name the output so with -o, not ${file}.`,
  noMacrosNeedXlsx: (file: string) =>
    `The workbook has no macros, and Excel does not open it when its name ends in .xlsm. Name the output .xlsx with -o, not ${file}.`,
  signed: (file: string) =>
    `The workbook is signed, and its signature holds for the input only: sign ${file} anew where a signature is needed.`,
  notBuilt: "The add-in is not built. Run: npm run build",
  pageFailed: (reason: string) => `The add-in's page did not start (${reason}).`,
  unexpected: (reason: string) => `The report failed (${reason}). The input file was not changed.`,
  opening: "Opening the workbook…",
  saving: "Saving…",
  written: (file: string) => `Written: ${file}`,
};
