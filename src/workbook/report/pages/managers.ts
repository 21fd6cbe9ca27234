import {
  MOST_KEY_CLIENTS,
  type GroupShares,
  isOverloaded,
  stakeOfAction,
  urgentActionOf,
  urgentActions,
  knowsActivity,
} from "../../../portfolio";
import { tickStep } from "../paint/charts/axis-scale";
import { addChartData, type ChartPlan } from "../paint/charts/chart";
import { Page } from "../paint/page/page";
import type { SheetPlan } from "../paint/paint";
import type { Figure } from "../paint/page/figure";
import { palette, statusColors, statusInks } from "../paint/page/palette";
import { addClientList, type ListColumn } from "./client-list";
import { moneyScale } from "./money-axis";
import { amountFormat, nameOf, percentFormat, type Subject } from "./subject";

/** Columns: margin, manager, clients, key clients, revenue, share, profit, growth, kept, at risk, largest, overdue. */
const widths = [10, 150, 62, 66, 92, 74, 86, 66, 76, 88, 84, 80];
const chartRows = 15;
const chartRowHeight = 16;
const below = 60;
/** Managers that the chart has room for. */
const mostColumns = 40;
/** Clients of each manager that are named. */
const named = 3;
const mostManagers = 30;

type Group = GroupShares["groups"][number];

/** The load and the results of each manager (methods §10); null where the list names none. */
export function managersSheet(subject: Subject): SheetPlan | null {
  const { texts, classification } = subject;
  const { managers } = classification;
  if (!managers || managers.groups.length === 0) return null;
  const words = texts.report.managers;
  const page = new Page(words.title, "Landscape", widths);
  page.heading(words.subtitle);
  page.gap(4);
  page.paragraph(sentences(subject, managers).join(" "));
  page.gap(6);
  const hasKeys = managers.groups.some(({ keyClients }) => keyClients > 0);
  const chart = hasKeys ? addLoad(page, subject, managers) : addRevenue(page, subject, managers);
  addFirst(page, subject, managers);
  page.section(words.list);
  addList(page, subject, managers);
  return { page, charts: [chart], footer: texts.report.footer };
}

function sentences(subject: Subject, { groups }: GroupShares): string[] {
  const { texts, classification, ranking, managersOf } = subject;
  const words = texts.report.managers;
  const nameOfGroup = ({ name }: Group) => name || words.notStated;
  const overloaded = groups.filter(isOverloaded).sort((a, b) => b.keyClients - a.keyClients);
  const alone = [...ranking].filter(
    (client) => classification.reasons[client].length > 0 && managersOf[client].length === 0,
  );
  const most = (figure: (group: Group) => number) =>
    groups.reduce((best, group) => (figure(group) > figure(best) ? group : best));
  const risky = most(({ atRiskPerYear }) => atRiskPerYear ?? 0);
  const leaning = most(({ largestShare, clients }) => (clients > 1 ? (largestShare ?? 0) : 0));
  return [
    overloaded.length > 0
      ? words.overloaded(
          overloaded.map((group) => ({ name: nameOfGroup(group), figure: group.keyClients })),
          MOST_KEY_CLIENTS,
        )
      : words.notOverloaded(MOST_KEY_CLIENTS),
    ...(alone.length > 0
      ? [
          words.withoutManager(
            alone.length,
            alone.slice(0, 3).map((client) => nameOf(subject, client)),
          ),
        ]
      : []),
    ...((risky.atRiskPerYear ?? 0) > 0
      ? [words.mostAtRisk({ name: nameOfGroup(risky), figure: risky.atRiskPerYear! })]
      : []),
    ...((leaning.largestShare ?? 0) >= 0.5 && leaning.clients > 1
      ? [words.leans({ name: nameOfGroup(leaning), figure: leaning.largestShare! })]
      : []),
  ];
}

