/** Whether the workbook still shows what the pane shows: what a run wrote against the list and the rules of now. */
import type { Job } from "../../commands/runs";
import { textsOf, type Language } from "../../locales";
import type { Change } from "../../portfolio";

/** What the workbook shows of an earlier state: since which day, and what has changed. */
export interface Outdated {
  day: string;
  changes: readonly Change[];
}

/** Null: it shows the state of now, or nothing that is known. */
export interface Freshness {
  columns: Outdated | null;
  sheets: Outdated | null;
  /** Whether the sheets of the report are those of this list. */
  hasSheets: boolean;
  /** Of the list and the rules of now. */
  fingerprint: string;
}

/** What is to be done again, and in which words; empty where everything is as it should be. */
export function outdatedTexts({ columns, sheets }: Freshness, language: Language): string[] {
  const { freshness } = textsOf[language];
  const isSame = JSON.stringify(columns) === JSON.stringify(sheets);
  if (columns && isSame) return [freshness.outdated("both", columns.day, columns.changes)];
  return [
    ...(columns ? [freshness.outdated("columns", columns.day, columns.changes)] : []),
    ...(sheets ? [freshness.outdated("sheets", sheets.day, sheets.changes)] : []),
  ];
}

/** The run that brings it up to date; null where nothing is outdated. */
export function refreshingJob({ columns, sheets }: Freshness): Job | null {
  if (columns && sheets) return "classifyAndReport";
  return columns ? "classifyRows" : sheets ? "portfolioReport" : null;
}

/** What Summary says: "" where it shows the state of now. */
export const summaryLine = ({ sheets }: Freshness, language: Language): string =>
  sheets ? textsOf[language].freshness.outdated("sheets", sheets.day, sheets.changes) : "";
