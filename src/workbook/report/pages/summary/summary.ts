import { readingText, warningTexts } from "../../../../locales";
import { dateFormats } from "../../../../locales/wording/numbers";
import { type FindingKind, keyLimitOf, knowsActivity, notesOf } from "../../../../portfolio";
import { conclusionsOf, hasMatrix } from "../conclusions";
import { type Look, Page } from "../../paint/page/page";
import { freshnessRow } from "../../paint/page/freshness-row";
import type { SheetPlan } from "../../paint/paint";
import { palette } from "../../paint/page/palette";
import type { Subject } from "../subject";
import { addSummaryCharts } from "./summary-charts";
import { firstThings } from "./summary-first";
import { addProcesses } from "./summary-processes";
import { addKeyFigures } from "./summary-tiles";
import { heightOf, linesOf } from "../../paint/page/text-fit";

const tileColumn = 132;
const gutter = 8;
/** Columns of the page: margin, four tiles, a gutter between them. */
const widths = [10, tileColumn, gutter, tileColumn, gutter, tileColumn, gutter, tileColumn];
/** Of the head of a section with the gaps around it. */
const sectionHeight = 40;
/** Beside a label in the first tile column. */
const textColumn = 3;
/** Beside the date, which stands in the second. */
const preparedByColumn = 5;

/** Room on the first page for the charts' sake: the four processes and the weightiest conclusions. */
const belowCharts = 250;

/** The page that the board reads alone, and behind it how the list was read, the rules and the data quality (product §4). */
export function summarySheet(subject: Subject): SheetPlan {
  const { texts } = subject;
  const words = texts.report.summary;
  const page = new Page(words.title, "Portrait", widths);
  page.gap(6);
  page.put(page.row, page.left, words.title, { size: 20, bold: true, color: palette.accent });
  page.heights.set(page.row++, 30);
  addOrigin(page, subject);
  page.section(texts.report.firstPage.first, 0);
  for (const { lead, text } of firstThings(subject)) {
    if (lead === null) page.paragraph(text);
    else addLabelled(page, lead, text, { size: 9 });
    page.gap(3);
  }
  page.gap(4);
  addKeyFigures(page, subject);
  addWarnings(page, subject);
  page.gap(4);
  const charts = addSummaryCharts(page, subject, belowCharts);
  addProcesses(page, subject);
  addConclusions(page, subject);
  addReading(page, subject);
  addRules(page, subject);
  addQuality(page, subject);
  addNotMade(page, subject);
  return { page, charts, footer: texts.report.footer };
}

/** The weightiest conclusions while the first page has room, the others at the head of the second. */
function addConclusions(page: Page, subject: Subject): void {
  const words = subject.texts.report;
  const conclusions = conclusionsOf(subject);
  const gap = 3;
  let title = words.summary.conclusions;
  let onFirst = page.papers.length === 0;
  for (const { lead, text } of conclusions) {
    const height = labelledHeight(page, lead, text) + gap;
    const needed = height + (title === "" ? 0 : sectionHeight);
    if (onFirst && page.roomOnPaper < needed) {
      onFirst = false;
      page.newPaper();
      title = title === "" ? words.firstPage.more : title;
    }
    if (title !== "") page.section(title, 0);
    title = "";
    addLabelled(page, lead, text);
    page.gap(gap);
  }
  if (onFirst) page.newPaper();
}

/** What further columns would open. */
function addNotMade(page: Page, subject: Subject): void {
  const { classification, texts } = subject;
  const { wouldOpen, wouldOpenLine, notMade } = texts.report.firstPage;
  const missing = [
    ...(hasMatrix(subject) ? [] : [wouldOpen.clientMatrix]),
    ...(classification.bridge ? [] : [wouldOpen.movement]),
    ...(classification.bridge && !knowsActivity(classification) ? [wouldOpen.activity] : []),
    ...(classification.managers ? [] : [wouldOpen.managers]),
    ...(classification.profitability ? [] : [wouldOpen.profit]),
  ];
  // Without a sheet Movement nothing else says it.
  const isFirst = subject.comparison === "next" && !classification.bridge;
  if (missing.length === 0 && !isFirst) return;
  page.section(notMade, 60);
  if (missing.length > 0) page.paragraph(wouldOpenLine(missing));
  if (isFirst) page.paragraph(texts.classMoves.next);
}

function labelledHeight(page: Page, label: string, text: string): number {
  const lines = Math.max(
    linesOf(label, page.width(page.left), 10, true),
    linesOf(text, page.width(textColumn, page.widths.length - textColumn), 10),
  );
  return heightOf(lines, 10);
}

function addLabelled(page: Page, label: string, text: string, look: Look = { size: 10 }): void {
  page.put(page.row, page.left, label, {
    bold: look.color === undefined,
    vertical: "Top",
    wrap: true,
    ...look,
    size: 10,
  });
  page.grow(page.row, heightOf(linesOf(label, page.width(page.left), 10, true), 10));
  page.across(page.row++, textColumn, page.widths.length - textColumn, text, look);
}

