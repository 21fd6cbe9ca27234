import { groupTotals, snap, total } from "../../analysis";
import type { SourceList } from "../list/source-list";
import type { Doubt } from "../mapping/doubt";
import type { Mapping } from "../mapping/mapping";
import { proposeReading } from "../mapping/proposal/mapping-proposal";
import { withWholeNames } from "../mapping/whole-names";
import { Problem } from "../problem";
import type { Policy } from "../policy/policy";
import { type Steps, finish, within } from "../steps";
import { readAmountsSteps } from "./amount-columns";
import { readAttributesSteps } from "./client-attributes";
import { readHistoriesSteps } from "./client-histories";
import { type ClientRows, clientRowsSteps } from "./rows/client-rows";
import { clientLevelSteps, doubtAboutLevel } from "./rows/client-level";
import { readContacts } from "./client-contacts";
import { controlTotal } from "./control-total";
import { MappedList } from "./mapped-list";
import { readMembershipsSteps } from "./membership";
import type { Portfolio } from "./portfolio";
import { readProfitsSteps } from "./profit";
import { periodsOfProfit } from "./profit-periods";
import { inOneCurrencySteps } from "./rows/currencies";
import { leftOutOf, readingOf } from "./reading";
import { reportColumns, reportDifference, reportLikelySameSteps, reportRowsSteps } from "./rows/row-findings";
import { periodsOf, sourceColumns } from "./source-columns";

/**
 * Reads the clients behind a list, by every rule of methods §1: text that is a number, cells that are none, totals in
 * the list, repeated clients, parent groups, rows without a client, the window of periods. Nothing is dropped in
 * silence: what was not taken at face value is a finding with its address.
 *
 * @param today ISO day; decides which periods are complete when the policy gives no as-of date
 * @throws Problem noClientColumn, noAmountColumn, duplicateHeader, badMapping, tooFewPeriods, noClients; doubtful about
 *   "currency" or "level"; totalDiffers
 */
export function readPortfolio(list: SourceList, mapping: Mapping, policy: Policy, today: string): Portfolio {
  return finish(readPortfolioSteps(list, mapping, policy, today));
}

/** The same, step by step. */
export function* readPortfolioSteps(
  asItStands: SourceList,
  mapping: Mapping,
  policy: Policy,
  today: string,
): Steps<Portfolio> {
  const source = withWholeNames(asItStands, mapping);
  const columns = sourceColumns(source, mapping, policy, today);
  const list = yield* within(0, 0.02, inOneCurrencySteps(new MappedList(source, columns, mapping.choices)));
  const amounts = yield* within(0.02, 0.1, readAmountsSteps(list));
  const kinds = yield* within(0.1, 0.3, clientLevelSteps(list, amounts));
  const rows = yield* within(0.3, 0.6, clientRowsSteps(list, amounts, kinds, policy));
  const control = controlTotal(list, rows, kinds);
  reportColumns(list);
  yield* within(0.6, 0.7, reportRowsSteps(list, amounts, rows, policy));
  reportDifference(list, amounts, rows);
  const profits = yield* within(0.7, 0.75, readProfitsSteps(list, amounts, rows, policy));
  const histories = yield* within(0.75, 0.8, readHistoriesSteps(list, amounts, rows));
  const clientAmounts = groupTotals(rows.amount, rows.client, rows.clients.length).map(snap);
  yield* within(0.8, 0.81, reportLikelySameSteps(list, rows, clientAmounts));
  const attributes = yield* within(0.81, 0.9, readAttributesSteps(list, rows, policy));
  const memberships = yield* within(0.9, 0.98, readMembershipsSteps(list, amounts, rows, kinds, profits));
  const profitPeriods = periodsOfProfit(columns);
  return {
    list: asItStands,
    mapping,
    reading: readingOf(list, rows, leftOutOf(list, amounts, rows), control, [
      ...decidedDoubts(source, mapping),
      ...doubtAboutLevel(kinds),
    ]),
    clients: rows.clients,
    codes: rows.codes,
    amounts: clientAmounts,
    profits: profits.clients,
    costs: profits.costs,
    profitPeriods: profitPeriods && periodsOf(profitPeriods),
    total: total(rows.amount),
    ...withoutClient(rows),
    unnamedProfit: profits.unnamed,
    amountFrom: columns.one("amount") ? "column" : "periods",
    window: {
      periods: periodsOf(columns.periods),
      leftOut: periodsOf([...columns.leftOut, ...columns.otherLength]),
    },
    history: histories.chosen,
    unnamedHistory: histories.unnamedChosen,
    wholeHistory: {
      periods: periodsOf(columns.complete),
      amounts: histories.whole,
      unnamed: histories.unnamedWhole,
    },
    asOf: policy.asOf ?? today,
    ...attributes,
    ...readContacts(list, rows),
    ...memberships,
    rowClient: rows.client,
    rowsOfNobody: rowsOfNobody(rows),
    findings: list.log.findings,
  };
}

/** Money that belongs to no client, and the rows it stands in. */
function withoutClient({ amount, unnamed }: ClientRows): Pick<Portfolio, "unnamedAmount" | "unnamedRows"> {
  return {
    unnamedAmount: groupTotals(amount, unnamed, 1)[0],
    unnamedRows: unnamed.reduce((count, at, row) => count + (at === 0 && amount[row] !== 0 ? 1 : 0), 0),
  };
}

function rowsOfNobody({ unnamed }: ClientRows): number[] {
  const rows: number[] = [];
  unnamed.forEach((at, row) => at === 0 && rows.push(row));
  return rows;
}

/** What had more than one meaning and was decided by its evidence; nothing where the user chose the columns himself. */
function decidedDoubts(source: SourceList, mapping: Mapping): readonly Doubt[] {
  try {
    const { mapping: proposed, doubts } = proposeReading(source);
    return JSON.stringify(proposed.columns) === JSON.stringify(mapping.columns) ? doubts : [];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}
