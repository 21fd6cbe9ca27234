/** What finding, reading and comparing lists takes: most of what there is to load, and the first screen does without it. */
export { classifyInSlices, keepMapping, linesWithin, proposeMapping } from "../../portfolio";
export { findSources, readList } from "../../workbook";
export { freshnessOf, isOverdue } from "./compared-freshness";
export { likeliestMapping, proposedMapping } from "./proposed-mapping";
