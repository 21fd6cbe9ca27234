import { scaledFormat } from "../../../../locales/wording/numbers";
import {
  isPoolWhole,
  keyBySharesOf,
  keyLimitOf,
  knowsActivity,
  knowsSteadiness,
  riskOf,
} from "../../../../portfolio";
import type { WholeFigure, Figure } from "../../paint/page/figure";
import { palette, statusInks } from "../../paint/page/palette";
import type { Content, Page } from "../../paint/page/page";
import { heightOf, linesOf, shortened } from "../../paint/page/text-fit";
import { comparedWindow, concentrationBefore, percentFormat, type Subject } from "../subject";

interface Tile {
  caption: string;
  figure: Content;
  format?: string;
  /** What figure it is. */
  shows: Figure;
  note: string;
  color?: string;
}

const whole = (figure: WholeFigure): Figure => ({ of: "whole", figure });

const tilesPerRow = 4;
const gutter = 6;

/** The key figures, with what they were in the window before where there is one. */
export function addKeyFigures(page: Page, subject: Subject): void {
  const { bridge } = subject.classification;
  addTiles(
    page,
    [
      ...(bridge ? movingTiles(subject) : standingTiles(subject)),
      keyTile(subject),
      largestTile(subject),
      ...(bridge ? retentionTiles(subject) : [topThreeTile(subject), topFifthTile(subject)]),
      lossTile(subject) ?? irregularTile(subject) ?? (bridge ? topFifthTile(subject) : null),
      concentrationTile(subject),
    ].filter((tile) => tile !== null),
  );
}

/** Clients and money where nothing moves. */
function standingTiles({ classification, texts, language, ranking }: Subject): Tile[] {
  const words = texts.report.summary.tiles;
  const { base, total, abc } = classification;
  return [
    {
      caption: words.clients,
      figure: ranking.length,
      shows: whole("clients"),
      format: "#,##0",
      note: words.clientsNote(abc.filter((own) => own === "A").length),
    },
    {
      caption: words.total[base],
      figure: total,
      shows: whole("total"),
      format: scaledFormat(total, language),
      note: words.totalNote(total / ranking.length),
    },
  ];
}

function movingTiles({ classification, texts, language }: Subject): Tile[] {
  const words = texts.report.firstPage.tiles;
  const bridge = classification.bridge!;
  const window = comparedWindow(classification)!;
  const { opening, closing, clients, clientsKept } = bridge;
  const change = opening > 0 ? (closing - opening) / opening : null;
  return [
    {
      caption: words.revenue(window),
      figure: closing,
      shows: { of: "bridge", step: "closing", measure: "amount" },
      format: scaledFormat(closing, language),
      note: words.revenueNote(opening, change, window),
      color: closing < opening ? statusInks.mono : undefined,
    },
    {
      caption: words.buying,
      figure: clientsKept + clients.new + clients.returned,
      shows: whole("buying"),
      format: "#,##0",
      note: words.buyingNote(clientsKept, clients.new, clients.returned, clients.lost),
    },
  ];
}

function keyTile(subject: Subject): Tile {
  const { classification, texts } = subject;
  const words = texts.report.summary.tiles;
  const { base, policy } = classification;
  const keys = keyBySharesOf(classification);
  const note =
    keys.clients > 0 ? words.keyNote(keys.share, base) : words.noKeyNote(keyLimitOf(policy.ladder), base);
  const points = concentrationBefore(subject);
  const known = points && points.now.keyClients !== null && points.before.keyClients !== null;
  return {
    caption: words.key,
    figure: keys.clients,
    shows: whole("keyClients"),
    format: "#,##0",
    note: known
      ? `${note}; ${texts.report.firstPage.tiles.keyChange(points.now.keyClients!, points.before.keyClients!, comparedWindow(classification)!)}`
      : note,
  };
}

function largestTile({ classification, texts, ranking }: Subject): Tile {
  const words = texts.report.summary.tiles;
  const { shares, statuses, portfolio } = classification;
  const [largest] = ranking;
  return {
    caption: words.largest,
    figure: shares[largest],
    shows: whole("largestShare"),
    format: percentFormat,
    note: words.largestNote(
      shortened(portfolio.clients[largest], 36),
      texts.columns.statuses[statuses[largest]],
    ),
    color: statuses[largest] === "regular" ? undefined : statusInks[statuses[largest]],
  };
}

