import { abcBorders, abcClass, rowTotals, total, xyz, noSharesOf, type AbcBorders } from "../analysis";
import { coefficient, defaultPolicy, partOfWhole } from "../portfolio";
import {
  cellsOf,
  neededByAll,
  numbersForAll,
  optionalCells,
  readNumbers,
  requireNumbers,
  wrongByRow,
  type Cells,
} from "./cells";
import { ascendingLimits } from "./limits";
import { PopulationCache } from "./population-cache";
import { FunctionProblem } from "./problem";
import { asColumn } from "./result";

const { abc: abcDefault, xyz: xyzDefault } = defaultPolicy;

/**
 * ABC class by amount and XYZ class by variation of each client, below each other: AX … CZ, AN, BN, CN.
 * The amount is the sum of the periods. Source: methods §§1, 3, 4.
 *
 * @customfunction ABCXYZ
 * @param history A row per client, a column per period in order; blank = 0, not counted before the client begins.
 * @param [population] History of all clients, with the same periods; when left out, `history`.
 * @param [aLimit] Cumulative share at which class A ends; 80% when left out.
 * @param [bLimit] Cumulative share at which class B ends; 95% when left out.
 * @param [xLimit] Coefficient of variation up to which a client is X; 10% when left out.
 * @param [yLimit] Coefficient of variation up to which a client is Y; 25% when left out.
 * @returns {any[][]}
 * @throws FunctionProblem for a total of the population that is not above 0 and for arguments that do not fit; for cells of
 *   the history that are not numbers, with a population only in their own row.
 */
export function abcxyz(
  history: unknown[][],
  population?: unknown[][],
  aLimit?: unknown,
  bLimit?: unknown,
  xLimit?: unknown,
  yLimit?: unknown,
) {
  const cells = cellsOf("history", history);
  const populationCells = optionalCells("population", population);
  const [a, b] = ascendingLimits(
    [
      { argument: "aLimit", value: aLimit, byDefault: abcDefault.aLimit },
      { argument: "bLimit", value: bLimit, byDefault: abcDefault.bLimit },
    ] as const,
    partOfWhole,
  );
  const [x, y] = ascendingLimits(
    [
      { argument: "xLimit", value: xLimit, byDefault: xyzDefault.variation.xLimit },
      { argument: "yLimit", value: yLimit, byDefault: xyzDefault.variation.yLimit },
    ] as const,
    coefficient,
  );
  const read = readNumbers(cells);
  const { numbers } = read;
  const wrong = wrongByRow(cells, read);
  const [firstWrong] = read.wrong.values();
  if (firstWrong && !populationCells) throw neededByAll(firstWrong, "history");
  const amounts = rowTotals(numbers, cells.rows, cells.columns);
  const borders = populationCells
    ? bordersIn(cells, populationCells, a, b)
    : bordersOf("history", numbers, amounts, a, b);
  if (!amounts.every(Number.isFinite)) throw new FunctionProblem({ kind: "tooLarge" });
  const { classes } = xyz(numbers, cells.rows, cells.columns, {
    ...xyzDefault,
    method: "variation",
    variation: { xLimit: x, yLimit: y, deviation: xyzDefault.variation.deviation },
  });
  return asColumn(
    classes.map((regularity, row) => wrong[row] ?? abcClass(amounts[row], borders) + regularity),
  );
}

const borders = new PopulationCache<AbcBorders>();

function bordersIn(history: Cells, population: Cells, aLimit: number, bLimit: number): AbcBorders {
  if (population.columns !== history.columns) {
    throw new FunctionProblem({
      kind: "otherColumns",
      argument: "population",
      columns: population.columns,
      like: "history",
      likeColumns: history.columns,
    });
  }
  return borders.recall([population], [aLimit, bLimit], () => {
    const numbers = numbersForAll(population, "historyPopulation");
    const amounts = rowTotals(numbers, population.rows, population.columns);
    return bordersOf("population", numbers, amounts, aLimit, bLimit);
  });
}

function bordersOf(
  argument: string,
  numbers: Float64Array,
  amounts: Float64Array,
  aLimit: number,
  bLimit: number,
): AbcBorders {
  requireNumbers(argument, numbers);
  const whole = total(amounts);
  if (!Number.isFinite(whole)) throw new FunctionProblem({ kind: "tooLarge" });
  const kind = noSharesOf(whole);
  if (kind) throw new FunctionProblem({ kind });
  return abcBorders(amounts, { aLimit, bLimit, crossing: abcDefault.crossing });
}
