/** Cards on our own status cells: a file of its own, with the texts that only it needs. */
import type { Language } from "../../locales";
import {
  type Classification,
  firmnessSteps,
  inSlices,
  type KeptRuns,
  type Moves,
  movesSteps,
  snapshotBeforeSteps,
  snapshotSteps,
} from "../../portfolio";
import type { RunOptions, RunRequest } from "../run-options";
import { readRuns } from "../settings/keep-run";
import { runsKey, runsOf } from "../settings/runs-setting";
import { identityOfPlace } from "../source/list-place";
import type { Source } from "../source/source";
import { cardsOfRowsSteps, namesByDay } from "./explained-clients";
import { standingCards } from "./standing-cards";
import { type Cards, noCards, sameCards } from "./value-card";

/**
 * What the status cells of a list shall carry, and what they carry. Asks Excel only where there may be something to ask for.
 * @throws Problem cancelled; the error of Office.js
 */
export async function cardsOfList(
  { place, workbook }: Source,
  classification: Classification,
  language: Language,
  { compareWith }: RunRequest,
  options: Pick<RunOptions, "signal">,
): Promise<Cards> {
  const { policy } = classification;
  const own = place.own.find(({ column }) => column === "status");
  const asksForRuns = policy.cards > 0 && workbook.settings.has(runsKey);
  const [standing, stored] =
    own || asksForRuns
      ? await Excel.run(async (context) => [
          own ? await standingCards(context, place, own) : noCards,
          asksForRuns ? await readRuns(context) : undefined,
        ])
      : [noCards, undefined];
  if (policy.cards === 0) return { wanted: noCards, standing, areRight: standing.size === 0 };
  const runs = asksForRuns ? runsOf(stored, identityOfPlace(place)) : null;
  const moves = runs && (await movesSince(runs, classification, compareWith, options));
  const wanted = await inSlices(cardsOfRowsSteps(classification, moves, policy.cards, language), options);
  return { wanted, standing, areRight: sameCards(wanted, standing, namesByDay(language)) };
}

/** As Movement has them; null where there is no earlier run to compare with. */
async function movesSince(
  runs: KeptRuns,
  classification: Classification,
  chosen: string | undefined,
  options: Pick<RunOptions, "signal">,
): Promise<Moves | null> {
  if (runs.runs.length === 0) return null;
  const { fingerprint } = await inSlices(snapshotSteps(classification), options);
  const earlier = await inSlices(snapshotBeforeSteps(runs, fingerprint, chosen), options);
  if (!earlier) return null;
  const firmness = await inSlices(firmnessSteps(classification), options);
  return inSlices(movesSteps(earlier, classification, firmness), options);
}
