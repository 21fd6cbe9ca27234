import { defaultPolicy } from "../../../src/portfolio";
import { findSources } from "../../../src/workbook";
import { addScoreColumns } from "../../../src/workbook/score-columns/add-score-columns";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import type { StartedExcel } from "../../excel";

const { kaism } = defaultPolicy;

/** Criteria that get columns. */
export const two = [
  { axis: "attractiveness", header: "Attractiveness: growth potential" },
  { axis: "loyalty", header: "Loyalty: price" },
] as const;
export const headers = two.map(({ header }) => header);

/** Adds columns for scores beside the first list. */
export async function added(criteria: readonly (typeof two)[number][] = two) {
  const { options } = await findSources();
  return addScoreColumns({
    source: options[0].reference,
    criteria,
    scale: kaism.scale,
    cuts: { attractiveness: kaism.attractivenessCut, loyalty: kaism.loyaltyCut },
    language: "en",
  });
}

/** Which request of adding the columns writes them; they are undone again. */
export async function writingRequest({ journal }: StartedExcel["host"]): Promise<number> {
  journal.clear();
  await undoRun((await added())!);
  return journal.requests.findIndex(({ operations }) =>
    operations.some((operation) => /DataValidation\.Rule/i.test(String(operation))),
  );
}
