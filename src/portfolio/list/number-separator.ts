import { isBlank } from "./number-column";
import { isAmbiguous, type NumberText, readNumberText } from "./number-text";
import type { SourceColumn, SourceList } from "./source-list";

/** Texts of a column that are looked at. */
const sampled = 2000;
/** Part of a column's filled cells that must be numbers: words and codes say nothing about amounts. */
const mostNumbers = 0.8;
/** `05.12` may be a day and a month. */
const likeDay = /^\d{1,2}\.(?:0[1-9]|1[0-2])$/;

const known = new WeakMap<SourceList, "." | ",">();

/**
 * What divides the decimals in the numbers of a list that stand as text: what those of all its columns say that can be read
 * in one way only (`0,755 тыс.`, `1 200,00`), and the workbook's separator where they say nothing, or both. `1,143 млн` alone
 * in its column means what its neighbours mean.
 */
export function separatorIn(list: SourceList): "." | "," {
  const found = known.get(list) ?? decided(list);
  known.set(list, found);
  return found;
}

function decided({ columns, decimalSeparator }: SourceList): "." | "," {
  let [points, commas] = [0, 0];
  for (const column of columns) {
    const found = evidenceOf(column);
    points += found.points;
    commas += found.commas;
  }
  return commas === points ? decimalSeparator : commas > points ? "," : ".";
}

function evidenceOf({ numbers, others }: SourceColumn): { points: number; commas: number } {
  const none = { points: 0, commas: 0 };
  if (others.size === 0) return none;
  const read: NumberText = { point: NaN, comma: NaN, currency: null };
  let [points, commas, readable, seen] = [0, 0, 0, 0];
  for (const content of others.values()) {
    if (typeof content !== "string" || isBlank(content)) continue;
    if (++seen > sampled) break;
    if (!readNumberText(content, read)) continue;
    readable++;
    if (isAmbiguous(read) || likeDay.test(content.trim())) continue;
    if (Number.isNaN(read.point)) commas++;
    else if (Number.isNaN(read.comma)) points++;
  }
  if (points + commas === 0) return none;
  const plain = numbers.reduce((count, number) => count + (Number.isNaN(number) ? 0 : 1), 0);
  return readable + plain >= mostNumbers * (seen + plain) ? { points, commas } : none;
}
