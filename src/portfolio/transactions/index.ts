/** Lines of documents or orders, and several alike lists, added up to one list of clients. */
export { type AddUpOptions, addUpLinesSteps } from "./add-up-lines";
export { type LineSource } from "./lines/line-reading";
export { lineSourcesOf, linesWithin, type ToldBySheet } from "./lines/line-sources";
export type { MadeColumn, MadeKey, MadeList } from "./made-list";
export { madeHeaders, madeMapping, madeSourceList, type MadeTexts, roleOfMade } from "./made-source";
export { recogniseTransactions, type TransactionColumns } from "./transaction-columns";
