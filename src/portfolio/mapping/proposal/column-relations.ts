import type { ColumnFacts } from "../column-facts";

/** `total = factor × count` in nearly every row. Positions in the list. */
export interface Product {
  product: number;
  factors: readonly [number, number];
}

/** `whole = part + other part` in nearly every row. */
export interface Sum {
  whole: number;
  parts: readonly [number, number];
}

const enoughRows = 4;
/** Columns that are compared with each other: the number of triples grows with the third power. */
const mostColumns = 14;

/** Which columns of numbers are the product or the sum of two others. */
export function relationsOf(
  facts: readonly ColumnFacts[],
  positions: readonly number[],
): { products: Product[]; sums: Sum[] } {
  const columns = positions
    .filter((i) => facts[i].count >= enoughRows && !facts[i].isZero)
    .slice(0, mostColumns);
  const products: Product[] = [];
  const sums: Sum[] = [];
  for (const [at, a] of columns.entries()) {
    for (const b of columns.slice(at + 1)) {
      for (const c of columns) {
        if (c === a || c === b) continue;
        const [x, y, z] = [facts[a].sample, facts[b].sample, facts[c].sample];
        if (!isTrivial(x) && !isTrivial(y) && holds(x, y, z, isProduct))
          products.push({ product: c, factors: [a, b] });
        if (holds(x, y, z, isSum)) sums.push({ whole: c, parts: [a, b] });
      }
    }
  }
  return { products, sums };
}

/** Whether a column is the sum of all the others in nearly every row. */
export function sumsOthers(
  facts: readonly ColumnFacts[],
  column: number,
  others: readonly number[],
): boolean {
  const { sample, count } = facts[column];
  if (others.length < 2 || count < 3) return false;
  let agree = 0;
  sample.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    const sum = others.reduce((total, other) => total + (facts[other].sample[row] || 0), 0);
    if (Math.abs(value - sum) <= tolerance(value)) agree++;
  });
  return agree >= count * 0.9;
}

/**
 * Whether a column states on each of several rows what they add up to in another: the total of an order beside its lines. Added
 * up it would count as often as the order has lines.
 */
export function repeatsSums({ sample: wholes, count }: ColumnFacts, { sample: parts }: ColumnFacts): boolean {
  let [inBlocks, blocks, from, sum] = [0, 0, 0, 0];
  for (let row = 0; row < wholes.length; row++) {
    sum += parts[row] || 0;
    const isOver =
      row + 1 === wholes.length || wholes[row + 1] !== wholes[row] || isReached(wholes[row], sum);
    if (!isOver) continue;
    if (!isReached(wholes[row], sum)) sum = NaN;
    if (!Number.isNaN(sum)) inBlocks += row + 1 - from;
    if (row > from && !Number.isNaN(sum)) blocks++;
    [from, sum] = [row + 1, 0];
  }
  return blocks >= 3 && inBlocks >= 0.9 * count;
}

const isReached = (whole: number, sum: number): boolean => Math.abs(whole - sum) <= tolerance(whole);

/**
 * Whether figures grow from column to column in nearly every row, as sums since the beginning of a year do: by chance three
 * columns do so in one row of six. Returns may lower them now and then.
 *
 * @param columns positions, from the shortest time to the longest
 */
export function growInEveryRow(facts: readonly ColumnFacts[], columns: readonly number[]): boolean {
  if (columns.length < 3) return false;
  let [rows, steps, back, grown] = [0, 0, 0, 0];
  for (let row = 0; row < facts[columns[0]].sample.length; row++) {
    const values = columns.map((at) => facts[at].sample[row]).filter((value) => !Number.isNaN(value));
    if (values.length < 2) continue;
    rows++;
    steps += values.length - 1;
    back += values.filter((value, i) => i > 0 && value < values[i - 1] - tolerance(value)).length;
    if (values[values.length - 1] > values[0]) grown++;
  }
  return rows >= enoughRows && back <= 0.03 * steps && grown >= 0.5 * rows;
}

/** Whether two columns hold the same numbers and texts in the sampled rows. */
export function areTwins(one: ColumnFacts, other: ColumnFacts): boolean {
  return (
    one.sample.every((value, row) => Object.is(value, other.sample[row])) &&
    one.texts.every((text, row) => text === other.texts[row])
  );
}

type Relation = (x: number, y: number, z: number) => boolean;

const tolerance = (value: number) => Math.max(0.011, Math.abs(value) * 1e-6);
// Prices are often shown rounded.
const isProduct: Relation = (x, y, z) => Math.abs(x * y - z) <= Math.max(0.02, Math.abs(z) * 0.002);
const isSum: Relation = (x, y, z) => Math.abs(x + y - z) <= tolerance(z);

/** Multiplying by one, or by nothing, is no sign of anything. */
function isTrivial(values: Float64Array): boolean {
  return values.every((value) => Number.isNaN(value) || value === 0 || value === 1);
}

function holds(x: Float64Array, y: Float64Array, z: Float64Array, relation: Relation): boolean {
  let rows = 0;
  let agree = 0;
  let filled = 0;
  for (let row = 0; row < z.length; row++) {
    if (Number.isNaN(z[row])) continue;
    rows++;
    // A blank beside an amount stands for nothing: no return, no tax.
    const [one, other] = [x[row] || 0, y[row] || 0];
    if (relation(one, other, z[row])) agree++;
    else if (rows > 20 && agree < rows / 2) return false;
    if (one !== 0 && other !== 0) filled++;
  }
  return rows >= enoughRows && agree >= rows * 0.9 && filled >= Math.max(3, rows * 0.1);
}
