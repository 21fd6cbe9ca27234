/** A word that the product uses, and what it means. */
export interface Term {
  term: string;
  meaning: string;
}

/** Help in the pane: how to go about it, what the words mean, where the formulas are explained. Fetched when it is asked for. */
export const glossary = {
  title: "Help",
  start: "In three steps",
  steps: [
    "List: put the cursor into your client list. Keyfolio reads the columns by their headers; change what it took wrongly.",
    "Rules: see who would be key with the usual limits, and set your own where you want others.",
    "Run: the classes are written beside your list, the report on sheets of its own. Undo gives back what stood there before.",
  ],
  words: "What the words mean",
  inResults: "What the figures mean",
  formulas: "Formulas for your own cells",
  formulasHint: "Each opens a page with examples, in your browser.",
  terms: {
    share: { term: "Share", meaning: "What a client brings, divided by all money of the list." },
    keyByShare: {
      term: "Key by share",
      meaning: "Clients that reach the limit of the rule, 10% unless you set another.",
    },
    keyClient: {
      term: "Key client",
      meaning:
        "A client with at least one reason to be looked after personally: its volume, its potential, a well-known name, a partner, a demanding or an innovative client.",
    },
    dependence: {
      term: "Dependence, mono-client",
      meaning:
        "More than 20% of the money from one client: its leaving would hurt. From 50% on the company stands and falls with it.",
    },
    concentration: {
      term: "Concentration (HHI)",
      meaning:
        "From near 0 (many small clients) to 10,000 (one client is everything). The higher, the more hangs on a few.",
    },
    equalClients: {
      term: "As many equal clients",
      meaning: "So many clients of equal size would be as risky as yours are together.",
    },
    abc: {
      term: "ABC",
      meaning: "Size: A clients together bring the first large part of the amounts, C the last small one.",
    },
    xyz: {
      term: "XYZ",
      meaning: "Steadiness: X buys evenly, Y with swings, Z irregularly; N has too little history to say.",
    },
    variation: {
      term: "Coefficient of variation",
      meaning:
        "How far a client’s purchases swing around their average: 10% is very even, 100% is a lottery.",
    },
    quadrant: {
      term: "Quadrant",
      meaning:
        "Place in the client matrix: how attractive a client is to you, and how loyal. “Key”: invest; “Development”: win; “Maintenance”: keep at low cost; “Opportunistic”: serve when it pays.",
    },
    kaism: {
      term: "Client matrix (KAISM)",
      meaning:
        "Clients by two scores, attractiveness and loyalty, each a weighted mean of what you gave from 1 to 10.",
    },
    activity: {
      term: "At risk, lost",
      meaning:
        "At risk: silent longer than this client’s usual pause between purchases. Lost: silent for more than twice as long.",
    },
    gone: {
      term: "Left, lost (in Movement)",
      meaning:
        "Bought in the earlier of the two times that are compared, and not in the later. Activity goes by each client’s own rhythm, so more or fewer may count as lost there.",
    },
    declining: {
      term: "Declining",
      meaning: "Still buys, but far less than was to be expected, and less than ever before.",
    },
    atRisk: {
      term: "At risk in a year",
      meaning: "What clients at risk bought in a year, and what declining ones buy less in a year.",
    },
    kept: {
      term: "Money kept",
      meaning:
        "What is left of the earlier time’s money from the same clients: net with their growth, gross without it.",
    },
    borderline: {
      term: "Borderline (≈)",
      meaning: "A few other periods would have put the client into another class.",
    },
    pinned: {
      term: "Pinned",
      meaning: "A status that you decided yourself, with a reason and a date until which it holds.",
    },
  } satisfies Record<string, Term>,
};
