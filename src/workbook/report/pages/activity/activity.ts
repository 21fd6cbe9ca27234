import { spanOf } from "../../../../analysis";
import {
  type ActivityStatus,
  comingsAndGoings,
  goneInWindow,
  isAdvised,
  isLost,
  dayNumber,
  lossReasonsOf,
  startAfter,
  knowsActivity,
  quietOf,
  stakeOfAction,
  urgentActionOf,
  type UrgentAction,
  riskOf,
} from "../../../../portfolio";
import { dateFormats } from "../../../../locales/wording/numbers";
import { tickStep } from "../../paint/charts/axis-scale";
import { addChartData, type ChartPlan } from "../../paint/charts/chart";
import { Page } from "../../paint/page/page";
import type { SheetPlan } from "../../paint/paint";
import { flowColors, palette } from "../../paint/page/palette";
import { addReplay } from "./activity-replay";
import { addClientList, addRows, type ListColumn } from "../client-list";
import { amountFormat, ofClient, percentFormat, type Subject } from "../subject";
import { whoseColumn } from "../whose-column";

/** Columns: margin, client, status, manager, last purchase, silence, limit, next expected, money, reason, action. */
const widths = [10, 150, 82, 96, 84, 58, 62, 112, 84, 88, 200];
const chartRows = 14;
const chartRowHeight = 15;
const countsHeight = 190;
/** Clients of each group above the list. */
const named = 8;
/** Of the table of losses, the latest ones. */
const mostPeriods = 12;
const excelEpoch = 25_569;

/** What stands first in the list, and in the table of statuses. */
const order: readonly ActivityStatus[] = [
  "atRisk",
  "declining",
  "lost",
  "returned",
  "new",
  "oneOff",
  "active",
  "notEnoughHistory",
  "potential",
];

/** Who still buys, whom to call, whom to win back (methods §9); null where nothing is known of it. */
export function activitySheet(subject: Subject): SheetPlan | null {
  const { texts, classification } = subject;
  if (!knowsActivity(classification) && !classification.nextContacts) return null;
  const words = texts.report.activitySheet;
  const page = new Page(words.title, "Landscape", widths);
  const { periods } = classification.portfolio.wholeHistory;
  page.heading(words.subtitle(periods.at(-1)?.end ?? classification.portfolio.asOf));
  const charts: ChartPlan[] = [];
  if (knowsActivity(classification)) {
    addNow(page, subject);
    charts.push(...addComings(page, subject));
    addCounts(page, subject);
    const facts = new ActivityFacts(subject);
    for (const group of ["atRisk", "declining", "lost", "lost.need"] as const) {
      addGroup(page, subject, facts, group);
    }
    addExpected(page, subject, facts);
    addLosses(page, subject);
    addReasons(page, subject);
    addContacts(page, subject, facts);
    addReplay(page, subject);
    page.section(words.list);
    const { statuses, atRiskPerYear } = classification.activity!;
    const clients = Uint32Array.from(subject.ranking).sort(
      (a, b) =>
        order.indexOf(statuses[a]) - order.indexOf(statuses[b]) || atRiskPerYear[b] - atRiskPerYear[a],
    );
    addClientList(page, "KeyfolioActivity", clients, facts.columns());
  } else addContacts(page, subject, new ActivityFacts(subject));
  return { page, charts, footer: texts.report.footer };
}

/** What the columns of the sheet say of each client. */
class ActivityFacts {
  readonly actions: readonly string[];
  readonly #periods = new Map<number, string>();

  constructor(private readonly subject: Subject) {
    this.actions = subject.actions();
  }

  /** The period so many after the first one by the calendar, which may lie in the future; null where it is not known. */
  periodAt(place: number): string | null {
    const { portfolio, record } = this.subject.classification;
    const { periods } = portfolio.wholeHistory;
    if (Number.isNaN(place) || periods.length === 0) return null;
    const at = Math.floor(place);
    const known = this.#periods.get(at);
    if (known !== undefined) return known;
    const from = record?.history.calendar ? 0 : Math.min(at, periods.length - 1);
    const { unit } = periods[from];
    const name = this.subject.texts.report.periodName(unit, startAfter(periods[from], at - from));
    this.#periods.set(at, name);
    return name;
  }

