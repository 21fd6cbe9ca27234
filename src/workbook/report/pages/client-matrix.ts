import type { Quadrant } from "../../../portfolio";
import { tickFormat, tickStep } from "../paint/charts/axis-scale";
import { addChartData, type ChartPlan, type SeriesPlan } from "../paint/charts/chart";
import { addClientList } from "./client-list";
import { hasMatrix } from "./conclusions";
import { placeLabels } from "../paint/charts/label-placement";
import { Page } from "../paint/page/page";
import type { SheetPlan } from "../paint/paint";
import { palette, quadrantColors, quadrantInks, statusInks } from "../paint/page/palette";
import { rankedColumns } from "./ranked-columns";
import { amountFormat, nameOf, ofClient, percentFormat, together, type Subject } from "./subject";

/** Columns: margin, client, quadrant, two scores, amount, share, status, cell, action. */
const widths = [10, 190, 96, 102, 72, 86, 60, 84, 64, 278];
const quadrants: readonly Quadrant[] = ["key", "development", "maintenance", "opportunistic"];
/** A scatter of more points is a cloud, and slow. */
const mostPoints = 2000;
const labelled = 15;
const chartRows = 24;
const chartRowHeight = 17;
/** Of the block under the chart, which shall stand on the same printed page. */
const quadrantsHeight = 150;

/** Clients by attractiveness and loyalty (methods §5): scatter, quadrants, list; null where no client has both. */
export function clientMatrixSheet(subject: Subject): SheetPlan | null {
  if (!hasMatrix(subject)) return null;
  const { texts, classification } = subject;
  const words = texts.report.matrix;
  const page = new Page(words.title, "Landscape", widths);
  const scored = classification.quadrants.filter((quadrant) => quadrant !== null).length;
  page.heading(words.subtitle(scored));
  if (classification.derivedScores) page.paragraph(words.derived, { color: palette.quiet });
  page.gap(6);
  const missing = classification.missingScores.filter((count) => count > 0);
  if (missing.length > 0) {
    page.paragraph(
      words.missing(
        missing.reduce((sum, count) => sum + count, 0),
        missing.length,
      ),
      {
        color: palette.quiet,
      },
    );
    page.gap(4);
  }
  const chart = addScatter(page, subject);
  addQuadrants(page, subject);
  page.section(words.list);
  addList(page, subject);
  return { page, charts: [chart], footer: texts.report.footer };
}

function addScatter(page: Page, subject: Subject): ChartPlan {
  const { classification, texts, ranking } = subject;
  const { attractiveness, loyalty, attractivenessCut, loyaltyCut } = classification;
  const words = texts.report.matrix;
  const place = page.chartRows(chartRows, chartRowHeight, quadrantsHeight);

  const scored = [...ranking].filter((client) => classification.quadrants[client] !== null);
  const shown = scored.slice(0, mostPoints);
  const members = quadrants.map((quadrant) =>
    shown.filter((client) => classification.quadrants[client] === quadrant),
  );
  // An empty quadrant keeps a blank row, so that its series has cells to refer to.
  const rows = members.flatMap((clients) => (clients.length > 0 ? clients : [null]));
  const data = addChartData(page, place.row, 0, texts.report.chartData, [
    {
      title: texts.report.client,
      values: rows.map((client) => (client === null ? null : classification.portfolio.clients[client])),
    },
    {
      title: words.loyalty,
      values: rows.map((client) => (client === null ? null : loyalty[client])),
      format: "0.0",
    },
    {
      title: words.attractiveness,
      values: rows.map((client) => (client === null ? null : attractiveness[client])),
      format: "0.0",
    },
  ]);
  const { lowest, highest } = extent(subject, shown);
  const cuts = addChartData(page, place.row, 4, texts.report.chartData, [
    { title: words.loyalty, values: [loyaltyCut, loyaltyCut, lowest, highest], format: "0.0" },
    {
      title: words.attractiveness,
      values: [lowest, highest, attractivenessCut, attractivenessCut],
      format: "0.0",
    },
  ]);

  const labels = labelsOf(
    subject,
    shown,
    { lowest, highest },
    page.width(place.column, place.columns),
    chartRows * (page.heights.get(place.row) ?? chartRowHeight),
  );
  let start = 0;
  const clouds = members.map((clients, index): SeriesPlan => {
    const part = { row: data[1].row + start, rows: Math.max(1, clients.length) };
    start += part.rows;
    return {
      name: texts.columns.quadrants[quadrants[index]],
      type: "XYScatter",
      categories: { ...data[1], ...part },
      values: { ...data[2], ...part },
      color: quadrantColors[quadrants[index]],
      marker: shown.length > 300 ? 5 : 8,
      labels: new Map(
        clients.flatMap((client, point) => {
          const label = labels.get(client);
          return label ? [[point, label] as const] : [];
        }),
      ),
    };
  });
  const cutLines = [
    words.cutOf(words.loyalty, loyaltyCut),
    words.cutOf(words.attractiveness, attractivenessCut),
  ].map((name, index): SeriesPlan => ({
    name,
    type: "XYScatterLinesNoMarkers",
    categories: { ...cuts[0], row: cuts[0].row + index * 2, rows: 2 },
    values: { ...cuts[1], row: cuts[1].row + index * 2, rows: 2 },
    color: palette.cut,
    dashed: true,
  }));
  const step = tickStep(highest - lowest, 10);
  const scale = { minimum: lowest, maximum: highest, step, format: tickFormat(step, lowest) };
  return {
    name: "Keyfolio matrix",
    title: scored.length > shown.length ? words.chartLargest(shown.length) : words.chart,
    type: "XYScatter",
    place,
    series: [...clouds, ...cutLines],
    category: { title: words.loyaltyAxis, ...scale },
    value: { title: words.attractivenessAxis, ...scale },
  };
}

