import { numbersIn } from "../../wording/numbers";

const { plural, list } = numbersIn.en;

/** The Proof sheet. */
export const proof = {
  title: "Proof",
  subtitle:
    "Every figure of the report once more, by Excel's own formulas over the cells of your list. They hold without Keyfolio, and turn red when somebody changes a figure.",
  /** Around the number of figures that hold and the number of all. */
  told: ["Figures that hold: ", " of ", "."],
  asDisplayed:
    "Nothing can be proved here: Excel rounds every figure of this workbook to what is shown. Turn off “Set precision as displayed” (File > Options > Advanced) and build the report again.",
  changed:
    "Nothing is proved here: the list or a page of the report was changed while the report was being built. Build the report again.",
  headers: {
    what: "Figure",
    where: "Cell",
    ours: "In the report",
    recalculated: "Recalculated",
    difference: "Difference",
    holds: "Holds",
  },
  reach:
    "Out of its reach: how the list was read, what was compared with an earlier run, the limits of silence and what was expected of a client with what follows from them, who came and was lost month by month, the demand pattern, how good the alarms were, whether a class is firm, figures inside sentences. Who sorts a table of the report moves its figures: refresh it to prove them again.",
  alsoOut: (labels: readonly string[]) =>
    `Not recalculated here either: ${list(labels.slice(0, 12))}${labels.length > 12 ? " …" : ""}.`,
  eachClient: (clients: number) =>
    `the figures of each single one of ${plural(clients, { one: "client", other: "clients" })}`,
  allClients: (clients: number) => `all ${plural(clients, { one: "client", other: "clients" })}`,
  blocks: {
    wholes: "Worked out once",
    clients: "Clients, the largest first",
    rows: "How each row was read",
    byOther: "Clients by the other base",
    row: "Row",
    nobody: "(no client)",
    revenueTotal: "Revenue, all",
    revenueOfCosts: "Revenue of the costs' time",
    profitTotal: "Profit, all",
    profitOrNothing: "Profit, 0 where unknown",
    positives: "Clients above 0",
    positiveTotal: "Sum of amounts above 0",
    smallestOfTop: "Smallest key amount",
    soFar: "Sum so far",
    running: "Running total",
    reached: "Reached before",
    abc: "ABC",
    counted: "Counted periods",
    cut: "Cut",
    kept: "Bought in both",
    firstPurchase: "First purchase",
    lastPurchase: "Last purchase",
    interval: "Periods per purchase",
    squaredVariation: "Variation of purchases, squared",
  },
};
