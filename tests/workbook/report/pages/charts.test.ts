import type { ChartRecord } from "../../../../src/host/workbook-record";
import { readWorkbook, writeWorkbook } from "../../../../src/host/xlsx";
import { defaultPolicy } from "../../../../src/portfolio";
import {
  quadrantColors,
  stabilityColors,
  statusColors,
} from "../../../../src/workbook/report/paint/page/palette";
import { openWorkbook } from "../../session";
import { classified, plainRows, portfolioRows, scoredRows } from "../classified";
import { chartNamed, listColumn, report, sheetNamed, textsOf, userSheet, valuesOf } from "../written";

const quadrantNames = ["Key", "Development", "Maintenance", "Opportunistic"];

async function reported(...reports: Parameters<typeof classified>[]) {
  const excel = await openWorkbook([userSheet()]);
  for (const [rows, policy] of reports) await report(excel, classified(rows, policy));
  return excel.host.toRecord();
}

const matrixOf = async (...reports: Parameters<typeof classified>[]) => {
  const record = await reported(...reports);
  return { record, chart: chartNamed(sheetNamed(record, "Client matrix"), "Keyfolio matrix") };
};

const labelsOf = (chart: ChartRecord) =>
  chart.series.flatMap(({ points }) =>
    points.flatMap(({ label }) => (label?.visible && label.text !== undefined ? [label.text] : [])),
  );

