import type { ChartRecord } from "../../../../src/host/workbook-record";
import { type StartedExcel, startExcel } from "../../../excel";
import { sheetOf } from "../../../workbook-records";

let excel: StartedExcel;
afterEach(() => excel.stop());

const sales = [
  ["Client", "Sales", "Profit"],
  ["Aster", 120, 12],
  ["Birch", 80, 20],
  ["Cedar", 40, -3],
];

async function started(rows: (string | number | null)[][] = sales) {
  excel = await startExcel([
    sheetOf("Client list", rows),
    sheetOf("Report", [["Threshold"], [0.1], [0.1], [0.1]]),
  ]);
}

/** The charts as a file would keep them. */
function kept(sheet = 0): ChartRecord[] {
  return excel.host.workbook.$toRecord().sheets[sheet].charts;
}

function refused(code: string) {
  return expect.objectContaining({ code });
}

describe("charts.add", () => {
  test("derives names from the first row and categories from a first column of texts", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Columns");
      const { series } = chart;
      series.load("items/name, items/chartType");
      chart.load("name, chartType, width, height");
      await context.sync();
      expect(series.items.map(({ name }) => name)).toEqual(["Sales", "Profit"]);
      expect([chart.name, chart.chartType, chart.width, chart.height]).toEqual([
        "Chart 1",
        "ColumnClustered",
        360,
        216,
      ]);
    });
    expect(kept()[0].series[1]).toMatchObject({
      nameFormula: "='Client list'!$C$1",
      values: "='Client list'!$C$2:$C$4",
      categories: "='Client list'!$A$2:$A$4",
    });
  });

  test("stands series in rows when asked, and by itself when there are not more rows than columns", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Rows");
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:C3"));
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Auto");
      await context.sync();
    });
    const [rows, square, tall] = kept();
    expect(rows.series.map(({ name }) => name)).toEqual(["Aster", "Birch", "Cedar"]);
    expect(rows.series[0]).toMatchObject({
      values: "='Client list'!$B$2:$C$2",
      categories: "='Client list'!$B$1:$C$1",
    });
    expect(square.series.map(({ name }) => name)).toEqual(["Aster", "Birch"]);
    expect(tall.series.map(({ name }) => name)).toEqual(["Sales", "Profit"]);
  });

  test("takes the first column as x of a scatter chart although it holds numbers", async () => {
    await started([
      [5, 1],
      [6, 2],
    ]);
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      sheet.charts.add("XYScatter", sheet.getRange("A1:B2"), "Columns");
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Columns");
      await context.sync();
    });
    const [scatter, columns] = kept();
    expect(scatter.series).toMatchObject([
      { categories: "='Client list'!$A$1:$A$2", values: "='Client list'!$B$1:$B$2" },
    ]);
    expect(columns.series).toMatchObject([{ categories: null }, { categories: null }]);
  });

  test("treats the first row and column as names when the corner is blank, numbers or not", async () => {
    await started([
      [null, 2024, 2025],
      [1, 10, 20],
      [2, 11, 21],
      [3, 12, 22],
    ]);
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      sheet.charts.add("Line", sheet.getRange("A1:C4"), "Columns");
      await context.sync();
    });
    expect(kept()[0].series.map(({ name, categories }) => [name, categories])).toEqual([
      ["2024", "='Client list'!$A$2:$A$4"],
      ["2025", "='Client list'!$A$2:$A$4"],
    ]);
  });

  test("refuses what is no chart type, and names a type that the host does not draw", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      sheet.charts.add("Radar", sheet.getRange("A1:C4"), "Columns");
      await expect(context.sync()).rejects.toEqual(refused("NotImplemented"));
    });
  });
});

