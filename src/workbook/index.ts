/** The only room that talks to Office.js: reads the client list, writes result columns and the report, keeps settings. */
export { policyOf } from "./classified-source";
export { classifyRows, type RunOutcome } from "./classify-rows";
export { classifyAndReport, portfolioReport, type ReportedRun } from "./portfolio-report";
export type { WrittenColumns } from "./result-columns";
export type { RunOptions, RunRequest, Stage } from "./run-options";
export { languageOfWorkbook, mappingOf, settingKeys, storeSetting } from "./settings";
export { readSource, type Source, type SourceOptions } from "./source";
