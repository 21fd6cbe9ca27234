/** Messages of the run without a screen: one line each. */
export const headless = {
  usage:
    "Usage: npm run report -- INPUT.xlsx [-o OUTPUT.xlsx] [--sheet NAME] [--lang en|ru] [--preset NAME] [--periods N] [--as-of YYYY-MM-DD]",
  badOption: (option: string) => `${option} is not an option of this command.`,
  missingValue: (option: string) => `${option} needs a value.`,
  oneInput: (count: number) => `Name exactly one input workbook (found ${count}).`,
  badLanguage: (value: string) => `--lang is "en" or "ru", not "${value}".`,
  badPeriods: (value: string) => `--periods is a whole number from 1, not "${value}".`,
  badDate: (value: string) => `--as-of is a day such as 2025-12-31, not "${value}".`,
  missingFile: (file: string) => `There is no file ${file}.`,
  notAFile: (file: string) => `${file} is a folder, not a workbook.`,
  unreadableFile: (file: string, reason: string) => `${file} cannot be read (${reason}).`,
  notAWorkbook: (file: string) => `${file} is not an Excel workbook (.xlsx).`,
  encrypted: (file: string) =>
    `${file} is protected by a password. Save a copy without the password and run again.`,
  oldFormat: (file: string) => `${file} is in the old .xls format. Save it as .xlsx and run again.`,
  damaged: (file: string) => `${file} is damaged and cannot be opened.`,
  outputIsInput: (file: string) => `The output ${file} is the input itself. Choose another output with -o.`,
  outputNotWritable: (file: string, reason: string) => `${file} cannot be written (${reason}).`,
  notBuilt: "The add-in is not built. Run: npm run build",
  pageFailed: (reason: string) => `The add-in's page did not start (${reason}).`,
  unexpected: (reason: string) => `The report failed (${reason}). The input file was not changed.`,
  opening: "Opening the workbook…",
  saving: "Saving…",
  notCarried: (what: string) => `Not carried over to the output: ${what}.`,
  written: (file: string) => `Written: ${file}`,
};
