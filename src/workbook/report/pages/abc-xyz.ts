import type { DemandPattern } from "../../../analysis";
import {
  type AbcClass,
  type Together,
  type XyzClass,
  demandOf,
  hasOtherAbc,
  isProfitKnown,
  knowsSteadiness,
} from "../../../portfolio";
import type { AxisPlan, ChartPlan, SeriesPlan } from "../paint/charts/chart";
import { addClientList, type ListColumn } from "./client-list";
import { addDemand } from "./demand-patterns";
import { kindsHeader, labelOf, putKind, showMeasures } from "./kinds-table";
import { moneyAxis } from "./money-axis";
import { Page, blockRowHeight, type Area } from "../paint/page/page";
import type { SheetPlan } from "../paint/paint";
import { heat, palette, stabilityColors, statusInks } from "../paint/page/palette";
import { rankedColumns } from "./ranked-columns";
import { amountFormat, ofClient, percentFormat, together, type Subject } from "./subject";

/** Columns: margin, client, amount, share, cumulative, ABC, XYZ, class, variation, demand; then the second opinion or the advice. */
const widths = [10, 180, 84, 84, 84, 84, 70, 56, 78, 84];
const secondOpinionWidths = [86, 66, 70];
const adviceWidth = 250;
const abcClasses: readonly AbcClass[] = ["A", "B", "C"];
const xyzClasses: readonly XyzClass[] = ["X", "Y", "Z", "N"];
const differencesShown = 10;

/** Size against steadiness (methods §§3, 4): heat map, chart, advice per cell, what the other base says, all clients. */
export function abcXyzSheet(subject: Subject): SheetPlan {
  const { texts, classification } = subject;
  const words = texts.report.abcXyz;
  const extra = classification.secondOpinion ? secondOpinionWidths : [adviceWidth];
  const page = new Page(words.title, "Landscape", [...widths, ...extra]);
  const isSteadinessKnown = knowsSteadiness(classification);
  page.heading(
    isSteadinessKnown ? words.subtitle(classification.base) : words.noPeriods(classification.base),
  );
  const cells = new Map(
    abcClasses.flatMap((size) =>
      xyzClasses.map((steadiness) => [
        size + steadiness,
        together(
          subject,
          (client) => classification.abc[client] === size && classification.xyz[client] === steadiness,
        ),
      ]),
    ),
  );
  const chart = isSteadinessKnown ? addMatrices(page, subject, cells) : addClasses(page, subject, cells);
  const demand = isSteadinessKnown ? demandOf(classification) : null;
  if (isSteadinessKnown) addAdvice(page, subject, cells);
  if (demand) addDemand(page, subject, demand);
  addDifferences(page, subject);
  page.section(words.list);
  addList(page, subject, demand);
  return { page, charts: [chart], footer: texts.report.footer };
}

/** The heat map of shares, under it the numbers of clients and the amounts; the chart beside them. */
function addMatrices(page: Page, subject: Subject, cells: ReadonlyMap<string, Together>): ChartPlan {
  const { texts, classification } = subject;
  const words = texts.report.abcXyz;
  page.gap(8);
  const top = page.row;
  const shares = addMatrix(page, words.heat[classification.base], subject, cells, "share", percentFormat);
  page.conditions.push({ kind: "heat", area: shares, ...heat });
  for (let row = 0; row < shares.rows; row++) page.heights.set(shares.row + row, 26);
  page.dress(shares, { size: 12, horizontal: "Center" });
  page.gap(8);
  const counts = addMatrix(page, words.counts, subject, cells, "clients", "#,##0");
  page.gap(8);
  const amounts = addMatrix(
    page,
    texts.report.base[classification.base],
    subject,
    cells,
    "amount",
    amountFormat(classification.baseAmounts),
  );
  page.dress(counts, { horizontal: "Center" });
  page.dress(amounts, { horizontal: "Center" });

  const categories = { row: amounts.row, column: page.left, rows: abcClasses.length, columns: 1 };
  const first = page.left + xyzClasses.length + 2;
  return {
    name: "Keyfolio ABC-XYZ",
    title: words.chart[classification.base],
    type: "ColumnStacked",
    place: { row: top, column: first, rows: page.row - top, columns: page.widths.length - first },
    series: xyzClasses.map((steadiness, index): SeriesPlan => ({
      name: words.xyz[steadiness],
      type: "ColumnStacked",
      categories,
      values: { ...amounts, column: amounts.column + index, columns: 1 },
      color: stabilityColors[steadiness],
    })),
    category: {},
    value: amountAxis(subject, cells),
    gapWidth: 60,
  };
}

