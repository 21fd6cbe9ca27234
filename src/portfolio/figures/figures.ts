/** The figures of a classification for other programs, as JSON. */
import { comingsAndGoings } from "../classification/changes/comings-and-goings";
import { concentrationOverTimeOf, replayOf } from "../classification/changes/over-time";
import type { Classification } from "../classification/classification";
import { leftOutKinds } from "../clients/reading";
import { noCosts } from "../classification/scenarios/scenario-costs";
import type { ScenarioCosts } from "../classification/scenarios/what-if";
import { quotedSheetName } from "../list/address";
import { clientFigures } from "./client-figures";
import { departmentFigures, managerFigures } from "./group-figures";
import { bridgeFigures } from "./bridge-figures";
import { movementFigures } from "./movement-figures";
import type { Moves } from "../snapshots/moves";
import { processFigures } from "./process-figures";
import { periodLabel } from "./period-label";

/** What the figures depend on besides the classification. */
export interface FiguresContext {
  /** ISO day of the run. */
  today: string;
  /** Of the texts in the workbook. */
  language: string;
  /** Of the classes since an earlier run; null where there is none to compare with. */
  moves?: Moves | null;
  /** Kept with the list for scenarios. */
  costs?: ScenarioCosts;
}

/**
 * The figures of a run for other programs, as plain JSON (version 1): English keys, numbers unrounded, shares as fractions,
 * days ISO, null for what is not known. A whole block is left out when its columns are not there.
 */
export function figuresOf(
  classification: Classification,
  { today, language, moves = null, costs = noCosts }: FiguresContext,
) {
  const { portfolio, policy, concentration, bridge } = classification;
  const { reading, window, list } = portfolio;
  const replay = replayOf(classification);
  const overTime = concentrationOverTimeOf(classification);
  const goings = comingsAndGoings(classification).map(({ period, came, went, rate, wentAmount }) => ({
    period: periodLabel(portfolio.wholeHistory.periods[period]),
    came,
    lost: went,
    lostRate: rate,
    lostAmount: wentAmount,
  }));
  const departments = departmentFigures(classification);
  const managers = managerFigures(classification);
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
      periods: window.periods.map(periodLabel),
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
    clients: clientFigures(classification, costs),
    concentration: {
      hhi: concentration.hhi,
      effectiveClients: concentration.effectiveClients,
      cr1: concentration.cr1,
      cr3: concentration.cr3,
      cr5: concentration.cr5,
      topFifthShare: concentration.topFifthShare,
      gini: concentration.gini,
    },
    ...(overTime.length > 0 && {
      concentrationOverTime: overTime.map(({ period, cr1, cr5, hhi, keyClients }) => ({
        period: periodLabel(portfolio.wholeHistory.periods[period]),
        cr1,
        cr5,
        hhi,
        keyClients,
      })),
    }),
    ...(bridge && { bridge: bridgeFigures(bridge) }),
    ...(moves && { movement: movementFigures(moves, portfolio) }),
    ...(departments && { departments }),
    ...(managers && { managers }),
    processes: processFigures(classification),
    ...(goings.length > 0 && { comingsAndGoings: goings }),
    ...(replay && { replay }),
  };
}
