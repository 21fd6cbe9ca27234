import { total } from "../../analysis";
import type { Activity, ActivityStatus, Classification } from "./classification";

/** Some clients as one: how many, what they bring, and which part of all money that is. */
export interface Together {
  clients: number;
  /** In the unit of the list. */
  amount: number;
  /** `amount` over T, as a fraction. */
  share: number;
}

/** Clients of a kind as one. Every count of a class in pane, report and JSON is this one, so it is the same number to the last digit. */
export function togetherOf(
  { baseAmounts, total: whole }: Pick<Classification, "baseAmounts" | "total">,
  belongs: (client: number) => boolean,
): Together {
  const members = baseAmounts.filter((_, client) => belongs(client));
  const amount = total(members);
  return { clients: members.length, amount, share: amount / whole };
}

/** Clients that are key by share (methods §2), whichever rung of the ladder they reach. */
export function keyBySharesOf(classification: Classification): Together {
  return togetherOf(classification, (client) => classification.statuses[client] !== "regular");
}

/** Clients of one kind of activity, and the money a year that is at stake with them or lost. */
export interface Quiet {
  clients: number;
  money: number;
}

export interface Risk {
  atRisk: Quiet;
  declining: Quiet;
  lost: Quiet;
  /** Of clients at risk and declining together (methods §9). */
  money: number;
}

/** Clients whose activity is one of these. */
export function quietOf({ statuses, atRiskPerYear }: Activity, ...wanted: readonly ActivityStatus[]): Quiet {
  const money = atRiskPerYear.filter((_, client) => wanted.includes(statuses[client]));
  return { clients: money.length, money: total(money) };
}

/** Who has gone quiet, buys less or is lost, with the money a year; null without periods. */
export function riskOf({ activity }: Classification): Risk | null {
  if (!activity) return null;
  const of = (...wanted: readonly ActivityStatus[]) => quietOf(activity, ...wanted);
  return {
    atRisk: of("atRisk"),
    declining: of("declining"),
    lost: of("lost"),
    money: of("atRisk", "declining").money,
  };
}

/** Whether ABC and concentration are taken over all money: no client has a negative amount, and no money is without a client. */
export function isPoolWhole({ positiveTotal, total: whole }: Classification): boolean {
  return Math.abs(positiveTotal - whole) <= 1e-9 * whole;
}
