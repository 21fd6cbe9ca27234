import { sum, total } from "../../analysis";
import { isBlank, isExcelError } from "../list/number-column";
import type { Cut, Policy } from "../policy/policy";
import type { Steps } from "../steps";
import type { ClientRows } from "./rows/client-rows";
import type { MappedList } from "./mapped-list";
import type { Criteria, Portfolio } from "./portfolio";
import { knownTotals } from "./profit";

/** What people say of the clients: scores, potential, marks. */
export type Attributes = Pick<Portfolio, "attractiveness" | "loyalty" | "potentials" | "hours" | "flags">;

/** Reads the columns in which people say something of the clients. */
export function* readAttributesSteps(
  list: MappedList,
  rows: ClientRows,
  { kaism }: Policy,
): Steps<Attributes> {
  const attractiveness = readCriteria(list, "attractiveness", rows, kaism.scale, kaism.attractivenessCut);
  yield 0.2;
  const loyalty = readCriteria(list, "loyalty", rows, kaism.scale, kaism.loyaltyCut);
  yield 0.4;
  const potentials = readPotentials(list, rows);
  const hours = readHours(list, rows);
  yield 0.5;
  const flags = {
    wellKnown: readFlag(list, "wellKnown", rows),
    partner: readFlag(list, "partner", rows),
    demanding: readFlag(list, "demanding", rows),
    innovator: readFlag(list, "innovator", rows),
    vip: readFlag(list, "vip", rows),
  };
  return { attractiveness, loyalty, potentials, hours, flags };
}

/**
 * Scores of one axis, n × k row-major; a client with several rows has the mean of its filled-in ones.
 * Blank and 0 are missing; so are text and scores off the scale, which are reported.
 * Where the cut says that the scores are ratios to the best competitor, any number above 0 will do.
 */
function readCriteria(
  list: MappedList,
  role: "attractiveness" | "loyalty",
  rows: ClientRows,
  scale: Policy["kaism"]["scale"],
  cut: Cut,
): Criteria {
  const { log } = list;
  const columns = list.columns.all(role);
  const isRatio = isRatioCut(cut, scale);
  const scores = new Float64Array(rows.clients.length * columns.length).fill(NaN);
  columns.forEach((mapped, k) => {
    const { column } = mapped;
    const read = list.numbersOf(mapped);
    log.numbers(column, read, (row) => rows.client[row] >= 0, "criterionNotANumber");
    const given = new Map<number, number[]>();
    for (let row = 0; row < list.rowCount; row++) {
      const client = rows.client[row];
      const score = read.numbers[row];
      if (client < 0 || Number.isNaN(score) || score === 0) continue;
      if (isRatio ? score < 0 : score < scale.lowest || score > scale.highest) {
        log.cell("criterionOutOfScale", row, column);
        continue;
      }
      const at = client * columns.length + k;
      if (Number.isNaN(scores[at])) scores[at] = score;
      else given.set(at, [...(given.get(at) ?? [scores[at]]), score]);
    }
    for (const [at, several] of given) scores[at] = sum(several) / several.length;
  });
  return { headers: columns.map(({ header }) => header), scores };
}

/** A number as cut that does not lie inside the scale means ratios to the best competitor, where 1 is a draw (methods §5). */
export function isRatioCut(cut: Cut, { lowest, highest }: Policy["kaism"]["scale"]): boolean {
  return typeof cut === "number" && (cut <= lowest || cut >= highest);
}

/**
 * Potential (wallet) per client, NaN where unknown. Rows of one name repeat the same potential, so the largest counts;
 * names of one group add up.
 */
function readPotentials(list: MappedList, rows: ClientRows): Float64Array | null {
  const mapped = list.columns.one("potential");
  if (!mapped) return null;
  const read = list.moneyOf(mapped);
  list.log.numbers(mapped.column, read, (row) => rows.client[row] >= 0, "attributeLeftOut");
  const ofName = new Float64Array(rows.nameClient.length).fill(NaN);
  for (let row = 0; row < list.rowCount; row++) {
    const name = rows.client[row] < 0 ? -1 : rows.name[row];
    const potential = read.numbers[row];
    if (name < 0 || Number.isNaN(potential)) continue;
    if (!(ofName[name] >= potential)) ofName[name] = potential;
  }
  const result = new Float64Array(rows.clients.length).fill(NaN);
  ofName.forEach((potential, name) => {
    const client = rows.nameClient[name];
    if (!Number.isNaN(potential)) result[client] = (result[client] || 0) + potential;
  });
  return result;
}

const no = /^(?:[-–—.]|0|n|no|нет|false|ложь|н|не|none|n\/a)$/i;
const yes = /^(?:[+*xхvy1✓✔☑●•]|yes|да|д|true|истина|есть)$/i;

/** Hours per client, of all its rows and columns; NaN where none is filled in. */
function readHours(list: MappedList, { client, clients }: ClientRows): Float64Array | null {
  const columns = list.columns.all("hours");
  if (columns.length === 0) return null;
  const perColumn = columns.map((mapped) => {
    const read = list.numbersOf(mapped);
    list.log.numbers(mapped.column, read, (row) => client[row] >= 0, "attributeLeftOut");
    return knownTotals(read.numbers, client, clients.length);
  });
  return perColumn.reduce((sums, own) =>
    sums.map((hours, i) => (Number.isNaN(hours) ? own[i] : total([hours, own[i] || 0]))),
  );
}

/** A yes/no mark per client: 1 when any of its rows says yes. The header's own word ("VIP" under VIP) is a yes, other text is reported. */
function readFlag(list: MappedList, role: keyof Portfolio["flags"], rows: ClientRows): Uint8Array | null {
  const mapped = list.columns.one(role);
  if (!mapped) return null;
  const { header, column } = mapped;
  const { log } = list;
  const result = new Uint8Array(rows.clients.length);
  for (let row = 0; row < list.rowCount; row++) {
    const client = rows.client[row];
    if (client < 0) continue;
    const number = column.numbers[row];
    if (number > 0) result[client] = 1;
    const content = column.others.get(row);
    if (content === undefined || content === false || isBlank(content)) continue;
    const text = typeof content === "string" ? content.trim() : "";
    if (content === true || yes.test(text)) result[client] = 1;
    else if (isExcelError(content)) log.cell("attributeLeftOut", row, column);
    else if (sharesAWord(text, header)) result[client] = 1;
    else if (!no.test(text)) log.cell("attributeLeftOut", row, column);
  }
  return result;
}

function sharesAWord(text: string, header: string): boolean {
  const stem = (word: string) => word.toLowerCase().slice(0, 5);
  const ofHeader = new Set((header.match(/[\p{L}]{3,}/gu) ?? []).map(stem));
  const negated = /^(?:no|not|не|нет)\b|^не(?=\s)/i.test(text);
  return !negated && (text.match(/[\p{L}]{3,}/gu) ?? []).some((word) => ofHeader.has(stem(word)));
}