  lastPurchase(client: number): string | null {
    const { activity, record } = this.subject.classification;
    return activity && record && this.periodAt(spanOf(record.history) - 1 - activity.silences[client]);
  }

  /** The period of the next purchase, with the range in which it is usual; nothing more where that is the same period. */
  nextPurchase(client: number): string | null {
    const { nextPurchases, earliest, latest } = this.subject.classification.activity!;
    const [next, from, to] = [nextPurchases, earliest, latest].map((of) => this.periodAt(of[client]));
    const { nextOf } = this.subject.texts.report.activitySheet;
    return next === null || from === null || to === null || from === to ? next : nextOf(next, from, to);
  }

  columns(): ListColumn[] {
    const { texts, classification } = this.subject;
    const { portfolio } = classification;
    const words = texts.report.activitySheet;
    const activity = classification.activity!;
    const { unit } = classification.record!.history;
    const known = (value: number) => (Number.isNaN(value) ? null : value);
    return [
      { title: texts.report.client, content: (client) => portfolio.clients[client], wrap: true },
      {
        title: texts.report.activity,
        content: (client) => texts.columns.activity[activity.statuses[client]],
        wrap: true,
      },
      whoseColumn(this.subject),
      { title: words.headers.last, content: (client) => this.lastPurchase(client), wrap: true },
      {
        title: words.headers.silence(unit),
        content: (client) => known(activity.silences[client]),
        shows: ofClient("silence"),
        format: "0",
        align: "Right",
      },
      {
        title: words.headers.limit(unit),
        content: (client) => known(activity.limits[client]),
        format: "0.0",
        align: "Right",
      },
      {
        title: words.headers.next,
        content: (client) => this.nextPurchase(client),
        wrap: true,
      },
      {
        title: words.headers.money,
        content: (client) => activity.atRiskPerYear[client] || null,
        shows: ofClient("atRisk"),
        format: amountFormat(activity.atRiskPerYear),
        align: "Right",
      },
      portfolio.lossReasons
        ? {
            title: words.headers.reason,
            content: (client: number) => portfolio.lossReasons![client] || null,
            wrap: true,
          }
        : {
            title: texts.report.abcXyz.abcShort,
            content: (client: number) => classification.abc[client],
            shows: ofClient("abc"),
          },
      { title: texts.report.action, content: (client) => this.actions[client] || null, wrap: true },
    ];
  }
}

function addNow(page: Page, { texts, classification }: Subject): void {
  page.paragraph(
    texts.report.activitySheet.now(
      riskOf(classification)!,
      quietOf(classification.activity!, "active").clients,
    ),
  );
}

function addComings(page: Page, subject: Subject): ChartPlan[] {
  const { texts, classification } = subject;
  const words = texts.report.activitySheet;
  const points = comingsAndGoings(classification);
  if (points.length < 2 || points.every(({ came, went }) => came + went === 0)) return [];
  page.gap(6);
  const place = page.chartRows(chartRows, chartRowHeight, countsHeight);
  const { periods } = classification.portfolio.wholeHistory;
  const [categories, came, went] = addChartData(page, place.row, 0, texts.report.chartData, [
    {
      title: words.headers.last,
      values: points.map(({ period }) =>
        texts.report.periodName(periods[period].unit, periods[period].start),
      ),
    },
    { title: words.came, values: points.map((point) => point.came), format: "0" },
    { title: words.went, values: points.map((point) => point.went), format: "0" },
  ]);
  const step = Math.max(1, tickStep(Math.max(...points.map((point) => Math.max(point.came, point.went))), 5));
  return [
    {
      name: "Keyfolio came and went",
      title: words.chart,
      type: "ColumnClustered",
      place,
      series: [
        { name: words.came, type: "ColumnClustered", categories, values: came, color: flowColors.gain },
        { name: words.went, type: "ColumnClustered", categories, values: went, color: flowColors.loss },
      ],
      category: {},
      value: { title: texts.report.clients, minimum: 0, step, format: "0", gridlines: true },
      gapWidth: 60,
    },
  ];
}