describe("the collection", () => {
  test("finds charts by name without case, by place, and gives a null object for a name that is not there", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
      chart.name = "Dependency";
      const found = sheet.charts.getItem("DEPENDENCY");
      const first = sheet.charts.getItemAt(0);
      const missing = sheet.charts.getItemOrNullObject("Matrix");
      const count = sheet.charts.getCount();
      found.load("id");
      first.load("id,name,worksheet/name");
      missing.load("name");
      await context.sync();
      expect(found.id).toBe(first.id);
      expect(first.name).toBe("Dependency");
      expect(first.worksheet.name).toBe("Client list");
      expect(missing.isNullObject).toBe(true);
      expect(count.value).toBe(1);
      sheet.charts.getItem("Matrix");
      await expect(context.sync()).rejects.toEqual(refused("ItemNotFound"));
    });
  });

  test("refuses a name that another chart of the sheet has, and does not reuse numbers of deleted charts", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns").name = "Matrix";
      const second = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
      await context.sync();
      second.name = "matrix";
      await expect(context.sync()).rejects.toEqual(refused("InvalidArgument"));
      second.delete();
      await context.sync();
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
      await context.sync();
    });
    expect(kept().map(({ name }) => name)).toEqual(["Matrix", "Chart 3"]);
  });

  test("a deleted chart is gone for whoever still holds it", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
      await context.sync();
      chart.delete();
      await context.sync();
      chart.title.text = "Late";
      await expect(context.sync()).rejects.toEqual(refused("ItemNotFound"));
    });
  });
});

describe("titles and legend", () => {
  test("a text turns the title on; while it is off there is no text to read", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
      chart.title.load("text");
      await context.sync();
      expect(chart.title.text).toBe("Sales");
      chart.title.visible = false;
      chart.title.load("text");
      await expect(context.sync()).rejects.toEqual(refused("GeneralException"));
      chart.title.text = "Dependency";
      chart.title.format.font.size = 16;
      chart.title.format.font.bold = true;
      chart.title.format.font.color = "#1f4e79";
      chart.axes.valueAxis.title.text = "Share";
      chart.legend.position = "Right";
      chart.legend.visible = true;
      await context.sync();
    });
    expect(kept()[0]).toMatchObject({
      title: { text: "Dependency", visible: true, size: 16, bold: true, color: "#1F4E79" },
      legend: { visible: true, position: "Right" },
      axes: { value: { title: { text: "Share", visible: true } } },
    });
  });
});

describe("axes", () => {
  test("keep what is set, and an empty text gives the ends back to Excel", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const { valueAxis, categoryAxis } = sheet.charts.add(
        "ColumnClustered",
        sheet.getRange("A1:B4"),
        "Columns",
      ).axes;
      valueAxis.minimum = 10;
      valueAxis.maximum = 200;
      valueAxis.majorUnit = 50;
      valueAxis.numberFormat = "#,##0";
      valueAxis.majorGridlines.format.line.color = "#EEEEEE";
      valueAxis.format.font.size = 8;
      categoryAxis.reversePlotOrder = true;
      categoryAxis.textOrientation = 45;
      categoryAxis.tickLabelPosition = "Low";
      valueAxis.setPositionAt(2);
      await context.sync();
      expect(kept()[0].axes).toMatchObject({
        value: {
          minimum: 10,
          maximum: 200,
          majorUnit: 50,
          numberFormat: "#,##0",
          gridlineColor: "#EEEEEE",
          fontSize: 8,
          crossesAt: 2,
        },
        category: { reversed: true, textRotation: 45, tickLabelPosition: "Low" },
      });
      valueAxis.minimum = "";
      valueAxis.load("minimum,maximum");
      await context.sync();
      expect([valueAxis.minimum, valueAxis.maximum]).toEqual([0, 200]);
    });
  });

  test("an axis that counts values always reads as numbers", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Columns");
      chart.axes.valueAxis.load("minimum,maximum,majorUnit");
      await context.sync();
      const { minimum, maximum, majorUnit } = chart.axes.valueAxis;
      expect(minimum).toBeLessThanOrEqual(-3);
      expect(maximum).toBeGreaterThanOrEqual(120);
      expect(majorUnit).toBeGreaterThan(0);
    });
  });

  test("refuse texts for numbers, and a minimum for categories", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const { valueAxis, categoryAxis } = sheet.charts.add(
        "ColumnClustered",
        sheet.getRange("A1:B4"),
        "Columns",
      ).axes;
      await context.sync();
      valueAxis.maximum = "high";
      await expect(context.sync()).rejects.toEqual(refused("InvalidArgument"));
      categoryAxis.minimum = 1;
      await expect(context.sync()).rejects.toEqual(refused("InvalidArgument"));
    });
  });

  test("a secondary value axis is there while a series stands on it", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Columns");
      await context.sync();
      chart.axes.getItem("Value", "Secondary").visible = true;
      await expect(context.sync()).rejects.toEqual(refused("ItemNotFound"));
      const cumulative = chart.series.getItemAt(1);
      cumulative.chartType = "Line";
      cumulative.axisGroup = "Secondary";
      chart.axes.getItem("Value", "Secondary").maximum = 1;
      await context.sync();
      expect(kept()[0].axes.secondaryValue).toMatchObject({ maximum: 1, majorGridlines: false });
      cumulative.axisGroup = "Primary";
      await context.sync();
      expect(kept()[0].axes.secondaryValue).toBeNull();
    });
  });
});

