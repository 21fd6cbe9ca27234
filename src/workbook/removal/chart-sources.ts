import { quotedSheetName } from "../../portfolio";
import { supports } from "../api-level";

/** What has to be loaded of the charts of a sheet for {@link chartSources}. */
export const chartsWithSeries = "items/name,items/chartType,items/series/items/name";

/** What a chart draws, as a formula, and the chart. */
export interface ChartSource {
  /** Sheet of the chart. */
  home: string;
  formula: string;
  place: string;
}

/**
 * The cells that charts draw and that name their points. One request where there are charts, else none. Before ExcelApi 1.15 no
 * chart says what it draws.
 * @param sheets with their charts, loaded
 */
export async function chartSources(
  context: Excel.RequestContext,
  sheets: readonly { name: string; charts: readonly Excel.Chart[] }[],
): Promise<ChartSource[]> {
  if (!supports("1.15")) return [];
  const asked = sheets.flatMap(({ name: home, charts }) =>
    charts.flatMap((chart) =>
      chart.series.items.flatMap((series) =>
        dimensionsOf(chart.chartType).map((dimension) => ({
          home,
          chart,
          ask: () => series.getDimensionDataSourceString(dimension),
        })),
      ),
    ),
  );
  if (asked.length === 0) return [];
  const sources = await answersOf(
    context,
    asked.map(({ ask }) => ask),
  );
  return asked.flatMap(({ home, chart }, i) =>
    sources[i]
      ? [{ home, formula: `=${sources[i].replace(/^=/, "")}`, place: placeOf(home, chart.name) }]
      : [],
  );
}

const dimensionsOf = (chartType: string): Excel.ChartSeriesDimension[] =>
  (/^(?:XYScatter|Bubble)/.test(chartType) ? ["XValues", "YValues"] : ["Values", "Categories"]) as never;

/** Sheet and name, as an address would say it: `Notes!Chart 1`. */
const placeOf = (sheet: string, chart: string): string => `${quotedSheetName(sheet)}!${chart}`;

/** All in one request; where a series draws no cells, which Excel answers with an error, each in its own. */
async function answersOf(
  context: Excel.RequestContext,
  questions: readonly (() => OfficeExtension.ClientResult<string>)[],
): Promise<string[]> {
  const answers = questions.map((ask) => ask());
  try {
    await context.sync();
    return answers.map(({ value }) => value);
  } catch {
    if (questions.length === 1) return [""];
    const rest: string[] = [];
    for (const ask of questions) rest.push(...(await answersOf(context, [ask])));
    return rest;
  }
}
