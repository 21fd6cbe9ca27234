import { isPoolWhole, type KeyStatus, marginsOf } from "../../../../portfolio";
import { shareTickFormat, tickStep } from "../../paint/charts/axis-scale";
import { addChartData, type ChartPlan, type SeriesPlan } from "../../paint/charts/chart";
import { addClientList, type ListColumn } from "../client-list";
import { statusMarks } from "../client-matrix";
import { addContradictedPins } from "./contradicted-pins";
import { addGroupShares } from "./group-shares";
import { addIfLost } from "./if-lost";
import { Page } from "../../paint/page/page";
import type { SheetPlan } from "../../paint/paint";
import { palette, statusColors } from "../../paint/page/palette";
import { rankedColumns } from "../ranked-columns";
import type { WholeFigure } from "../../paint/page/figure";
import { amountFormat, gapOf, nameOf, ofClient, percentFormat, type Subject } from "../subject";

/** Columns: margin, rank, client, amount, share, cumulative, status; then gap, gap %; ABC; then the second opinion. */
const widths = [10, 34, 196, 86, 66, 80, 88];
const gapWidths = [88, 62];
const abcWidth = 60;
const secondOpinionWidths = [86, 68, 68];
/** Money to the next limit, and why a client is key. */
const marginWidth = 84;
const reasonWidth = 104;
const nameColumn = 2;
const paretoClients = 30;
const chartRows = 20;
const chartRowHeight = 17;
/** Of the block under the chart, which shall stand on the same printed page. */
const concentrationHeight = 200;
const statuses: readonly KeyStatus[] = ["regular", "key", "dependence", "mono"];

/** Whom the company depends on (methods §7): Pareto, concentration, what is left without a client, groups, all clients. */
export function dependencySheet(subject: Subject): SheetPlan {
  const { texts, classification } = subject;
  const words = texts.report.dependency;
  const { dependence } = classification.policy.ladder;
  const dependent = classification.shares.some((_, client) => (gapOf(subject, client)?.amount ?? 0) > 0);
  const columns = [
    ...widths,
    ...(dependent ? gapWidths : []),
    abcWidth,
    ...(classification.portfolio.profits ? secondOpinionWidths : []),
    ...(hasNextLimit(subject) ? [marginWidth] : []),
    ...(hasReasons(subject) ? [reasonWidth] : []),
  ];
  const narrow = columns.reduce((total, width) => total + width, 0) < 700;
  const page = new Page(words.title, narrow ? "Portrait" : "Landscape", columns);
  page.heading(words.subtitle(classification.base));
  page.gap(6);
  const chart = addPareto(page, subject);
  addConcentration(page, subject);
  addContradictedPins(page, subject);
  addIfLost(page, subject, nameColumn);
  addGroupShares(
    page,
    subject,
    words.departments,
    words.groupHeaders.department,
    classification.departments,
    classification.portfolio.departments,
    "departments",
  );
  addGroupShares(
    page,
    subject,
    words.managers,
    words.groupHeaders.manager,
    classification.managers,
    classification.portfolio.managers,
    "managers",
  );
  page.section(words.list);
  if (dependence && dependent) {
    page.paragraph(words.gapFootnote(dependence.value), { color: palette.quiet });
    page.gap(4);
  }
  addList(page, subject, dependent);
  return { page, charts: [chart], footer: texts.report.footer };
}