function addLoad(page: Page, { texts }: Subject, { groups }: GroupShares): ChartPlan {
  const words = texts.report.managers;
  const place = page.chartRows(chartRows, chartRowHeight, below);
  const shown = [...groups].sort((a, b) => b.keyClients - a.keyClients).slice(0, mostColumns);
  const [categories, within, above, limit] = addChartData(page, place.row, 0, texts.report.chartData, [
    { title: words.headers.manager, values: shown.map(({ name }) => name || words.notStated) },
    {
      title: words.keyClients,
      values: shown.map((group) => (isOverloaded(group) ? null : group.keyClients)),
      format: "0",
    },
    {
      title: words.headers.keyClients,
      values: shown.map((group) => (isOverloaded(group) ? group.keyClients : null)),
      format: "0",
    },
    { title: words.limit(MOST_KEY_CLIENTS), values: shown.map(() => MOST_KEY_CLIENTS), format: "0" },
  ]);
  const highest = Math.max(MOST_KEY_CLIENTS + 1, ...shown.map(({ keyClients }) => keyClients));
  const column = { type: "ColumnStacked", categories, figures: "0" } as const;
  return {
    name: "Keyfolio managers",
    title: words.chart,
    type: "ColumnStacked",
    place,
    series: [
      { ...column, name: words.keyClients, values: within, color: palette.accent },
      { ...column, name: words.tooMany, values: above, color: statusColors.mono },
      {
        name: words.limit(MOST_KEY_CLIENTS),
        type: "Line",
        categories,
        values: limit,
        color: statusColors.dependence,
        dashed: true,
      },
    ],
    category: { rotation: shown.length > 8 ? 45 : undefined },
    value: {
      title: words.keyClients,
      minimum: 0,
      step: Math.max(1, tickStep(highest, 6)),
      format: "0",
      gridlines: true,
    },
    gapWidth: 70,
  };
}

/** Where nobody has a key client, what each sells. */
function addRevenue(page: Page, { texts }: Subject, { groups }: GroupShares): ChartPlan {
  const { headers, notStated, revenueChart } = texts.report.managers;
  const place = page.chartRows(chartRows, chartRowHeight, below);
  const shown = [...groups].sort((a, b) => b.revenue - a.revenue).slice(0, mostColumns);
  const highest = Math.max(...shown.map(({ revenue }) => revenue));
  const scale = moneyScale(texts, highest, 6);
  const [categories, values] = addChartData(page, place.row, 0, texts.report.chartData, [
    { title: headers.manager, values: shown.map(({ name }) => name || notStated) },
    {
      title: headers.amount,
      values: shown.map(({ revenue }) => revenue),
      format: amountFormat(shown.map(({ revenue }) => revenue)),
    },
  ]);
  return {
    name: "Keyfolio manager sales",
    title: scale.titleOf(revenueChart),
    type: "ColumnClustered",
    place,
    series: [{ name: headers.amount, type: "ColumnClustered", categories, values, color: palette.accent }],
    category: { rotation: shown.length > 8 ? 45 : undefined },
    value: scale.axis,
    gapWidth: 60,
    legend: false,
  };
}

/** The most urgent clients of each manager. */
function addFirst(page: Page, subject: Subject, { groups, client, group }: GroupShares): void {
  const { texts, classification } = subject;
  const words = texts.report.managers;
  const actions = subject.actions();
  const own = groups.map((): { client: number; stake: number; rank: number }[] => []);
  client.forEach((each, pair) => {
    const first = urgentActionOf(classification, each);
    if (first === null) return;
    const stake = stakeOfAction(classification, each, first);
    own[group[pair]].push({ client: each, stake, rank: urgentActions.indexOf(first) });
  });
  const rows = [...groups.keys()]
    .filter((at) => own[at].length > 0)
    .sort((a, b) => groups[b].revenue - groups[a].revenue)
    .slice(0, mostManagers);
  if (rows.length === 0) return;
  page.section(words.first);
  page.paragraph(words.firstNote, { color: palette.quiet });
  page.gap(3);
  page.header(page.row++, page.left, [
    { title: words.headers.manager },
    { title: texts.report.client, columns: 3 },
    { title: words.headers.stake, align: "Right" },
    { title: texts.report.action, columns: 6 },
  ]);
  for (const at of rows) {
    const clients = own[at].sort((a, b) => a.rank - b.rank || b.stake - a.stake).slice(0, named);
    clients.forEach(({ client: each, stake }, index) => {
      if (index === 0) {
        page.across(page.row, 1, 1, groups[at].name || words.notStated, { bold: true, vertical: "Center" });
      }
      page.across(page.row, 2, 3, classification.portfolio.clients[each], { vertical: "Center" });
      page.put(page.row, 5, stake, { format: amountFormat([stake]), horizontal: "Right" });
      page.across(page.row, 6, 6, actions[each], { vertical: "Center", indent: 1 });
      page.endRow(index === clients.length - 1 ? palette.rule : palette.hair);
    });
  }
}

