import { init, type EChartsOption } from "echarts";
import { chartOptions } from "../../../../src/host/workbench/charts/chart-options";
import { barSpacing } from "../../../../src/host/workbench/charts/chart-series";
import { readSeries } from "../../../../src/host/workbench/charts/read-series";
import type { ReadCells } from "../../../../src/host/workbench/charts/referenced-series";
import type { AxisRecord, ChartRecord, SeriesRecord } from "../../../../src/host/workbook-record";
import type { StartedExcel } from "../../../excel";
import { classified, portfolioRows } from "../../../workbook/report/classified";
import { report, userSheet } from "../../../workbook/report/written";
import { openWorkbook } from "../../../workbook/session";

/** The parts of ECharts' options that the tests look at. */
interface Option {
  title?: { text: string };
  legend: { show: boolean; data: { name: string; icon?: string }[]; bottom?: number; right?: number };
  xAxis: Axis | Axis[];
  yAxis: Axis | Axis[];
  series: {
    name: string;
    type: string;
    stack?: string;
    yAxisIndex?: number;
    symbol?: string;
    itemStyle?: { color: string };
    lineStyle?: { color: string; type: string; width: number };
    data: Point[];
  }[];
}
interface Axis {
  type: string;
  name?: string;
  position: string;
  inverse: boolean;
  min?: number;
  max?: number;
  interval?: number;
  data?: string[];
  axisLabel: { formatter?: (value: number) => string; rotate?: number };
}
interface Point {
  value: unknown;
  label?: { show: boolean; position?: string; formatter: () => string };
}

const optionsOf = (record: ChartRecord, read: ReadCells, locale = "en-US") =>
  chartOptions(record, read, { locale }) as unknown as Option;

const axis = (details: Partial<AxisRecord> = {}): AxisRecord => ({
  visible: true,
  title: { text: "", visible: false },
  minimum: null,
  maximum: null,
  majorUnit: null,
  numberFormat: null,
  majorGridlines: false,
  minorGridlines: false,
  reversed: false,
  tickLabelPosition: "NextToAxis",
  majorTickMark: "None",
  ...details,
});

const series = (details: Partial<SeriesRecord> & { name: string }): SeriesRecord => ({
  nameFormula: null,
  values: `=${details.name}`,
  categories: "=categories",
  type: "ColumnClustered",
  secondaryAxis: false,
  labels: null,
  points: [],
  ...details,
});

const chart = (type: string, list: SeriesRecord[], axes: Partial<ChartRecord["axes"]> = {}): ChartRecord => ({
  id: "1",
  name: "Chart 1",
  type,
  left: 0,
  top: 0,
  width: 400,
  height: 300,
  title: { text: "", visible: false },
  legend: { visible: true, position: "Right" },
  axes: { category: axis(), value: axis(), secondaryValue: null, ...axes },
  fill: null,
  border: null,
  gapWidth: null,
  overlap: null,
  series: list.map((each) => ({ ...each, type: each.type === "ColumnClustered" ? type : each.type })),
});

const cells =
  (ranges: Record<string, (string | number)[]>, hidden: number[] = []): ReadCells =>
  (reference) => {
    const values = ranges[reference.slice(1)];
    return values
      ? {
          values,
          texts: values.map(String),
          numberFormats: values.map(() => "#,##0"),
          hidden: values.map((_, index) => hidden.includes(index)),
        }
      : null;
  };

const quarters = { categories: ["Q1", "Q2"], A: [10, 20], B: [30, 60] };

