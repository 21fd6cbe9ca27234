import { capital } from "../../wording/capital";
import { numbersIn } from "../../wording/numbers";
import { steadinessRemedy } from "../steadiness-remedy";

const { number, percent, limit, plural } = numbersIn.en;
const clients = (count: number) => plural(count, { one: "client", other: "clients" });

export const rules = {
  noList: "Choose a list first: then you see here what your rules would give.",
  /** What limits would give, while they are being typed. */
  distribution: {
    class: "Class",
    clients: "Clients",
    share: { revenue: "Of revenue", profit: "Of profit" },
    count: (count: number) => number(count),
    part: (share: number) => percent(share),
    byRulesBefore: "By the earlier limits: what is typed is not in force.",
    recalculating: "Being recalculated…",
  },
  problems: {
    notALimit: "Enter a limit such as 80% or 0.8.",
    notANumber: "Enter a number.",
    notAboveZero: "Enter more than 0.",
    aboveWhole: "Enter 100% at most.",
    below: (name: string, value: number) => `Not below the limit of ${name}, ${limit(value)}.`,
    above: (name: string, value: number) => `Not above the limit of ${name}, ${limit(value)}.`,
    negativeWeight: "Enter a weight of 0 or more.",
    weightsAllZero: "At least one weight must be above 0.",
    notWhole: "Enter a whole number from 1 up.",
    tooManyPeriods: (count: number) => `The list has ${plural(count, { one: "period", other: "periods" })}.`,
    noPeriodInside: "No period of the list lies between these days.",
    scaleOrder: (lowest: number) => `Enter more than the lowest score, ${number(lowest, 2)}.`,
    negativeScore: "Enter 0 or more.",
    notADay: "Enter a date.",
    dayOrder: "Not before the first day.",
    keptInForce: "The last valid rules stay in force.",
  },

  ladder: {
    title: "Who is key",
    preset: "Rule",
    sources: {
      "delovaya-sreda-2023": "From the magazine Delovaya Sreda, “Key clients” (2023).",
      "kolotilov-article": "From Kolotilov’s article on key account management; shares of profit.",
      "kolotilov-2012": "From Kolotilov’s interview of 2012; a mono-client is the only one.",
      "asc-280":
        "From the accounting standards ASC 280 and IFRS 8: major customers must be named from 10% on.",
      own: "Your own limits.",
    },
    measure: "Key by",
    measures: { share: "share", amount: "an amount of money", top: "being among the largest" },
    measureValue: { amount: "Key from this amount on", top: "How many of the largest" },
    nobodyIsKey:
      "Nobody is large enough to be key by this rule: no client can endanger the company. To single out accounts worth a manager, take:",
    takeShare: (share: number, count: number, part: number) =>
      `from ${limit(share)}: ${clients(count)}, ${percent(part, 0)} of all sales`,
    takeTop: (count: number, part: number) =>
      `the ${number(count)} largest: ${percent(part, 0)} of all sales`,
    limits: { key: "Key", dependence: "Dependence", mono: "Mono-client" },
    none: "Leave empty for no such limit.",
    comparison: (name: string) => `${name}: from or above`,
    inclusive: "≥",
    exclusive: ">",
    base: "Shares of",
    bases: { revenue: "Revenue", profit: "Profit" },
    noProfit:
      "The list has no profit or direct costs, so shares are of revenue. Choose such a column in the step List.",
    joinGroups: "Companies of one group count as one client",
    noGroups: "The list has no column of parent groups. Choose one in the step List.",
    groupsRequired: "ASC 280 and IFRS 8 count companies under common control as one client.",
    distribution: "Clients by status",
  },

  abc: {
    title: "ABC: size",
    summary: (a: number, b: number) => `A to ${limit(a)}, B to ${limit(b)}`,
    aLimit: "A up to",
    bLimit: "B up to",
    hint: "Clients are added up from the largest down: A brings the first 80%, say, B the next 15%.",
    limits: "Limits",
    limitChoices: { given: "your own", computed: "worked out from the amounts" },
    computedSummary: "limits worked out from the amounts",
    computedHint:
      "Class A ends where the curve of the amounts bends most, B where what follows is of no weight (Ultsch and Lötsch, computed ABC analysis).",
    crossing: "The client that crosses a limit",
    crossings: { up: "belongs to the better class", down: "belongs to the next class" },
    distribution: "Clients by size",
  },

  xyz: {
    title: "XYZ: steadiness",
    summaryVariation: (x: number, y: number) => `X up to ${limit(x)}, Y up to ${limit(y)}`,
    summaryFrequency: (x: number, y: number) => `X from ${limit(x)}, Y from ${limit(y)}`,
    noPeriodsSummary: "no periods in the list",
    noPeriods:
      "How steadily a client buys shows in columns of months or quarters. This list has none, or none was chosen, so there is no XYZ class.",
    method: "Judged by",
    methods: { variation: "how much amounts vary", frequency: "how often the client buys" },
    xLimit: { variation: "X up to", frequency: "X from" },
    yLimit: { variation: "Y up to", frequency: "Y from" },
    hint: {
      variation:
        "By how much the amounts usually differ from the client’s own average (coefficient of variation).",
      frequency: "In how many of the periods the client bought.",
    },
    deviation: "Standard deviation",
    deviations: { population: "of all periods", sample: "of a sample" },
    deviationFormulas: { population: "As STDEV.P in Excel.", sample: "As STDEV.S in Excel." },
    leadingZeros: "Periods before the first purchase",
    leadingZerosChoices: { skip: "do not count", count: "count as 0" },
    step: "Judged in",
    steps: { period: "periods of the list", quarter: "quarters" },
    distribution: "Clients by steadiness",
    histogram: {
      title: { variation: "How much amounts vary", frequency: "How often clients buy" },
      beyond: "more",
      limit: (name: string, value: number) => `${name} ${limit(value)}`,
      axis: (value: number) => limit(value),
      text: (from: number, to: number, most: number) =>
        `Most clients, ${number(most)}, lie between ${limit(from)} and ${limit(to)}.`,
    },
    oneClass: (name: string, part: number) =>
      `${part === 1 ? "All clients" : `${percent(part)} of the clients`} are in class ${name}: these limits do not tell them apart.`,
    noRemedy: "Wider limits, quarters or how often they buy would not either.",
    littleHistory: (part: number) =>
      `${part === 1 ? "All clients" : `${percent(part)} of the clients`} have too little history to say how steadily they buy: it takes three periods of each.`,
    remedy: (...tried: Parameters<typeof steadinessRemedy>) => capital(steadinessRemedy(...tried)),
  },

  matrix: {
    title: "Client matrix (KAISM)",
    summary: (criteria: number) =>
      criteria === 0 ? "no criteria in the list" : plural(criteria, { one: "criterion", other: "criteria" }),
    attractiveness: "Attractiveness to us",
    loyalty: "Loyalty to us",
    noScores:
      "The matrix places clients by scores, from 1 to 10 say, in columns of their own: how attractive each client is to you, and how loyal. This list has none, or none was chosen.",
    scoreColumns: {
      open: "Add score columns",
      hint: "Empty columns beside the list, ready for scores from 1 to 10. Nothing else in the list changes.",
      choose: "Which criteria do you judge clients by, and how much does each weigh?",
      add: (columns: number) => `Add ${plural(columns, { one: "column", other: "columns" })}`,
      cancel: "Cancel",
      lines:
        "A list with a row per order has no place for scores of a client: the sheet of clients that is made of it is made anew by every run. Scores can stand in a list with one row per client.",
      waiting:
        "The columns for scores stand beside the list. As soon as there are scores in them, clients get their quadrants.",
    },
    noCriteria: "No column of such scores is chosen, so no client gets a quadrant.",
    derived: "Work the scores out from the figures",
    derivedHint:
      "Attractiveness from size, growth, profit and steadiness, loyalty from the years with you and the rhythm of buying. Such scores are a beginning: they give no advice by themselves.",
    derivedSummary: "scores worked out from the figures",
    weight: "Weight",
    weightOf: (criterion: string) => `Weight of ${criterion}`,
    part: (share: number) => percent(share, 0),
    cut: "High from",
    cuts: {
      middle: "the middle of the scale",
      mean: "the average of the clients",
      median: "the median of the clients",
      own: "a score of your own",
    },
    cutNow: (value: number) => `now ${number(value, 2)}`,
    ownCut: "Score",
    ownCutHint: "For strength as a ratio to the best competitor: 1.",
    scale: "Scale of the scores",
    lowest: "Lowest",
    highest: "Highest",
    distribution: "Clients by quadrant",
    unscored: "No scores",
  },

  activity: {
    title: "Who is leaving",
    summary: (below: number) => `declining below ${limit(below)} of what was expected`,
    declineBelow: "Declining below",
    declineHint: "Part of what the client should have bought by its own history and the season.",
    declineUnknown:
      "Changes nothing in this list: a decline shows only over eight months or quarters that a client was there.",
    contacts: "Days until the next contact:",
    afterPositive: (abc: string) => `Class ${abc}, after a good talk`,
    afterNegative: (abc: string) => `Class ${abc}, after a refusal`,
  },

  service: {
    title: "Hours spent on clients",
    none: "hours cost nothing",
    rate: "One hour costs",
    hint: "Hours times this are a cost of serving the client. Empty: they are not.",
    summary: (rate: number) => `one hour costs ${number(rate, 2)}`,
  },

  periods: {
    title: "Periods",
    window: "Which periods count",
    windows: {
      complete: "all complete ones",
      last: "the last complete ones",
      range: "from one day to another",
    },
    last: "How many",
    from: "From",
    to: "To",
    asOf: "As of",
    asOfHint: "A period counts once it is over on this day. Empty: today.",
    inForce: (range: string) => `Now counted: ${range}.`,
    noPeriods: "The list has no periods.",
    noPeriodsHelp:
      "Without columns of months, quarters or years the amounts count as they stand. If the list has such columns, choose them.",
  },

  columns: {
    title: "Result columns",
    summary: (chosen: number, all: number) => `${number(chosen)} of ${number(all)}`,
    legend: "Written beside the list by “Classify rows”",
    cards: {
      label: "Status cells explain themselves",
      hint: "Cells of clients that are key, of class A, at risk or have changed class carry a card with the reasons, from the next run on. Microsoft 365 shows it from version 2504; in other versions of Excel the cell is plain text.",
      most: "Cards at most (the largest clients first)",
      notSoMany: (most: number) => `Enter a whole number from 1 to ${number(most)}.`,
    },
  },

  report: {
    title: "Report",
    preparedBy: "Prepared by",
    hint: "Name on Summary: whom to ask about the report. Empty: no name.",
    proof: "Proof sheet",
    proofHint: "Every figure once more by Excel's own formulas over your list. Takes a moment longer.",
  },

  formulas: {
    title: "Formulas",
    summary: (formatted: boolean): string => (formatted ? "with a format" : "plain numbers"),
    label: "KAM.KEYSHARE shows per cent, KAM.SCORE one decimal",
    hint: "In cells whose format is General, from the next calculation on (Ctrl+Alt+F9 calculates all formulas). Microsoft 365 can do it; in other Excels the numbers stay plain.",
  },

  file: {
    title: "Rules as a file",
    intro: "To use the same rules in another workbook.",
    fileName: "keyfolio-rules.json",
    save: "Save as file",
    copy: "Copy",
    load: "Load from file",
    saved: "The file was handed to your downloads. If none appears, use Copy.",
    copied: "Copied. Paste it into a text file to keep it.",
    notCopied: "Copying is not allowed here. Use Save as file.",
    loaded: (name: string) => `The rules of ${name} are in force.`,
    notRules: (name: string) =>
      `${name} is not a file of Keyfolio rules. Choose one that was saved with “Save as file”. Nothing was changed.`,
    unchanged: "Nothing was changed.",
    reset: "Reset all rules",
    resetQuestion: "All rules go back to their defaults.",
    resetNow: "Reset now",
    keep: "Keep them",
    wasReset: "All rules are the default ones.",
  },
  clients,
};
