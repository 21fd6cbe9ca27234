import { groupTotals, snap, total } from "../../analysis";
import { addressOf } from "../list/address";
import { type ReadAmounts, clientHistorySteps, readAmountsSteps, reportDifference } from "./amount-columns";
import { type ClassifiedRows, readCriteria, readFlag, readPotentials } from "./client-attributes";
import { identifySteps } from "./client-identity";
import { FindingLog } from "../list/finding-log";
import type { Mapping } from "../mapping/mapping";
import { knownTotals, readMembershipSteps } from "./membership";
import { contentOf, isExcelError } from "../list/number-column";
import type { Cut, Policy } from "../policy/policy";
import type { Membership, Portfolio } from "./portfolio";
import { Problem } from "../problem";
import { samePeriods } from "../periods/period";
import { readProfits, revenueOfCostsSteps } from "./profit";
import { periodsOfProfit } from "./profit-periods";
import {
  type MappedPeriod,
  type SourceColumns,
  holdsMoney,
  periodsOf,
  sourceColumns,
} from "./source-columns";
import type { SourceList } from "../list/source-list";
import { totalRowsSteps } from "./total-row-evidence";
import { STEP, type Steps, finish, within } from "../steps";
import { isTotalHeader } from "../list/total-rows";

/**
 * Reads the clients behind a list, by every rule of methods §1: text that is a number, cells that are none, totals in
 * the list, repeated clients, parent groups, rows without a client, the window of periods. Nothing is dropped in
 * silence: what was not taken at face value is a finding with its address.
 *
 * @param today ISO day; decides which periods are complete when the policy gives no as-of date
 * @throws Problem noClientColumn, noAmountColumn, duplicateHeader, badMapping, tooFewPeriods, noClients
 */
export function readPortfolio(list: SourceList, mapping: Mapping, policy: Policy, today: string): Portfolio {
  return finish(readPortfolioSteps(list, mapping, policy, today));
}

/** The same, step by step. */
export function* readPortfolioSteps(
  list: SourceList,
  mapping: Mapping,
  policy: Policy,
  today: string,
): Steps<Portfolio> {
  const columns = sourceColumns(list, mapping, policy, today);
  const log = new FindingLog(list);
  const amounts = yield* within(0, 0.1, readAmountsSteps(list, columns));
  const totals = yield* within(0.1, 0.3, totalRowsSteps(list, columns, amounts));
  reportColumns(list, columns, log);

  const nameColumn = columns.client.column;
  // 1 for rows whose money counts: no total, and every cell of the amount or the chosen periods could be read.
  const counted = totals.map((isTotal, row) => (isTotal || amounts.unread.has(row) ? 0 : 1));
  const groupColumn = policy.joinGroups ? (columns.one("group")?.column ?? null) : null;
  const names = identifySteps(
    list.rowCount,
    (row) => (counted[row] && !isExcelError(nameColumn.others.get(row)) ? contentOf(nameColumn, row) : null),
    groupColumn
      ? (row) => (isExcelError(groupColumn.others.get(row)) ? "" : contentOf(groupColumn, row))
      : undefined,
  );
  const identities = yield* within(0.3, 0.6, names);
  const { rowName, nameClient, clients } = identities;
  if (clients.length === 0) {
    throw new Problem({ kind: "noClients", address: listAddress(list), rows: list.rowCount });
  }
  const rowClient = rowName.map((name) => (name < 0 ? -1 : nameClient[name]));
  const rowAmount = amounts.amount.map((amount, row) => (counted[row] ? amount : 0));
  const rows: ClassifiedRows = { client: rowClient, clients: clients.length, name: rowName, nameClient };

  yield* within(0.6, 0.7, reportRowsSteps(list, columns, amounts, totals, counted, rows, log));
  if (groupColumn) {
    for (const [row, content] of groupColumn.others) {
      if (rowClient[row] >= 0 && isExcelError(content)) log.cell("attributeLeftOut", row, groupColumn);
    }
  }
  reportDifference(columns, amounts, counted, log);
  yield 0.72;

  const profitPeriods = periodsOfProfit(columns);
  const revenueOfCosts = yield* within(0.72, 0.74, revenueOfCostsSteps(list, columns, amounts));
  const profits = readProfits(list, columns, revenueOfCosts, counted, log);
  yield 0.75;
  const unnamed = rowClient.map((client, row) => (client < 0 && counted[row] ? 0 : -1));
  const clientProfits = profits && knownTotals(profits.profit, rowClient, clients.length);
  if (profits && clientProfits) {
    for (const row of profits.broken) if (rowClient[row] >= 0) clientProfits[rowClient[row]] = NaN;
  }
  const unnamedProfit = (profits && knownTotals(profits.profit, unnamed, 1)[0]) || 0;
  if (policy.base === "profit" && clientProfits) reportFallback(columns, clientProfits, unnamedProfit, log);

  const rowsOfGroups = { client: rowClient, counted, amount: rowAmount, profit: profits?.profit ?? null };
  function* membership(role: "manager" | "department"): Steps<Membership | null> {
    const column = columns.one(role);
    return column && (yield* readMembershipSteps(column, rowsOfGroups, log));
  }
  const criteria = (role: "attractiveness" | "loyalty", cut: Cut) =>
    readCriteria(list, columns.all(role), rows, policy.kaism.scale, isRatio(cut, policy), log);
  const flag = (role: "wellKnown" | "partner" | "demanding" | "innovator" | "vip") => {
    const column = columns.one(role);
    return column && readFlag(list, column, rows, log);
  };
  const potential = columns.one("potential");
  const historyOf = (periods: readonly MappedPeriod[]) =>
    clientHistorySteps(periods.map(amounts.ofPeriod), rowClient, clients.length);
  const history = yield* within(0.75, 0.78, historyOf(columns.periods));
  const wholeHistory = samePeriods(periodsOf(columns.complete), periodsOf(columns.periods))
    ? history
    : yield* within(0.78, 0.8, historyOf(columns.complete));
  const attractiveness = criteria("attractiveness", policy.kaism.attractivenessCut);
  yield 0.82;
  const loyalty = criteria("loyalty", policy.kaism.loyaltyCut);
  yield 0.84;
  const potentials = potential && readPotentials(list, potential, rows, log);
  yield 0.85;
  const flags = {
    wellKnown: flag("wellKnown"),
    partner: flag("partner"),
    demanding: flag("demanding"),
    innovator: flag("innovator"),
    vip: flag("vip"),
  };
  yield 0.9;
  const managers = yield* within(0.9, 0.94, membership("manager"));
  const departments = yield* within(0.94, 0.98, membership("department"));
  yield 0.98;
  const clientAmounts = groupTotals(rowAmount, rowClient, clients.length).map(snap);
  yield 0.99;

  return {
    list,
    mapping,
    clients,
    amounts: clientAmounts,
    profits: clientProfits,
    profitPeriods: profitPeriods && periodsOf(profitPeriods),
    total: total(rowAmount),
    unnamedAmount: groupTotals(rowAmount, unnamed, 1)[0],
    unnamedRows: unnamed.reduce((count, at, row) => count + (at === 0 && rowAmount[row] !== 0 ? 1 : 0), 0),
    unnamedProfit,
    amountFrom: columns.one("amount") ? "column" : "periods",
    window: {
      periods: periodsOf(columns.periods),
      leftOut: periodsOf([...columns.leftOut, ...columns.otherLength]),
    },
    history,
    wholeHistory: { periods: periodsOf(columns.complete), amounts: wholeHistory },
    attractiveness,
    loyalty,
    potentials,
    flags,
    managers,
    departments,
    rowClient,
    findings: log.findings,
  };
}