function addPareto(page: Page, subject: Subject): ChartPlan {
  const { classification, texts, ranking, cumulative } = subject;
  const words = texts.report.dependency;
  const { shares, policy } = classification;
  const place = page.chartRows(chartRows, chartRowHeight, concentrationHeight);

  const shown = [...ranking.slice(0, paretoClients)];
  const rest = ranking.length - shown.length;
  // With the money of rows without a client the rest may be more than that of the other clients.
  const restShare = rest > 0 ? cumulative[cumulative.length - 1] - cumulative[shown.length - 1] : 0;
  const withRest = <T>(values: readonly T[], last: T): T[] => (rest > 0 ? [...values, last] : [...values]);
  const limits = statuses.flatMap((status) => {
    const limit = status === "regular" ? null : policy.ladder[status];
    return limit && limit.value < 1.5 * shares[ranking[0]] ? [{ status, value: limit.value }] : [];
  });
  const rungs = statuses.filter((status) => status === "regular" || policy.ladder[status]);

  const data = addChartData(page, place.row, 0, texts.report.chartData, [
    {
      title: texts.report.client,
      values: withRest(
        shown.map((client) => nameOf(subject, client, 22)),
        texts.report.others(rest, restShare),
      ),
    },
    ...rungs.map((status) => ({
      title: texts.columns.statuses[status],
      values: withRest(
        shown.map((client) => (classification.statuses[client] === status ? shares[client] : null)),
        status === "regular" ? restShare : null,
      ),
      format: percentFormat,
    })),
    {
      title: words.cumulativeSeries,
      values: withRest([...cumulative.slice(0, shown.length)], cumulative[cumulative.length - 1]),
      format: percentFormat,
    },
    ...limits.map(({ status, value }) => ({
      title: words.limitOf(texts.columns.statuses[status], value),
      values: withRest(
        shown.map(() => value),
        value,
      ),
      format: percentFormat,
    })),
  ]);
  const [categories, ...blocks] = data;
  const columns = rungs.map((status, index): SeriesPlan => ({
    name: texts.columns.statuses[status],
    type: "ColumnStacked",
    categories,
    values: blocks[index],
    color: statusColors[status],
  }));
  const line: SeriesPlan = {
    name: words.cumulativeSeries,
    type: "Line",
    secondary: true,
    categories,
    values: blocks[rungs.length],
    color: palette.accent,
    marker: 4,
  };
  const thresholds = limits.map(({ status, value }, index): SeriesPlan => ({
    name: words.limitOf(texts.columns.statuses[status], value),
    type: "Line",
    categories,
    values: blocks[rungs.length + 1 + index],
    color: statusColors[status],
    dashed: true,
  }));
  const highest = Math.max(1, ...cumulative);
  // Many small clients: a column of all others would flatten theirs. It is cut off; its name tells its share.
  const tallest = Math.max(shares[ranking[0]], ...limits.map(({ value }) => value));
  const crowded = restShare > 2 * tallest;
  const cutOff = crowded ? nice(1.2 * tallest) : null;
  const lowest = Math.min(0, restShare, ...shown.map((client) => shares[client]));
  const step = tickStep((cutOff ?? Math.max(tallest, restShare)) - lowest, 8);
  return {
    name: "Keyfolio Pareto",
    title: words.chart,
    type: "ColumnStacked",
    place,
    series: [...columns, line, ...thresholds],
    category: { rotation: 45 },
    value: {
      title: texts.report.shareOf[classification.base],
      minimum: Math.min(0, restShare) < 0 ? undefined : 0,
      maximum: cutOff ?? (tallest > 0.8 && tallest <= 1 ? 1 : undefined),
      step,
      format: shareTickFormat(step),
      gridlines: true,
    },
    secondary: {
      title: texts.report.cumulative,
      minimum: 0,
      maximum: highest > 1.01 ? Math.ceil(highest * 10) / 10 : 1,
      step: 0.2,
      format: "0%",
    },
    gapWidth: 40,
  };
}

/** The next round figure: 1, 2, 2.5 or 5 times a power of ten. */
function nice(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= value) ?? 10) * power;
}

/** Measure, value, its number format, what it means. */
type ConcentrationRow = [WholeFigure, string, number, string, string];

