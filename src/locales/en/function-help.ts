/** Help of one formula: what the function wizard of Excel shows, and what its help page says. */
export interface FormulaHelp {
  /** One or two sentences for the list of functions. */
  description: string;
  /** By the name of the parameter. */
  parameters: Readonly<Record<string, string>>;
  /** The question that a sales head has. */
  question: string;
  /** What comes out, in paragraphs. */
  result: readonly string[];
  /** By error value: when it stands in the cell. */
  errors: readonly (readonly [code: string, meaning: string])[];
  /** Where the method comes from. */
  source: string;
  /** One sentence above each example. */
  examples: readonly string[];
  /** How to get the figure that the pane shows, where it differs. */
  asInPane: WaysHelp;
  /** Only where the formula may stand in every row of a table. */
  perRow?: WaysHelp;
}

/** Ways to use a formula, with a sentence before and one after them. */
export interface WaysHelp {
  intro: string;
  ways: readonly (readonly [what: string, formula: string])[];
  outro: string;
}

export const functionHelp = {
  page: {
    formulas: "Formulas of Keyfolio",
    syntax: "Formula",
    arguments: "Arguments",
    optional: "optional",
    result: "Result",
    examples: "Examples",
    example: "Example",
    errors: "When an error stands in the cell",
    source: "Where the method comes from",
    perRow: "In every row of a table",
    asInPane: "The same figure as in the pane",
    otherLanguage: "На русском",
    footer:
      "Everything is computed inside your workbook. No data leaves it. The companies in the examples are invented.",
    shapeNote:
      "Blank cells count as 0. A text, TRUE/FALSE or an error among the numbers gives #VALUE! in its own row; where every result needs that cell, in all of them. Point at the error sign beside the cell to read which argument and which cell it is, and which formula does without it.",
  },
  sample: {
    clients: ["Aster", "Borealis", "Cobalt", "Dorian", "Elmwood", "Fjord"],
    managers: ["Anna", "Boris"],
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun"],
    client: "Client",
    sales: "Sales",
    manager: "Manager",
    share: "Share",
    status: "Status",
    class: "Class",
    criteria: ["Volume", "Growth", "Price", "Service"],
    weight: "Weight",
    quadrant: "Quadrant",
    score: "Score",
    measure: "Measure",
    value: "Value",
  },
  functions: {
    KEYSHARE: {
      description: "Share of each client in the total, or in the total of its manager or department.",
      parameters: {
        amounts: "Amounts of the clients: a column, or the one of this row.",
        population: "All amounts that make up the total, or the total itself. Left out: the amounts.",
        groups: "Manager or department of each client, for shares inside each group.",
        populationGroups: "Group of each amount of the population.",
      },
      question:
        "How much of our sales does each client bring, to the company, to a department, to a manager?",
      result: [
        "The amount divided by the total, as a fraction with its sign: the same as =B2/SUM(B:B). Format the cells as per cent, or let the formula do it: Rules, Formulas in the pane (Microsoft 365). The result has the shape of the amounts.",
        "With groups, the total is the one of the client's own group. Names of groups that differ only in upper and lower case or in spaces are one group.",
      ],
      errors: [
        [
          "#DIV/0!",
          "The total is 0: sales and returns cancel out. With groups: only in the rows of that group.",
        ],
        ["#NUM!", "The total is below 0. With groups: only in the rows of that group."],
        [
          "#N/A",
          "There is no amount other than 0 at all; or this row has no group; or its group does not occur in populationGroups.",
        ],
        [
          "#VALUE!",
          "An argument does not fit: a text among the amounts, ranges of different size, groups without populationGroups.",
        ],
      ],
      asInPane: {
        intro:
          "The pane joins the rows of a client and of a parent group, and leaves total rows out. Rows without a client count in the total only. With these two formulas the shares are the same:",
        ways: [
          [
            "To whom each row belongs: its parent group (D), else the client (A). In E2, then down",
            '=TRIM(IF(D2="",A2,D2))',
          ],
          [
            "The share of each client or group in all money of column B",
            "=KAM.KEYSHARE(SUMIF(E2:E90,E2:E90,B2:B90),B2:B90)",
          ],
        ],
        outro:
          "The pane also counts a number that was typed as text, a formula does not: make it a number first (Data quality shows where it stands). Summary names the period: take the columns of these months only.",
      },
      source:
        "Delovaya Sreda, “Key clients” (2023); Kolotilov on Key Account Management: a client can be key for the company, for a department or for a manager.",
      examples: ["One formula gives the whole column.", "Inside each manager's own clients."],
      perRow: {
        intro:
          "Inside an Excel table one formula cannot fill several rows, so it stands in each row. Excel then sends the whole column with every row: that is fine up to about 1,000 rows. For longer lists there are two better ways.",
        ways: [
          ["In each row, up to about 1,000 rows", "=KAM.KEYSHARE([@Sales],[Sales])"],
          ["Better: let Excel add up once, and hand over the total", "=KAM.KEYSHARE([@Sales],SUM([Sales]))"],
          ["Better: one formula in a cell beside the table", "=KAM.KEYSHARE(Clients[Sales])"],
          [
            "In each row, inside the manager's clients",
            "=KAM.KEYSHARE([@Sales],[Sales],[@Manager],[Manager])",
          ],
        ],
        outro: "",
      },
    },
    KEYSTATUS: {
      description: "Status of a share: Regular, Key, Dependence or Mono-client.",
      parameters: {
        shares: "Shares as KEYSHARE gives them: a column, or the one of this row.",
        keyLimit: "Share from which a client is key. Left out: 10%.",
        dependenceLimit: "Share above which there is dependence. Left out: 20%.",
        monoLimit: "Share from which it is a mono-client. Left out: 50%.",
      },
      question: "Which clients are key, and on whom do we depend?",
      result: [
        "Regular below 10%, Key from 10%, Dependence above 20%, Mono-client from 50%. A share of exactly 10% is Key, of exactly 20% still Key, of exactly 50% Mono-client.",
        "Limits may be typed as 15%, 0.15 or 15. Each must not be below the one before.",
      ],
      errors: [
        [
          "#VALUE!",
          "A share is not a number; a limit is 0, negative, above 100% or below the one before it.",
        ],
      ],
      asInPane: {
        intro:
          "The status of a share is the same, when the share and the limits are: take them from the Rules step. Where a client is key by an amount of money or as one of the largest, and where you have pinned a status, the pane decides by that, and the formula does not.",
        ways: [["Shares as in the pane (see KEYSHARE), own limits", "=KAM.KEYSTATUS(F2:F90,15%,30%,50%)"]],
        outro: "",
      },
      source:
        "Delovaya Sreda, “Key clients” (2023): key from 10%, dependence above 20%, mono-client from 50%. ASC 280 and IFRS 8 also name customers from 10%.",
      examples: ["Shares and what they mean.", "With own limits: key from 15%, dependence above 30%."],
      perRow: {
        intro:
          "In a table the formula stands in each row. It looks at its own share only, so the number of rows does not matter.",
        ways: [["In each row", "=KAM.KEYSTATUS([@Share])"]],
        outro: "",
      },
    },
    ABCXYZ: {
      description:
        "ABC class by amount and XYZ class by regularity of each client: AX … CZ; N stands for too little history.",
      parameters: {
        history: "A row per client, a column per period in order of time.",
        population:
          "History of all clients, when the first argument is only this row. Left out: the first argument.",
        aLimit: "Cumulative share at which class A ends. Left out: 80%.",
        bLimit: "Cumulative share at which class B ends. Left out: 95%.",
        xLimit: "Coefficient of variation up to which a client is X. Left out: 10%.",
        yLimit: "Coefficient of variation up to which a client is Y. Left out: 25%.",
      },
      question: "Who brings the money, and who buys so evenly that we can plan with it?",
      result: [
        "First letter, by the sum of the periods: A for the largest clients that together bring 80%, B up to 95%, C for the rest. The client that crosses a limit belongs to the better class; equal amounts always share a class.",
        "Second letter, by the coefficient of variation (standard deviation STDEV.P divided by the mean): X up to 10%, Y up to 25%, Z above. Periods before the first purchase do not count. N: fewer than three periods so far, or a mean that is not above 0.",
        "Limits for A and B may be typed as 80%, 0.8 or 80. For X and Y, numbers up to 5 are fractions (1.5 is 150%), above 5 per cent.",
      ],
      errors: [
        ["#DIV/0!", "All amounts together are 0."],
        ["#NUM!", "All amounts together are below 0."],
        ["#N/A", "There is no amount other than 0 at all."],
        [
          "#VALUE!",
          "A cell is not a number; the population has other periods; a limit is 0, negative or below the one before it.",
        ],
      ],
      asInPane: {
        intro:
          "The pane joins the rows of a client and of a parent group, and leaves total rows out. Rows without a client have no class: keep them out of the range. With these formulas the classes are the same:",
        ways: [
          [
            "To whom each row belongs: its parent group (D), else the client (A). In E2, then down",
            '=TRIM(IF(D2="",A2,D2))',
          ],
          ["Each client or group once, in G2", "=UNIQUE(E2:E90)"],
          [
            "Its class, from the months in columns H to S, beside it",
            "=KAM.ABCXYZ(MMULT(--(UNIQUE(E2:E90)=TRANSPOSE(E2:E90)),IF(ISNUMBER(H2:S90),H2:S90,0)))",
          ],
        ],
        outro:
          "Give the limits of the Rules step where they are not the usual ones. The other method of regularity, by how often a client buys, is there in the pane only. The pane also counts a number that was typed as text, a formula does not: make it a number first (Data quality shows where it stands). Summary names the period: take the columns of these months only.",
      },
      source:
        "ABC by Pareto at 80% and 95%, XYZ by the coefficient of variation, as customary in sales and inventory control.",
      examples: ["One formula gives the whole column.", "Wider limits for X and Y: 25% and 50%."],
      perRow: {
        intro:
          "Inside an Excel table one formula cannot fill several rows, so it stands in each row. Excel then sends all rows with every row: that is fine up to about 1,000 rows. For longer lists there are two better ways.",
        ways: [
          ["In each row, up to about 1,000 rows", "=KAM.ABCXYZ(Clients[@[Jan]:[Jun]],Clients[[Jan]:[Jun]])"],
          ["Better: one formula in a cell beside the table", "=KAM.ABCXYZ(Clients[[Jan]:[Jun]])"],
        ],
        outro:
          "Or let the Keyfolio pane write the classes into the table as values: that has no limit of rows.",
      },
    },
    KAISM: {
      description:
        "Quadrant of each client in the client matrix: Key, Development, Maintenance or Opportunistic.",
      parameters: {
        attractiveness: "Scores of how attractive the client is to us: a column per criterion.",
        loyalty: "Scores of how loyal the client is to us: a column per criterion.",
        attractivenessWeights: "A row or column with a weight per criterion. Left out: equal weights.",
        loyaltyWeights: "A row or column with a weight per criterion. Left out: equal weights.",
        attractivenessCut: "Score from which attractiveness is high. Left out: 5.5, for scores from 1 to 10.",
        loyaltyCut: "Score from which loyalty is high. Left out: 5.5, for scores from 1 to 10.",
      },
      question: "Which clients deserve our investment, which do we win, which do we only maintain?",
      result: [
        "Attractive and loyal is Key (invest, personal manager, joint plans). Attractive, not loyal is Development (invest selectively, win from the competitor). Loyal, not attractive is Maintenance (keep at low cost). Neither is Opportunistic (serve when it pays).",
        "Scores are weighted over the criteria that are filled in; a blank or 0 counts as not filled in. High means at or above the cut. Scores go from 1 to 10; for another scale give both cuts.",
      ],
      errors: [
        [
          "#N/A",
          "In one row: no criterion is filled in on one of the axes. In the first cell only: an axis is blank throughout.",
        ],
        [
          "#VALUE!",
          "A score is not a number, below 0 or outside 1 to 10 without a cut; a weight is negative, or there are more or fewer weights than criteria; the two ranges have different numbers of rows.",
        ],
      ],
      asInPane: {
        intro:
          "A client on several rows has the mean of its scores in the pane, and one row per client the same score and quadrant, when weights and cuts are those of the Rules step. A score that is not a number, such as a question mark, counts as not filled in there; by formula its row has no answer until the cell is blank.",
        ways: [["Weights in row 1, cuts of the Rules step", "=KAM.KAISM(C3:F90,G3:I90,C1:F1,G1:I1,6,5)"]],
        outro: "",
      },
      source:
        "Key Account Identification and Selection Matrix: McDonald and Woodburn; Cheverton; stances by Millman and Wilson (1995). Delovaya Sreda (2023) prints “attractive” for the fourth sector, which repeats the definition of Development; after Cheverton it is the low/low one.",
      examples: ["Two criteria for each axis.", "Volume weighs three times as much as growth."],
      perRow: {
        intro:
          "In a table the formula stands in each row. It looks at its own row only, so the number of rows does not matter. The weights stand outside the table.",
        ways: [["In each row", "=KAM.KAISM([@[Volume]:[Growth]],[@[Price]:[Service]],$H$1:$I$1,$J$1:$K$1)"]],
        outro: "",
      },
    },
    SCORE: {
      description: "Weighted score of each client over the criteria that are filled in.",
      parameters: {
        criteria: "A row per client, a column per criterion.",
        weights: "A row or column with a weight per criterion. Left out: equal weights.",
      },
      question: "What stands behind a client's quadrant?",
      result: [
        "The sum of score times weight, divided by the sum of the weights, over the criteria that are filled in. A blank or 0 counts as not filled in. Weights may be on any scale: 1 and 3 mean the same as 25% and 75%.",
      ],
      errors: [
        ["#N/A", "In one row: no criterion is filled in. In the first cell only: everything is blank."],
        [
          "#VALUE!",
          "A score or a weight is not a number or below 0; all weights are 0; there are more or fewer weights than criteria.",
        ],
      ],
      asInPane: {
        intro:
          "A client on several rows has the mean of its scores in the pane, and one row per client the same score and quadrant, when weights and cuts are those of the Rules step. A score that is not a number, such as a question mark, counts as not filled in there; by formula its row has no answer until the cell is blank.",
        ways: [["Weights in row 1", "=KAM.SCORE(C3:F90,C1:F1)"]],
        outro: "",
      },
      source: "Delovaya Sreda (2023), weighted criteria of the client matrix.",
      examples: ["With weights in the row above.", "With equal weights; Dorian has one criterion only."],
      perRow: {
        intro:
          "In a table the formula stands in each row. It looks at its own row only, so the number of rows does not matter.",
        ways: [["In each row, weights outside the table", "=KAM.SCORE([@[Volume]:[Service]],$H$1:$K$1)"]],
        outro: "",
      },
    },
    CONCENTRATION: {
      description:
        "How concentrated the sales are: HHI, effective number of clients, CR1, CR3, CR5 and Gini, with labels.",
      parameters: { amounts: "Amounts of all clients." },
      question: "How much does the business hang on a few clients?",
      result: [
        "Six rows of label and value. HHI: the sum of the squared shares, from near 0 to 10,000 (a single client). Effective clients: so many equal clients would be as concentrated. CR1, CR3, CR5: share of the largest one, three and five. Gini: 0 when all are equal, towards 1 when one has all.",
        "Amounts of 0 and below take no part.",
      ],
      errors: [
        ["#DIV/0!", "The total is 0: sales and returns cancel out."],
        ["#NUM!", "The total is below 0."],
        ["#N/A", "There is no amount other than 0 at all."],
        ["#VALUE!", "A cell is not a number."],
      ],
      asInPane: {
        intro:
          "The pane joins the rows of a client and of a parent group, and leaves total rows out. Rows without a client stay out of it: keep them out of the range. With these two formulas the figures are the same:",
        ways: [
          [
            "To whom each row belongs: its parent group (D), else the client (A). In E2, then down",
            '=TRIM(IF(D2="",A2,D2))',
          ],
          [
            "Every client or group once, money of column B",
            "=KAM.CONCENTRATION(SUMIF(E2:E90,UNIQUE(E2:E90),B2:B90))",
          ],
        ],
        outro:
          "The pane also counts a number that was typed as text, a formula does not: make it a number first (Data quality shows where it stands). Summary names the period: take the columns of these months only.",
      },
      source:
        "Herfindahl–Hirschman index, concentration ratios and the Gini coefficient, as customary in market analysis.",
      examples: ["Six rows, two columns."],
    },
  } satisfies Record<string, FormulaHelp> as Readonly<Record<FormulaName, FormulaHelp>>,
};

type FormulaName = "KEYSHARE" | "KEYSTATUS" | "ABCXYZ" | "KAISM" | "SCORE" | "CONCENTRATION";