describe("the scatter of the client matrix", () => {
  const four = scoredRows([
    ["Alpha", 40, 9, 8],
    ["Beta", 30, 8, 2],
    ["Gamma", 20, 2, 9],
    ["Delta", 10, 1, 3],
  ]);

  test("has one series per quadrant with its points, loyalty across and attractiveness upwards", async () => {
    const { record, chart } = await matrixOf([four]);
    expect(chart.type).toBe("XYScatter");
    const clouds = chart.series.slice(0, 4);
    expect(clouds.map(({ name }) => name)).toEqual(quadrantNames);
    expect(
      clouds.map(({ categories, values }) => [valuesOf(record, categories), valuesOf(record, values)]),
    ).toEqual([
      [[8], [9]],
      [[2], [8]],
      [[9], [2]],
      [[3], [1]],
    ]);
    expect(clouds.map(({ marker }) => marker?.fill)).toEqual(Object.values(quadrantColors));
  });

  test("an empty quadrant keeps its series, name and colour over blank cells", async () => {
    const { record, chart } = await matrixOf([scoredRows([["Alpha", 40, 9, 8]])]);
    expect(chart.series.slice(0, 4).map(({ name }) => name)).toEqual(quadrantNames);
    for (const series of chart.series.slice(1, 4)) {
      expect(valuesOf(record, series.values)).toEqual([null]);
      expect(valuesOf(record, series.categories)).toEqual([null]);
    }
    expect(chart.series[3].marker?.fill).toBe(quadrantColors.opportunistic);
  });

  test("both cuts are dashed lines without markers across the whole scale", async () => {
    const { record, chart } = await matrixOf([four]);
    const [loyalty, attractiveness] = chart.series.slice(4);
    expect([valuesOf(record, loyalty.categories), valuesOf(record, loyalty.values)]).toEqual([
      [5.5, 5.5],
      [1, 10],
    ]);
    expect([valuesOf(record, attractiveness.categories), valuesOf(record, attractiveness.values)]).toEqual([
      [1, 10],
      [5.5, 5.5],
    ]);
    for (const { line, marker } of [loyalty, attractiveness]) {
      expect(line?.style).toBe("Dash");
      expect(marker?.style).toBe("None");
    }
  });

  test("the axes have titles and the scale of the policy", async () => {
    const policy = { ...defaultPolicy, kaism: { ...defaultPolicy.kaism, scale: { lowest: 0, highest: 5 } } };
    const { chart } = await matrixOf([
      scoredRows([
        ["Alpha", 5, 4, 2],
        ["Beta", 4, 1, 3],
      ]),
      policy,
    ]);
    for (const axis of [chart.axes.category, chart.axes.value]) {
      expect([axis.minimum, axis.maximum]).toEqual([0, 5]);
      expect(axis.title).toMatchObject({ visible: true });
    }
    expect([chart.axes.category, chart.axes.value].map(({ numberFormat }) => numberFormat)).toEqual([
      "#,##0.0",
      "#,##0.0",
    ]);
    expect(chart.axes.category.majorUnit).toBe(0.5);
    expect(chart.axes.category.title.text).toContain("Loyalty");
    expect(chart.axes.value.title.text).toContain("Attractiveness");
  });

  test("the 15 largest have their names beside them, long ones shortened", async () => {
    const long = "An association of wholesale merchants with an endless name Ltd";
    const clients = Array.from({ length: 30 }, (_, index): [string, number, number, number] => [
      index === 0 ? long : `Client ${index}`,
      1000 - index,
      1 + (index % 10),
      1 + ((index * 3) % 10),
    ]);
    const { chart } = await matrixOf([scoredRows(clients)]);
    const labels = labelsOf(chart);
    expect(labels).toHaveLength(15);
    expect(labels).toContain("Client 14");
    expect(labels).not.toContain("Client 15");
    expect(labels.find((label) => label.endsWith("…"))?.length).toBeLessThanOrEqual(24);
  });

  test("a refresh edits the same chart, and no label of the earlier run stays", async () => {
    const renamed = four.map(([name, ...rest]) => [name === "Client" ? name : `${name} II`, ...rest]);
    const first = await matrixOf([four]);
    const second = await matrixOf([four], [renamed]);
    expect(second.chart.id).toBe(first.chart.id);
    expect(labelsOf(second.chart).sort()).toEqual(["Alpha II", "Beta II", "Delta II", "Gamma II"]);
    expect(sheetNamed(second.record, "Client matrix").charts).toHaveLength(1);
  });

  test("a point that moves to another quadrant leaves no label behind", async () => {
    const { chart } = await matrixOf(
      [four],
      [
        scoredRows([
          ["Alpha", 40, 1, 1],
          ["Beta", 30, 1, 2],
        ]),
      ],
    );
    expect(chart.series.map(({ points }) => points.filter(({ label }) => label?.visible).length)).toEqual([
      0, 0, 0, 2, 0, 0,
    ]);
  });

  test("of more than 2,000 clients the largest are drawn; the list holds all", async () => {
    const clients = Array.from({ length: 2100 }, (_, index): [string, number, number, number] => [
      `Client ${index}`,
      5000 - index,
      1 + (index % 10),
      1 + ((index * 7) % 10),
    ]);
    const { record, chart } = await matrixOf([scoredRows(clients)]);
    const points = chart.series.slice(0, 4).flatMap(({ values }) => valuesOf(record, values));
    expect(points).toHaveLength(2000);
    expect(chart.title.text).toContain("2,000");
    expect(listColumn(sheetNamed(record, "Client matrix"), "Client")).toHaveLength(2100);
  });

  test("without criteria there is no such sheet; one of an earlier report stays, and says that there is nothing for it", async () => {
    const plain = plainRows({ Alpha: 5, Beta: 3 });
    const without = await reported([plain]);
    expect(without.sheets.map(({ name }) => name)).not.toContain("Client matrix");
    const added = sheetNamed(await reported([plain], [four]), "Client matrix");
    expect(added.charts).toHaveLength(1);
    expect(listColumn(added, "Client")).toHaveLength(4);
    const gone = sheetNamed(await reported([four], [plain]), "Client matrix");
    expect(gone.charts).toEqual([]);
    expect(gone.tables).toEqual([]);
    expect(textsOf(gone)).toEqual(["Client matrix", "The list has nothing for this page any more."]);
  });
});

