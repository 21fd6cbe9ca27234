import { groupTotals, noSharesOf, shares, total } from "../analysis";
import { identityOf } from "../portfolio";
import {
  cellsOf,
  isBlank,
  namesOf,
  neededByAll,
  numbersForAll,
  optionalCells,
  readNames,
  readNumbers,
  requireNumbers,
  requireSameSize,
  type Cells,
  type NumbersRead,
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
 * @throws FunctionProblem for a total that is not above 0 and for amounts that are not numbers (inside groups only in
 *   that group's cells, beside a population only in their own), and for arguments that do not fit.
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
  const read = readNumbers(amountCells);

  if (!groupCells) {
    if (populationGroupCells) throw missing("populationGroups", "groups");
    const whole = populationCells
      ? populationTotal(populationCells)
      : totalOf("amounts", numbersForAll(amountCells, "amounts"));
    return inShapeOf(amountCells, sharesOf(read, whole));
  }

  requireSameSize(groupCells, amountCells);
  if (!populationCells) {
    if (populationGroupCells) throw missing("populationGroups", "population");
    const names = namesOf(groupCells);
    const totals = totalsByGroup("amounts", read, names);
    return inShapeOf(amountCells, sharesInGroup(read, names, totals, groupCells.argument));
  }
  if (!populationGroupCells) throw missing("groups", "populationGroups");
  requireSameSize(populationGroupCells, populationCells);
  const totals = groupedTotals.recall([populationCells, populationGroupCells], [], () =>
    totalsByGroup("population", readNumbers(populationCells), namesOf(populationGroupCells)),
  );
  return inShapeOf(amountCells, sharesInGroup(read, readNames(groupCells), totals, "populationGroups"));
}

const totals = new PopulationCache<number>();
const groupedTotals = new PopulationCache<GroupTotals>();

/** T of each group by its identity, or the cell for want of which it has none. */
type GroupTotals = ReadonlyMap<string, number | FunctionProblem>;

function populationTotal(population: Cells): number {
  return totals.recall([population], [], () =>
    totalOf("population", numbersForAll(population, "population")),
  );
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

function sharesOf({ numbers, wrong }: NumbersRead, whole: number): ResultCell[] {
  return Array.from(shares(numbers, whole).shares, (share, position) => wrong.get(position) ?? finite(share));
}

/** T of each group by its identity: names that differ only in case and white space are one group. */
function totalsByGroup(
  argument: "amounts" | "population",
  { numbers: amounts, wrong }: NumbersRead,
  names: readonly string[],
): GroupTotals {
  if (wrong.size === 0) requireNumbers(argument, amounts);
  const numbers = new Map<string, number>();
  const groups = names.map((name) => {
    const identity = identityOf(name);
    if (identity === "") return -1;
    const number = numbers.get(identity) ?? numbers.size;
    numbers.set(identity, number);
    return number;
  });
  const lacking = new Map<number, FunctionProblem>();
  const without = argument === "amounts" ? "groupedAmounts" : "groupedPopulation";
  for (const [position, problem] of wrong) {
    const group = groups[position];
    if (group >= 0 && !lacking.has(group)) lacking.set(group, neededByAll(problem, without));
  }
  const sums = groupTotals(amounts, groups, numbers.size);
  return new Map(
    Array.from(numbers, ([identity, number]) => [identity, lacking.get(number) ?? sums[number]]),
  );
}

function sharesInGroup(
  { numbers: amounts, wrong }: NumbersRead,
  names: readonly (string | FunctionProblem)[],
  totals: GroupTotals,
  where: string,
): ResultCell[] {
  return names.map((name, position) => {
    const own = wrong.get(position);
    if (own) return own;
    if (typeof name !== "string") return name;
    const identity = identityOf(name);
    if (identity === "") {
      return isBlank(amounts[position]) ? 0 : new FunctionProblem({ kind: "noGroup", argument: "groups" });
    }
    const whole = totals.get(identity);
    if (whole === undefined) {
      return new FunctionProblem({ kind: "unknownGroup", group: name, argument: where });
    }
    if (typeof whole !== "number") return whole;
    return problemOf(whole) ?? finite(amounts[position] / whole);
  });
}

function missing(argument: string, other: string): FunctionProblem {
  return new FunctionProblem({ kind: "needsBoth", argument, missing: other });
}
