import { sum } from "../../analysis";
import type { FindingLog } from "../list/finding-log";
import { isBlank, isExcelError, readNumberColumn } from "../list/number-column";
import type { Policy } from "../policy/policy";
import type { Criteria } from "./portfolio";
import type { MappedColumn } from "./source-columns";
import type { SourceList } from "../list/source-list";

/** Rows that are classified, and whose they are. */
export interface ClassifiedRows {
  /** Client of each row, −1 = none; `clients` of them. */
  client: Int32Array;
  clients: number;
  /** Distinct name of each row, −1 = none; client of each name. */
  name: Int32Array;
  nameClient: Int32Array;
}

/**
 * Scores of one axis, n × k row-major; a client with several rows has the mean of its filled-in ones.
 * Blank and 0 are missing; so are text and scores off the scale, which are reported.
 *
 * @param isRatio scores are ratios to the best competitor: any number above 0 will do
 */
export function readCriteria(
  list: SourceList,
  columns: readonly MappedColumn[],
  rows: ClassifiedRows,
  scale: Policy["kaism"]["scale"],
  isRatio: boolean,
  log: FindingLog,
): Criteria {
  const scores = new Float64Array(rows.clients * columns.length).fill(NaN);
  columns.forEach(({ column }, k) => {
    const read = readNumberColumn(column, list.decimalSeparator);
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

/**
 * Potential (wallet) per client, NaN where unknown. Rows of one name repeat the same potential, so the largest counts;
 * names of one group add up.
 */
export function readPotentials(
  list: SourceList,
  { column }: MappedColumn,
  rows: ClassifiedRows,
  log: FindingLog,
): Float64Array {
  const read = readNumberColumn(column, list.decimalSeparator);
  log.numbers(column, read, (row) => rows.client[row] >= 0, "attributeLeftOut");
  const ofName = new Float64Array(rows.nameClient.length).fill(NaN);
  for (let row = 0; row < list.rowCount; row++) {
    const name = rows.client[row] < 0 ? -1 : rows.name[row];
    const potential = read.numbers[row];
    if (name < 0 || Number.isNaN(potential)) continue;
    if (!(ofName[name] >= potential)) ofName[name] = potential;
  }
  const result = new Float64Array(rows.clients).fill(NaN);
  ofName.forEach((potential, name) => {
    const client = rows.nameClient[name];
    if (!Number.isNaN(potential)) result[client] = (result[client] || 0) + potential;
  });
  return result;
}

const no = /^(?:[-–—.]|0|n|no|нет|false|ложь|н|не|none|n\/a)$/i;
const yes = /^(?:[+*xхvy1✓✔☑●•]|yes|да|д|true|истина|есть)$/i;

/** A yes/no mark per client: 1 when any of its rows says yes. The header's own word ("VIP" under VIP) is a yes, other text is reported. */
export function readFlag(
  list: SourceList,
  { header, column }: MappedColumn,
  rows: ClassifiedRows,
  log: FindingLog,
): Uint8Array {
  const result = new Uint8Array(rows.clients);
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
