import type { Doubt } from "../../../portfolio";
import { numbersIn } from "../../wording/numbers";
import { quotedIn } from "../../wording/quotes";

const quoted = quotedIn.en;

const { plural, money, percent, date, number } = numbersIn.en;

const clients = (count: number) => plural(count, { one: "client", other: "clients" });

/** What the pane asks about a list, and what the user decided. */
export const question = {
  hint: "Nothing is written before you answer. The answer is kept for this list.",
  asks: {
    client: "Which column names the clients?",
    amount: "Which column is the revenue?",
    period: "Which columns are the periods?",
    level: "Who are the clients here?",
    dayOrder: "Does the day or the month come first in the dates?",
    currency: "Several currencies: which one counts?",
    total: "Is the list read right?",
  } satisfies Record<Doubt["about"], string>,
  dayOrderOf: (example: string) => `${example}: day first or month first?`,
  column: (letters: string) => `Column ${letters}`,
  /** Columns that are headed 1, 2, 3 … */
  areMonths: (numbers: string) => `Are the columns ${numbers} months?`,
  months: (count: number) => `the sum of ${plural(count, { one: "month", other: "months" })}`,
  yesMonths: (count: number) => `Yes: sales of ${plural(count, { one: "month", other: "months" })}`,
  noMonths: (header: string) => `No: the revenue is in ${quoted(header)}`,
  columns: (letters: string) => `Columns ${letters}`,
  everyRow: "Every row is a client",
  onlyCurrency: (code: string) => `Only ${code}`,
  dayFirst: (day: string | null) => (day === null ? "Day first" : `Day first: ${date(day)}`),
  monthFirst: (day: string | null) => (day === null ? "Month first" : `Month first: ${date(day)}`),
  /** What an answer would give. */
  computing: "Working out what it gives…",
  figures: (count: number, total: number, largest: string, share: number) =>
    `${clients(count)}, ${money(total)} in all; the largest, ${largest}, has ${percent(share)}`,
  days: (first: string, last: string) => `from ${date(first)} to ${date(last)}`,
  asksOn: "One more question follows",
  fails: "Gives no clients with revenue",
  totalDiffers: "The list's own total is another one",
  totals: (stated: string, read: string, difference: string) =>
    `The list says ${stated}, the rows read add up to ${read}: ${difference} apart.`,
  groups: (address: string) => `The rows from ${address} on look like totals of groups.`,
  totalHelp: "If a wrong column was taken, change that below.",
  acceptTotal: "It is right all the same",
  more: (count: number) => `${plural(count, { one: "more is", other: "more are" })} possible: choose below.`,
  convert: "Convert all into one currency",
  convertInto: "Into",
  rateOf: (code: string) => `1 ${code} =`,
  rateName: (code: string, into: string) => `What 1 ${code} is worth in ${into}`,
  rateMissing: "Enter a rate above 0",
  convertNow: (code: string) => `Convert into ${code}`,
  /**
   * Doubts that were decided by what stands in the list, or by the user: how the other meanings are led in. Which column was
   * taken stands above already.
   */
  otherwise: {
    client: () => "Clients could also be:",
    amount: () => "Revenue could also be:",
    period: () => "Periods could also be:",
    level: (what: string) => `${what.endsWith("…") ? `Clients: ${what}` : `${what}.`} Also possible:`,
    dayOrder: (what: string) => `Dates: ${what}. Also possible:`,
    currency: (what: string) => `Currency: ${what}. Also possible:`,
    total: (what: string) => `${what}. Also possible:`,
  } satisfies Record<Doubt["about"], (what: string) => string>,
  or: " or ",
  useInstead: (what: string) => `Use ${what} instead`,
  suchAs: (names: string) => `${names}…`,
  /** What the user decided, with a way back. */
  decided: (count: number) => `Decided by you: ${number(count)}`,
  undo: "Undo",
  undoOf: (decision: string) => `Undo: ${decision}`,
  decisions: {
    currency: (code: string) => `Only amounts in ${code} count`,
    rates: (code: string, rates: readonly string[]) => `Converted into ${code}: ${rates.join(", ")}`,
    rate: (code: string, worth: string, into: string) => `1 ${code} = ${worth} ${into}`,
    dayFirst: "The day comes first in the dates",
    monthFirst: "The month comes first in the dates",
    level: "Which rows are the clients",
    acceptTotal: "The reading is right, whatever the list's own total says",
    same: (names: readonly string[]) => `One client: ${names.join(" / ")}`,
    notClient: (name: string) => `No client: ${name}`,
    isClient: (name: string) => `A client: ${name}`,
    ignored: (count: number) => `${plural(count, { one: "place needs", other: "places need" })} no look`,
    pin: (name: string, status: string) => `${name}: ${status}, by your decision`,
  },
  /** On the Run step, once the question that stopped a run is answered. */
  answered: "Answered",
  goOn: (job: string) => `${quoted(job)} can go on now.`,
  goOnNow: "Go on",
};