describe("a chart of the workbook as ECharts draws it", () => {
  it("stacks columns and makes the axis as high as their sum", () => {
    const option = optionsOf(
      chart("ColumnStacked", [series({ name: "A" }), series({ name: "B" })]),
      cells(quarters),
    );
    expect(option.series.map(({ type, stack }) => [type, stack])).toEqual([
      ["bar", "primary"],
      ["bar", "primary"],
    ]);
    expect((option.yAxis as Axis[])[0]).toMatchObject({ min: 0, max: 100, type: "value" });
    expect((option.xAxis as Axis).data).toEqual(["Q1", "Q2"]);
  });

  it("draws shares of 100 % with per cent on the axis", () => {
    const option = optionsOf(
      chart("ColumnStacked100", [series({ name: "A" }), series({ name: "B" })]),
      cells(quarters),
    );
    expect(option.series[0].data.map(({ value }) => value)).toEqual([0.25, 0.25]);
    expect((option.yAxis as Axis[])[0].axisLabel.formatter?.(0.5)).toBe("50%");
  });

  it("lays bars on their side, reversed from top to bottom", () => {
    const option = optionsOf(
      chart("BarClustered", [series({ name: "A" })], { category: axis({ reversed: true }) }),
      cells(quarters),
    );
    expect(option.yAxis).toMatchObject({ type: "category", inverse: true, data: ["Q1", "Q2"] });
    // The first category stands at the top, and the other axis crosses there.
    expect((option.xAxis as Axis[])[0]).toMatchObject({ type: "value", position: "top" });
  });

  it("draws a line on the secondary axis, with that axis' own ends", () => {
    const option = optionsOf(
      chart(
        "ColumnClustered",
        [series({ name: "A" }), series({ name: "B", type: "LineMarkers", secondaryAxis: true })],
        { secondaryValue: axis({ minimum: 0, maximum: 1, majorUnit: 0.2, numberFormat: "0%" }) },
      ),
      cells({ ...quarters, B: [0.5, 1] }),
    );
    expect(option.series[1]).toMatchObject({ type: "line", yAxisIndex: 1, symbol: "circle" });
    expect((option.yAxis as Axis[])[1]).toMatchObject({ position: "right", min: 0, max: 1, interval: 0.2 });
  });

  it("puts the ends of an axis on the steps that it was given", () => {
    const option = optionsOf(
      chart("ColumnStacked", [series({ name: "A" })], { value: axis({ majorUnit: 8 }) }),
      cells(quarters),
    );
    expect((option.yAxis as Axis[])[0]).toMatchObject({ min: 0, max: 24, interval: 8 });
  });

  it("names the series of the secondary axis last in the legend, broken lines as broken", () => {
    const line = { color: "#FF0000", style: "Dash" } as SeriesRecord["line"];
    const option = optionsOf(
      chart("ColumnClustered", [
        series({ name: "A", type: "Line", secondaryAxis: true }),
        series({ name: "B", type: "Line", line }),
      ]),
      cells(quarters),
    );
    expect(option.legend.data.map(({ name }) => name)).toEqual(["B", "A"]);
    const strokes = option.legend.data.map(({ icon }) => icon?.match(/M/g)?.length);
    expect(strokes).toEqual([3, 1]);
  });

  it("shortens turned texts of categories by their letters, the same in Latin and Cyrillic", () => {
    const categories = ["Interminable Trading", "Торгово-промышленный", "x".repeat(40)];
    const option = optionsOf(
      chart("ColumnClustered", [series({ name: "A" })], { category: axis({ textRotation: 45 }) }),
      cells({ categories, A: [1, 2, 3] }),
    );
    const { formatter } = (option.xAxis as Axis).axisLabel;
    const shown = categories.map((text) => (formatter as unknown as (text: string) => string)(text));
    expect(shown.slice(0, 2)).toEqual(categories.slice(0, 2));
    expect(shown[2]).toMatch(/^x{20,}…$/);
  });

  it("leaves out what stands in hidden rows, unless the chart says otherwise", () => {
    const record = chart("Line", [series({ name: "A" })]);
    expect(optionsOf(record, cells(quarters, [0])).series[0].data.map(({ value }) => value)).toEqual([20]);
    const all = { ...record, plotVisibleOnly: false };
    expect(optionsOf(all, cells(quarters, [0])).series[0].data).toHaveLength(2);
  });

  it("counts scatter points where x is no number, and leaves a gap where y is blank", () => {
    const record = chart("XYScatter", [series({ name: "A", type: "XYScatter" })]);
    const { series: drawn } = optionsOf(record, cells({ categories: ["a", "b"], A: [5, ""] }));
    expect(drawn[0].data.map(({ value }) => value)).toEqual([[1, 5], "-"]);
  });

  it("shows numbers in the dress of the language", () => {
    const record = chart("ColumnClustered", [series({ name: "A" })], {
      value: axis({ numberFormat: "#,##0.0" }),
    });
    expect(
      (optionsOf(record, cells(quarters), "ru-RU").yAxis as Axis[])[0].axisLabel.formatter?.(1234.5),
    ).toBe("1\u00a0234,5");
  });

  it("puts the texts of a pie's slices from the category cells", () => {
    const record = chart("Pie", [
      series({
        name: "A",
        type: "Pie",
        labels: { visible: true, showValue: true, showCategoryName: true, position: "OutsideEnd" },
      }),
    ]);
    const [drawn] = optionsOf(record, cells(quarters)).series;
    expect(drawn.type).toBe("pie");
    expect(drawn.data[1].label?.formatter()).toBe("Q2; 20");
  });
});

