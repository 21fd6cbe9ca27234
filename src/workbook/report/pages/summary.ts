import { readingText, warningTexts } from "../../../locales";
import { dateFormats, scaledFormat } from "../../../locales/numbers";
import { type FindingKind, notesOf } from "../../../portfolio";
import { conclusionsOf, hasMatrix, isKey } from "./conclusions";
import { Page, type Content } from "../paint/page";
import type { SheetPlan } from "../paint/paint";
import { palette, statusInks } from "../paint/palette";
import { percentFormat, together, type Subject } from "./subject";
import { heightOf, linesOf, shortened } from "../paint/text-fit";

const tileColumn = 122;
const gutter = 8;
/** Columns of the page: margin, four tiles, a gutter between them. */
const widths = [10, tileColumn, gutter, tileColumn, gutter, tileColumn, gutter, tileColumn];
const tilesPerRow = 4;
/** Beside a label in the first tile column. */
const textColumn = 3;

interface Tile {
  caption: string;
  figure: Content;
  format?: string;
  note: string;
  color?: string;
}

/** Key figures, conclusions in sentences, warnings, rules and data quality: the page that the board reads. */
export function summarySheet(subject: Subject): SheetPlan {
  const { texts, classification, language } = subject;
  const words = texts.report.summary;
  const page = new Page(words.title, "Portrait", widths);
  page.gap(12);
  page.put(page.row, page.left, words.title, { size: 20, bold: true, color: palette.accent });
  page.heights.set(page.row++, 32);
  addOrigin(page, subject);
  page.gap(12);
  addTiles(page, tilesOf(subject));

  addWarnings(page, subject);
  page.section(words.conclusions);
  for (const { lead, text } of conclusionsOf(subject)) {
    addLabelled(page, lead, text);
    page.gap(4);
  }
  page.section(words.howRead);
  page.paragraph(readingText(classification.portfolio, language));
  addRules(page, subject);
  addQuality(page, subject);
  return { page, charts: [], footer: texts.report.footer };
}

function addLabelled(page: Page, label: string, text: string): void {
  page.put(page.row, page.left, label, { bold: true, vertical: "Top", wrap: true });
  page.grow(page.row, heightOf(linesOf(label, page.width(page.left), 10, true), 10));
  page.across(page.row++, textColumn, page.widths.length - textColumn, text);
}

function addOrigin(page: Page, { classification, texts, language, today }: Subject): void {
  const words = texts.report.summary;
  const { list, window } = classification.portfolio;
  const { periods } = window;
  const quiet = { color: palette.quiet, vertical: "Top" } as const;
  const lines: [string, string][] = [
    [words.source, words.sourceOf(list.name, list.sheet)],
    [
      words.window,
      periods.length === 0
        ? words.noPeriods
        : texts.report.periodRange({
            unit: periods[0].unit,
            first: periods[0].start,
            last: periods[periods.length - 1].start,
            end: periods[periods.length - 1].end,
            count: periods.length,
          }),
    ],
  ];
  for (const [label, text] of lines) {
    page.put(page.row, page.left, label, quiet);
    page.across(page.row++, textColumn, page.widths.length - textColumn, text, quiet);
  }
  page.put(page.row, page.left, words.date, quiet);
  page.put(page.row, textColumn, excelDay(today), {
    ...quiet,
    horizontal: "Left",
    format: dateFormats[language],
  });
  page.row++;
}

/** Excel's number of an ISO day. */
function excelDay(isoDay: string): number {
  return Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000 + 25_569;
}

function tilesOf(subject: Subject): Tile[] {
  const { classification, texts, language, ranking } = subject;
  const words = texts.report.summary.tiles;
  const { base, total, shares, statuses, abc, xyz, quadrants, policy, portfolio, concentration } =
    classification;
  const largest = ranking[0];
  const keys = together(subject, (client) => isKey(subject, client));
  const count = (belongs: (client: number) => boolean) => together(subject, belongs).clients;
  const invest = together(subject, (client) => quadrants[client] === "key");
  const hasPeriods = portfolio.window.periods.length > 0;
  return [
    {
      caption: words.clients,
      figure: ranking.length,
      format: "#,##0",
      note: words.clientsNote(count((client) => abc[client] === "A")),
    },
    {
      caption: words.total[base],
      figure: total,
      format: scaledFormat(total, language),
      note: words.totalNote(total / ranking.length),
    },
    {
      caption: words.key,
      figure: keys.clients,
      format: "#,##0",
      note: keys.clients > 0 ? words.keyNote(keys.share, base) : words.noKeyNote(policy.ladder.key),
    },
    {
      caption: words.largest,
      figure: shares[largest],
      format: percentFormat,
      note: words.largestNote(
        shortened(portfolio.clients[largest], 36),
        texts.columns.statuses[statuses[largest]],
      ),
      color: statuses[largest] === "regular" ? undefined : statusInks[statuses[largest]],
    },
    {
      caption: words.concentration,
      figure: concentration.hhi,
      format: "#,##0",
      note: words.concentrationNote(concentration.effectiveClients),
    },
    {
      caption: words.topFifth,
      figure: concentration.topFifthShare,
      format: percentFormat,
      note: words.topFifthNote(base),
    },
    hasPeriods
      ? {
          caption: words.irregular,
          figure: count((client) => xyz[client] === "Z"),
          format: "#,##0",
          note: words.irregularNote(count((client) => xyz[client] === "N")),
        }
      : { caption: words.irregular, figure: "–", note: words.noHistory },
    hasMatrix(subject)
      ? {
          caption: words.quadrantKey,
          figure: invest.clients,
          format: "#,##0",
          note: words.quadrantKeyNote(invest.share, base),
        }
      : {
          caption: words.topThree,
          figure: concentration.cr3,
          format: percentFormat,
          note: words.topThreeNote(base),
        },
  ];
}

function addTiles(page: Page, tiles: readonly Tile[]): void {
  for (let start = 0; start < tiles.length; start += tilesPerRow) {
    if (start > 0) page.gap(gutter);
    const top = page.row;
    tiles.slice(start, start + tilesPerRow).forEach(({ caption, figure, format, note, color }, index) => {
      const column = page.left + index * 2;
      page.dress(
        { row: top, column, rows: 3, columns: 1 },
        { fill: palette.tile, horizontal: "Left", indent: 1 },
      );
      page.put(top, column, caption, { size: 9, color: palette.quiet, vertical: "Bottom" });
      page.put(top + 1, column, figure, { size: 20, bold: true, color: color ?? palette.accent, format });
      page.put(top + 2, column, note, { size: 9, color: palette.quiet, vertical: "Top", wrap: true });
      page.grow(top + 2, heightOf(linesOf(note, tileColumn - 12, 9), 9) + 4);
    });
    page.heights.set(top, 21);
    page.heights.set(top + 1, 29);
    page.row = top + 3;
  }
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
  const ladderText = words.ladder(words.presets[ladder.preset], ladder.key, ladder.dependence, ladder.mono);
  const rules: [string, string][] = [
    [words.ruleNames.ladder, [ladderText, ...most].join("; ")],
    [words.ruleNames.base, words.ruleBase(base, secondOpinion?.base ?? null)],
    [words.ruleNames.abc, words.ruleAbc(abc.aLimit, abc.bLimit, abc.crossing)],
    ...(portfolio.window.periods.length > 0 ? [[words.ruleNames.xyz, stability] as [string, string]] : []),
    ...(hasMatrix(subject)
      ? [
          [words.ruleNames.matrix, words.ruleMatrix(lowest, highest, attractivenessCut, loyaltyCut)] as [
            string,
            string,
          ],
        ]
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
