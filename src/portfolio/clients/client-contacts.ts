import { contentOf, isBlank, isExcelError } from "../list/number-column";
import type { SourceColumn } from "../list/source-list";
import { dayOf, readDayNumber, readDayText } from "../periods/day-text";
import type { ClientRows } from "./rows/client-rows";
import type { MappedList } from "./mapped-list";
import type { Contacts, Portfolio } from "./portfolio";

/** A refusal in the words that people write down after a call. */
const negative =
  /^(?:[-–—−]|no|0|false)$|negativ|refus|reject|declin|not interested|no interest|complain|angry|lost|unsuccess|(?:^|\s)bad|отриц|негатив|отказ|не интерес|жалоб|недовол|претенз|плох|неуда|не договор|^нет$/i;

/** Reads when clients were last spoken to, with which result, and why they were lost. */
export function readContacts(
  list: MappedList,
  rows: ClientRows,
): Pick<Portfolio, "contacts" | "lossReasons"> {
  return { contacts: contactsOf(list, rows), lossReasons: lossReasonsOf(list, rows) };
}

/** The latest contact of a client's rows, and the result that stands beside it (methods §9). */
function contactsOf({ columns, log, rowCount, source }: MappedList, rows: ClientRows): Contacts | null {
  const mapped = columns.one("lastContact");
  if (!mapped) return null;
  const result = columns.one("contactResult");
  const dayAt = daysOf(mapped.column, source.decimalSeparator === ",");
  const last = new Float64Array(rows.clients.length).fill(NaN);
  const isNegative = new Uint8Array(rows.clients.length);
  for (let row = 0; row < rowCount; row++) {
    const client = rows.client[row];
    if (client < 0) continue;
    const day = dayAt(row);
    if (day === undefined) log.cell("attributeLeftOut", row, mapped.column);
    if (day === undefined || Number.isNaN(day) || day < last[client]) continue;
    const text = result ? contentOf(result.column, row).trim() : "";
    const refused = negative.test(text) && !isExcelError(text) ? 1 : 0;
    // Two rows of one day: a refusal on one of them is not forgotten.
    isNegative[client] = day === last[client] ? isNegative[client] | refused : refused;
    last[client] = day;
  }
  return { last, negative: isNegative };
}

/** The day in each row of a column of dates: NaN for blank cells, undefined for what is no date. */
function daysOf(column: SourceColumn, dayFirstByDefault: boolean): (row: number) => number | undefined {
  const readings = new Map(
    [...column.others].flatMap(([row, content]) =>
      typeof content === "string" && !isBlank(content) ? [[row, readDayText(content.trim())] as const] : [],
    ),
  );
  const open = [...readings.values()].flatMap((reading) =>
    reading?.kind === "dayOrMonthFirst" ? [reading] : [],
  );
  const told = [...column.others.values()].flatMap((content) => {
    const parts = /^(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}/.exec(String(content).trim());
    return parts ? [[Number(parts[1]) > 12, Number(parts[2]) > 12]] : [];
  });
  const dayFirst =
    open.length > 0 && told.some(([first]) => first)
      ? true
      : told.some(([, second]) => second)
        ? false
        : dayFirstByDefault;
  return (row) => {
    const number = column.numbers[row];
    const content = column.others.get(row);
    if (Number.isNaN(number) && (content === undefined || isBlank(content))) return NaN;
    const reading = Number.isNaN(number) ? readings.get(row) : readDayNumber(number);
    if (reading?.kind === "day") return reading.day;
    if (reading?.kind !== "dayOrMonthFirst") return undefined;
    const [month, day] = dayFirst ? [reading.second, reading.first] : [reading.first, reading.second];
    return dayOf(reading.year, month, day)?.day;
  };
}

/** What the last filled row of each client says of why it was lost. */
function lossReasonsOf({ columns, rowCount }: MappedList, rows: ClientRows): string[] | null {
  const mapped = columns.one("lossReason");
  if (!mapped) return null;
  const reasons = rows.clients.map(() => "");
  for (let row = 0; row < rowCount; row++) {
    const client = rows.client[row];
    const text = client < 0 ? "" : contentOf(mapped.column, row).replace(/\s+/g, " ").trim();
    if (text !== "" && !isExcelError(text)) reasons[client] = text;
  }
  return reasons;
}