describe("gap and overlap", () => {
  it.each([
    ["ColumnClustered", 150, null, 2, "42.86%", "0%"],
    ["ColumnClustered", 0, 100, 2, "0%", "-100%"],
    ["ColumnStacked", 100, 100, 3, "50%", "-100%"],
  ])("%s with gap %s, overlap %s of %s series", (type, gapWidth, overlap, count, category, gap) => {
    const list = Array.from({ length: count as number }, (_, index) => series({ name: `S${index}` }));
    const record = { ...chart(type, list), gapWidth, overlap };
    expect(barSpacing(record, false)).toEqual({ barCategoryGap: category, barGap: gap });
  });
});

describe("the charts of the report", () => {
  let excel: StartedExcel;
  afterAll(() => excel.stop());
  const found = new Map<string, { record: ChartRecord; option: Option }>();

  beforeAll(async () => {
    excel = await openWorkbook([userSheet()]);
    await report(excel, classified(portfolioRows(40)));
    for (const sheet of excel.host.workbook.$state.sheets) {
      for (const record of sheet.chartRecords) {
        const option = optionsOf(record, (reference) => readSeries(sheet, reference));
        found.set(sheet.sheetName, { record, option });
      }
    }
  });

  it("are all there", () => {
    expect([...found.keys()]).toEqual(expect.arrayContaining(["Client matrix", "Dependency", "ABC-XYZ"]));
  });

  it("matrix: a point per client in the colour of its quadrant, the labels of the largest, dashed cut lines", () => {
    const { record, option } = found.get("Client matrix")!;
    const points = option.series.filter(({ type }) => type === "scatter");
    const cuts = option.series.filter(({ type }) => type === "line");
    expect(points).toHaveLength(4);
    expect(points.map(({ itemStyle }) => itemStyle?.color)).toEqual(
      record.series.slice(0, 4).map(({ marker }) => marker?.fill),
    );
    expect(cuts.map(({ lineStyle }) => lineStyle?.type)).toEqual(["dashed", "dashed"]);
    const labels = points.flatMap(({ data }) => data.filter(({ label }) => label?.show));
    expect(labels.map(({ label }) => label?.formatter()).sort()).toEqual(
      record.series.flatMap(({ points: own }) => own.map(({ label }) => label?.text ?? "")).sort(),
    );
    expect(option.xAxis).toMatchObject({ min: 1, max: 10, name: record.axes.category.title.text });
  });

  it("Pareto: stacked columns, the cumulative line up to 100 % on the right, threshold lines", () => {
    const { option } = found.get("Dependency")!;
    const [left, right] = option.yAxis as Axis[];
    const cumulative = option.series.find(({ yAxisIndex }) => yAxisIndex === 1)!;
    expect(option.series.filter(({ stack }) => stack === "primary").length).toBeGreaterThanOrEqual(4);
    expect(cumulative.data.at(-1)?.value).toBeCloseTo(1, 10);
    expect([left.position, right.position]).toEqual(["left", "right"]);
    expect(right).toMatchObject({ min: 0, max: 1 });
  });

  it("can be drawn, each of them", () => {
    for (const { option, record } of found.values()) {
      const drawn = init(null, null, { renderer: "svg", ssr: true, width: 800, height: 400 });
      drawn.setOption(option as unknown as EChartsOption);
      const picture = drawn.renderToSVGString();
      drawn.dispose();
      expect(picture).toContain(record.title.text);
    }
  });
});
