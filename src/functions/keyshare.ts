import { groupTotals, noSharesOf, shares, total } from "../analysis";
import { identityOf } from "../portfolio";
import {
  cellsOf,
  isBlank,
  namesOf,
  numbersOf,
  optionalCells,
  requireNumbers,
  requireSameSize,
  type Cells,
} from "./cells";
import { PopulationCache } from "./population-cache";
import { FunctionProblem } from "./problem";
import { finite, inShapeOf, type ResultCell } from "./result";

/**
 * Share of each amount in the total, or in the total of its group: signed fractions in the shape of `amounts`.
 * Source: methods §2.
 *
 * @customfunction KEYSHARE
 * @param amounts Amounts in one unit; blank = 0.
 * @param [population] Amounts that make up the total; when left out, `amounts`.
 * @param [groups] Group of each amount, in the shape of `amounts`.
 * @param [populationGroups] Group of each amount of the population, in its shape.
 * @returns {any[][]}
 * @throws FunctionProblem for a total that is not above 0 (inside groups only in that group's cells) and for arguments
 *   that do not fit.
 */
export function keyshare(
  amounts: unknown[][],
  population?: unknown[][],
  groups?: unknown[][],
  populationGroups?: unknown[][],
) {
  const amountCells = cellsOf("amounts", amounts);
  const populationCells = optionalCells("population", population);
  const groupCells = optionalCells("groups", groups);
  const populationGroupCells = optionalCells("populationGroups", populationGroups);
  const values = numbersOf(amountCells);

  if (!groupCells) {
    if (populationGroupCells) throw missing("populationGroups", "groups");
    const whole = populationCells ? populationTotal(populationCells) : totalOf("amounts", values);
    return inShapeOf(amountCells, sharesOf(values, whole));
  }

  requireSameSize(groupCells, amountCells);
  if (!populationCells) {
    if (populationGroupCells) throw missing("populationGroups", "population");
    const names = namesOf(groupCells);
    const totals = totalsByGroup("amounts", values, names);
    return inShapeOf(amountCells, sharesInGroup(values, names, totals, groupCells.argument));
  }
  if (!populationGroupCells) throw missing("groups", "populationGroups");
  requireSameSize(populationGroupCells, populationCells);
  const totals = groupedTotals.recall([populationCells, populationGroupCells], [], () =>
    totalsByGroup("population", numbersOf(populationCells), namesOf(populationGroupCells)),
  );
  return inShapeOf(amountCells, sharesInGroup(values, namesOf(groupCells), totals, "populationGroups"));
}

const totals = new PopulationCache<number>();
const groupedTotals = new PopulationCache<ReadonlyMap<string, number>>();

function populationTotal(population: Cells): number {
  return totals.recall([population], [], () => totalOf("population", numbersOf(population)));
}

/** T of the whole; never one that gives no shares. */
function totalOf(argument: string, amounts: Float64Array): number {
  requireNumbers(argument, amounts);
  const whole = total(amounts);
  const problem = problemOf(whole);
  if (problem) throw problem;
  return whole;
}

function problemOf(whole: number): FunctionProblem | null {
  if (!Number.isFinite(whole)) return new FunctionProblem({ kind: "tooLarge" });
  const kind = noSharesOf(whole);
  return kind && new FunctionProblem({ kind });
}

function sharesOf(amounts: Float64Array, whole: number): ResultCell[] {
  return Array.from(shares(amounts, whole).shares, finite);
}

/** T of each group by its identity: names that differ only in case and white space are one group. */
function totalsByGroup(
  argument: string,
  amounts: Float64Array,
  names: readonly string[],
): ReadonlyMap<string, number> {
  requireNumbers(argument, amounts);
  const numbers = new Map<string, number>();
  const groups = names.map((name) => {
    const identity = identityOf(name);
    if (identity === "") return -1;
    const number = numbers.get(identity) ?? numbers.size;
    numbers.set(identity, number);
    return number;
  });
  const sums = groupTotals(amounts, groups, numbers.size);
  return new Map(Array.from(numbers, ([identity, number]) => [identity, sums[number]]));
}

function sharesInGroup(
  amounts: Float64Array,
  names: readonly string[],
  groupTotals: ReadonlyMap<string, number>,
  where: string,
): ResultCell[] {
  return names.map((name, position) => {
    const identity = identityOf(name);
    if (identity === "") {
      return isBlank(amounts[position]) ? 0 : new FunctionProblem({ kind: "noGroup", argument: "groups" });
    }
    const whole = groupTotals.get(identity);
    if (whole === undefined) {
      return new FunctionProblem({ kind: "unknownGroup", group: name, argument: where });
    }
    return problemOf(whole) ?? finite(amounts[position] / whole);
  });
}

function missing(argument: string, other: string): FunctionProblem {
  return new FunctionProblem({ kind: "needsBoth", argument, missing: other });
}
