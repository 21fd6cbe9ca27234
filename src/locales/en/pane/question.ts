import type { Doubt } from "../../../portfolio";
import { numbersIn } from "../../numbers";

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
  /** Doubts that were decided by what stands in the list, or by the user. */
  taken: {
    client: (what: string) => `Clients: ${what}.`,
    amount: (what: string) => `Revenue: ${what}.`,
    period: (what: string) => `Periods: ${what}.`,
    level: (what: string) => `Clients: ${what}`,
    dayOrder: (what: string) => `Dates: ${what}.`,
    currency: (what: string) => `Currency: ${what}.`,
    total: (what: string) => `${what}.`,
  } satisfies Record<Doubt["about"], (what: string) => string>,
  alsoPossible: "Also possible:",
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
  },
  /** On the Run step, once the question that stopped a run is answered. */
  answered: "Answered",
  goOn: (job: string) => `“${job}” can go on now.`,
  goOnNow: "Go on",
};
