/** The only room that talks to Office.js: reads the client list, writes result columns and the report, keeps settings. */
export { addSampleList } from "./add-sample-list";
export { adviceAbout } from "./columns/results/action-text";
export { policyOf } from "./columns/classified-source";
export { resultColumnsOf } from "./columns/results/result-texts";
export { hasNewColumns, showColumns } from "./columns/show-columns";
export { classifyRows, type RunOutcome } from "./columns/classify-rows";
export { clearFilter } from "./source/obstacles/clear-filter";
export { findSources } from "./source/find/find-sources";
export { isFirstRun } from "./source/first-run";
export type {
  ListIdentity,
  ListReading,
  SourceChoices,
  SourceOption,
  SourceReference,
  WorkbookChange,
} from "./operations";
export { isNotLoaded, problemOf } from "./office-problem";
export { classifyAndReport, portfolioReport, type ReportedRun } from "./report/portfolio-report";
export { dossier, scenario } from "./report/sheet-on-demand";
export { readList } from "./made-list/read-list";
export type { ColumnsTrace } from "./columns/columns-trace";
export type { WrittenColumns } from "./columns/result-columns";
export type { RunOptions, RunRequest, Stage } from "./run-options";
export { formulaFormatsBy, formulaFormatsKept } from "./settings/formula-formats";
export { saveCosts, saveBegun, saveLanguage, saveMapping, savePolicy } from "./settings/save-settings";
export { mappingOf } from "./settings/mapping-of-list";
export { isUsable } from "./settings/usable-mapping";
export { languageOfWorkbook, settingKeys, storeSetting } from "./settings/settings";
export type { NumbersMade } from "./repairs/make-number";
export { clearFilterAt } from "./following/clear-filter-at";
export { showCells } from "./following/show-cells";
export { missingCriteria, type WantedCriterion } from "./score-columns/ready-criteria";
export { readSource, type Source, type SourceOptions } from "./source/source";
export { watchWorkbook } from "./following/watch-workbook";
export type { OwnWorkFound, RemovalOptions } from "./undo/remove-keyfolio";
export type { TakenBack } from "./undo/taking-back";
export { isUndoable, type UndoableTrace } from "./undo/undoable";