describe("series", () => {
  test("a new one carries over the data of the last one until it has its own", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const report = context.workbook.worksheets.getItem("Report");
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
      chart.series.add("10 %");
      await context.sync();
      expect(kept()[0].series[1]).toMatchObject({ name: "10 %", values: "='Client list'!$B$2:$B$4" });
      const line = chart.series.getItemAt(1);
      line.chartType = "Line";
      line.setValues(report.getRange("A2:A4"));
      line.setXAxisValues(sheet.getRange("A2:A4"));
      line.format.line.color = "#C00000";
      line.format.line.weight = 1.5;
      line.format.line.lineStyle = "Dash";
      line.markerStyle = "None";
      await context.sync();
    });
    expect(kept()[0].series[1]).toMatchObject({
      type: "Line",
      values: "=Report!$A$2:$A$4",
      categories: "='Client list'!$A$2:$A$4",
      line: { color: "#C00000", weight: 1.5, style: "Dash" },
      marker: { style: "None" },
    });
  });

  test("names follow their cell until a text replaces them", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const series = sheet.charts
        .add("ColumnClustered", sheet.getRange("A1:B4"), "Columns")
        .series.getItemAt(0);
      await context.sync();
      sheet.getRange("B1").values = [["Revenue"]];
      series.load("name");
      await context.sync();
      expect(series.name).toBe("Revenue");
      series.name = "Turnover";
      series.load("name");
      await context.sync();
      expect(series.name).toBe("Turnover");
    });
    expect(kept()[0].series[0]).toMatchObject({ name: "Turnover", nameFormula: null });
  });

  test("values can be read since ExcelApi 1.12, and are refused before", async () => {
    await started();
    const read = async (context: Excel.RequestContext) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
      const values = chart.series.getItemAt(0).getDimensionValues("Values");
      await context.sync();
      return values.value;
    };
    await expect(excel.run(read)).resolves.toEqual(["120", "80", "40"]);
    excel.stop();
    excel = await startExcel([sheetOf("Client list", sales)], { apiLevel: "1.9" });
    await expect(excel.run(read)).rejects.toEqual(refused("ApiNotFound"));
  });

  test("the cells of a series can be asked for since ExcelApi 1.15, and are refused before", async () => {
    await started();
    const read = (type: "ColumnClustered" | "XYScatter", dimension: "Values" | "YValues" | "Categories") =>
      excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Client list");
        const chart = sheet.charts.add(type, sheet.getRange("B2:B4"), "Columns");
        const source = chart.series.getItemAt(0).getDimensionDataSourceString(dimension);
        await context.sync();
        return source.value;
      });
    await expect(read("ColumnClustered", "Values")).resolves.toBe("'Client list'!$B$2:$B$4");
    await expect(read("ColumnClustered", "Categories")).resolves.toBe("");
    await expect(read("XYScatter", "YValues")).resolves.toBe("'Client list'!$B$2:$B$4");
    await expect(read("XYScatter", "Values")).rejects.toEqual(refused("InvalidArgument"));
    excel.stop();
    excel = await startExcel([sheetOf("Client list", sales)], { apiLevel: "1.14" });
    await expect(read("ColumnClustered", "Values")).rejects.toEqual(refused("ApiNotFound"));
  });

  test("gap and overlap belong to columns and stay within their limits", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const series = sheet.charts
        .add("ColumnClustered", sheet.getRange("A1:C4"), "Columns")
        .series.getItemAt(0);
      series.gapWidth = 40;
      series.overlap = 100;
      await context.sync();
      expect(kept()[0]).toMatchObject({ gapWidth: 40, overlap: 100 });
      series.gapWidth = 501;
      await expect(context.sync()).rejects.toEqual(refused("InvalidArgument"));
      series.chartType = "Line";
      series.gapWidth = 50;
      await expect(context.sync()).rejects.toEqual(refused("InvalidArgument"));
    });
  });

  test("a fill is a colour of columns and fills the markers of a scatter; clearing leaves none", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const columns = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Columns").series;
      columns.getItemAt(0).format.fill.setSolidColor("#2E7D32");
      columns.getItemAt(1).format.fill.clear();
      const scatter = sheet.charts.add("XYScatter", sheet.getRange("B1:C4"), "Columns").series;
      scatter.getItemAt(0).format.fill.setSolidColor("red");
      await context.sync();
    });
    const [columns, scatter] = kept();
    expect(columns.series.map(({ fill }) => fill)).toEqual(["#2E7D32", null]);
    expect(scatter.series[0].marker).toMatchObject({ fill: "#FF0000" });
  });
});

