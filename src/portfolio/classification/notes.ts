import { above, total } from "../../analysis";
import type { AbcClass, Classification, KeyStatus, XyzClass } from "./classification";
import { type Period, samePeriods } from "../periods/period";
import { isProfitKnown } from "./second-opinion";
import { missingPeriods } from "../periods/period-window";
import { type SteadinessRemedy, countsOf, crowdedClass } from "./steadiness";
import { keyBySharesOf } from "./together";

/** What changes how a report is to be read. Facts only; amounts in the unit of the list, shares as fractions. */
export type Note =
  /** Someone always holds 10 % of fewer than ten clients. `groups` is empty for the company as a whole. */
  | {
      kind: "fewClients";
      scope: "company" | "departments" | "managers";
      clients: number;
      groups: readonly string[];
    }
  /** By a key limit of `limit` at most `most` clients can be key while no amount is negative (Kolotilov 2012). */
  | { kind: "mostKeyClients"; most: number; limit: number; inclusive: boolean }
  /** Combined share of the key clients against the corridor of 30–55 %. */
  | {
      kind: "keyClientsShare";
      share: number;
      clients: number;
      lowest: number;
      highest: number;
      position: "below" | "inside" | "above";
    }
  /** Number of key clients against 20 % of all clients ("Генеральный Директор" 2017). */
  | { kind: "keyClientsCount"; keyClients: number; clients: number; part: number; exceeds: boolean }
  /** One class holds more than 90 % of the clients: the limits do not tell them apart. */
  | {
      kind: "oneXyzClass";
      xyzClass: XyzClass;
      clients: number;
      part: number;
      remedies: readonly SteadinessRemedy[];
    }
  | { kind: "noPeriods" }
  | { kind: "missingPeriods"; periods: number }
  /** A title above the list, or the name of its sheet, says that its figures are planned. */
  | { kind: "expectedFigures"; said: string }
  | { kind: "moneyWithoutClient"; amount: number; rows: number; share: number }
  /** Clients below 0 take no part in ABC, HHI and Gini. `amount` is their sum, `share` its size over the pool. */
  | { kind: "negativesLeftOut"; amount: number; clients: number; share: number }
  /** Losses above 5 % of the positive profits: shares of net profit exceed what each client earns. */
  | { kind: "losses"; losses: number; clients: number; share: number }
  | { kind: "profitUnknown"; clients: number }
  /** Revenue follows the chosen periods, profit and costs stand for others: the two are not of the same time. */
  | { kind: "profitOfOtherPeriods"; revenue: readonly Period[]; profit: readonly Period[] }
  /** Profit was asked for as the base. `totalProfit` is null when neither profit nor cost is mapped. */
  | { kind: "fallbackToRevenue"; totalProfit: number | null }
  /** Clients whose class or status differs between the two bases. */
  | { kind: "profitDiffers"; differences: readonly Difference[] };

export interface Difference {
  client: number;
  abc: AbcClass;
  secondAbc: AbcClass;
  status: KeyStatus;
  secondStatus: KeyStatus;
}

export const KEY_SHARE_CORRIDOR = { lowest: 0.3, highest: 0.55 };
const KEY_CLIENTS_PART = 0.2;
const FEW_CLIENTS = 10;
const LOSSES_PART = 0.05;

/** The notes that apply to a classification, the most weighty first. Source: methods §§2, 4, 7. */
export function notesOf(classification: Classification): readonly Note[] {
  const { expected } = classification.portfolio.reading;
  return [
    ...(expected === null ? [] : [{ kind: "expectedFigures", said: expected } as const]),
    ...profitNotes(classification),
    ...moneyNotes(classification),
    ...keyClientNotes(classification),
    ...historyNotes(classification),
    ...groupNotes(classification),
  ];
}

