import { groupTotals, sum } from "../../../analysis";
import { type Steps, within } from "../../steps";
import { eachLineSteps, type JoinedLines } from "./joined-lines";
import { monthOfDay, serialOfEpoch } from "../../periods/day-text";

/** Purchases per row of a made list: lines with a positive amount, or the documents that they belong to. */
export interface Purchases {
  /** Excel serials; NaN without a purchase. */
  first: Float64Array;
  last: Float64Array;
  count: Float64Array;
  /** Money of the purchases, returns apart, by their number; NaN without one. */
  average: Float64Array;
  /** Purchases of all rows with a client; null without document numbers. */
  documents: number | null;
  /** Days on which somebody bought, of each client by itself (methods §9); null where the dates are not days. */
  days: number | null;
}

/**
 * Counts purchases. A document number may begin anew each year, and may stand with several clients: it is one purchase per
 * client and year.
 *
 * @param row row of the made list of each line
 * @param names of the rows; "" where there is no client
 */
export function* purchasesSteps(
  lines: JoinedLines,
  row: Int32Array,
  names: readonly string[],
): Steps<Purchases> {
  const rowCount = names.length;
  const first = new Float64Array(rowCount).fill(NaN);
  const last = new Float64Array(rowCount).fill(NaN);
  const count = new Float64Array(rowCount);
  const bought = new Int32Array(lines.count).fill(-1);
  const hasDocuments = lines.parts.some(({ source }) => source.columns.document !== null);
  const areDays = lines.parts.every(({ dates }) => !dates || dates.unit === "day");
  const clientDays = new Float64Array(areDays ? lines.count : 0).fill(NaN);
  const documentAt = lines.textOf(({ columns: { document } }) => document);
  const firstPair = new Map<string, number>();
  const further = new Set<string>();
  yield* within(
    0,
    0.9,
    eachLineSteps(lines, (line) => {
      const at = row[line];
      if (!(lines.amounts[line] > 0)) return;
      bought[line] = at;
      if (lines.isDated[line]) {
        const serial = lines.days[line] + serialOfEpoch;
        if (!(first[at] <= serial)) first[at] = serial;
        if (!(last[at] >= serial)) last[at] = serial;
        if (areDays && names[at] !== "") clientDays[line] = at * farthestSerial + serial;
      }
      const document = hasDocuments ? documentAt(line).trim() : "";
      if (document === "") {
        count[at]++;
        return;
      }
      const year = lines.isDated[line] ? Math.floor(monthOfDay(lines.days[line]) / 12) : 0;
      const pair = at * 10_000 + year;
      const known = firstPair.get(document);
      if (known === pair) return;
      if (known === undefined) firstPair.set(document, pair);
      else {
        const key = `${pair} ${document}`;
        if (further.has(key)) return;
        further.add(key);
      }
      count[at]++;
    }),
  );
  yield 0.9;
  const money = groupTotals(lines.amounts, bought, rowCount);
  return {
    first,
    last,
    count,
    average: money.map((amount, at) => (count[at] > 0 ? Math.round((amount / count[at]) * 100) / 100 : NaN)),
    documents: hasDocuments ? sum(count.filter((_, at) => names[at] !== "")) : null,
    days: areDays ? distinct(clientDays) : null,
  };
}

/** Above the serials of all days that Excel knows. */
const farthestSerial = 10_000_000;

/** How many values there are; NaN is none. Sorts them. */
function distinct(values: Float64Array): number {
  values.sort();
  let count = 0;
  for (let i = 0; i < values.length && !Number.isNaN(values[i]); i++) {
    if (i === 0 || values[i] !== values[i - 1]) count++;
  }
  return count;
}