/** Size alone, where nothing can be said of steadiness: no periods, or too few. */
function addClasses(page: Page, subject: Subject, cells: ReadonlyMap<string, Together>): ChartPlan {
  const { texts, classification } = subject;
  const words = texts.report.abcXyz;
  page.gap(8);
  const top = page.row;
  page.header(page.row++, page.left, [
    { title: words.abcShort },
    { title: texts.report.clients, align: "Right" },
    { title: texts.report.base[classification.base], align: "Right" },
    { title: texts.report.share, align: "Right" },
  ]);
  const first = page.row;
  const format = amountFormat(classification.baseAmounts);
  for (const size of abcClasses) {
    const { clients, amount, share } = cells.get(`${size}N`)!;
    page.put(page.row, 1, words.abc[size], { bold: true, vertical: "Center" });
    page.put(page.row, 2, clients, { format: "#,##0", horizontal: "Right" });
    page.put(page.row, 3, amount, { format, horizontal: "Right" });
    page.put(page.row, 4, share, { format: percentFormat, horizontal: "Right" });
    showMeasures(page, subject, size, (measure) => ({ of: "class", abc: size, measure }));
    page.dress({ row: page.row, column: 1, rows: 1, columns: 4 }, { bottom: palette.hair });
    page.heights.set(page.row++, 26);
  }
  page.row = Math.max(page.row, top + 12);
  const column = (at: number): Area => ({ row: first, column: at, rows: abcClasses.length, columns: 1 });
  const left = 6;
  return {
    name: "Keyfolio ABC-XYZ",
    title: words.chart[classification.base],
    type: "ColumnStacked",
    place: { row: top, column: left, rows: page.row - top, columns: page.widths.length - left },
    series: [
      {
        name: texts.report.base[classification.base],
        type: "ColumnStacked",
        categories: column(1),
        values: column(3),
        color: palette.accent,
      },
    ],
    category: {},
    value: amountAxis(subject, cells),
    gapWidth: 60,
    legend: false,
  };
}

function amountAxis({ classification, texts }: Subject, cells: ReadonlyMap<string, Together>): AxisPlan {
  const stacks = abcClasses.map((size) =>
    xyzClasses.map((steadiness) => cells.get(size + steadiness)!.amount),
  );
  const reach = (sign: number) =>
    Math.max(...stacks.map((amounts) => amounts.reduce((sum, each) => sum + Math.max(0, sign * each), 0)));
  return moneyAxis(texts, texts.report.base[classification.base], reach(1) + reach(-1), 8);
}

/** Returns the area of the 3 × 4 figures. */
function addMatrix(
  page: Page,
  title: string,
  subject: Subject,
  cells: ReadonlyMap<string, Together>,
  figure: keyof Together,
  format: string,
): Area {
  const { texts } = subject;
  const words = texts.report.abcXyz;
  const shows = (column: number, abc?: AbcClass, xyz?: XyzClass) =>
    page.shows(
      page.row,
      column,
      { of: "class", abc, xyz, measure: figure },
      `${abc || xyz ? (abc ?? "") + (xyz ?? "") : texts.report.total}: ${labelOf(subject, figure)}`,
    );
  page.header(page.row++, page.left, [
    { title },
    ...xyzClasses.map((steadiness) => ({ title: words.xyz[steadiness], align: "Center" as const })),
    { title: texts.report.total, align: "Right" },
  ]);
  const figures = {
    row: page.row,
    column: page.left + 1,
    rows: abcClasses.length,
    columns: xyzClasses.length,
  };
  const of = (size: AbcClass, steadiness: XyzClass) => cells.get(size + steadiness)![figure];
  const add = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  for (const size of abcClasses) {
    const values = xyzClasses.map((steadiness) => of(size, steadiness));
    page.put(page.row, page.left, words.abc[size], { bold: true });
    page.putRow(page.row, page.left + 1, values, { format });
    xyzClasses.forEach((steadiness, at) => shows(page.left + 1 + at, size, steadiness));
    shows(page.left + 1 + values.length, size);
    page.put(page.row, page.left + 1 + values.length, add(values), {
      format,
      horizontal: "Right",
      bold: true,
    });
    page.endRow(palette.hair, xyzClasses.length + 2);
  }
  const sums = xyzClasses.map((steadiness) => add(abcClasses.map((size) => of(size, steadiness))));
  page.put(page.row, page.left, texts.report.total, { bold: true });
  page.putRow(page.row, page.left + 1, sums, { format, horizontal: "Center", bold: true });
  xyzClasses.forEach((steadiness, at) => shows(page.left + 1 + at, undefined, steadiness));
  shows(page.left + 1 + sums.length);
  page.put(page.row, page.left + 1 + sums.length, add(sums), { format, horizontal: "Right", bold: true });
  page.dress(
    { row: page.row, column: page.left, rows: 1, columns: xyzClasses.length + 2 },
    { top: palette.rule },
  );
  page.grow(page.row++, blockRowHeight);
  return figures;
}

function addAdvice(page: Page, subject: Subject, cells: ReadonlyMap<string, Together>): void {
  const { texts } = subject;
  const words = texts.report.abcXyz;
  page.section(words.cells);
  kindsHeader(page, subject, words.cell, words.advice);
  for (const size of abcClasses) {
    for (const steadiness of xyzClasses) {
      const name = `${size}${steadiness}` as const;
      const kind = { name, bold: true, meaning: texts.advice.cell[name] };
      putKind(page, subject, kind, cells.get(name)!);
      showMeasures(page, subject, name, (measure) => ({ of: "class", abc: size, xyz: steadiness, measure }));
      page.endRow(steadiness === "N" ? palette.rule : palette.hair);
    }
  }
  page.paragraph(texts.report.saveFirst, { color: palette.quiet });
}