function addCounts(page: Page, { texts, classification }: Subject): void {
  const words = texts.report.activitySheet;
  const activity = classification.activity!;
  const { status, clients, money, meaning } = words.countHeaders;
  page.section(words.counts);
  page.header(page.row++, page.left, [
    { title: status, columns: 2 },
    { title: clients, align: "Right" },
    { title: money, align: "Right" },
    { title: meaning, columns: 6 },
  ]);
  for (const each of order) {
    const own = quietOf(activity, each);
    if (own.clients === 0) continue;
    page.across(page.row, 1, 2, texts.columns.activity[each], { vertical: "Center", bold: true });
    page.put(page.row, 3, own.clients, { format: "#,##0", horizontal: "Right" });
    page.put(page.row, 4, own.money || null, {
      format: amountFormat(activity.atRiskPerYear),
      horizontal: "Right",
    });
    const name = texts.columns.activity[each];
    page.shows(page.row, 3, { of: "activity", status: each, measure: "clients" }, `${name}: ${clients}`);
    page.shows(page.row, 4, { of: "activity", status: each, measure: "amount" }, `${name}: ${money}`);
    page.across(page.row, 5, 6, words.meanings[each], {
      vertical: "Center",
      indent: 1,
      color: palette.quiet,
    });
    page.endRow();
  }
}

/** The clients of a status that are worth a call, the most money first. */
function addGroup(
  page: Page,
  subject: Subject,
  facts: ActivityFacts,
  group: "atRisk" | "declining" | Extract<UrgentAction, `lost${string}`>,
): void {
  const { texts, classification } = subject;
  const words = texts.report.activitySheet;
  const { statuses } = classification.activity!;
  const isLostGroup = group === "lost" || group === "lost.need";
  const own = [...statuses.keys()].filter((client) =>
    isLostGroup ? isLost(classification, client) : statuses[client] === group,
  );
  const stake = (client: number) => stakeOfAction(classification, client, group);
  const clients = own
    .filter((client) => !isLostGroup || urgentActionOf(classification, client) === group)
    .sort((a, b) => stake(b) - stake(a));
  if (clients.length === 0) return;
  page.section(words.groups[group]);
  const notes = [
    ...(clients.length > named ? [words.more(named, clients.length)] : []),
    ...(group === "lost" && own.some((client) => !isAdvised(classification, client, group))
      ? [words.notWorth]
      : []),
  ];
  if (notes.length > 0) {
    page.paragraph(notes.join(" "), { color: palette.quiet });
    page.gap(3);
  }
  addRows(page, facts.columns(), clients.slice(0, named));
}

/** Clients whose rhythm lets them buy in the next period. */
function addExpected(page: Page, subject: Subject, facts: ActivityFacts): void {
  const { texts, classification, ranking } = subject;
  const { statuses, nextPurchases } = classification.activity!;
  const words = texts.report.activitySheet;
  const clients = [...ranking].filter(
    (client) =>
      ["active", "returned"].includes(statuses[client]) &&
      Math.floor(nextPurchases[client]) === spanOf(classification.record!.history),
  );
  // Where everybody buys in every period, nobody is to be expected more than others.
  if (clients.length === 0 || clients.length > ranking.length / 2) return;
  page.section(words.expected);
  page.paragraph(
    [words.expectedNote, ...(clients.length > named ? [words.more(named, clients.length)] : [])].join(" "),
    { color: palette.quiet },
  );
  page.gap(3);
  const columns = facts.columns();
  addRows(page, columns, clients.slice(0, named));
}

