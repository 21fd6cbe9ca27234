import { concentration as measures, noSharesOf, total } from "../analysis";
import { cellsOf, numbersForAll, requireNumbers } from "./cells";
import { FunctionProblem } from "./problem";
import type { Phrase, ResultCell } from "./result";

const rows = ["hhi", "effectiveClients", "cr1", "cr3", "cr5", "gini"] as const;

/**
 * How concentrated the amounts are: six rows of label and figure. HHI from 0 to 10,000, the number of equal clients
 * that would be as concentrated, the shares of the largest one, three and five clients, and Gini, over the positive
 * amounts. Source: methods §7.
 *
 * @customfunction CONCENTRATION
 * @param amounts Amounts of all clients in one unit; blank = 0.
 * @returns {any[][]}
 * @throws FunctionProblem for a total that is not above 0 and for amounts that are not numbers.
 */
export function concentration(amounts: unknown[][]) {
  const cells = cellsOf("amounts", amounts);
  const numbers = numbersForAll(cells, "concentration");
  requireNumbers("amounts", numbers);
  const whole = total(numbers);
  const kind = Number.isFinite(whole) ? noSharesOf(whole) : "tooLarge";
  if (kind) throw new FunctionProblem({ kind });
  const found = measures(numbers);
  return rows.map((row): ResultCell[] => {
    const figure = found ? found[row] : NaN;
    if (!Number.isFinite(figure)) throw new FunctionProblem({ kind: "tooLarge" });
    return [labels[row], figure];
  });
}

const labels: Readonly<Record<(typeof rows)[number], Phrase>> = {
  hhi: ({ functions }) => functions.concentration.hhi,
  effectiveClients: ({ functions }) => functions.concentration.effectiveClients,
  cr1: ({ functions }) => functions.concentration.cr1,
  cr3: ({ functions }) => functions.concentration.cr3,
  cr5: ({ functions }) => functions.concentration.cr5,
  gini: ({ functions }) => functions.concentration.gini,
};