describe("the Pareto chart", () => {
  const rows = plainRows({ Alpha: 500, Beta: 250, Gamma: 120, Delta: 80, Epsilon: 50 });
  const paretoOf = async (...reports: Parameters<typeof classified>[]) => {
    const record = await reported(...reports);
    return { record, chart: chartNamed(sheetNamed(record, "Dependency"), "Keyfolio Pareto") };
  };

  test("columns are shares, stacked by status so that each client has the colour of its status", async () => {
    const { record, chart } = await paretoOf([rows]);
    const columns = chart.series.filter(({ type }) => type === "ColumnStacked");
    expect(columns.map(({ name, fill }) => [name, fill])).toEqual([
      ["Regular", statusColors.regular],
      ["Key", statusColors.key],
      ["Dependence", statusColors.dependence],
      ["Mono-client", statusColors.mono],
    ]);
    expect(columns.map(({ values }) => valuesOf(record, values))).toEqual([
      [null, null, null, 0.08, 0.05],
      [null, null, 0.12, null, null],
      [null, 0.25, null, null, null],
      [0.5, null, null, null, null],
    ]);
    expect(valuesOf(record, columns[0].categories)).toEqual(["Alpha", "Beta", "Gamma", "Delta", "Epsilon"]);
  });

  test("the cumulative line runs on the secondary axis from 0 to 100 %", async () => {
    const { record, chart } = await paretoOf([rows]);
    const line = chart.series.find(({ secondaryAxis }) => secondaryAxis)!;
    expect(line.type).toMatch(/^Line/);
    expect(valuesOf(record, line.values)).toEqual([0.5, 0.75, 0.87, 0.95, 1]);
    expect(chart.axes.secondaryValue).toMatchObject({ minimum: 0, maximum: 1 });
  });

  test("threshold lines stand for the limits below 1.5 times the largest share", async () => {
    const dashed = ({ series }: ChartRecord) =>
      series
        .filter(({ line, type }) => type.startsWith("Line") && line?.style === "Dash")
        .map(({ name }) => name);
    expect(dashed((await paretoOf([rows])).chart)).toEqual([
      "Key: 10%",
      "Dependence: 20%",
      "Mono-client: 50%",
    ]);
    const flat = plainRows({ A: 10, B: 10, C: 10, D: 10, E: 10, F: 10, G: 10, H: 10, I: 10, J: 10 });
    expect(dashed((await paretoOf([flat])).chart)).toEqual(["Key: 10%"]);
    expect(dashed((await paretoOf([rows], [flat])).chart)).toEqual(["Key: 10%"]);
  });

  test("more than 30 clients end in one column of all others", async () => {
    const { record, chart } = await paretoOf([portfolioRows(40)]);
    const [regular] = chart.series;
    const names = valuesOf(record, regular.categories);
    expect(names).toHaveLength(31);
    expect(names[30]).toMatch(/^Others \(10\): /);
    const shares = listColumn(sheetNamed(record, "Dependency"), "Share") as number[];
    const rest = shares.slice(30).reduce((total, share) => total + share, 0);
    expect(valuesOf(record, regular.values)[30]).toBeCloseTo(rest, 12);
  });

  test("a crowd of small clients cuts off the column of the others; a portfolio without one has the whole scale again", async () => {
    const crowd = plainRows(
      Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`C${index}`, 400 - index])),
    );
    const crowded = (await paretoOf([crowd])).chart;
    expect(crowded.axes.value.maximum).toBeLessThan(0.02);
    expect(crowded.axes.value.maximum).toBeGreaterThan(400 / 75_150);
    expect((await paretoOf([crowd], [rows])).chart.axes.value.maximum).toBeNull();
  });
});

describe("the bridge", () => {
  const bridgeOf = async () => {
    const classification = classified(portfolioRows(40));
    const record = await reported([portfolioRows(40)]);
    return { bridge: classification.bridge!, record };
  };

  test.each([
    ["Movement", "Keyfolio bridge"],
    ["Summary", "Keyfolio summary bridge"],
  ])(
    "on %s stands on the ground at both ends, and each flow floats between what was before and after",
    async (sheet, name) => {
      const { bridge, record } = await bridgeOf();
      const chart = chartNamed(sheetNamed(record, sheet), name);
      const [below, levels, gains, losses] = chart.series.map(
        ({ values }) => valuesOf(record, values) as (number | null)[],
      );
      const last = levels.length - 1;
      expect([levels[0], levels[last]]).toEqual([bridge.opening, bridge.closing]);
      expect([below[0], below[last]]).toEqual([null, null]);
      let level = bridge.opening;
      for (let at = 1; at < last; at++) {
        level += (gains[at] ?? 0) - (losses[at] ?? 0);
        expect(below[at]).toBeCloseTo(level - (gains[at] ?? 0), 6);
      }
      expect(level).toBeCloseTo(bridge.closing, 6);
      expect(chart.series[0].fill ?? null).toBeNull();
    },
  );
});