function retentionTiles(subject: Subject): Tile[] {
  const { classification, texts } = subject;
  const words = texts.report.firstPage.tiles;
  const bridge = classification.bridge!;
  return [
    ...(bridge.netRetention === null || bridge.grossRetention === null
      ? []
      : [
          {
            caption: words.retention,
            figure: bridge.netRetention,
            shows: whole("netRetention"),
            format: percentFormat,
            note: words.retentionNote(bridge.grossRetention, bridge.decline + bridge.lost),
          },
        ]),
    ...(knowsActivity(classification) ? [riskTile(subject)] : [topThreeTile(subject)]),
  ];
}

function riskTile({ classification, texts, language }: Subject): Tile {
  const words = texts.report.summary.tiles;
  const { atRisk, declining, lost, money } = riskOf(classification)!;
  return {
    caption: words.atRisk,
    figure: money,
    shows: whole("atRisk"),
    format: scaledFormat(money, language),
    note: words.atRiskNote(atRisk.clients, declining.clients, lost.clients, lost.money),
    color: money > 0 ? statusInks.mono : undefined,
  };
}

function lossTile({ classification, texts }: Subject): Tile | null {
  const { profitability } = classification;
  if (!profitability) return null;
  const words = texts.report.firstPage.tiles;
  return {
    caption: words.lossMaking,
    figure: profitability.unprofitable,
    shows: whole("unprofitable"),
    format: "#,##0",
    note: words.lossMakingNote(profitability.consumed, profitability.earned),
    color: profitability.unprofitable > 0 ? statusInks.mono : undefined,
  };
}

function irregularTile({ classification, texts }: Subject): Tile | null {
  const words = texts.report.summary.tiles;
  const { xyz } = classification;
  if (!knowsSteadiness(classification)) return null;
  const count = (wanted: string) => xyz.filter((own) => own === wanted).length;
  return {
    caption: words.irregular,
    figure: count("Z"),
    shows: whole("irregular"),
    format: "#,##0",
    note: words.irregularNote(count("N")),
  };
}

function topThreeTile({ classification, texts }: Subject): Tile {
  const words = texts.report.summary.tiles;
  return {
    caption: words.topThree,
    figure: classification.concentration.cr3,
    shows: whole("cr3"),
    format: percentFormat,
    note: words.topThreeNote(classification.base, isPoolWhole(classification)),
  };
}

function topFifthTile({ classification, texts }: Subject): Tile {
  const words = texts.report.summary.tiles;
  return {
    caption: words.topFifth,
    figure: classification.concentration.topFifthShare,
    shows: whole("topFifth"),
    format: percentFormat,
    note: words.topFifthNote(classification.base, isPoolWhole(classification)),
  };
}

function concentrationTile(subject: Subject): Tile {
  const { classification, texts } = subject;
  const words = texts.report.summary.tiles;
  const { hhi, effectiveClients } = classification.concentration;
  const note = words.concentrationNote(effectiveClients);
  const points = concentrationBefore(subject);
  const known = points && points.now.hhi !== null && points.before.hhi !== null;
  return {
    caption: words.concentration,
    figure: hhi,
    shows: whole("hhi"),
    format: "#,##0",
    note: known
      ? `${note}; ${texts.report.firstPage.tiles.concentrationChange(points.now.hhi!, points.before.hhi!, comparedWindow(classification)!)}`
      : note,
  };
}

function addTiles(page: Page, tiles: readonly Tile[]): void {
  for (let start = 0; start < tiles.length; start += tilesPerRow) {
    if (start > 0) page.gap(gutter);
    const top = page.row;
    tiles
      .slice(start, start + tilesPerRow)
      .forEach(({ caption, figure, shows, format, note, color }, index) => {
        const column = page.left + index * 2;
        const width = page.width(column);
        page.dress(
          { row: top, column, rows: 3, columns: 1 },
          { fill: palette.tile, horizontal: "Left", indent: 1 },
        );
        page.put(top, column, caption, { size: 9, color: palette.quiet, vertical: "Bottom", wrap: true });
        page.shows(top + 1, column, shows, caption);
        page.put(top + 1, column, figure, { size: 18, bold: true, color: color ?? palette.accent, format });
        page.put(top + 2, column, note, { size: 8.5, color: palette.quiet, vertical: "Top", wrap: true });
        page.grow(top, Math.max(18, heightOf(linesOf(caption, width - 12, 9), 9) + 3));
        page.grow(top + 2, heightOf(linesOf(note, width - 12, 8.5), 8.5) + 3);
      });
    page.heights.set(top + 1, 26);
    page.row = top + 3;
  }
}
