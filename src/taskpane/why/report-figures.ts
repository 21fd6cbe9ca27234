import { reportTextsOf } from "../../locales/report-texts";
import type { Classification } from "../../portfolio";
import type { ClientFigure, FigureName } from "../../portfolio/explanations";

type WindowFact = Parameters<(typeof reportTextsOf)["en"]["movement"]["openingOf"]>[0];

/** What the report calls figures, in both languages: a workbook may be written in the other one. */
export interface ReportWords {
  /** Captions and row titles of figures about more than one client. */
  figures: ReadonlyMap<string, FigureName>;
  /** Column titles in tables of clients. */
  ofClient: ReadonlyMap<string, ClientFigure>;
  /** Column titles in tables of managers and departments. */
  ofGroup: ReadonlyMap<string, FigureName>;
}

/** The words under which the report of a classification shows its figures. */
export function reportWords({ movement, record }: Classification): ReportWords {
  const figures = new Map<string, FigureName>();
  const ofClient = new Map<string, ClientFigure>();
  const ofGroup = new Map<string, FigureName>();
  const window = movement && record ? { unit: record.history.unit, periods: movement.periods } : null;
  for (const texts of [reportTextsOf.en, reportTextsOf.ru]) {
    addFigures(figures, texts, window);
    addClientColumns(ofClient, texts);
    addGroupColumns(ofGroup, texts);
  }
  return { figures, ofClient, ofGroup };
}

type Report = (typeof reportTextsOf)["en"];

function addFigures(
  into: Map<string, FigureName>,
  { summary, firstPage, dependency, movement, profit }: Report,
  window: WindowFact | null,
): void {
  const { tiles } = summary;
  const { measures } = dependency;
  const known: [string, FigureName][] = [
    [tiles.clients, "clients"],
    [tiles.total.revenue, "total"],
    [tiles.total.profit, "total"],
    [tiles.key, "keyByShare"],
    [tiles.largest, "largestShare"],
    [tiles.concentration, "hhi"],
    [tiles.topFifth, "topFifthShare"],
    [tiles.topThree, "cr3"],
    [firstPage.tiles.buying, "buyingClients"],
    [firstPage.tiles.retention, "netRetention"],
    [tiles.atRisk, "atRiskTotal"],
    [firstPage.tiles.lossMaking, "unprofitable"],
    [measures.hhi, "hhi"],
    [measures.effective, "effectiveClients"],
    [measures.cr1, "cr1"],
    [measures.cr3, "cr3"],
    [measures.cr5, "cr5"],
    [measures.topFifth, "topFifthShare"],
    [measures.gini, "gini"],
    [movement.steps.new, "new"],
    [movement.steps.returned, "returned"],
    [movement.steps.growth, "growth"],
    [movement.steps.decline, "decline"],
    [movement.steps.lost, "lost"],
    [movement.net, "netRetention"],
    [movement.gross, "grossRetention"],
    [movement.kept, "clientsKept"],
    [profit.earned, "earned"],
    [profit.consumed, "consumed"],
    [profit.unprofitable, "unprofitable"],
    [profit.unprofitablePart, "unprofitablePart"],
    [profit.per100, "costToServePer100"],
    ...(window
      ? ([
          [firstPage.tiles.revenue(window), "closing"],
          [movement.openingOf(window), "opening"],
          [movement.closingOf(window), "closing"],
        ] as [string, FigureName][])
      : []),
  ];
  for (const [text, figure] of known) into.set(text, figure);
}

function addClientColumns(into: Map<string, ClientFigure>, report: Report): void {
  const { dependency, matrix, activitySheet: activity, profit, movement, shareOf, base } = report;
  const known: [string, ClientFigure][] = [
    [report.client, "action"],
    [report.share, "share"],
    [report.status, "status"],
    [report.action, "action"],
    [report.activity, "activity"],
    [base.revenue, "amount"],
    [base.profit, "profit"],
    [shareOf.revenue, "share"],
    [shareOf.profit, "share"],
    [dependency.abc, "abc"],
    [dependency.otherAbc.revenue, "abc"],
    [dependency.toNextLimit, "status"],
    [dependency.reasons, "reasons"],
    [dependency.gapAmount, "gap"],
    [dependency.gapGrowth, "gap"],
    [report.abcXyz.abcShort, "abc"],
    [report.abcXyz.xyzShort, "xyz"],
    [report.abcXyz.variation, "xyz"],
    [report.abcXyz.frequency, "xyz"],
    [report.abcXyz.class, "abc"],
    [matrix.quadrant, "quadrant"],
    [matrix.attractiveness, "quadrant"],
    [matrix.loyalty, "quadrant"],
    [activity.headers.last, "activity"],
    [activity.headers.next, "activity"],
    [activity.headers.money, "atRisk"],
    [activity.headers.amount, "amount"],
    [activity.contactHeaders.due, "nextContact"],
    [profit.headers.profit, "profit"],
    [profit.headers.margin, "profit"],
    [profit.headers.abcRevenue, "abc"],
    [movement.listHeaders.kind, "activity"],
  ];
  for (const unit of ["day", "week", "month", "quarter", "half", "year"] as const) {
    known.push([activity.headers.silence(unit), "activity"], [activity.headers.limit(unit), "activity"]);
  }
  for (const [text, figure] of known) into.set(text, figure);
}

function addGroupColumns(into: Map<string, FigureName>, { managers: { headers } }: Report): void {
  into.set(headers.clients, "groupClients");
  into.set(headers.keyClients, "groupKeyClients");
  into.set(headers.amount, "groupAmount");
  into.set(headers.share, "groupShare");
  into.set(headers.profit, "groupProfit");
  into.set(headers.net, "netRetention");
  into.set(headers.atRisk, "groupAtRisk");
  into.set(headers.largest, "groupLargestShare");
}
