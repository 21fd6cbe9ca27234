/** The only room that talks to Office.js: reads the client list, writes result columns and the report, keeps settings. */
export { addSampleList } from "./add-sample-list";
export { policyOf } from "./classified-source";
export { classifyRows, type RunOutcome } from "./classify-rows";
export { clearFilter } from "./clear-filter";
export { findSources } from "./find-sources";
export { isFirstRun } from "./first-run";
export type { ListReading, SourceChoices, SourceOption, SourceReference, WorkbookChange } from "./operations";
export { problemOf } from "./office-problem";
export { classifyAndReport, portfolioReport, type ReportedRun } from "./portfolio-report";
export { readList } from "./read-list";
export type { WrittenColumns } from "./result-columns";
export type { RunOptions, RunRequest, Stage } from "./run-options";
export { saveLanguage, saveMapping, savePolicy } from "./save-settings";
export { languageOfWorkbook, mappingOf, settingKeys, storeSetting } from "./settings";
export { showCells } from "./show-cells";
export { readSource, type Source, type SourceOptions } from "./source";
export { watchWorkbook } from "./watch-workbook";
