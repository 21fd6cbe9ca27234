import type { ProposedColumns } from "./amount-proposal";
import { headerWords } from "../headers/header-words";
import type { Role } from "../mapping";
import { readPeriodHeader } from "../../periods/period-header";

const ofMoney: ReadonlySet<Role | null> = new Set<Role | null>(["profit", "cost", "costToServe"]);

const years = /(?<!\d)(?:(?:fy|cy) ?'?(\d{2})|((?:19|20)\d{2}))(?!\d)/g;

/** The years that a header names. */
const yearsIn = (header: string): number[] =>
  [...headerWords(header).matchAll(years)].map(([, short, full]) =>
    short ? 2000 + Number(short) : Number(full),
  );

/** What a header says besides its year. */
const withoutYear = (header: string): string =>
  headerWords(header)
    .replace(years, " ")
    .replace(/(?<![a-zа-я])(?:fy|cy|ytd|год|года|г)(?![a-zа-я])/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The columns of one measure, by what their headers say besides the period at either end: `Margin 2024`, `Margin 2025`. */
function measuresIn(headers: readonly string[]): Map<string, number[]> {
  const measures = new Map<string, number[]>();
  for (const [at, header] of headers.entries()) {
    const measure = withoutPeriod(header);
    if (measure === null) continue;
    const known = measures.get(measure);
    if (known) known.push(at);
    else measures.set(measure, [at]);
  }
  return measures;
}

/** What a header says besides the period that it begins or ends with; null where it has none or nothing else. */
function withoutPeriod(header: string): string | null {
  const words = header.toLowerCase().trim().split(/\s+/);
  for (let length = Math.min(mostWords, words.length - 1); length > 0; length--) {
    const [before, after] = [words.slice(0, -length), words.slice(-length)];
    if (readPeriodHeader(after.join(" "), "General")) return before.join(" ");
    const [first, rest] = [words.slice(0, length), words.slice(length)];
    if (readPeriodHeader(first.join(" "), "General")) return rest.join(" ");
  }
  return null;
}

/** Words of a period at most: `I квартал 2024 г.` */
const mostWords = 4;

/**
 * Takes the role of profit or quantity from a column of one period where the revenue is of several, and the others of the measure
 * stand there too: `Margin 2024` beside `Margin 2025` is a part only.
 */
export function dropPartsOfTime({ headers, roles }: ProposedColumns): void {
  if (roles.includes("amount") || !(roles.includes("profit") || roles.includes("quantity"))) return;
  if (roles.filter((role) => role === "period").length < 2) return;
  for (const columns of measuresIn(headers).values()) {
    const single = columns.filter((at) => roles[at] === "profit" || roles[at] === "quantity");
    if (columns.length > 1 && single.length === 1) roles[single[0]] = null;
  }
}

/**
 * Takes the roles of profit and costs from columns whose header names another year than the revenue's; a column that is called the same but
 * for the year, and is of the revenue's, has it then. Margins of one year on the revenue of another are none.
 */
export function keepCostsOfRevenuesTime({ headers, roles }: ProposedColumns): void {
  const amount = roles.indexOf("amount");
  const ofRevenue = new Set(
    headers.flatMap((header, at) =>
      (amount < 0 ? roles[at] === "period" : at === amount) ? yearsIn(header) : [],
    ),
  );
  if (ofRevenue.size === 0 || (amount >= 0 && ofRevenue.size > 1)) return;
  const isOfRevenue = (at: number) => yearsIn(headers[at]).every((year) => ofRevenue.has(year));
  for (const [at, role] of roles.entries()) {
    if (!ofMoney.has(role) || isOfRevenue(at)) continue;
    roles[at] = null;
    const own = headers.findIndex(
      (header, i) =>
        roles[i] === null &&
        yearsIn(header).length > 0 &&
        isOfRevenue(i) &&
        withoutYear(header) === withoutYear(headers[at]),
    );
    if (own >= 0) roles[own] = role;
  }
}
