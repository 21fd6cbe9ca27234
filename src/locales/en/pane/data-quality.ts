import type { FindingKind } from "../../../portfolio/list/finding";
import { numbersIn } from "../../wording/numbers";
import { quotedIn } from "../../wording/quotes";

const quoted = quotedIn.en;

const { number, plural } = numbersIn.en;

/** What a kind of finding means for the results, and what to do. */
interface FindingHelp {
  title: string;
  help: string;
}

export const dataQuality = {
  clean: "Every cell counts as it stands. There is nothing to correct.",
  intro: (count: number) =>
    `${plural(count, { one: "place needs", other: "places need" })} a look. Choose one to see it in the sheet.`,
  count: (count: number) => number(count),
  showMore: (next: number, left: number) =>
    next === left ? `Show ${number(next)} more` : `Show ${number(next)} more of ${number(left)}`,
  sameClient: "They are one client",
  isClient: "It is a client",
  notClient: "Not a client",
  ignore: "Ignore",
  ignoreOf: (finding: string) => `Ignore: ${finding}`,
  sameClientOf: (names: string) => `They are one client: ${names}`,
  makeNumber: "Make it a number",
  makeNumberOf: (address: string) => `Make it a number: ${address}`,
  makeNumbers: "Make them numbers",
  makeNumbersOf: (first: string, count: number) =>
    `Make them numbers: ${number(count)} cells from ${first} on`,
  /** Cells whose text was made a number, each with its way back. */
  numberMade: (address: string, text: string, figure: number) =>
    `${address}: the text ${quoted(text)} is the number ${number(figure, 6)} now`,
  numbersMade: (first: string, count: number) => `${number(count)} texts from ${first} on are numbers now`,
  putTextBack: "Undo",
  putTextBackOf: (address: string) => `Undo: ${address}`,
  isClientOf: (name: string) => `It is a client: ${name}`,
  /** A client that the user knows to be none. */
  someone: "Is somebody in the list not a client?",
  someoneHelp:
    "Retail, your own branch, a test order: the money stays in the total, and the name leaves the list of clients.",
  someoneName: "Name in the list",
  /** The heaviest first: what is missing from the results before what was merely interpreted. */
  kinds: {
    notANumber: {
      title: "Text instead of an amount",
      help: "These rows are not classified and do not count in any figure. Enter the amounts as numbers.",
    },
    excelError: {
      title: "Excel errors",
      help: "These rows are not classified and do not count in any figure. Correct their formulas.",
    },
    fallbackToRevenue: {
      title: "Profit could not be the base",
      help: "Shares of a profit that is not positive mean nothing, so revenue was taken. Choose revenue in the rules, or check the profit column.",
    },
    unnamedRow: {
      title: "Amounts without a client",
      help: "They count in the total, which makes all shares smaller, but belong to nobody. Enter the names.",
    },
    amountDiffersFromPeriods: {
      title: "Amount differs from its periods",
      help: "The amount column differs by more than 1% from the sum of the periods. The column was used; check which one is right.",
    },
    negativeAmount: {
      title: "Negative amounts",
      help: "Usually returns booked on another client or in another period. Such clients take no part in ABC and concentration.",
    },
    profitNotANumber: {
      title: "Profit or cost that is not a number",
      help: "The cell was left out, and the profit of the client may not be known. Enter a number.",
    },
    criterionNotANumber: {
      title: "Scores that are not numbers",
      help: "The score was left out; the client is judged by its other criteria. Enter a number.",
    },
    criterionOutOfScale: {
      title: "Scores outside the scale",
      help: "The score was left out. Correct it, or change the scale in the rules.",
    },
    textNumber: {
      title: "Numbers stored as text",
      help: "They were read as the numbers they mean, but Excel's own sums skip them. Convert them to numbers.",
    },
    textNumbers: {
      title: "Columns of numbers stored as text",
      help: "They were read as the numbers they mean, but Excel's own sums skip them. Convert the columns to numbers.",
    },
    dashAsZero: {
      title: "Dashes in place of numbers",
      help: "A dash, “n/a” or “нет” between numbers counts as 0. Nothing to do, unless the figure is unknown rather than nothing.",
    },
    attributeLeftOut: {
      title: "Entries that do not fit their column",
      help: "A manager, department, group, potential or mark that could not be read counts as blank. Correct the cell.",
    },
    repeatedClient: {
      title: "The same client on several rows",
      help: "Their amounts were added up. If these are different clients, give them different names.",
    },
    groupRow: {
      title: "Sums of groups",
      help: "A manager or a city that adds up its clients is not a client. Nothing to do, unless one of them is.",
    },
    detailRow: {
      title: "Rows below a client",
      help: "Documents, articles and projects are in the amount of their client already. Nothing to do.",
    },
    countRow: { title: "Counts of rows", help: "They hold no money and were left out. Nothing to do." },
    othersRow: {
      title: "Others and retail",
      help: "There is nobody to call, so they are not a client; their money counts in the total.",
    },
    likelySame: {
      title: "Likely the same client",
      help: "The names differ only in spelling or legal form. They stay apart until you say that they are one.",
    },
    totalRow: {
      title: "Totals inside the list",
      help: "They are not clients and were left out. Nothing to do, unless a client really has such a name.",
    },
    totalColumn: {
      title: "Total columns beside the periods",
      help: "They are not periods and were left out. Nothing to do.",
    },
    incompletePeriod: {
      title: "Periods that are not over",
      help: "They would make everybody look smaller and less steady, so they wait until they are complete. Another as-of date can be set in the rules.",
    },
    periodOfOtherLength: {
      title: "Periods of another length",
      help: "A year among months cannot be compared with them, so it was left out. Nothing to do, unless a header is wrong.",
    },
  } satisfies Record<FindingKind, FindingHelp>,
};