function reportColumns(list: SourceList, columns: SourceColumns, log: FindingLog): void {
  const mapped = new Set([...columns.periods, ...columns.leftOut].map(({ column }) => column.index));
  if (mapped.size > 0) {
    const amount = columns.one("amount")?.column.index;
    for (const column of list.columns) {
      const header = String(column.header);
      if (column.index !== amount && isTotalHeader(header)) log.column("totalColumn", column, header);
    }
    for (const { column, header } of columns.covering) log.column("totalColumn", column, header);
  }
  // Columns that still wait for their numbers need no remark.
  for (const { column, header } of columns.incomplete.filter(holdsMoney))
    log.column("incompletePeriod", column, header);
  for (const { column, header } of columns.otherLength) log.column("periodOfOtherLength", column, header);
}

function* reportRowsSteps(
  list: SourceList,
  columns: SourceColumns,
  amounts: ReadAmounts,
  totals: Uint8Array,
  counted: Uint8Array,
  { client, name }: ClassifiedRows,
  log: FindingLog,
): Steps<void> {
  const nameColumn = columns.client.column;
  const amountColumn = columns.one("amount")?.column;
  for (const [i, { column, read }] of amounts.columns.entries()) {
    log.numbers(column.column, read, (row) => !totals[row]);
    yield (0.4 * (i + 1)) / amounts.columns.length;
  }
  for (const [i, { column, read }] of amounts.outside.entries()) {
    log.numbers(column.column, read, (row) => counted[row] === 1, "attributeLeftOut");
    yield 0.4 + (0.1 * (i + 1)) / amounts.outside.length;
  }
  const seen = new Set<number>();
  for (let row = 0; row < list.rowCount; row++) {
    if (row % STEP === 0) yield 0.5 + (0.5 * row) / list.rowCount;
    if (totals[row]) {
      log.row("totalRow", row, contentOf(nameColumn, row), amounts.amount[row]);
      continue;
    }
    if (!counted[row]) continue;
    const amount = amounts.amount[row];
    if (client[row] < 0) {
      if (isExcelError(nameColumn.others.get(row))) log.cell("excelError", row, nameColumn);
      else if (amount !== 0) log.cell("unnamedRow", row, nameColumn, amount);
      continue;
    }
    if (seen.has(name[row])) log.cell("repeatedClient", row, nameColumn);
    seen.add(name[row]);
    if (amount >= 0) continue;
    if (amountColumn) log.cell("negativeAmount", row, amountColumn);
    else log.row("negativeAmount", row, contentOf(nameColumn, row), amount);
  }
}

function reportFallback(
  columns: SourceColumns,
  profits: Float64Array,
  unnamedProfit: number,
  log: FindingLog,
): void {
  const known = profits.map((profit) => profit || 0);
  const sum = total([...known, unnamedProfit]);
  const source = columns.one("profit") ?? columns.all("cost")[0];
  if (sum <= 0) log.column("fallbackToRevenue", source.column, source.header, sum);
}

/** A number as cut that does not lie inside the scale means ratios to the best competitor, where 1 is a draw (methods §5). */
function isRatio(cut: Cut, { kaism: { scale } }: Policy): boolean {
  return typeof cut === "number" && (cut <= scale.lowest || cut >= scale.highest);
}

function listAddress(list: SourceList): string {
  return addressOf(list.sheet, list.top, list.left, list.rowCount + 1, Math.max(1, list.columns.length));
}