function addOrigin(page: Page, { classification, texts, language, today }: Subject): void {
  const words = texts.report;
  const { base, total, portfolio } = classification;
  const quiet = { color: palette.quiet, vertical: "Top" } as const;
  const text = words.firstPage.portfolioOf(portfolio.clients.length, total, base);
  addLabelled(page, words.firstPage.portfolio, text, quiet);
  page.put(page.row, page.left, words.summary.date, quiet);
  page.put(page.row, textColumn, excelDay(today), {
    ...quiet,
    horizontal: "Left",
    format: dateFormats[language],
  });
  const { preparedBy } = classification.policy;
  if (preparedBy !== null) {
    const rest = page.widths.length - preparedByColumn;
    page.across(page.row, preparedByColumn, rest, words.summary.preparedBy(preparedBy), quiet);
  }
  page.row++;
  const { column, columns, size, height } = freshnessRow;
  const late = { row: page.row, column, rows: 1, columns };
  page.put(late.row, column, null);
  page.merges.push(late);
  page.dress(late, { size, color: palette.late, horizontal: "Left", vertical: "Center", wrap: true });
  page.heights.set(page.row++, height);
}

/** Where the figures come from, in words. */
function addReading(page: Page, { classification, texts, language }: Subject): void {
  const words = texts.report.summary;
  const { list, window } = classification.portfolio;
  const { periods } = window;
  page.section(words.howRead);
  addLabelled(page, words.source, words.sourceOf(list.name, list.sheet));
  const range =
    periods.length === 0
      ? words.noPeriods
      : texts.report.periodRange({
          unit: periods[0].unit,
          first: periods[0].start,
          last: periods[periods.length - 1].start,
          end: periods[periods.length - 1].end,
          count: periods.length,
        });
  addLabelled(page, words.window, range);
  page.gap(4);
  page.paragraph(readingText(classification.portfolio, language));
}

/** Excel's number of an ISO day. */
function excelDay(isoDay: string): number {
  return Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000 + 25_569;
}

function addWarnings(page: Page, subject: Subject): void {
  const warnings = warningTexts(notesOf(subject.classification), subject.language);
  if (warnings.length === 0) return;
  page.section(subject.texts.report.summary.warnings);
  for (const warning of warnings) {
    const row = page.row;
    page.paragraph(warning, {
      fill: palette.warning,
      left: palette.warningRule,
      vertical: "Center",
      indent: 1,
    });
    page.grow(row, (page.heights.get(row) ?? 0) + 4);
  }
}

function addRules(page: Page, subject: Subject): void {
  const { classification, texts } = subject;
  const words = texts.report.summary;
  const { policy, portfolio, base, secondOpinion, attractivenessCut, loyaltyCut } = classification;
  const { ladder, abc, xyz, kaism } = policy;
  const stability = [
    xyz.method === "variation"
      ? words.ruleVariation(xyz.variation.xLimit, xyz.variation.yLimit, xyz.variation.deviation === "sample")
      : words.ruleFrequency(xyz.frequency.xLimit, xyz.frequency.yLimit),
    ...(xyz.step === "quarter" ? [words.ruleQuarters] : []),
    words.ruleLeadingZeros(xyz.leadingZeros === "count"),
  ].join("; ");
  const { lowest, highest } = kaism.scale;
  const most = notesOf(classification).flatMap((note) =>
    note.kind === "mostKeyClients" ? [words.mostKeyClients(note.most)] : [],
  );
  const ladderText = words.ladder(
    words.presets[ladder.preset],
    keyLimitOf(ladder),
    ladder.dependence,
    ladder.mono,
  );
  const rules: [string, string][] = [
    [words.ruleNames.ladder, [ladderText, ...most].join("; ")],
    [words.ruleNames.base, words.ruleBase(base, secondOpinion?.base ?? null)],
    [
      words.ruleNames.abc,
      abc.limits === "computed" ? words.ruleComputedAbc : words.ruleAbc(abc.aLimit, abc.bLimit, abc.crossing),
    ],
    ...(portfolio.window.periods.length > 0 ? [[words.ruleNames.xyz, stability] as [string, string]] : []),
    ...(hasMatrix(subject)
      ? [
          [words.ruleNames.matrix, words.ruleMatrix(lowest, highest, attractivenessCut, loyaltyCut)] as [
            string,
            string,
          ],
        ]
      : []),
    ...(portfolio.hours && policy.service.hourlyRate !== null
      ? [[words.ruleNames.hours, words.ruleHours(policy.service.hourlyRate)] as [string, string]]
      : []),
    [words.ruleNames.groups, words.ruleGroups(policy.joinGroups)],
    [words.ruleNames.amount, words.ruleAmount(portfolio.amountFrom)],
  ];
  page.section(words.rules, 190);
  for (const [label, text] of rules) addLabelled(page, label, text);
}

function addQuality(page: Page, { classification, texts }: Subject): void {
  const words = texts.report.summary;
  page.section(words.quality);
  const kinds = new Map<FindingKind, { count: number; first: string }>();
  for (const { kind, address, count = 1 } of classification.portfolio.findings) {
    const known = kinds.get(kind);
    if (known) known.count += count;
    else kinds.set(kind, { count, first: address });
  }
  if (kinds.size === 0) {
    page.paragraph(words.qualityClean);
    return;
  }
  const { kind, count, first } = words.qualityHeaders;
  page.header(page.row++, page.left, [
    { title: kind, columns: 4 },
    { title: count, align: "Right" },
    { title: "" },
    { title: first },
  ]);
  for (const [found, { count, first }] of kinds) {
    page.across(page.row, page.left, 4, words.findingKinds[found], { vertical: "Center" });
    page.put(page.row, 5, count, { format: "#,##0", horizontal: "Right" });
    page.put(page.row, 7, first, { wrap: true });
    page.grow(page.row, heightOf(linesOf(first, tileColumn, 10), 10));
    page.endRow();
  }
}