function addConcentration(page: Page, subject: Subject): void {
  const { classification, texts, ranking } = subject;
  const { hhi, effectiveClients, cr1, cr3, cr5, topFifthShare, gini } = classification.concentration;
  const words = texts.report.dependency;
  const { measures, readings } = words;
  page.section(words.concentration);
  const readingColumns = page.span - 3;
  page.header(page.row++, page.left, [
    { title: words.measure, columns: 2 },
    { title: words.value, align: "Right" },
    { title: words.reading, columns: readingColumns },
  ]);
  const isWhole = isPoolWhole(classification);
  const rows: ConcentrationRow[] = [
    ["hhi", measures.hhi, hhi, "#,##0", readings.hhi(10)],
    [
      "effectiveClients",
      measures.effective,
      effectiveClients,
      "#,##0.0",
      readings.effective(effectiveClients, ranking.length),
    ],
    // Where it differs from the client's share of all money, which the list below shows, it would contradict it.
    ...(isWhole
      ? [
          [
            "cr1",
            measures.cr1,
            cr1,
            percentFormat,
            readings.cr1(nameOf(subject, ranking[0])),
          ] satisfies ConcentrationRow,
        ]
      : []),
    ["cr3", measures.cr3, cr3, percentFormat, readings.cr3],
    ["cr5", measures.cr5, cr5, percentFormat, readings.cr5],
    ["topFifth", measures.topFifth, topFifthShare, percentFormat, readings.topFifth],
    ["gini", measures.gini, gini, "0.00", readings.gini],
  ];
  for (const [figure, measure, value, format, reading] of rows) {
    page.across(page.row, 1, 2, measure, { vertical: "Center" });
    page.put(page.row, 3, value, { format, horizontal: "Right", bold: true });
    page.shows(page.row, 3, { of: "whole", figure }, measure);
    page.across(page.row, 4, readingColumns, reading, {
      vertical: "Center",
      indent: 1,
      color: palette.quiet,
    });
    page.endRow();
  }
  const { positiveTotal, total } = classification;
  if (!isWhole) page.paragraph(words.pool(positiveTotal, total), { color: palette.quiet });
}

function addList(page: Page, subject: Subject, withGaps: boolean): void {
  const { classification, texts, ranking } = subject;
  const { portfolio, abc, base, secondOpinion } = classification;
  const words = texts.report.dependency;
  const ranked = rankedColumns(subject);
  const columns: ListColumn[] = [
    { title: words.rank, content: (_, rank) => rank + 1, format: "0", align: "Right" },
    ranked.client,
    ranked.amount,
    ranked.share,
    ranked.cumulative,
    {
      title: texts.report.status,
      content: (client) => texts.columns.statuses[classification.statuses[client]],
      shows: ofClient("status"),
      marks: statusMarks(subject),
    },
    ...(withGaps ? gapColumns(subject) : []),
    { title: words.abc, content: (client) => abc[client], shows: ofClient("abc"), align: "Center" },
  ];
  if (portfolio.profits) {
    const other = base === "profit" ? portfolio.amounts : portfolio.profits;
    const otherBase = base === "profit" ? "revenue" : "profit";
    columns.push(
      {
        title: texts.report.base[otherBase],
        content: (client) => other[client],
        shows: ofClient("otherAmount"),
        format: amountFormat(other),
        align: "Right",
      },
      {
        title: words.otherShare[otherBase],
        content: (client) => secondOpinion?.shares[client] ?? null,
        shows: ofClient("otherShare"),
        format: percentFormat,
        align: "Right",
      },
      {
        title: words.otherAbc[otherBase],
        content: (client) => secondOpinion?.abc[client] ?? null,
        shows: ofClient("otherAbc"),
        align: "Center",
      },
    );
  }
  if (hasNextLimit(subject)) {
    const margins = marginsOf(classification);
    columns.push({
      title: words.toNextLimit,
      content: (client) => margins[client].toNextShareLimit,
      shows: ofClient("toNextLimit"),
      format: amountFormat(classification.baseAmounts),
      align: "Right",
    });
  }
  if (hasReasons(subject)) {
    const { reasons } = texts.columns;
    columns.push({
      title: words.reasons,
      content: (client) => classification.reasons[client].map((reason) => reasons[reason]).join("; ") || null,
      wrap: true,
    });
  }
  addClientList(page, "KeyfolioDependency", ranking, columns, columns.indexOf(ranked.client));
}

/** Whether the next limit is one of share, to which money leads (methods §13). */
const hasNextLimit = ({ classification }: Subject) => classification.policy.ladder.by === "share";
const hasReasons = ({ classification }: Subject) => classification.reasons.some((each) => each.length > 0);

function gapColumns(subject: Subject): ListColumn[] {
  const { baseAmounts } = subject.classification;
  const words = subject.texts.report.dependency;
  const gaps = Array.from(baseAmounts, (_, client) => gapOf(subject, client));
  return [
    {
      title: words.gapAmount,
      content: (client) => gaps[client]?.amount || null,
      shows: ofClient("gapAmount"),
      format: amountFormat(baseAmounts),
      align: "Right",
    },
    {
      title: words.gapGrowth,
      content: (client) => gaps[client]?.growth || null,
      shows: ofClient("gapGrowth"),
      format: percentFormat,
      align: "Right",
    },
  ];
}
