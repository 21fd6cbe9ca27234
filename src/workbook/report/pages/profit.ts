import { type Profitability, topFifth, total, whaleCurve } from "../../../analysis";
import type { AbcClass, Classification } from "../../../portfolio";
import { shareTickFormat, tickStep } from "../paint/charts/axis-scale";
import { addChartData, type ChartPlan } from "../paint/charts/chart";
import { Page } from "../paint/page/page";
import type { SheetPlan } from "../paint/paint";
import { palette, statusColors, statusInks } from "../paint/page/palette";
import { addClientList, addRows, type ListColumn } from "./client-list";
import type { ClientFigure, WholeFigure } from "../paint/page/figure";
import { amountFormat, nameOf, ofClient, percentFormat, type Subject } from "./subject";
import { whoseColumn } from "./whose-column";

/** Columns: margin, client, manager, revenue, direct cost, cost to serve, profit, margin, cumulative, ABC twice, action. */
const widths = [10, 150, 92, 84, 84, 78, 80, 66, 86, 66, 64, 180];
const chartRows = 16;
const chartRowHeight = 16;
const below = 170;
/** Points of the curve: more are thinned out, the ends and the top stay. */
const mostPoints = 400;
const named = 10;

/** Who earns, and who consumes what the others earn (methods §8); null where neither profit nor costs are known. */
export function profitSheet(subject: Subject): SheetPlan | null {
  const { texts, classification } = subject;
  const { profitability } = classification;
  if (!profitability || profitability.clients === 0) return null;
  const words = texts.report.profit;
  const page = new Page(words.title, "Landscape", widths);
  page.heading(words.subtitle);
  page.gap(4);
  page.paragraph(sentences(subject, profitability).join(" "));
  const chart = addCurve(page, subject);
  addFigures(page, subject, profitability);
  const facts = columnsOf(subject);
  addLosing(page, subject, facts);
  page.section(words.list);
  addClientList(page, "KeyfolioProfit", facts.order, facts.columns);
  return { page, charts: chart ? [chart] : [], footer: texts.report.footer };
}

function sentences(subject: Subject, found: Profitability): string[] {
  const { texts, classification, ranking } = subject;
  const { portfolio, lossMaking } = classification;
  const words = texts.report.profit;
  const abc = abcByRevenue(classification);
  const important = [...ranking].filter(
    (client) => lossMaking?.[client] === 1 && (abc[client] === "A" || portfolio.flags.vip?.[client] === 1),
  );
  const curve = whaleCurve(portfolio.profits!);
  const unknown = portfolio.profits!.filter(Number.isNaN).length;
  return [
    words.result(found.unprofitable, found.clients, found.consumed, found.earned),
    ...(found.costToServePer100 === null ? [] : [words.toServe(found.costToServePer100)]),
    important.length > 0
      ? words.vip(
          important.length,
          important.slice(0, 4).map((client) => nameOf(subject, client)),
        )
      : words.vipFine,
    ...hoursOf(subject),
    ...(curve && found.clients >= 10
      ? [words.fifth(curve.cumulative[topFifth(curve.order.length) - 1])]
      : []),
    ...(unknown > 0 ? [words.unknown(unknown)] : []),
  ];
}

/** How many hours the clients take that are marked VIP or in class A, beside half a working day (methods §8). */
function hoursOf(subject: Subject): string[] {
  const { texts, classification, ranking } = subject;
  const { hours, flags } = classification.portfolio;
  const abc = abcByRevenue(classification);
  const important = [...ranking].filter(
    (client) => hours && hours[client] > 0 && (abc[client] === "A" || flags.vip?.[client] === 1),
  );
  if (!hours || important.length === 0) return [];
  const all = total(important.map((client) => hours[client]));
  const most = important.sort((a, b) => hours[b] - hours[a] || a - b).slice(0, 3);
  return [
    texts.report.profit.hours(
      all / important.length,
      most.map((client) => ({ name: nameOf(subject, client), hours: hours[client] })),
    ),
  ];
}

function addCurve(page: Page, { texts, classification }: Subject): ChartPlan | null {
  const words = texts.report.profit;
  const curve = whaleCurve(classification.portfolio.profits!);
  if (!curve || curve.order.length < 2) return null;
  page.gap(6);
  const place = page.chartRows(chartRows, chartRowHeight, below);
  const all = curve.cumulative.length;
  const step = Math.max(1, Math.ceil(all / mostPoints));
  const top = curve.cumulative.reduce((best, value, at) => (value > curve.cumulative[best] ? at : best), 0);
  const points = [...curve.cumulative.keys()].filter((at) => at % step === 0 || at === all - 1 || at === top);
  const [x, y] = addChartData(page, place.row, 0, texts.report.chartData, [
    { title: words.clientsAxis, values: [0, ...points.map((at) => at + 1)], format: "#,##0" },
    { title: words.curve, values: [0, ...points.map((at) => curve.cumulative[at])], format: percentFormat },
  ]);
  const [ends, whole] = addChartData(page, place.row, 3, texts.report.chartData, [
    { title: words.clientsAxis, values: [0, all], format: "#,##0" },
    { title: words.whole, values: [1, 1], format: "0%" },
  ]);
  const highest = curve.cumulative[top];
  const tick = tickStep(highest, 6);
  const across = Math.max(1, tickStep(all, 12));
  return {
    name: "Keyfolio whale curve",
    title: words.chart,
    type: "XYScatter",
    place,
    series: [
      { name: words.curve, type: "XYScatterLinesNoMarkers", categories: x, values: y, color: palette.accent },
      {
        name: words.whole,
        type: "XYScatterLinesNoMarkers",
        categories: ends,
        values: whole,
        color: statusColors.dependence,
        dashed: true,
      },
    ],
    category: { title: words.clientsAxis, minimum: 0, maximum: all, step: across, format: "#,##0" },
    value: {
      title: words.shareAxis,
      minimum: Math.min(...curve.cumulative) < 0 ? undefined : 0,
      step: tick,
      format: shareTickFormat(tick),
      gridlines: true,
    },
  };
}

