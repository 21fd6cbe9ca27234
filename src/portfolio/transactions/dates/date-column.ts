import { isBlank } from "../../list/number-column";
import type { SourceColumn, SourceList } from "../../list/source-list";
import { totalName } from "../../list/total-rows";
import { headerWords } from "../../mapping/headers/header-words";
import type { Mapping } from "../../mapping/mapping";
import { headerText } from "../../mapping/proposal/mapping-proposal";
import { dateOfParts, datePartsOf } from "./date-parts";
import { readDayNumber, readDayText } from "../../periods/day-text";

const dateWords =
  /(?:^| )(?:date|dates|day|datetime|timestamp|period|month|quarter|week|дата|день|период|месяц|квартал|неделя)(?: |$)|^(?:created|ordered|invoiced|shipped|posted|когда|год|year)(?: (?:at|on))?$/;
/** Dates of the sale itself. */
const saleDate =
  /^(?:date|дата|день|day|период|period|месяц|month|квартал|quarter|неделя|week)$|(?:order|invoice|document|doc|sales?|transaction|trans|posting|purchase|billing|deal|close|closing|заказа|счета|документа|накладной|продажи|отгрузки|реализации|операции|сделки|покупки|проводки|закрытия)/;
const laterDate =
  /due|required|pay|paid|deliver|expected|promise|plan|ship|срок|оплат|доставк|поставк|план|создан|created|modified|updated|изменен/;
/** Dates of the client, not of a line. */
const clientDate =
  /birth|contact|call|visit|meeting|regist|last|first|next|since|contract|start|begin|end$|valid|expir|report|рожден|контакт|звонк|встреч|визит|регистрац|последн|перв|следующ|договор|начал|оконч|действ|отчет/;

/** Cells of a column that are looked at to tell whether they are dates. */
const sample = 400;

/**
 * The column of dates that the lines belong to: the one that is mapped, else the best by its header whose cells are dates;
 * put together of those of year and month where these stand apart.
 */
export function dateColumnOf(list: SourceList, mapping: Mapping): SourceColumn | null {
  const whole = wholeDatesOf(list, mapping);
  const parts = datePartsOf(list, mapping);
  if (whole !== null && !parts.some(({ column }) => column === whole)) return whole;
  return dateOfParts(parts) ?? whole;
}

function wholeDatesOf(list: SourceList, mapping: Mapping): SourceColumn | null {
  const roleOf = new Map(mapping.columns.map(({ header, role }) => [header, role]));
  let best: { column: SourceColumn; strength: number } | null = null;
  for (const column of list.columns) {
    const header = headerText(list, column);
    const role = roleOf.get(header);
    if (role !== undefined && role !== "date" && role !== "period") continue;
    const strength = role === "date" ? 9 : strengthOf(headerWords(header), column);
    if (strength <= (best?.strength ?? 0) || datesIn(column, strength > 1) < 0.8) continue;
    best = { column, strength };
  }
  return best?.column ?? null;
}

function strengthOf(words: string, { numbers }: SourceColumn): number {
  if (clientDate.test(words)) return 0;
  if (laterDate.test(words)) return dateWords.test(words) ? 2 : 0;
  if (dateWords.test(words)) return saleDate.test(words) ? 4 : 3;
  // Without a word for it only text can be told from amounts.
  return numbers.some((number) => !Number.isNaN(number)) ? 0 : 1;
}

/** The part of a column's filled cells, or of some of them, that are dates. */
function datesIn({ header, numbers, others }: SourceColumn, namedByHeader: boolean): number {
  let [dates, filled] = [0, 0];
  const step = Math.max(1, Math.floor(numbers.length / sample));
  for (let row = 0; row < numbers.length; row += step) {
    const content = others.get(row);
    if (!Number.isNaN(numbers[row])) {
      filled++;
      if (readDayNumber(numbers[row])) dates++;
    } else if (
      typeof content === "string" &&
      !isBlank(content) &&
      content !== header &&
      !totalName(content)
    ) {
      filled++;
      const reading = readDayText(content.trim());
      if (reading && (namedByHeader || (reading.kind === "day" && reading.unit === "day"))) dates++;
    }
  }
  return filled === 0 ? 0 : dates / filled;
}
