import type { ProposedColumns } from "./amount-proposal";
import { headerWords } from "./headers/header-words";
import type { Role } from "./mapping";

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
