import type { Language } from "../../../locales";
import { inSentences } from "../../../locales/wording/sentences";
import type { Classification, Period } from "../../../portfolio";
import { adviceAbout } from "../../columns/results/action-text";
import { addChartData, type ChartPlan } from "../paint/charts/chart";
import type { FormPlan } from "../paint/form";
import { Page } from "../paint/page/page";
import type { SheetPlan } from "../paint/paint";
import { palette } from "../paint/page/palette";
import { shortened } from "../paint/page/text-fit";
import { moneyScale } from "../pages/money-axis";
import { reportWordsOf, type ReportWords } from "../pages/subject";
import { subjectFacts } from "./dossier-facts";

type DossierWords = ReportWords["report"]["dossier"];

/** Columns: margin, label, twelve periods, total. */
const widths = [8, 50, ...new Array<number>(12).fill(38), 56];
const labelColumns = 3;
const valueColumns = 4;
const chartRows = 8;
const chartRowHeight = 14;
/** Years of the table, and points of the chart, the latest ones. */
const mostYears = 4;
const mostPoints = 36;
const longestTitle = 44;
const longestAdvice = 300;

/** What is known of one client, on one page, with a form below it for what only people know (product §4). */
export function dossierSheet(
  classification: Classification,
  client: number,
  language: Language,
): SheetPlan & { form: FormPlan } {
  const texts = reportWordsOf(language);
  const words = texts.report.dossier;
  const { portfolio } = classification;
  const name = shortened(portfolio.clients[client], longestTitle);
  const page = new Page(words.title(name), "Portrait", widths);
  const { periods } = portfolio.wholeHistory;
  const { facts, code, managers, departments } = subjectFacts(classification, client, language);
  page.heading(words.subtitle(periods.at(-1)?.end ?? portfolio.asOf, { code, managers, departments }));
  page.section(words.todo);
  const [first, ...others] = adviceAbout(classification, client, language);
  page.paragraph(first ?? words.nothingToDo, { bold: first !== undefined });
  if (others.length > 0) {
    page.paragraph(words.also(inSentences(fittingAdvice(others))), { color: palette.quiet });
  }
  page.section(words.facts);
  for (const { label, value, why } of facts) {
    page.across(page.row, 1, labelColumns, label, { color: palette.quiet, vertical: "Center" });
    page.across(page.row, 1 + labelColumns, valueColumns, value, { bold: true, vertical: "Center" });
    const rest = 1 + labelColumns + valueColumns;
    page.across(page.row, rest, widths.length - rest, why, { size: 9, vertical: "Center" });
    page.endRow();
  }
  const charts = periods.length > 1 ? addHistory(page, classification, client, language) : [];
  page.gap(6);
  page.paragraph(words.formNote, { size: 9, italic: true, color: palette.quiet });
  return { page, charts, footer: texts.report.footer, onePaper: true, form: { page: formOf(words) } };
}

/** The first advice, and as much of the rest as leaves room for the form: whole sentences. */
function fittingAdvice([first, ...rest]: readonly string[]): string[] {
  let letters = first.length;
  return [first, ...rest.slice(0, rest.findIndex((text) => (letters += text.length) > longestAdvice) >>> 0)];
}

/** What it bought: calendar periods with a row per year, others in one row; below it the line. */
function addHistory(
  page: Page,
  classification: Classification,
  client: number,
  language: Language,
): ChartPlan[] {
  const texts = reportWordsOf(language);
  const words = texts.report.dossier;
  const { periods, amounts } = classification.portfolio.wholeHistory;
  const own = amounts.subarray(client * periods.length, (client + 1) * periods.length);
  const largest = own.reduce((most, amount) => Math.max(most, Math.abs(amount)), 0);
  const scale = largest >= 1e8 ? "million" : largest >= 1e5 ? "thousand" : "one";
  const format = { one: "#,##0", thousand: "#,##0,", million: "#,##0.0,," }[scale];
  page.section(words.history(words.scales[scale]));
  addTable(page, periods, own, format, words, texts.report.periodName);
  page.gap(6);
  const place = { row: page.row, column: 1, rows: chartRows, columns: page.span };
  for (let row = 0; row < chartRows; row++) page.heights.set(page.row++, chartRowHeight);
  const from = Math.max(0, periods.length - mostPoints);
  const money = moneyScale(texts, largest, 4);
  const [categories, values] = addChartData(page, 0, 0, texts.report.chartData, [
    {
      title: words.chart,
      values: periods
        .slice(from)
        .map(({ unit, start }) =>
          unit === "month"
            ? `${words.monthShort(start)} ${start.slice(0, 4)}`
            : texts.report.periodName(unit, start),
        ),
    },
    { title: words.money, values: [...own.subarray(from)], format: "#,##0" },
  ]);
  // The block beside the page is never higher than the page.
  while (page.row < categories.row + categories.rows) page.gap(4);
  return [
    {
      name: "Keyfolio dossier history",
      title: words.chart,
      titleSize: 10,
      type: "Line",
      place,
      legend: false,
      series: [{ name: words.money, type: "Line", categories, values, color: palette.accent, marker: 4 }],
      category: { rotation: 45, size: 8 },
      value: {
        ...money.axis,
        title: money.titleOf(words.money),
        minimum: Math.min(0, ...own) < 0 ? undefined : 0,
      },
    },
  ];
}

