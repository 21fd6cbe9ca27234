import type { Language } from "../../../locales";
import { percentFormatIn } from "../../../locales/wording/numbers";
import type { AxisPlan } from "./charts/chart";
import type { SheetPlan } from "./paint";

/** A sheet whose percents stand, in cells and charts, as the language writes them. Pages name their formats in English dress. */
export function withPercentsIn<Plan extends SheetPlan>(language: Language, plan: Plan): Plan {
  const dressed = (format: string) => percentFormatIn(language, format);
  const axis = <Axis extends AxisPlan | undefined>(of: Axis): Axis =>
    of?.format === undefined ? of : { ...of, format: dressed(of.format) };
  const { looks } = plan.page;
  looks.forEach(({ area, look }, at) => {
    if (look.format !== undefined) looks[at] = { area, look: { ...look, format: dressed(look.format) } };
  });
  const charts = plan.charts.map((chart) => ({
    ...chart,
    category: axis(chart.category),
    value: axis(chart.value),
    secondary: axis(chart.secondary),
    series: chart.series.map((series) =>
      series.figures === undefined ? series : { ...series, figures: dressed(series.figures) },
    ),
  }));
  return { ...plan, charts };
}