function addFigures(page: Page, { texts }: Subject, found: Profitability): void {
  const words = texts.report.profit;
  const format = amountFormat([found.earned, found.consumed]);
  const rows: [WholeFigure, string, number | null, string][] = [
    ["earned", words.earned, found.earned, format],
    ["consumed", words.consumed, -found.consumed + 0, format],
    ["profitTotal", words.total, found.total, format],
    ["unprofitable", words.unprofitable, found.unprofitable, "#,##0"],
    ["unprofitablePart", words.unprofitablePart, found.unprofitablePart, percentFormat],
    ["costToServePer100", words.per100, found.costToServePer100, "0.0"],
  ];
  page.section(words.figures);
  for (const [figure, label, value, pattern] of rows) {
    if (value === null) continue;
    page.shows(page.row, 3, { of: "whole", figure }, label);
    page.across(page.row, 1, 2, label, { vertical: "Center" });
    page.put(page.row, 3, value, { format: pattern, horizontal: "Right", bold: true });
    page.endRow(palette.hair, 3);
  }
}

interface Facts {
  columns: ListColumn[];
  /** Clients with a known profit, the most profitable first, then the others. */
  order: number[];
}

function columnsOf(subject: Subject): Facts {
  const { texts, classification } = subject;
  const { portfolio } = classification;
  const { headers } = texts.report.profit;
  const { costs } = portfolio;
  const profits = portfolio.profits!;
  const revenues = costs?.revenue ?? portfolio.amounts;
  const format = amountFormat(portfolio.amounts);
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  const order = [...profits.keys()].sort((a, b) => {
    const [one, other] = [profits[a], profits[b]];
    return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || other - one || a - b;
  });
  const curve = whaleCurve(profits);
  const cumulative = new Map(
    curve ? [...curve.order].map((client, at) => [client, curve.cumulative[at]]) : [],
  );
  const abc = { revenue: abcByRevenue(classification), profit: abcByProfit(classification) };
  const actions = subject.actions();
  const money = (title: string, values: ArrayLike<number>, figure: ClientFigure): ListColumn => ({
    title,
    shows: ofClient(figure),
    content: (client) => known(values[client]),
    format,
    align: "Right",
  });
  // Where a cost is not known, the share stands in its column, as in every other place.
  const shareOf = (base: Base): ListColumn => {
    const shares =
      classification.base === base ? classification.shares : classification.secondOpinion?.shares;
    const isKnown = (client: number) => base === "revenue" || !Number.isNaN(profits[client]);
    return {
      title: texts.report.shareOf[base],
      shows: (client) =>
        shares && isKnown(client)
          ? { of: "client", client, figure: classification.base === base ? "share" : "otherShare" }
          : null,
      content: (client) => (shares && isKnown(client) ? shares[client] : null),
      format: percentFormat,
      align: "Right",
    };
  };
  const columns: ListColumn[] = [
    { title: texts.report.client, content: (client) => portfolio.clients[client], wrap: true },
    whoseColumn(subject),
    money(headers.revenue, revenues, "revenueOfCosts"),
    costs?.direct ? money(headers.cost, costs.direct, "directCost") : shareOf("revenue"),
    costs?.toServe ? money(headers.toServe, costs.toServe, "costToServe") : shareOf("profit"),
    money(headers.profit, profits, "profit"),
    {
      title: headers.margin,
      content: (client) => (revenues[client] > 0 ? known(profits[client] / revenues[client]) : null),
      shows: ofClient("margin"),
      format: percentFormat,
      align: "Right",
    },
    {
      title: headers.cumulative,
      content: (client) => cumulative.get(client) ?? null,
      shows: ofClient("cumulativeProfit"),
      format: percentFormat,
      align: "Right",
    },
    {
      title: headers.abcRevenue,
      content: (client) => abc.revenue[client],
      shows: ofClient("abcByRevenue"),
      align: "Center",
    },
    {
      title: headers.abcProfit,
      content: (client) => (Number.isNaN(profits[client]) ? null : (abc.profit?.[client] ?? null)),
      shows: ofClient("abcByProfit"),
      align: "Center",
    },
    { title: texts.report.action, content: (client) => actions[client] || null, wrap: true },
  ];
  return { columns, order };
}

/** The clients that earn nothing, the worst first. */
function addLosing(page: Page, { texts, classification }: Subject, { columns, order }: Facts): void {
  const words = texts.report.profit;
  const losing = order.filter((client) => classification.lossMaking?.[client] === 1).reverse();
  if (losing.length === 0) return;
  page.section(words.losing);
  if (losing.length > named) {
    page.paragraph(words.more(named, losing.length), { color: palette.quiet });
    page.gap(3);
  }
  addRows(page, columns, losing.slice(0, named));
  const profitColumn = page.left + columns.findIndex(({ title }) => title === words.headers.profit);
  const shown = Math.min(named, losing.length);
  page.dress(
    { row: page.row - shown, column: profitColumn, rows: shown, columns: 1 },
    { color: statusInks.mono, bold: true },
  );
}

type Base = Classification["base"];

function abcByRevenue({ base, abc, secondOpinion }: Classification): readonly AbcClass[] {
  return base === "revenue" ? abc : (secondOpinion?.abc ?? abc);
}

function abcByProfit({ base, abc, secondOpinion }: Classification): readonly AbcClass[] | null {
  return base === "profit" ? abc : (secondOpinion?.abc ?? null);
}
