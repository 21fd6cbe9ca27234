import {
  type ConcentrationPoint,
  type DiversificationGap,
  type Replay,
  comparedWindows,
  diversificationGap,
} from "../../../analysis";
import { textsOf, type Language, type Texts } from "../../../locales";
import { type ReportTexts, reportTextsOf } from "../../../locales/report-texts";
import {
  type Classification,
  type FirstAction,
  type Moves,
  type ScenarioCosts,
  type Steps,
  type Together,
  concentrationOverTimeOfSteps,
  finish,
  firstActionsOf,
  mainGroupsOfClients,
  noCosts,
  replayOfSteps,
  togetherOf,
  within,
} from "../../../portfolio";
import { actionTexts } from "../../columns/results/action-text";
import type { ClientFigure, Figure } from "../paint/page/figure";
import { shortened } from "../paint/page/text-fit";

/** The texts that pane and report share, and those of the report. */
export type ReportWords = Texts & { report: ReportTexts };

export const reportWordsOf = (language: Language): ReportWords => ({
  ...textsOf[language],
  report: reportTextsOf[language],
});

/**
 * What has moved since an earlier run, and whether by the same rules; "next": the next run will tell; null where no run can be
 * compared.
 */
export type Comparison = { moves: Moves; sameRules: boolean } | "next" | null;

/** What every sheet is made from: the classification, in the order and the words of the report. */
export interface Subject {
  classification: Classification;
  /** ISO day that stands on the Summary. */
  today: string;
  language: Language;
  texts: ReportWords;
  /** Clients from the largest amount of the base to the smallest. */
  ranking: Uint32Array;
  /** Shares of the first, the first two … clients together, by rank. */
  cumulative: Float64Array;
  /** What is urgent, and with whom. */
  firstActions: readonly FirstAction[];
  /** What to do first with each client: put into words when a page asks for it first. */
  actions: () => readonly string[];
  /** Managers of each client; none where the list names none. */
  managersOf: readonly (readonly string[])[];
  /** Concentration in a rolling window; empty when the history is too short. */
  overTime: readonly ConcentrationPoint[];
  /** How good the alarms were; null when the history is too short. */
  replay: Replay | null;
  /** What has moved since an earlier run. */
  comparison: Comparison;
  /** What scenarios of the list are reckoned with. */
  costs: ScenarioCosts;
}

export function subjectOf(
  classification: Classification,
  language: Language,
  today: string,
  comparison: Comparison = null,
  costs = noCosts,
): Subject {
  return finish(subjectSteps(classification, language, today, comparison, costs));
}

/** The same, step by step. */
export function* subjectSteps(
  classification: Classification,
  language: Language,
  today: string,
  comparison: Comparison,
  costs: ScenarioCosts,
): Steps<Subject> {
  const { portfolio } = classification;
  let actions: readonly string[] | null = null;
  return {
    classification,
    today,
    language,
    texts: reportWordsOf(language),
    ranking: classification.order,
    cumulative: classification.cumulative,
    firstActions: firstActionsOf(classification),
    actions: () => (actions ??= actionTexts(classification, language)),
    managersOf: mainGroupsOfClients(portfolio.managers, portfolio.clients.length),
    overTime: yield* within(0, 0.5, concentrationOverTimeOfSteps(classification)),
    replay: yield* within(0.5, 1, replayOfSteps(classification)),
    comparison,
    costs,
  };
}

/** The two windows that are compared, as the texts name them; null where there is nothing to compare. */
export function comparedWindow({ bridge, portfolio }: Classification) {
  return bridge && { unit: portfolio.wholeHistory.periods[0].unit, periods: bridge.periods };
}

/** Concentration in the last window and in the one before it. */
export function concentrationBefore({
  classification: { record },
  overTime,
}: Subject): { now: ConcentrationPoint; before: ConcentrationPoint } | null {
  const now = overTime.at(-1);
  const windows = record && comparedWindows(record.history);
  const before = windows && overTime.find(({ period }) => period === windows.middle - 1);
  return now && before ? { now, before } : null;
}

/** Clients of a class as one, as everywhere they are counted. */
export function together({ classification }: Subject, belongs: (client: number) => boolean): Together {
  return togetherOf(classification, belongs);
}

/** Gap of a client to the dependence limit of the policy; undefined where the ladder has no such limit or nothing can balance it. */
export function gapOf({ classification }: Subject, client: number): DiversificationGap | undefined {
  const { dependence } = classification.policy.ladder;
  if (!dependence) return undefined;
  return diversificationGap(classification.baseAmounts[client], classification.total, dependence.value);
}

/** What a column of a list of clients shows. */
export const ofClient =
  (figure: ClientFigure) =>
  (client: number): Figure => ({ of: "client", client, figure });

/** Name of a client, short enough for a sentence or a chart. */
export function nameOf({ classification }: Subject, client: number, longest = 32): string {
  return shortened(classification.portfolio.clients[client], longest);
}

/** Number format for a column of amounts: whole units once they are large. */
export function amountFormat(amounts: ArrayLike<number>): string {
  let largest = 0;
  for (let i = 0; i < amounts.length; i++) {
    if (Math.abs(amounts[i]) > largest) largest = Math.abs(amounts[i]);
  }
  return largest >= 1000 ? "#,##0" : "#,##0.00";
}

export const percentFormat = "0.0%";