const partsOf = { month: 12, quarter: 4, half: 2 } as const;

function addTable(
  page: Page,
  periods: readonly Period[],
  own: Float64Array,
  format: string,
  words: DossierWords,
  periodName: (unit: Period["unit"], start: string) => string,
): void {
  const figure = { format, horizontal: "Right", size: 8, vertical: "Center" } as const;
  const { unit } = periods[0];
  if (unit !== "month" && unit !== "quarter" && unit !== "half") {
    const from = Math.max(0, periods.length - 12);
    const shown = periods.slice(from);
    page.header(
      page.row++,
      2,
      shown.map(({ start }) => ({ title: periodName(unit, start), align: "Right" })),
    );
    page.putRow(page.row, 2, [...own.subarray(from)], figure);
    page.endRow();
    return;
  }
  const parts = partsOf[unit];
  const columns = 12 / parts;
  const monthOf = (start: string) => Number(start.slice(5, 7)) - 1;
  const titleOf = (part: number) =>
    unit === "month"
      ? words.monthShort(`2024-${String(part + 1).padStart(2, "0")}-01`)
      : words.partOfYear[unit](part + 1);
  page.header(page.row++, 1, [
    { title: words.year },
    ...Array.from({ length: parts }, (_, part) => ({
      title: titleOf(part),
      align: "Right" as const,
      columns,
    })),
    { title: words.total, align: "Right" },
  ]);
  const years = [...new Set(periods.map(({ start }) => start.slice(0, 4)))].slice(-mostYears);
  for (const year of years) {
    let total = 0;
    page.put(page.row, 1, year, { vertical: "Center" });
    periods.forEach(({ start }, at) => {
      if (!start.startsWith(year)) return;
      total += own[at];
      const column = 2 + Math.floor(monthOf(start) / columns) * columns;
      if (columns > 1) page.merges.push({ row: page.row, column, rows: 1, columns });
      page.put(page.row, column, own[at]);
      page.dress({ row: page.row, column, rows: 1, columns }, figure);
    });
    page.put(page.row, 14, total, { ...figure, bold: true });
    page.endRow();
  }
}

/** Rows to fill in under each head. */
const lines = { company: 3, relationship: 3, people: 4, competitors: 3 } as const;
const lineHeight = 15;
/** Where the columns of a table begin. */
const starts = { relationship: [1, 3, 9], people: [1, 5, 8, 12], competitors: [1, 5, 9, 11] } as const;

/** What a key account manager asks about a client beside the figures (Kolotilov 2012; womanadvice). */
function formOf({ form }: DossierWords): Page {
  const page = new Page("", "Portrait", widths);
  addHead(page, form.company.title);
  page.put(page.row, 1, form.company.hint, { size: 9, italic: true, color: palette.quiet });
  page.grow(page.row++, 15);
  for (let line = 0; line < lines.company; line++) addLine(page);
  for (const part of ["relationship", "people", "competitors"] as const) {
    addHead(page, form[part].title);
    const columns = starts[part];
    form[part].headers.forEach((title, at) => page.put(page.row, columns[at], title));
    page.dress(
      { row: page.row, column: 1, rows: 1, columns: page.span },
      { size: 9, italic: true, color: palette.quiet, bottom: palette.rule },
    );
    page.grow(page.row++, 15);
    for (let line = 0; line < lines[part]; line++) addLine(page);
  }
  return page;
}

function addHead(page: Page, title: string): void {
  page.gap(8);
  page.put(page.row, 1, title, { size: 11, bold: true, color: palette.accent, vertical: "Bottom" });
  page.dress({ row: page.row, column: 1, rows: 1, columns: page.span }, { bottom: palette.accent });
  page.grow(page.row++, 17);
}

/** Nothing is merged: what is typed runs on over the blank cells beside it, and rows come and go as in any list. */
function addLine(page: Page): void {
  page.dress({ row: page.row, column: 1, rows: 1, columns: page.span }, { bottom: palette.rule });
  page.grow(page.row++, lineHeight);
}
