/** The figures of a classification for other programs, as JSON. */
import type { Classification } from "../classification/classification";
import { leftOutKinds } from "../clients/reading";
import { quotedSheetName } from "../list/address";
import type { Membership, Portfolio } from "../clients/portfolio";
import { contentOf, isExcelError } from "../list/number-column";
import { headerText } from "../mapping/mapping-proposal";
import type { Period } from "../periods/period";

/** What the figures depend on besides the classification. */
export interface FiguresContext {
  /** ISO day of the run. */
  today: string;
  /** Of the texts in the workbook. */
  language: string;
}

const orNull = (number: number | undefined): number | null =>
  number === undefined || !Number.isFinite(number) ? null : number;

/** The label of a period: `2025`, `2025-H1`, `2025-Q1`, `2025-01`, or its first day. */
function labelOf({ unit, start }: Period): string {
  const year = start.slice(0, 4);
  const month = Number(start.slice(5, 7));
  switch (unit) {
    case "year":
      return year;
    case "half":
      return `${year}-H${month > 6 ? 2 : 1}`;
    case "quarter":
      return `${year}-Q${Math.ceil(month / 3)}`;
    case "month":
      return start.slice(0, 7);
    default:
      return start;
  }
}

/** Groups of each client in a membership, in order of the groups. */
function groupsByClient(membership: Membership | null, clients: number): string[][] {
  const result: string[][] = Array.from({ length: clients }, () => []);
  membership?.client.forEach((client, i) => result[client].push(membership.groups[membership.group[i]]));
  return result;
}

/** Parent group of each client, as its first row that names one says; null where none does. */
function groupNames({ list, mapping, clients, rowClient }: Portfolio): (string | null)[] {
  const result: (string | null)[] = clients.map(() => null);
  const header = mapping.columns.find(({ role }) => role === "group")?.header;
  const column = list.columns.find((own) => headerText(list, own) === header);
  if (header === undefined || !column) return result;
  rowClient.forEach((client, row) => {
    if (client < 0 || result[client] !== null) return;
    const text = contentOf(column, row).trim();
    if (text !== "" && !isExcelError(text)) result[client] = text;
  });
  return result;
}

/**
 * The figures of a run for other programs, as plain JSON (version 1): English keys, numbers unrounded, shares as fractions,
 * days ISO, null for what is not known.
 */
export function figuresOf(classification: Classification, { today, language }: FiguresContext) {
  const { portfolio, policy, concentration } = classification;
  const { reading, window, list } = portfolio;
  const managers = groupsByClient(portfolio.managers, portfolio.clients.length);
  const departments = groupsByClient(portfolio.departments, portfolio.clients.length);
  const groups = groupNames(portfolio);
  return {
    version: 1,
    asOf: policy.asOf ?? today,
    language,
    reading: {
      sheet: list.sheet,
      range: `${quotedSheetName(list.sheet)}!${reading.range}`,
      client: reading.client.header,
      code: reading.code?.header ?? null,
      revenue: reading.revenue?.header ?? null,
      periods: window.periods.map(labelOf),
      unit: window.periods[0]?.unit ?? null,
      rows: reading.rows,
      clients: portfolio.clients.length,
      leftOut: leftOutKinds.flatMap((kind) => reading.leftOut.filter((one) => one.kind === kind)),
      notUsed: reading.notUsed.map(({ header }) => header),
      controlTotal: reading.control?.stated ?? null,
      doubts: reading.doubts.map(
        ({ about, alternatives }) => `${about}: ${alternatives.map(({ label }) => label).join(" | ")}`,
      ),
    },
    rules: policy,
    total: classification.total,
    positiveTotal: classification.positiveTotal,
    withoutClient: { rows: portfolio.unnamedRows, amount: portfolio.unnamedAmount },
    clients: portfolio.clients.map((name, i) => ({
      name,
      code: portfolio.codes?.[i] || null,
      group: groups[i],
      managers: managers[i],
      departments: departments[i],
      amount: portfolio.amounts[i],
      share: classification.shares[i],
      status: classification.statuses[i],
      abc: classification.abc[i],
      abcByProfit: abcByProfit(classification, i),
      xyz: classification.xyz[i],
      cv: classification.xyz[i] === "N" ? null : orNull(classification.variation[i]),
      attractiveness: orNull(classification.attractiveness[i]),
      loyalty: orNull(classification.loyalty[i]),
      quadrant: classification.quadrants[i],
      reasons: classification.reasons[i],
      profit: orNull(portfolio.profits?.[i]),
    })),
    concentration: {
      hhi: concentration.hhi,
      effectiveClients: concentration.effectiveClients,
      cr1: concentration.cr1,
      cr3: concentration.cr3,
      cr5: concentration.cr5,
      topFifthShare: concentration.topFifthShare,
      gini: concentration.gini,
    },
  };
}

/** Class by profit, whichever of the two bases the shares were computed from; null without profits. */
function abcByProfit({ base, abc, secondOpinion }: Classification, client: number) {
  if (base === "profit") return abc[client];
  return secondOpinion?.base === "profit" ? secondOpinion.abc[client] : null;
}