describe("points and labels", () => {
  test("as many points as the values have cells; a point beyond them is refused", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const { points } = sheet.charts
        .add("ColumnClustered", sheet.getRange("A1:B4"), "Columns")
        .series.getItemAt(0);
      const count = points.getCount();
      const last = points.getItemAt(2);
      last.load("value");
      await context.sync();
      expect(count.value).toBe(3);
      expect(last.value).toBe(40);
      points.getItemAt(3).format.fill.setSolidColor("#000000");
      await expect(context.sync()).rejects.toEqual(refused("InvalidArgument"));
    });
  });

  test("a label of its own needs hasDataLabel first, and turning labels off clears the old texts", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const series = sheet.charts.add("XYScatter", sheet.getRange("B1:C4"), "Columns").series.getItemAt(0);
      const point = series.points.getItemAt(1);
      await context.sync();
      point.dataLabel.text = "Birch";
      await expect(context.sync()).rejects.toEqual(refused("GeneralException"));
      point.hasDataLabel = true;
      point.dataLabel.text = "Birch";
      point.dataLabel.position = "Right";
      point.dataLabel.format.font.size = 8;
      point.format.fill.setSolidColor("#C62828");
      await context.sync();
      expect(kept()[0].series[0]).toMatchObject({
        labels: null,
        points: [
          {
            index: 1,
            fill: "#C62828",
            label: { visible: true, text: "Birch", position: "Right", fontSize: 8 },
          },
        ],
      });
      series.hasDataLabels = false;
      await context.sync();
      expect(kept()[0].series[0].points).toEqual([{ index: 1, fill: "#C62828" }]);
    });
  });

  test("a position that the chart type does not know is refused", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const series = sheet.charts
        .add("ColumnStacked", sheet.getRange("A1:C4"), "Columns")
        .series.getItemAt(0);
      series.hasDataLabels = true;
      series.dataLabels.position = "Center";
      await context.sync();
      series.dataLabels.position = "OutsideEnd";
      await expect(context.sync()).rejects.toEqual(refused("InvalidArgument"));
    });
  });
});

describe("place", () => {
  test("setPosition covers the cells from the first to the last, whatever their sizes", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      sheet.getRange("E:E").format.columnWidth = 100;
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
      chart.setPosition("D6", "F20");
      await context.sync();
      chart.load("left,top,width,height");
      await context.sync();
      expect([chart.left, chart.top, chart.width, chart.height]).toEqual([144, 75, 196, 225]);
    });
  });

  test("a chart moves with rows inserted above it and grows with rows inserted behind it", async () => {
    await started();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Client list");
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
      chart.setPosition("D6", "F20");
      await context.sync();
      sheet.getRange("2:3").insert("Down");
      await context.sync();
      chart.load("top,height");
      await context.sync();
      expect([chart.top, chart.height]).toEqual([105, 225]);
      sheet.getRange("10:10").insert("Down");
      await context.sync();
      chart.load("top,height");
      await context.sync();
      expect([chart.top, chart.height]).toEqual([105, 240]);
    });
    expect(kept()[0].series[0].values).toBe("='Client list'!$B$4:$B$6");
  });

  test("references follow a renamed sheet and end in #REF! with a deleted one", async () => {
    await started();
    await excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const list = worksheets.getItem("Client list");
      const report = worksheets.getItem("Report");
      report.charts.add("ColumnClustered", list.getRange("A1:B4"), "Columns");
      list.name = "Clients";
      await context.sync();
      expect(kept(1)[0].series[0].values).toBe("=Clients!$B$2:$B$4");
      list.delete();
      await context.sync();
      expect(kept(0)[0].series[0].values).toContain("#REF!");
    });
  });
});

test("charts of a protected sheet cannot be changed", async () => {
  await started();
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Client list");
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
    sheet.protection.protect();
    await context.sync();
    chart.title.text = "Dependency";
    await expect(context.sync()).rejects.toEqual(refused("AccessDenied"));
  });
});