/** Clients whose ABC class is another one by the other base; the largest of them. */
function addDifferences(page: Page, subject: Subject): void {
  const { classification, texts, ranking } = subject;
  const { secondOpinion, abc, baseAmounts, shares, portfolio, base } = classification;
  if (!secondOpinion) return;
  const words = texts.report.abcXyz;
  const other = secondOpinion.base;
  page.section(words.differs[other]);
  const differing = [...ranking].filter((client) => hasOtherAbc(classification, client));
  if (differing.length === 0) {
    page.paragraph(words.differsNone(other));
    return;
  }
  page.paragraph(words.differsSome(differing.length, other));
  page.gap(4);
  page.header(page.row++, page.left, [
    { title: texts.report.client },
    { title: texts.report.base[base], align: "Right" },
    { title: texts.report.share, align: "Right" },
    { title: texts.report.shareOf[other], align: "Right" },
    { title: words.byBase[base], align: "Center" },
    { title: words.byBase[other], align: "Center" },
  ]);
  for (const client of differing.slice(0, differencesShown)) {
    page.across(page.row, 1, 1, portfolio.clients[client], { vertical: "Center" });
    page.put(page.row, 2, baseAmounts[client], { format: amountFormat(baseAmounts), horizontal: "Right" });
    page.put(page.row, 3, shares[client], { format: percentFormat, horizontal: "Right" });
    page.put(page.row, 4, secondOpinion.shares[client], { format: percentFormat, horizontal: "Right" });
    const { report } = texts;
    const heads = [
      report.base[base],
      report.share,
      report.shareOf[other],
      words.byBase[base],
      words.byBase[other],
    ];
    (["amount", "share", "otherShare", "abc", "otherAbc"] as const).forEach((figure, at) =>
      page.shows(page.row, 2 + at, { of: "client", client, figure }, heads[at]),
    );
    page.put(page.row, 5, abc[client], { horizontal: "Center" });
    const worse = secondOpinion.abc[client] > abc[client];
    page.put(page.row, 6, secondOpinion.abc[client], {
      horizontal: "Center",
      bold: true,
      color: worse ? statusInks.mono : statusInks.key,
    });
    page.endRow(palette.hair, 6);
  }
}

function addList(page: Page, subject: Subject, demand: readonly (DemandPattern | null)[] | null): void {
  const { classification, texts, ranking } = subject;
  const { portfolio, abc, xyz, variation, secondOpinion, policy } = classification;
  const words = texts.report.abcXyz;
  const actions = subject.actions();
  const ranked = rankedColumns(subject);
  const columns: ListColumn[] = [
    ranked.client,
    ranked.amount,
    ranked.share,
    ranked.cumulative,
    { title: words.abcShort, content: (client) => abc[client], shows: ofClient("abc"), align: "Center" },
  ];
  if (knowsSteadiness(classification)) {
    columns.push(
      { title: words.xyzShort, content: (client) => xyz[client], shows: ofClient("xyz"), align: "Center" },
      {
        title: words.class,
        content: (client) => abc[client] + xyz[client],
        shows: ofClient("class"),
        align: "Center",
      },
      {
        title: policy.xyz.method === "variation" ? words.variation : words.frequency,
        content: (client) => variation[client],
        shows: ofClient("variation"),
        format: "0%",
        align: "Right",
      },
      {
        title: words.demand.headers.pattern,
        content: (client) => {
          const pattern = demand && demand[client];
          return pattern && words.demand.names[pattern];
        },
        wrap: true,
      },
    );
  }
  if (secondOpinion) {
    const other = secondOpinion.base;
    // By revenue everybody has a class.
    const isKnown = (client: number) => other === "revenue" || isProfitKnown(classification, client);
    const amounts = other === "profit" ? portfolio.profits! : portfolio.amounts;
    columns.push(
      {
        title: texts.report.base[other],
        content: (client) => amounts[client],
        shows: ofClient("otherAmount"),
        format: amountFormat(amounts),
        align: "Right",
      },
      {
        title: texts.report.shareOf[other],
        content: (client) => (isKnown(client) ? secondOpinion.shares[client] : null),
        shows: (client) => (isKnown(client) ? { of: "client", client, figure: "otherShare" } : null),
        format: percentFormat,
        align: "Right",
      },
      {
        title: words.byBase[other],
        content: (client) => (isKnown(client) ? secondOpinion.abc[client] : null),
        shows: (client) => (isKnown(client) ? { of: "client", client, figure: "otherAbc" } : null),
        align: "Center",
      },
    );
  } else if (knowsSteadiness(classification)) {
    columns.push({
      title: words.advice,
      content: (client) => actions[client],
      wrap: true,
    });
  }
  const top = page.row;
  addClientList(page, "KeyfolioAbcXyz", ranking, columns);
  if (secondOpinion) {
    const column = page.left + columns.length - 1;
    page.conditions.push({
      kind: "differs",
      area: { row: top + 1, column, rows: ranking.length, columns: 1 },
      from: page.left + 4,
      color: statusInks.mono,
    });
  }
}
