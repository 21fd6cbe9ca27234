import { totalName } from "../list/total-rows";
import { STEP, type Steps } from "../steps";
import { isLevelName } from "./names/header-levels";
import type { RowEvidence } from "./row-evidence";
import { indentByMark } from "./part-rows";
import { namesNobody } from "./names/unnamed-names";

/** What each row shows by itself, before it is compared with others. */
export interface RowSigns {
  /** What the row may be. */
  standing: Uint8Array;
  /** How clearly it is named a total: 0 not, 1 likely, 2 sure. Rows without a name by their labels. */
  total: Uint8Array;
  /** 1 where a formula sums other rows of the list. */
  formula: Uint8Array;
  /** 1 where a number other than 0 stands in an additive column. */
  money: Uint8Array;
  /** Spaces before the name, 255 at most. */
  spaces: Uint8Array;
  /** 1 where the name is nobody's: "Others", "(blank)". */
  nobody: Uint8Array;
  /** Header texts that stand in rows of the body, below those of the evidence. */
  levelNames: readonly string[];
}

export const standing = { blank: 0, header: 1, count: 2, named: 3, nameless: 4 } as const;

/** Texts of rows that count or measure instead of adding up. */
const measure = new RegExp(
  [
    "(?:record |row |number of )?(?:count|records|counts)",
    "(?:number|no|count)\\.? of (?:customers|clients|accounts|records|rows|orders|lines|invoices)|(?:customer|client|account)s? count",
    "(?:average|avg|mean|median|max|maximum|min|minimum|std\\.? ?dev\\.?)(?: (?:value|amount|sales|revenue|per (?:customer|client|account)))?",
    "(?:количество|кол-?во|число|счетчик)(?: (?:записей|строк|документов|клиентов|контрагентов|покупателей|заказчиков|организаций|заказов|сделок))?",
    "записей|(?:среднее|средняя|средний|в среднем)(?: (?:значение|чек|сумма|выручка|на клиента|по клиентам))?",
    "медиана|(?:максимум|минимум)|(?:максимальн|минимальн)(?:ое|ая)(?: (?:значение|сумма|выручка))?|(?:макс|мин)\\.?",
  ]
    .map((text) => `^(?:${text})$`)
    .join("|"),
);

const isMeasure = (text: string): boolean =>
  text.length < 30 &&
  measure.test(
    text
      .trim()
      .toLowerCase()
      .replace(/[:.]+$/, ""),
  );

export function* rowSignsSteps(evidence: RowEvidence): Steps<RowSigns> {
  const { rowCount, columns, headers } = evidence;
  const signs = {
    standing: new Uint8Array(rowCount),
    total: new Uint8Array(rowCount),
    formula: new Uint8Array(rowCount),
    money: moneyOf(columns, rowCount),
    spaces: new Uint8Array(rowCount),
    nobody: new Uint8Array(rowCount),
  };
  const levelNames: string[] = [];
  let begun = false;
  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield row / rowCount;
    if (headers?.[row]) {
      signs.standing[row] = standing.header;
      continue;
    }
    const name = evidence.nameOf(row);
    const spaces = leadingSpaces(name);
    if (spaces === name.length) {
      signs.standing[row] = namelessStanding(evidence, signs, row);
    } else {
      signs.spaces[row] = Math.min(255, spaces + indentByMark(name));
      signs.total[row] = totalNumber(name);
      signs.standing[row] = standing.named;
      if (isNote(evidence, row)) {
        signs.standing[row] = standing.blank;
        continue;
      }
      if (signs.total[row] > 0 && evidence.labelsOf(row).some(isMeasure))
        signs.standing[row] = standing.count;
      else if (!begun && !signs.money[row] && isLevelName(name)) {
        signs.standing[row] = standing.header;
        levelNames.push(name);
        continue;
      } else if (signs.total[row] === 0) {
        if (namesNobody(name) && !evidence.isClientByChoice?.(name)) signs.nobody[row] = 1;
      }
    }
    if (signs.standing[row] === standing.blank) continue;
    begun = true;
    if (evidence.sums(row)) signs.formula[row] = 1;
  }
  measuresByName(evidence, signs);
  return { ...signs, levelNames };
}

const noteWords = /^\s*(?:\*+ |(?:notes?|nb|n\.b\.|примечани[ея]|прим\.) ?[:.–—-])/iu;

/** Whether nothing but a note stands in a row between clients. */
const isNote = ({ nameOf, columns, labelsOf }: RowEvidence, row: number): boolean =>
  noteWords.test(nameOf(row)) &&
  columns.every((column) => Number.isNaN(column[row])) &&
  labelsOf(row).every((label) => label === nameOf(row));

function namelessStanding(
  { labelsOf }: RowEvidence,
  signs: Omit<RowSigns, "levelNames">,
  row: number,
): number {
  const labels = labelsOf(row);
  if (labels.length > 0) {
    if (labels.some(isMeasure)) return standing.count;
    for (const label of labels) signs.total[row] = Math.max(signs.total[row], totalNumber(label));
  }
  return signs.money[row] || signs.total[row] === 2 ? standing.nameless : standing.blank;
}

/** A client may be called Maximum: only beside a total is such a name a measure. */
function measuresByName(
  { nameOf }: RowEvidence,
  { standing: of, total, formula }: Omit<RowSigns, "levelNames">,
): void {
  const isTotal = (row: number) => total[row] === 2 || formula[row] === 1;
  const mark = (from: number, step: number) => {
    for (let row = from + step; row >= 0 && row < of.length; row += step) {
      if (of[row] === standing.blank) continue;
      if (of[row] !== standing.named || !isMeasure(nameOf(row))) return;
      of[row] = standing.count;
    }
  };
  for (let row = 0; row < of.length; row++) {
    if (!isTotal(row)) continue;
    mark(row, 1);
    mark(row, -1);
  }
}

function moneyOf(columns: readonly Float64Array[], rowCount: number): Uint8Array {
  const money = new Uint8Array(rowCount);
  for (const column of columns) {
    for (let row = 0; row < rowCount; row++) {
      const value = column[row];
      if (value < 0 || value > 0) money[row] = 1;
    }
  }
  return money;
}

function totalNumber(text: string): number {
  const name = totalName(text);
  return name === "sure" ? 2 : name === "likely" ? 1 : 0;
}

function leadingSpaces(text: string): number {
  let at = 0;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

const isSpace = (code: number): boolean =>
  code === 32 ||
  code === 0xa0 ||
  code === 9 ||
  code === 10 ||
  code === 13 ||
  code === 0x202f ||
  code === 0x2007;