/** The policy's scale, wider where scores (or a cut) lie outside it: nobody is cut off. */
function extent({ classification }: Subject, shown: readonly number[]): { lowest: number; highest: number } {
  const { attractiveness, loyalty, attractivenessCut, loyaltyCut, policy } = classification;
  let { lowest, highest } = policy.kaism.scale;
  const include = (value: number) => {
    if (value < lowest) lowest = Math.floor(value);
    if (value > highest) highest = Math.ceil(value);
  };
  include(attractivenessCut);
  include(loyaltyCut);
  for (const client of shown) {
    include(attractiveness[client]);
    include(loyalty[client]);
  }
  return { lowest, highest };
}

function labelsOf(
  subject: Subject,
  shown: readonly number[],
  { lowest, highest }: { lowest: number; highest: number },
  width: number,
  height: number,
) {
  const { attractiveness, loyalty } = subject.classification;
  // What the axes, the title and the legend leave to the points, roughly.
  const plot = { width: width - 60, height: height - 95 };
  const at = (client: number) => ({
    x: ((loyalty[client] - lowest) / (highest - lowest)) * plot.width,
    y: ((highest - attractiveness[client]) / (highest - lowest)) * plot.height,
  });
  const largest = shown.slice(0, labelled);
  const points = largest.map((client) => ({ ...at(client), text: nameOf(subject, client, 24) }));
  const positions = placeLabels(points, shown.map(at), plot.width, plot.height);
  return new Map(
    largest.map(
      (client, index) => [client, { text: points[index].text, position: positions[index] }] as const,
    ),
  );
}

function addQuadrants(page: Page, subject: Subject): void {
  const { classification, texts } = subject;
  const words = texts.report.matrix;
  page.section(words.counts);
  page.header(page.row++, page.left, [
    { title: words.quadrant },
    { title: texts.report.clients, align: "Right" },
    { title: texts.report.base[classification.base], align: "Right" },
    { title: texts.report.share, align: "Right" },
    { title: words.stance, columns: 5 },
  ]);
  const format = amountFormat(classification.baseAmounts);
  for (const quadrant of [...quadrants, null]) {
    const { clients, amount, share } = together(
      subject,
      (client) => classification.quadrants[client] === quadrant,
    );
    if (quadrant === null && clients === 0) continue;
    page.put(page.row, 1, quadrant ? texts.columns.quadrants[quadrant] : words.noQuadrant, {
      bold: true,
      color: quadrant ? quadrantInks[quadrant] : palette.quiet,
    });
    page.put(page.row, 2, clients, { format: "#,##0", horizontal: "Right" });
    page.put(page.row, 3, amount, { format, horizontal: "Right" });
    page.put(page.row, 4, share, { format: percentFormat, horizontal: "Right" });
    (["clients", "amount", "share"] as const).forEach((measure, at) => {
      const name = quadrant ? texts.columns.quadrants[quadrant] : words.noQuadrant;
      const head = [texts.report.clients, texts.report.base[classification.base], texts.report.share][at];
      page.shows(page.row, 2 + at, { of: "quadrant", quadrant, measure }, `${name}: ${head}`);
    });
    page.across(page.row, 5, 5, quadrant ? texts.advice.quadrant[quadrant] : "", {
      vertical: "Center",
      indent: 1,
    });
    page.endRow();
  }
  page.paragraph(texts.report.saveFirst, { color: palette.quiet });
}

function addList(page: Page, subject: Subject): void {
  const { classification, texts, ranking } = subject;
  const { statuses, abc, xyz, attractiveness, loyalty } = classification;
  const words = texts.report.matrix;
  const actions = subject.actions();
  const nameOfQuadrant = (client: number) => {
    const quadrant = classification.quadrants[client];
    return quadrant ? texts.columns.quadrants[quadrant] : words.noQuadrant;
  };
  const order = [...quadrants, null].flatMap((quadrant) =>
    [...ranking].filter((client) => classification.quadrants[client] === quadrant),
  );
  const ranked = rankedColumns(subject);
  addClientList(page, "KeyfolioMatrix", order, [
    ranked.client,
    {
      title: words.quadrant,
      content: nameOfQuadrant,
      shows: ofClient("quadrant"),
      marks: quadrants.map((quadrant) => ({
        text: texts.columns.quadrants[quadrant],
        color: quadrantInks[quadrant],
      })),
    },
    {
      title: words.attractiveness,
      content: (client) => attractiveness[client],
      shows: ofClient("attractiveness"),
      format: "0.0",
      align: "Right",
    },
    {
      title: words.loyalty,
      content: (client) => loyalty[client],
      shows: ofClient("loyalty"),
      format: "0.0",
      align: "Right",
    },
    ranked.amount,
    ranked.share,
    {
      title: texts.report.status,
      content: (client) => texts.columns.statuses[statuses[client]],
      shows: ofClient("status"),
      marks: statusMarks(subject),
    },
    {
      title: words.cell,
      content: (client) => abc[client] + xyz[client],
      shows: ofClient("class"),
      align: "Center",
    },
    {
      title: texts.report.action,
      content: (client) => actions[client],
      wrap: true,
    },
  ]);
}

/** The statuses that stand out in a list. */
export function statusMarks({ texts }: Subject) {
  return (["key", "dependence", "mono"] as const).map((status) => ({
    text: texts.columns.statuses[status],
    color: statusInks[status],
  }));
}