/** Who bought for the last time, period by period of the last window: how many, which part of the clients, and their money. */
function addLosses(page: Page, { texts, classification }: Subject): void {
  const words = texts.report.activitySheet;
  const { headers, title, note, said } = words.losses;
  const points = comingsAndGoings(classification);
  const all = goneInWindow(points);
  if (!all) return;
  const { periods } = classification.portfolio.wholeHistory;
  const { unit } = periods[0];
  page.section(title);
  page.paragraph([said(all, { unit, periods: points.length }), note].join(" "));
  page.gap(3);
  page.header(page.row++, page.left, [
    { title: headers.period },
    { title: headers.came, align: "Right" },
    { title: headers.lost, align: "Right" },
    { title: headers.rate, align: "Right" },
    { title: headers.amount, align: "Right", columns: 2 },
  ]);
  // Where nobody came and nobody went there is nothing to read.
  const happened = points.filter((point) => point.came + point.went > 0);
  const format = amountFormat(happened.map(({ wentAmount }) => wentAmount));
  for (const { period, came, went, rate, wentAmount } of happened.slice(-mostPeriods)) {
    const figure = { horizontal: "Right" } as const;
    const name = texts.report.periodName(unit, periods[period].start);
    page.across(page.row, 1, 1, name, { vertical: "Center" });
    page.put(page.row, 2, came, { ...figure, format: "#,##0" });
    page.put(page.row, 3, went, { ...figure, format: "#,##0", bold: went > 0 || undefined });
    page.put(page.row, 4, rate, { ...figure, format: percentFormat });
    page.merges.push({ row: page.row, column: 5, rows: 1, columns: 2 });
    page.put(page.row, 5, wentAmount, { ...figure, format });
    const heads = [headers.came, headers.lost, headers.rate, headers.amount];
    (["clientsThatCame", "clientsLost", "lostPart", "lostAmount"] as const).forEach((shown, at) =>
      page.shows(page.row, 2 + at, { of: "coming", period, figure: shown }, `${name}: ${heads[at]}`),
    );
    page.endRow(palette.hair, 6);
  }
}

function addReasons(page: Page, { texts, classification }: Subject): void {
  const reasons = lossReasonsOf(classification) ?? [];
  if (!reasons.some(({ reason }) => reason !== "")) return;
  const words = texts.report.activitySheet;
  const headers = words.reasonHeaders;
  page.section(words.reasons);
  page.header(page.row++, page.left, [
    { title: headers.reason, columns: 2 },
    { title: headers.clients, align: "Right" },
    { title: headers.money, align: "Right" },
    { title: headers.advice, columns: 6 },
  ]);
  for (const { reason, advice, clients, amount } of reasons) {
    page.across(page.row, 1, 2, reason || words.noReason, { vertical: "Center" });
    page.put(page.row, 3, clients, { format: "#,##0", horizontal: "Right" });
    page.put(page.row, 4, amount, { format: amountFormat([amount]), horizontal: "Right" });
    page.across(page.row, 5, 6, texts.advice.action[advice], { vertical: "Center", indent: 1 });
    page.endRow();
  }
}

function addContacts(page: Page, subject: Subject, facts: ActivityFacts): void {
  const { texts, classification, ranking, language } = subject;
  const whose = whoseColumn(subject);
  const { nextContacts, portfolio } = classification;
  if (!nextContacts) return;
  const words = texts.report.activitySheet;
  const overdue = [...ranking].filter((client) => nextContacts.overdue[client] === 1);
  const known = nextContacts.due.filter((day) => !Number.isNaN(day)).length;
  page.section(words.contacts);
  page.paragraph(words.contactsOf(overdue.length, known));
  if (overdue.length === 0) return;
  page.gap(3);
  page.header(page.row++, page.left, [
    { title: texts.report.client },
    { title: "" },
    { title: whose.title },
    { title: words.contactHeaders.due, columns: 2 },
    { title: words.contactHeaders.late, align: "Right", columns: 2 },
    { title: words.headers.amount, align: "Right" },
    { title: texts.report.action, columns: 2 },
  ]);
  const today = dayNumber(portfolio.asOf);
  for (const client of overdue.slice(0, named)) {
    page.across(page.row, 1, 2, portfolio.clients[client], { vertical: "Center" });
    page.across(page.row, 3, 1, String(whose.content(client, 0) ?? ""), { vertical: "Center" });
    page.merges.push({ row: page.row, column: 4, rows: 1, columns: 2 });
    page.put(page.row, 4, nextContacts.due[client] + excelEpoch, {
      format: dateFormats[language],
      horizontal: "Left",
    });
    page.merges.push({ row: page.row, column: 6, rows: 1, columns: 2 });
    page.put(page.row, 6, today - nextContacts.due[client], { format: "0", horizontal: "Right" });
    page.shows(page.row, 8, { of: "client", client, figure: "revenue" }, words.headers.amount);
    page.put(page.row, 8, portfolio.amounts[client], {
      format: amountFormat(portfolio.amounts),
      horizontal: "Right",
    });
    page.across(page.row, 9, 2, facts.actions[client], { vertical: "Center", indent: 1 });
    page.endRow();
  }
}
