import { classifyAndReport, classifyRows, dossier, portfolioReport, scenario } from "../workbook";

/** What can be run. It travels in a script of its own, fetched by the first run. */
export const jobs = { classifyRows, portfolioReport, classifyAndReport, dossier, scenario };
