/** Columns of yes and no that say whether a line counts: `Cancelled`, `Is Void`, «Проведен», «Пометка удаления», `Cancelled at`. */
import { isBlank, readNumberColumn } from "../../list/number-column";
import type { SourceColumn } from "../../list/source-list";
import { headerWords } from "../../mapping/headers/header-words";
import { readDayNumber, readDayText } from "../../periods/day-text";
import { contentAt } from "../derived-columns";

/** What a column of flags says of the lines that it says yes to. */
export type FlagMeaning = "cancelled" | "givenBack" | "return" | "posted" | "won" | "likely";

/** A column of flags as its header names it, with the clients that stand beside: a flag may stand on the first line of several only. */
export interface FlagColumn {
  column: SourceColumn;
  says: FlagMeaning;
  client: SourceColumn;
}

/** What a column of flags says of each line. */
export interface LineFlags {
  says: FlagMeaning;
  /** The header. */
  word: string;
  isYes: (row: number) => boolean;
  isNo: (row: number) => boolean;
  /** The header with the cell that says no. */
  wordOfNo: (row: number) => string;
}

const thing = "(?:(?:order|invoice|document|doc|deal|sale|line|transaction|record) )?";
const mark = "(?: (?:flag|indicator|ind|mark|y n|yn|yes no|order|invoice|document|line))?";
const moment = "(?: (?:at|on|date|time|datetime))?";
const meanings: readonly (readonly [FlagMeaning, RegExp])[] = [
  [
    "cancelled",
    new RegExp(
      `^(?:is |was )?${thing}(?:cancell?ed|cancell?ation|void|voided|deleted|deletion|reversed|annulled|excluded?|exclude)${mark}${moment}\\??$`,
    ),
  ],
  ["cancelled", /^(?:is )?test(?: (?:order|transaction|invoice|data|record|flag))?\??$/],
  [
    "cancelled",
    /^(?:(?:пометка|признак|помечен[ао]?)(?: на)? (?:удалени[яею]|отмены|аннулировани[яе])|(?:документ |заказ )?(?:удален|отменен|аннулирован|сторнирован)[ао]?|отмена|удаление|аннулирование|дата (?:отмены|аннулирования|удаления)|не учитывать|исключить|тестовы[йе](?: заказ)?|тест)$/,
  ],
  ["givenBack", new RegExp(`^(?:is |was )?${thing}(?:returned|refunded)(?: flag| y n)?\\??$`)],
  ["givenBack", /^(?:заказ |товар )?возвращен[ао]?$/],
  ["return", /^(?:is )?(?:a )?(?:return|refund|credit (?:note|memo))(?: flag| indicator| y n)?\??$/],
  ["return", /^(?:признак |это )?возврата?$/],
  ["posted", /^(?:is )?posted(?: flag)?\??$|^(?:документ )?проведен[ао]?$/],
  ["won", /^(?:is )?(?:closed )?won\??$/],
  ["likely", /^(?:win )?probability(?: %)?$|^вероятность(?: (?:сделки|продажи|успеха))?(?: %)?$/],
];

const yes = /^(?:true|t|yes|y|x|v|1|да|д|истина|\+|✓|✔|☑|ja|oui|s[ií])$/i;
const no = /^(?:false|f|no|n|0|нет|н|ложь|-|–|—|☐|nein|non)$/i;

/** What the header of a column says of lines that its cells say yes to; null where it is the header of no flag. */
export function flagMeaning(header: string): FlagMeaning | null {
  const words = headerWords(header);
  return meanings.find(([, expression]) => expression.test(words))?.[0] ?? null;
}

/** Reads a column of flags; null where its cells are more than yes and no, or dates of what the header says, or tell no line from another. */
export function flagsOf({ column, says, client }: FlagColumn): LineFlags | null {
  if (says === "likely") return likelihoodOf(column);
  const rowCount = column.numbers.length;
  const answers = new Int8Array(rowCount);
  let [yesses, noes] = [0, 0];
  for (let row = 0; row < rowCount; row++) {
    const content = contentAt(column, row);
    if (
      content === undefined ||
      content === column.header ||
      (typeof content === "string" && isBlank(content))
    )
      continue;
    const answer = answerOf(content);
    if (answer === 0) return null;
    answers[row] = answer;
    if (answer > 0) yesses++;
    else noes++;
  }
  if (yesses + noes === 0) return null;
  // Where every cell says that its line does not count, the column is of something else.
  const isGood = says === "posted" || says === "won";
  const isBlankNo = isGood && noes === 0;
  const isFirst = (row: number) => contentAt(client, row) !== undefined && contentAt(client, row) !== "";
  let last = 0;
  let filled = 0;
  for (let row = 0; row < rowCount; row++) {
    if (isFirst(row)) {
      filled++;
      if (answers[row] === 0 && isBlankNo) answers[row] = -1;
      last = answers[row];
    } else if (answers[row] === 0) answers[row] = last;
  }
  if (!isGood && yesses >= filled) return null;
  const word = String(column.header).trim();
  return {
    says,
    word,
    isYes: (row) => answers[row] > 0,
    isNo: (row) => answers[row] < 0,
    wordOfNo: (row) => {
      const cell = String(contentAt(column, row) ?? "").trim();
      return `${word}: ${cell === "" ? "—" : cell}`;
    },
  };
}

/**
 * How likely deals come about: yes where it is sure, no where it is ruled out. Without any that came about all are expected, save those
 * that are ruled out. Null where none is either, or all are sure.
 */
function likelihoodOf(column: SourceColumn): LineFlags | null {
  const { numbers } = readNumberColumn(withoutPercent(column), ".");
  const most = numbers.reduce((max, number) => Math.max(max, number || 0), 0);
  const whole = most > 1 ? 100 : 1;
  const told = numbers.filter((number) => !Number.isNaN(number));
  const hasSure = told.some((number) => number === whole);
  const isLikelihood = told.length > 0 && told.every((number) => number >= 0 && number <= whole);
  if (!isLikelihood || told.every((number) => number === whole) || !(hasSure || told.includes(0)))
    return null;
  const word = String(column.header).trim();
  return {
    says: "likely",
    word,
    isYes: (row) => !hasSure || Number.isNaN(numbers[row]) || numbers[row] === whole,
    isNo: (row) => numbers[row] === 0,
    wordOfNo: (row) => `${word}: ${(100 * numbers[row]) / whole} %`,
  };
}

const withoutPercent = (column: SourceColumn): SourceColumn => ({
  ...column,
  others: new Map(
    [...column.others].map(([row, content]) => [
      row,
      typeof content === "string" ? content.replace(/ ?%$/, "") : content,
    ]),
  ),
});

/** 1 = yes, −1 = no, 0 = something else. A date is when it came about. */
function answerOf(content: number | string | boolean): -1 | 0 | 1 {
  if (typeof content === "boolean") return content ? 1 : -1;
  const text = String(content).trim();
  if (yes.test(text)) return 1;
  if (no.test(text)) return -1;
  if (typeof content === "number") return content > 20_000 && readDayNumber(content) ? 1 : 0;
  return readDayText(text)?.kind === "day" || /^\d{4}-\d{2}-\d{2}[ T]/.test(text) ? 1 : 0;
}