test("the whale curve ends at the whole profit, and the load of managers has its limit", async () => {
  const record = await reported([portfolioRows(40)]);
  const curve = chartNamed(sheetNamed(record, "Profit"), "Keyfolio whale curve");
  expect(valuesOf(record, curve.series[0].values).at(-1)).toBeCloseTo(1, 12);
  expect(valuesOf(record, curve.series[0].categories).at(-1)).toBe(40);
  const load = chartNamed(sheetNamed(record, "Managers"), "Keyfolio managers");
  const keys = load.series.slice(0, 2).flatMap(({ values }) => valuesOf(record, values) as (number | null)[]);
  const { managers } = classified(portfolioRows(40));
  const sum = (counts: readonly (number | null)[]) =>
    counts.reduce<number>((all, each) => all + (each ?? 0), 0);
  expect(sum(keys)).toBe(sum(managers!.groups.map(({ keyClients }) => keyClients)));
  expect(valuesOf(record, load.series[2].values)).toEqual([3, 3, 3]);
});

test("where no manager has a key client, the chart shows what each sells, not a row of zeros", async () => {
  const rows = [
    ["Client", "Manager", "Revenue"],
    ...Array.from({ length: 40 }, (_, at) => [`Firm ${at}`, ["Anna Berg", "Oleg Strom"][at % 2], 100 + at]),
  ];
  const record = await reported([rows]);
  const chart = chartNamed(sheetNamed(record, "Managers"), "Keyfolio manager sales");
  expect(chart.series.map(({ name }) => name)).toEqual(["Revenue"]);
  expect(valuesOf(record, chart.series[0].values)).toEqual([2400, 2380]);
});

test("the chart of classes stacks steadiness over the amounts of the matrix", async () => {
  const record = await reported([portfolioRows(40)]);
  const sheet = sheetNamed(record, "ABC-XYZ");
  const chart = chartNamed(sheet, "Keyfolio ABC-XYZ");
  expect(chart.series.map(({ fill }) => fill)).toEqual(Object.values(stabilityColors));
  const total = chart.series.flatMap(({ values }) => valuesOf(record, values) as number[]);
  const listed = listColumn(sheet, "Revenue") as number[];
  expect(total.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(
    listed.reduce((sum, amount) => sum + amount, 0),
    6,
  );
});

test("amounts on an axis are whole millions from ten million on, and shown whole below", async () => {
  const axisOf = async (amounts: Record<string, number>) => {
    const record = await reported([plainRows(amounts)]);
    return chartNamed(sheetNamed(record, "ABC-XYZ"), "Keyfolio ABC-XYZ").axes.value;
  };
  const millions = await axisOf({ Alpha: 60e6, Beta: 12e6, Gamma: 3e6 });
  expect(millions).toMatchObject({ majorUnit: 1e7, numberFormat: "#,##0,," });
  expect(millions.title.text).toBe("Revenue, M");
  const small = await axisOf({ Alpha: 2, Beta: 0.5 });
  expect(small).toMatchObject({ majorUnit: 0.5, numberFormat: "#,##0.0" });
  expect(small.title.text).toBe("Revenue");
});

test("the charts are in the written file as they were made", async () => {
  const record = await reported([portfolioRows(40)]);
  const { record: read } = await readWorkbook(await writeWorkbook(record));
  for (const sheet of record.sheets.slice(1)) {
    const again = sheetNamed(read, sheet.name);
    expect(again.charts.map(({ name }) => name)).toEqual(sheet.charts.map(({ name }) => name));
    sheet.charts.forEach((chart, index) => {
      expect(
        again.charts[index].series.map(({ name, values, categories }) => ({ name, values, categories })),
      ).toEqual(chart.series.map(({ name, values, categories }) => ({ name, values, categories })));
      expect(labelsOf(again.charts[index])).toEqual(labelsOf(chart));
    });
    expect(again.page.printArea).toEqual(sheet.page.printArea);
    expect(again.tables.map(({ name, area }) => [name, area])).toEqual(
      sheet.tables.map(({ name, area }) => [name, area]),
    );
  }
});
