import type { Role } from "../../../portfolio/mapping/mapping";
import { numbersIn, type NumberDress } from "../../wording/numbers";
import { quotedIn } from "../../wording/quotes";

const quoted = quotedIn.en;

const { plural } = numbersIn.en;

/** The sheets that lines stand on, where it is not only the one in view. */
const severalSheets = (sheets: readonly string[]): string =>
  sheets.length > 1 ? ` on ${plural(sheets.length, { one: "sheet", other: "sheets" })}` : "";

const roles: Record<Role, string> = {
  client: "Client",
  group: "Parent group",
  amount: "Amount (sales)",
  period: "Sales of a period",
  profit: "Profit",
  cost: "Direct cost",
  costToServe: "Cost to serve",
  manager: "Manager",
  department: "Department",
  hours: "Hours spent",
  potential: "Potential",
  attractiveness: "Attractiveness",
  loyalty: "Loyalty",
  wellKnown: "Well-known name",
  partner: "Partner",
  demanding: "Demanding",
  innovator: "Innovator",
  vip: "VIP",
  lastContact: "Last contact",
  contactResult: "Contact result",
  lossReason: "Reason for leaving",
  code: "Code of the client",
  date: "Date",
  document: "Document number",
  lineStatus: "Status or type",
  quantity: "Quantity",
  price: "Unit price",
  currency: "Currency",
  returns: "Returns",
};

export const source = {
  title: "Client list",
  hint: "Select any cell of your list in the sheet, or choose it here.",
  list: "List",
  onSheet: (name: string, sheet: string) => (name === sheet ? name : `${name} (sheet ${quoted(sheet)})`),
  whole: (sheet: string) => `Sheet ${quoted(sheet)}`,
  howRead: "How the list was read",
  allOfReading: "More about it",
  /** Documents or lines that a list of clients is added up from. */
  lines: (
    documents: number | null,
    lines: number,
    clients: number,
    sheets: readonly string[],
    span: string | null,
  ) =>
    `${
      documents === null
        ? plural(lines, { one: "line", other: "lines" })
        : plural(documents, { one: "document", other: "documents" })
    } of ${plural(clients, { one: "client", other: "clients" })}${severalSheets(sheets)}${span === null ? "" : `, ${span}`}.`,
  addUpBy: "Add up by",
  units: {
    day: "days",
    week: "weeks",
    month: "months",
    quarter: "quarters",
    half: "half-years",
    year: "years",
  },
  span: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
  madeNew: (sheet: string) =>
    `A run adds them up on a new sheet ${quoted(sheet)}; your lines stay as they are.`,
  madeAnew: (sheet: string) =>
    `A run brings the sheet ${quoted(sheet)} up to date; your lines stay as they are.`,
  columns: "What the columns mean",
  columnsHint: "Proposed from the headers. Change what does not fit.",
  roleOf: (header: string) => `Meaning of the column ${quoted(header)}`,
  example: (value: string) => `e.g. ${value}`,
  empty: "empty",
  notUsed: "Not used",
  roles,
  groups: {
    who: "Who",
    money: "Money",
    scores: "Scores",
    marks: "Marks (yes/no)",
    contacts: "Contacts",
    lines: "Documents",
  },
  periods: (first: string, last: string) => `${first} – ${last}`,
  showEach: (count: number, numbers: NumberDress) =>
    `Show ${numbers.plural(count, { one: "column", other: "columns" })}`,
  allPeriods: (span: string) => `Meaning of the columns ${span}`,
  roleIsTaken: (role: string, holder: string) =>
    `${quoted(holder)} is the column ${quoted(role)} now, and there can be only one.`,
  takeInstead: (header: string) => `Take ${quoted(header)} instead`,
  leaveAsItIs: (holder: string) => `Leave ${quoted(holder)}`,
  asProposed: "As proposed",
  toRules: "Next: rules",
  toRun: "Go to run",
  lookAgain: "Look again",
  noListTitle: "No client list here yet",
  noListHelp:
    "A list has a header row, a column of client names and a column of amounts, or one column per month. Select a cell of it, and the pane finds the rest.",
  lostTitle: (name: string) => `The list ${quoted(name)} is no longer there`,
  lostHelp: "Its sheet or table was deleted or emptied. Choose another list, or undo the deletion in Excel.",
};