function addList(page: Page, { texts, classification }: Subject, managers: GroupShares): void {
  const { groups, client, group } = managers;
  const { headers, notStated } = texts.report.managers;
  const { nextContacts, portfolio } = classification;
  const format = amountFormat(groups.map(({ revenue }) => revenue));
  const overdue = new Int32Array(groups.length);
  client.forEach((each, pair) => (overdue[group[pair]] += nextContacts?.overdue[each] ?? 0));
  const order = [...groups.keys()].sort((a, b) => groups[b].revenue - groups[a].revenue);
  const right = { align: "Right" } as const;
  type GroupFigure = Extract<Figure, { of: "group" }>["figure"];
  const shows = (figure: GroupFigure) => (at: number) =>
    ({ of: "group", by: "managers", group: at, figure }) as const;
  const columns: ListColumn[] = [
    { title: headers.manager, content: (at) => groups[at].name || notStated, wrap: true },
    {
      title: headers.clients,
      content: (at) => groups[at].clients,
      shows: shows("clients"),
      format: "#,##0",
      ...right,
    },
    {
      title: headers.keyClients,
      content: (at) => groups[at].keyClients,
      shows: shows("keyClients"),
      format: "#,##0",
      ...right,
    },
    { title: headers.amount, content: (at) => groups[at].revenue, shows: shows("revenue"), format, ...right },
    {
      title: headers.share,
      content: (at) => groups[at].revenue / portfolio.total,
      shows: shows("revenueShare"),
      format: percentFormat,
      ...right,
    },
    ...(portfolio.profits
      ? [
          {
            title: headers.profit,
            content: (at: number) => groups[at].profit,
            shows: shows("profit"),
            format,
            ...right,
          },
        ]
      : []),
    ...(classification.bridge
      ? [
          {
            title: headers.growth,
            content: (at: number) => growthOf(groups[at]),
            shows: shows("growthRate"),
            format: percentFormat,
            ...right,
          },
          {
            title: headers.net,
            content: (at: number) => groups[at].bridge?.netRetention ?? null,
            shows: shows("netRetention"),
            format: percentFormat,
            ...right,
          },
        ]
      : []),
    ...(knowsActivity(classification)
      ? [
          {
            title: headers.atRisk,
            content: (at: number) => groups[at].atRiskPerYear || null,
            format,
            ...right,
          },
        ]
      : []),
    {
      title: headers.largest,
      content: (at) => groups[at].largestShare,
      shows: shows("largestShare"),
      format: percentFormat,
      ...right,
    },
    ...(nextContacts
      ? [{ title: headers.overdue, content: (at: number) => overdue[at], format: "#,##0", ...right }]
      : []),
  ];
  const top = page.row;
  addClientList(page, "KeyfolioManagers", order, columns);
  order.forEach((at, rank) => {
    if (!isOverloaded(groups[at])) return;
    page.dress(
      { row: top + 1 + rank, column: page.left + 2, rows: 1, columns: 1 },
      { color: statusInks.mono, bold: true },
    );
  });
}

function growthOf({ bridge }: Group): number | null {
  return bridge && bridge.opening > 0 ? bridge.closing / bridge.opening - 1 : null;
}
