import type { AbcClass, XyzClass } from "../../portfolio/classification/classification";
import type { FindingKind } from "../../portfolio/list/finding";
import type { KeyLimit } from "../../portfolio/policy/policy";
import { numbersIn } from "../wording/numbers";
import { activity } from "./pages/activity";
import { dossier } from "./pages/dossier";
import { firstPage } from "./pages/first-page";
import { managers } from "./pages/managers";
import { movement } from "./pages/movement";
import { profit } from "./pages/profit";
import { proof } from "./pages/proof";
import { scenario } from "./pages/scenario";
import {
  type Base,
  type ClassFact,
  type ClientFact,
  type LimitFact,
  clients,
  equals,
  isOne,
  named,
  poolText,
  portfolio,
  reachText,
} from "./portfolio";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.en;

const { number, money, scaled, percent, limit, date, plural, form, list } = numbersIn.en;

const xyzWords: Record<XyzClass, string> = {
  X: "steady",
  Y: "fluctuating",
  Z: "irregular",
  N: "too little history",
};

/** Everything that the report says. Numbers come in as facts and leave dressed. */
export const report = {
  sheets: {
    summary: "Summary",
    clientMatrix: "Client matrix",
    dependency: "Dependency",
    abcXyz: "ABC-XYZ",
    movement: "Movement",
    managers: "Managers",
    profit: "Profit",
    activity: "Activity",
    proof: "Proof",
  },
  saveFirst:
    "This is for the group as a whole. Clients that are lost, silent or loss-making come first: win them back, keep them or make them pay. What to do with each stands in the list below.",
  nothingForIt: "The list has nothing for this page any more.",
  footer: "Page &P of &N",
  chartData: "Chart data",
  base: { revenue: "Revenue", profit: "Profit" } satisfies Record<Base, string>,
  shareOf: { revenue: "Share of revenue", profit: "Share of profit" } satisfies Record<Base, string>,
  client: "Client",
  clients: "Clients",
  share: "Share",
  cumulative: "Cumulative share",
  status: "Status",
  action: "Action",
  department: "Department",
  manager: "Manager",
  activity: "Activity",
  total: "Total",
  others: (count: number, share: number) => `Others (${number(count)}): ${percent(share)}`,
  inMillions: (what: string) => `${what}, M`,
  inThousands: (what: string) => `${what}, K`,
  clientCount: clients,
  periodRange: portfolio.periodRange,
  periodName: portfolio.periodName,

  summary: {
    title: "Client portfolio: summary",
    source: "Source",
    sourceOf: (list: string, sheet: string) =>
      list === sheet ? `sheet ${quoted(sheet)}` : `table ${list}, sheet ${quoted(sheet)}`,
    window: "Periods",
    noPeriods: "no periods in the list: amounts as they stand",
    date: "Report date",
    preparedBy: (name: string) => `Prepared by: ${name}`,
    tiles: portfolio.tiles,
    conclusions: "Conclusions",
    howRead: "How the list was read",
    leads: {
      key: "Key by share",
      dependence: "Dependence",
      concentration: "Concentration",
      abc: "ABC",
      xyz: "XYZ",
      quadrants: "Where to invest",
      profit: "By profit",
    },
    keyNone: (key: KeyLimit, base: Base, largest: ClientFact) =>
      `No client brings ${reachText(key, base)}, so nobody is key by share. The largest is ${named(largest)}.`,
    keySome: (key: KeyLimit, base: Base, top: readonly ClientFact[], count: number) =>
      ("top" in key
        ? `${clients(count)} ${count === 1 ? "is" : "are"} key as the largest by ${base}: `
        : `${clients(count)} ${count === 1 ? "brings" : "bring"} ${reachText(key, base)}: `) +
      list(top.map(named)) +
      (count > top.length ? `, and ${number(count - top.length)} more.` : "."),
    corridor: (share: number, position: "below" | "inside" | "above") =>
      position === "inside"
        ? `Together they hold ${percent(share)}, inside the usual corridor of 30–55%.`
        : position === "above"
          ? `Together they hold ${percent(share)}, above the usual corridor of 30–55%: the business leans on a few.`
          : `Together they hold ${percent(share)}, below the usual corridor of 30–55%: the key part is still to be built.`,
    keyNumber: (count: number, all: number, exceeds: boolean) =>
      exceeds
        ? `That is more than a fifth of the portfolio (${number(count)} of ${number(all)}): too many to give each special care.`
        : `That is within a fifth of the portfolio (${number(count)} of ${number(all)}): few enough for personal care.`,
    dependenceNone: (threshold: LimitFact, base: Base) =>
      `No client exceeds the dependence limit of ${limit(threshold.value)} of ${base}.`,
    dependenceNoRung: "The chosen rule has no dependence limit.",
    diversify: (largest: readonly ClientFact[], all: number, threshold: number) =>
      `From a share of ${limit(threshold)} on, the rule advises winning further clients: ${list(largest.map(({ name, share }) => `${name} (${percent(share)})`))}${all > largest.length ? ` and ${number(all - largest.length)} more` : ""}.`,
    dependenceOf: (client: ClientFact, mono: boolean, threshold: number, base: Base) =>
      mono
        ? `${client.name} is a mono-client: it brings ${percent(client.share)} of ${base}, and losing it puts the company at stake (limit ${limit(threshold)}).`
        : `${client.name} brings ${percent(client.share)} of ${base}, above the dependence limit of ${limit(threshold)}.`,
    gap: (amount: number, growth: number, threshold: number) =>
      `To bring it down to ${limit(threshold)} without selling it less, the others must grow by ${scaled(amount)} (+${percent(growth)}).`,
    gapUndefined: "There are no other clients that could grow to balance it.",
    dependenceMore: (count: number) => `${number(count)} more: see the sheet with the dependence table.`,
    concentration: (
      hhi: number,
      effective: number,
      cr3: number,
      topFifth: number,
      base: Base,
      isWhole: boolean,
    ) =>
      `The portfolio is as concentrated as ${isOne(effective) ? "a single client" : `${equals(effective)} clients of equal size`} (HHI ${number(hhi)} of 10,000). The three largest bring ${percent(cr3)} of ${poolText(base, isWhole)}, the top fifth of clients ${percent(topFifth)}.`,
    abc: (classes: Record<AbcClass, ClassFact>, base: Base) =>
      `Class A: ${clients(classes.A.clients)} (${percent(classes.A.share)} of ${base}); B: ${number(classes.B.clients)} (${percent(classes.B.share)}); C: ${number(classes.C.clients)} (${percent(classes.C.share)}).`,
    xyz: (classes: readonly (ClassFact & { xyzClass: XyzClass })[], base: Base) =>
      `${classes
        .map(
          ({ xyzClass, clients: count, share }, index) =>
            `${xyzClass}, ${xyzWords[xyzClass]}: ${index === 0 ? clients(count) : number(count)} (${percent(share)}${index === 0 ? ` of ${base}` : ""})`,
        )
        .join("; ")}.`,
    largeIrregular: ({ clients: count, share }: ClassFact) =>
      `First to work on: ${clients(count)} of class AZ, large and irregular, with ${percent(share)}.`,
    xyzNone: "The list has no periods, so nothing can be said about the steadiness of buying.",
    xyzTooShort: (periods: number) =>
      `It is too early to say how steadily clients buy: the list has ${plural(periods, { one: "period", other: "periods" })}, and at least three per client are needed.`,
    quadrantsInvest: (fact: ClassFact, top: readonly string[], base: Base) =>
      fact.clients === 0
        ? "No client is both attractive and loyal."
        : `Invest in ${clients(fact.clients)} that ${form(fact.clients, { one: "is", other: "are" })} attractive and loyal (${percent(fact.share)} of ${base}): ${someOf(top, fact.clients)}.`,
    quadrantsDevelop: (fact: ClassFact, top: readonly string[]) =>
      fact.clients === 0
        ? "No attractive client is still to be won."
        : `Win ${clients(fact.clients)} that ${form(fact.clients, { one: "is", other: "are" })} attractive but not loyal (${percent(fact.share)}): ${someOf(top, fact.clients)}.`,
    quadrantsRest: (maintenance: ClassFact, opportunistic: ClassFact) =>
      `Keep costs low for ${number(maintenance.clients)} in “Maintenance” (${percent(maintenance.share)}) and ${number(opportunistic.clients)} in “Opportunistic” (${percent(opportunistic.share)}).`,
    quadrantsUnscored: (count: number) =>
      `${clients(count)} without any score ${form(count, { one: "has", other: "have" })} no quadrant.`,
    profitAgrees: (other: Base) => `By ${other}, every client has the same ABC class.`,
    profitDiffers: (count: number, other: Base, keyOther: readonly ClientFact[]) =>
      `By ${other}, ${clients(count)} ${form(count, { one: "has", other: "have" })} another ABC class (sheet ABC-XYZ).` +
      (keyOther.length > 0
        ? ` Key by ${other}: ${list(keyOther.map(named))}.`
        : ` By ${other}, nobody is key.`),

    warnings: "Read this first",
    notes: portfolio.notes,
    rules: "Rules used",
    ruleNames: {
      ladder: "Who is key",
      base: "Shares and ABC of",
      abc: "ABC",
      xyz: "XYZ",
      matrix: "Client matrix",
      hours: "Hours on clients",
      groups: "Client groups",
      amount: "Amount",
    },
    presets: portfolio.presets,
    ladder: portfolio.ladder,
    mostKeyClients: (most: number) => `at most ${clients(most)} can be key by share at a time`,
    ruleBase: (base: Base, second: Base | null) =>
      second ? `${base}; ${second} as the second opinion` : base,
    ruleAbc: (a: number, b: number, crossing: "up" | "down") =>
      `A to ${limit(a)}, B to ${limit(b)} of the cumulative share; the client that crosses a limit belongs to the ${crossing === "up" ? "better" : "lower"} class`,
    ruleComputedAbc: "limits worked out from the amounts (Ultsch and Lötsch)",
    ruleVariation: (x: number, y: number, sample: boolean) =>
      `coefficient of variation: X ≤ ${limit(x)}, Y ≤ ${limit(y)} (${sample ? "sample" : "population"} deviation)`,
    ruleFrequency: (x: number, y: number) =>
      `share of periods with a purchase: X ≥ ${limit(x)}, Y ≥ ${limit(y)}`,
    ruleQuarters: "by quarters",
    ruleLeadingZeros: (counted: boolean): string =>
      counted ? "every period counts" : "a client’s history begins with its first purchase",
    ruleMatrix: (lowest: number, highest: number, attractiveness: number, loyalty: number) =>
      `scale ${number(lowest, 2)}–${number(highest, 2)}; high from ${number(attractiveness, 2)} in attractiveness and from ${number(loyalty, 2)} in loyalty`,
    ruleHours: (rate: number) => `one hour costs ${number(rate, 2)} and counts as cost to serve`,
    ruleGroups: (joined: boolean): string =>
      joined ? "clients of one parent group count as one client" : "every client stands for itself",
    ruleAmount: (from: "column" | "periods"): string =>
      from === "column" ? "amount column of the list" : "sum of the periods",

    quality: "Data quality",
    qualityClean: "Every cell counts as it stands.",
    qualityHeaders: { kind: "What was found", count: "Cells", first: "First at" },
    findingKinds: {
      textNumber: "Number typed as text: read as that number",
      textNumbers: "Column of numbers typed as text: read as those numbers",
      dashAsZero: "Dash or n/a in a column of numbers: counts as 0",
      notANumber: "Text where an amount belongs: row not classified",
      excelError: "Excel error: row not classified",
      criterionNotANumber: "Score that is not a number: left out",
      criterionOutOfScale: "Score outside the scale",
      profitNotANumber: "Profit or cost that is not a number: left out",
      attributeLeftOut: "Entry that does not belong in its column: treated as blank",
      groupRow: "Sums of groups: not clients, left out",
      detailRow: "Rows below a client: in its amount already, left out",
      countRow: "Counts of rows: not money, left out",
      othersRow: "Others and retail: money without a client, in the total only",
      likelySame: "Likely the same client in several spellings: not joined",
      totalRow: "Total in the list: not a client",
      totalColumn: "Total column: not a period",
      repeatedClient: "Further row of the same client: added up",
      unnamedRow: "Amount without a client: counts in the total only",
      negativeAmount: "Negative amount",
      amountDiffersFromPeriods: "Amount differs from the sum of the periods by more than 1%",
      incompletePeriod: "Period not over yet: left out",
      periodOfOtherLength: "Period of another length: left out",
      fallbackToRevenue: "Total profit is not positive: computed from revenue",
    } satisfies Record<FindingKind, string>,
  },

  matrix: {
    title: "Client matrix (KAISM)",
    subtitle: (clientsOnIt: number) =>
      `How attractive ${clients(clientsOnIt)} ${form(clientsOnIt, { one: "is", other: "are" })} to us, and how loyal to us.`,
    chart: "Attractiveness and loyalty of clients",
    chartLargest: (shown: number) => `Attractiveness and loyalty of the ${number(shown)} largest clients`,
    attractiveness: "Attractiveness",
    loyalty: "Loyalty",
    attractivenessAxis: "Attractiveness of the client to us",
    loyaltyAxis: "Loyalty of the client to us",
    cutOf: (axis: string, cut: number) => `${axis}: high from ${number(cut, 2)}`,
    quadrant: portfolio.quadrant,
    noQuadrant: "no scores",
    counts: "Quadrants",
    stance: "What to do",
    list: "Clients by quadrant",
    cell: "ABC-XYZ",
    missing: (scores: number, of: number) =>
      `${plural(scores, { one: "score", other: "scores" })} of ${clients(of)} ${form(scores, { one: "is not filled in: it is", other: "are not filled in: they are" })} left out, and the others weigh more.`,
    derived:
      "Nobody has given scores: both are derived from the figures of the list (size, growth, profitability, regularity; tenure and rhythm). They decide no action.",
  },

  dependency: {
    title: "Dependency",
    subtitle: (base: Base) =>
      `Whom the company depends on: shares of ${base}, concentration, and what is left when a client goes.`,
    chart: "Pareto: share of each client and cumulative share",
    cumulativeSeries: "Cumulative",
    limitOf: (status: string, value: number) => `${status}: ${limit(value)}`,
    concentration: "Concentration",
    measure: "Measure",
    value: "Value",
    reading: "What it means",
    measures: {
      hhi: "HHI (0–10,000)",
      effective: "Effective number of clients",
      cr1: "Share of the largest client",
      cr3: "Share of the three largest",
      cr5: "Share of the five largest",
      topFifth: "Share of the top 20% of clients",
      gini: "Gini coefficient",
    },
    readings: {
      hhi: (equal: number) =>
        `With ${clients(equal)} of equal size it would be ${number(10000 / equal)}; with one client 10,000.`,
      effective: (effective: number, all: number) =>
        isOne(effective)
          ? "All the risk lies with one client."
          : `The risk is spread as over ${equals(effective)} equal clients, although there are ${number(all)}.`,
      cr1: (name: string) => `This share goes when ${name} goes.`,
      cr3: "The nearer to 100%, the more depends on the decisions of three clients.",
      cr5: "The five names that the sales head should know personally.",
      topFifth: "80% is the rule of thumb of Pareto: a fact to compare with, not a law.",
      gini: "0: all clients are equal; 1: all comes from one client.",
    },
    pool: (pool: number, total: number) =>
      `Measured over the positive amounts of named clients (${money(pool)}), not over the total (${money(total)}).`,
    decisions: {
      title: "Your decisions that the figures contradict",
      note: "What you decided stays until its day; the figures of this report go by what is computed.",
      computed: "By the figures",
      decided: "You decided",
      reason: "Why, and until when",
      because: (reason: string, until: string | null) =>
        [reason, ...(until === null ? [] : [`until ${date(until)}`])]
          .filter((part) => part !== "")
          .join("; "),
    },
    ifLost: "If a client leaves",
    ifLostNote: "Key clients and the largest ones, each taken alone.",
    ifLostFixed: (fixed: number) => `Fixed costs of ${money(fixed)} are taken off the profit that is left.`,
    ifLostDiscounts: (tiers: number) =>
      `The supplier’s volume discount (${plural(tiers, { one: "step", other: "steps" })}) is taken into account: what a lower step would cost is taken off, too.`,
    ifLostHeaders: {
      revenue: "Revenue of the client",
      share: "Share of revenue",
      revenueLeft: "Revenue left",
      profit: "Profit of the client",
      profitLeft: "Profit left",
      consequence: "Consequence",
    },
    consequenceLoss: "loss for the company",
    consequenceBetter: "profit would rise",
    consequenceDiscount: (cost: number) => `; supplier’s discount ${money(-cost)}`,
    consequenceDrop: (fraction: number) => `profit ${percent(-fraction)}`,
    consequenceRevenue: (fraction: number) => `revenue ${percent(-fraction)}`,
    departments: "By department",
    managers: "By manager",
    groupsNote: "Shares inside each; clients that are key there, or the largest one where nobody is.",
    fewInGroup: "Where there are fewer than 10 clients, somebody always reaches 10%.",
    groupHeaders: {
      department: "Department / client",
      manager: "Manager / client",
      amount: "Amount",
      share: "Share",
      clients: "Clients",
      status: "Status inside",
    },
    withoutGroup: "not stated",
    groupZero: "total is zero: no shares",
    groupNegative: "total is negative: no shares",
    list: "All clients",
    rank: "#",
    abc: "ABC",
    toNextLimit: "Money to the next limit",
    reasons: "Why key",
    gapAmount: "Others must grow by",
    gapGrowth: "Growth, %",
    profit: "Profit",
    revenue: "Revenue",
    otherShare: { revenue: "Share of revenue", profit: "Share of profit" } satisfies Record<Base, string>,
    otherAbc: { revenue: "ABC by revenue", profit: "ABC by profit" } satisfies Record<Base, string>,
    gapFootnote: (target: number) =>
      `Others must grow by: so much that this client comes down to ${limit(target)} without being sold less.`,
  },

  abcXyz: {
    title: "ABC-XYZ",
    subtitle: (base: Base) => `Size of the client (ABC, by ${base}) against steadiness of its buying (XYZ).`,
    heat: { revenue: "Share of revenue", profit: "Share of profit" } satisfies Record<Base, string>,
    counts: "Number of clients",
    chart: { revenue: "Revenue by class", profit: "Profit by class" } satisfies Record<Base, string>,
    abc: portfolio.abc,
    xyz: portfolio.xyz,
    cells: "What to do with each cell",
    cell: "Cell",
    advice: "Advice",
    noPeriods: (base: Base) =>
      `Size of the client (ABC, by ${base}). How steadily it buys cannot be told without more columns of months or quarters.`,
    differs: { revenue: "What differs by revenue", profit: "What differs by profit" } satisfies Record<
      Base,
      string
    >,
    differsNone: (other: Base) => `By ${other}, every client has the same ABC class.`,
    differsSome: (count: number, other: Base) =>
      `By ${other}, ${clients(count)} ${form(count, { one: "has", other: "have" })} another class. All are marked in the list below; the largest:`,
    byBase: { revenue: "ABC by revenue", profit: "ABC by profit" } satisfies Record<Base, string>,
    list: "All clients",
    class: "Class",
    variation: "Coefficient of variation",
    demand: {
      title: "How they order",
      note: "With pauses: 1.32 periods or more to a purchase on average. Uneven: the purchases differ widely (variation of 70% or more; Syntetos and Boylan).",
      headers: { pattern: "Ordering", meaning: "What it means" },
      names: { smooth: "Smooth", erratic: "Erratic", intermittent: "Intermittent", lumpy: "Lumpy" },
      meanings: {
        smooth: "hardly a pause, even amounts: can be planned by the average",
        erratic: "hardly a pause, uneven amounts: keep a reserve, agree on volumes",
        intermittent: "with pauses, even amounts: the amount is known, agree on the dates",
        lumpy: "with pauses, uneven amounts: cannot be planned, ask before each purchase",
      },
      none: { name: "Not known", meaning: "fewer than two purchases, or than three periods" },
    },
    frequency: "Purchase frequency",
    xyzShort: "XYZ",
    abcShort: "ABC",
  },

  firstPage,
  movement,
  activitySheet: activity,
  managers,
  dossier,
  scenario,
  profit,
  proof,

  noCriteria: "no criteria",
  money,
};

function someOf(names: readonly string[], all: number): string {
  return all > names.length ? `${names.join(", ")} and ${number(all - names.length)} more` : list(names);
}