function profitNotes(classification: Classification): Note[] {
  const { portfolio, policy, base, secondOpinion, abc, statuses } = classification;
  const { profits, profitPeriods, unnamedProfit, window } = portfolio;
  const notes: Note[] = [];
  if (policy.base === "profit" && base === "revenue") {
    const totalProfit = profits && total([...profits.map((profit) => profit || 0), unnamedProfit]);
    notes.push({ kind: "fallbackToRevenue", totalProfit });
  }
  if (!profits) return notes;
  if (profitPeriods && !samePeriods(profitPeriods, window.periods)) {
    notes.push({ kind: "profitOfOtherPeriods", revenue: window.periods, profit: profitPeriods });
  }
  const gains = total(profits.filter((profit) => profit > 0));
  const unprofitable = profits.filter((profit) => profit < 0);
  const losses = -total(unprofitable);
  if (gains > 0 && above(losses / gains, LOSSES_PART)) {
    notes.push({ kind: "losses", losses, clients: unprofitable.length, share: losses / gains });
  }
  const unknown = profits.filter(Number.isNaN).length;
  if (unknown > 0) notes.push({ kind: "profitUnknown", clients: unknown });
  if (secondOpinion) {
    const differences = abc
      .map((own, client) => ({
        client,
        abc: own,
        secondAbc: secondOpinion.abc[client],
        status: statuses[client],
        secondStatus: secondOpinion.statuses[client],
      }))
      .filter(({ client }) => isProfitKnown(classification, client))
      .filter((at) => at.abc !== at.secondAbc || at.status !== at.secondStatus);
    if (differences.length > 0) notes.push({ kind: "profitDiffers", differences });
  }
  return notes;
}

function moneyNotes({ portfolio, baseAmounts, positiveTotal }: Classification): Note[] {
  const notes: Note[] = [];
  const { unnamedAmount, unnamedRows, total: whole } = portfolio;
  if (unnamedRows > 0) {
    notes.push({
      kind: "moneyWithoutClient",
      amount: unnamedAmount,
      rows: unnamedRows,
      share: unnamedAmount / whole,
    });
  }
  const negatives = baseAmounts.filter((amount) => amount < 0);
  if (negatives.length > 0) {
    const amount = total(negatives);
    notes.push({
      kind: "negativesLeftOut",
      amount,
      clients: negatives.length,
      share: -amount / positiveTotal,
    });
  }
  return notes;
}

function keyClientNotes(classification: Classification): Note[] {
  const { policy, baseAmounts, portfolio } = classification;
  const notes: Note[] = [];
  const { value, inclusive } = policy.ladder.key;
  const clients = portfolio.clients.length;
  const { clients: keyClients, share } = keyBySharesOf(classification);
  const { lowest, highest } = KEY_SHARE_CORRIDOR;
  const position = above(lowest, share) ? "below" : above(share, highest) ? "above" : "inside";
  notes.push({ kind: "keyClientsShare", share, clients: keyClients, lowest, highest, position });
  notes.push({
    kind: "keyClientsCount",
    keyClients,
    clients,
    part: keyClients / clients,
    exceeds: above(keyClients / clients, KEY_CLIENTS_PART),
  });
  const noNegative = baseAmounts.every((amount) => amount >= 0) && portfolio.unnamedAmount >= 0;
  if (noNegative && policy.ladder.by === "share") {
    // 1 / 0.1 must be 10 and 1 / 0.07 must be 14; with ">" the last client of an even division drops out.
    const even = 1 / value;
    const most = inclusive ? Math.floor(even + 1e-9) : Math.ceil(even - 1e-9) - 1;
    notes.push({ kind: "mostKeyClients", most, limit: value, inclusive });
  }
  return notes;
}

function historyNotes({ xyz, portfolio, steadinessRemedies }: Classification): Note[] {
  const { periods } = portfolio.window;
  if (periods.length === 0) return [{ kind: "noPeriods" }];
  const notes: Note[] = [];
  const missing = missingPeriods(periods);
  if (missing > 0) notes.push({ kind: "missingPeriods", periods: missing });
  const counts = countsOf(xyz);
  const xyzClass = crowdedClass(counts);
  if (xyzClass !== null) {
    const clients = counts[xyzClass];
    const part = clients / xyz.length;
    notes.push({ kind: "oneXyzClass", xyzClass, clients, part, remedies: steadinessRemedies });
  }
  return notes;
}

function groupNotes({ portfolio, departments, managers }: Classification): Note[] {
  const notes: Note[] = [];
  const clients = portfolio.clients.length;
  if (clients < FEW_CLIENTS) notes.push({ kind: "fewClients", scope: "company", clients, groups: [] });
  for (const [scope, shares] of [
    ["departments", departments],
    ["managers", managers],
  ] as const) {
    const small = shares?.groups.filter((group) => group.clients < FEW_CLIENTS) ?? [];
    if (small.length > 0) {
      const fewest = Math.min(...small.map((group) => group.clients));
      notes.push({ kind: "fewClients", scope, clients: fewest, groups: small.map(({ name }) => name) });
    }
  }
  return notes;
}
