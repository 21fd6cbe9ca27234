import { Workbook, type XmlElement } from "../../../../src/host/xlsx/library";
import {
  attribute,
  child,
  children,
  localName,
  parsed,
} from "../../../../src/host/xlsx/package/package-parts";
import { writeWorkbook } from "../../../../src/host/xlsx";
import { partsOf } from "../package-of";
import {
  cellsOf,
  chartedCells,
  chartRecord,
  matrixChart,
  paretoChart,
  seriesRecord,
  sheetRecord,
  tableRecord,
  workbookRecord,
} from "../records";

const columns = ["Client", "Share", "Cumulative", "Limit", "x", "y"].map((name, index) => ({
  id: index + 1,
  name,
}));

const record = workbookRecord(
  [
    sheetRecord({
      cells: chartedCells,
      tables: [tableRecord({ area: { row: 0, column: 0, rows: 6, columns: 6 }, columns })],
      charts: [matrixChart(), paretoChart()],
      conditionalFormats: [
        {
          areas: [{ row: 1, column: 1, rows: 5, columns: 1 }],
          priority: 1,
          type: "DataBar",
          color: "#5B9BD5",
        },
        {
          areas: [{ row: 1, column: 1, rows: 5, columns: 1 }],
          priority: 2,
          type: "Custom",
          formula: "=$B2>0.1",
          fill: "#FFC7CE",
        },
      ],
    }),
    sheetRecord({
      name: "It's <B>",
      cells: [
        ...cellsOf([["Client"], ["Aster"]]),
        { row: 4, column: 0, value: "007", quotePrefix: true },
        {
          row: 5,
          column: 0,
          formula: "=SORT(A2:A3)",
          value: 1,
          spill: { row: 5, column: 0, rows: 1, columns: 1 },
        },
      ],
      tables: [
        tableRecord({
          id: 1,
          name: "Second",
          area: { row: 0, column: 0, rows: 2, columns: 1 },
          columns: [{ id: 1, name: "Client" }],
        }),
      ],
      charts: [chartRecord({ series: [seriesRecord({ values: "='It''s <B>'!$A$2:$A$2" })] })],
      filter: { area: { row: 8, column: 0, rows: 2, columns: 1 }, active: false },
      merges: [{ row: 10, column: 0, rows: 1, columns: 2 }],
    }),
  ],
  {
    settings: { "keyfolio.policy": { version: 1 } },
    names: [{ name: "keyfolio.x", formula: "=Clients!$A$1", visible: false, scope: null, comment: "" }],
  },
);

let bytes: Uint8Array;
let parts: Map<string, string>;
beforeAll(async () => {
  bytes = await writeWorkbook(record);
  parts = await partsOf(bytes);
});

function partOf(name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`no part ${name}`);
  return part;
}

const tree = (name: string): XmlElement => parsed(partOf(name), name);

/** Names of the elements inside an element, in order. */
function order(element: XmlElement | undefined): string[] {
  return (element?.children ?? []).flatMap((node) => (node.type === "element" ? [localName(node.name)] : []));
}

function all(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = localName(element.name) === name ? [element] : [];
  for (const node of element.children) if (node.type === "element") found.push(...all(node, name));
  return found;
}

/** Fails unless the names come in the order of the schema (each any number of times). */
function expectOrder(names: string[], schema: string[]): void {
  const unknown = names.filter((name) => !schema.includes(name));
  expect(unknown).toEqual([]);
  const places = names.map((name) => schema.indexOf(name));
  expect(places).toEqual([...places].sort((one, other) => one - other));
}

describe("the package", () => {
  test("every part is well-formed, has a content type, and the list of types comes first", () => {
    expect([...parts.keys()][0]).toBe("[Content_Types].xml");
    const types = tree("[Content_Types].xml");
    const overrides = children(types, "Override").map((element) => element.attributes.PartName.slice(1));
    const defaults = children(types, "Default").map((element) => element.attributes.Extension);
    for (const name of parts.keys()) {
      expect(() => tree(name)).not.toThrow();
      const typed =
        name === "[Content_Types].xml" ||
        overrides.includes(name) ||
        defaults.includes(name.split(".").pop() ?? "");
      expect([name, typed]).toEqual([name, true]);
    }
    expect(overrides.filter((name) => !parts.has(name))).toEqual([]);
    expect(new Set(overrides).size).toBe(overrides.length);
  });

  test("every relationship leads to a part, and every identifier that is used is a relationship", () => {
    for (const name of [...parts.keys()].filter((each) => each.endsWith(".rels"))) {
      const links = children(tree(name), "Relationship");
      const folder = name.replace(/_rels\/[^/]+$/, "");
      const source = folder + (name.split("/").pop() ?? "").replace(/\.rels$/, "");
      for (const { attributes } of links) {
        const target = attributes.Target.startsWith("/")
          ? attributes.Target
          : `/${folder}${attributes.Target}`;
        expect(parts.has(decodeURI(new URL(target, "http://package").pathname.slice(1)))).toBe(true);
      }
      if (parts.has(source)) {
        const used = [...partOf(source).matchAll(/r:(?:id|embed)="([^"]+)"/g)].map(([, id]) => id);
        expect(used.filter((id) => !links.some(({ attributes }) => attributes.Id === id))).toEqual([]);
      }
    }
  });

  test("nothing in it tells when it was written", () => {
    expect([...parts.values()].join("").match(/\d{4}-\d\d-\d\dT/)).toBeNull();
  });
});

describe("a sheet", () => {
  const schema =
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells conditionalFormatting " +
    "printOptions pageMargins pageSetup headerFooter rowBreaks drawing tableParts extLst";

  test("has its elements in the order of the schema", () => {
    expectOrder(order(tree("xl/worksheets/sheet1.xml")), schema.split(" "));
    expectOrder(order(tree("xl/worksheets/sheet2.xml")), schema.split(" "));
  });

  test("names looks, texts and dynamic arrays that are there", () => {
    const styles = tree("xl/styles.xml");
    const looks = children(child(styles, "cellXfs"), "xf");
    const texts = children(tree("xl/sharedStrings.xml"), "si").length;
    const differential = children(child(styles, "dxfs"), "dxf").length;
    expect(differential).toBe(1);
    for (const name of ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]) {
      for (const cell of all(tree(name), "c")) {
        expect(Number(cell.attributes.s ?? 0)).toBeLessThan(looks.length);
        if (cell.attributes.t === "s")
          expect(
            Number(
              cell.children
                .flatMap((v) => (v.type === "element" ? v.children : []))
                .map((t) => (t.type === "text" ? t.value : ""))[0],
            ),
          ).toBeLessThan(texts);
        if (cell.attributes.cm) expect(parts.has("xl/metadata.xml")).toBe(true);
      }
      for (const rule of all(tree(name), "cfRule"))
        expect(Number(rule.attributes.dxfId ?? 0)).toBeLessThan(differential);
    }
    expect(looks.filter((look) => look.attributes.quotePrefix === "1")).toHaveLength(1);
    expect(partOf("xl/styles.xml")).not.toContain("hidden=");
  });
});

test("a reader that is not ours finds the same cells, tables, names and charts", async () => {
  const other = new Workbook();
  await other.xlsx.load(bytes);
  const [clients, second] = other.worksheets;
  const values = chartedCells.map(({ row, column }) => clients.getCell(row + 1, column + 1).value);
  expect(values).toEqual(chartedCells.map(({ value }) => value));
  expect(Object.keys(clients.tables)).toEqual(["Clients"]);
  expect(clients.conditionalFormattings).toHaveLength(2);
  expect(clients.getCharts().map((chart) => chart.title)).toEqual(["Матрица клиентов", undefined]);
  expect(second.name).toBe("It's <B>");
  expect(second.getCell("A5").value).toBe("007");
  expect(second.getCell("A6").value).toMatchObject({ formula: "_xlfn._xlws.SORT(A2:A3)", result: 1 });
  expect(second.getCell("B11").master.address).toBe("A11");
  expect(other.definedNames.getRanges("keyfolio.x").ranges).toEqual(["Clients!$A$1"]);
});

describe("tables", () => {
  test("have numbers and names that no other has, and columns that read as their header cells", () => {
    const tables = ["xl/tables/table1.xml", "xl/tables/table2.xml"].map(tree);
    expect(tables.map(({ attributes }) => attributes.id)).toEqual(["1", "2"]);
    expect(tables.map(({ attributes }) => attributes.displayName)).toEqual(["Clients", "Second"]);
    expect(all(tables[0], "tableColumn").map(({ attributes }) => attributes.name)).toEqual(
      columns.map(({ name }) => name),
    );
    expect(all(tables[0], "tableColumns")[0].attributes.count).toBe("6");
  });
});

describe("names", () => {
  test("quote sheet names and hide what is hidden", () => {
    const names = all(tree("xl/workbook.xml"), "definedName");
    expect(names.map(({ attributes }) => [attributes.name, attributes.hidden])).toEqual([
      ["_xlnm._FilterDatabase", "1"],
      ["keyfolio.x", "1"],
    ]);
    expect(partOf("xl/workbook.xml")).toContain(">'It''s &lt;B&gt;'!$A$9:$A$10<");
  });
});

describe("charts", () => {
  const axis =
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt " +
    "auto lblAlgn lblOffset noMultiLvlLbl crossBetween majorUnit minorUnit";
  const series = "idx order tx spPr invertIfNegative marker dPt dLbls cat val xVal yVal smooth";

  test("have their elements in the order of the schema", () => {
    for (const name of ["xl/charts/chart1.xml", "xl/charts/chart2.xml", "xl/charts/chart3.xml"]) {
      const space = tree(name);
      expectOrder(order(space), "date1904 lang roundedCorners chart spPr txPr".split(" "));
      const chart = child(space, "chart");
      expectOrder(order(chart), "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs".split(" "));
      // The axes are a choice of the schema: theirs may be any order.
      const groupsAndAxes = order(child(chart, "plotArea")).map((each) =>
        /^(cat|val)Ax$/.test(each) ? "axis" : each,
      );
      expectOrder(groupsAndAxes, "layout barChart lineChart scatterChart axis spPr".split(" "));
      for (const kind of ["catAx", "valAx"])
        for (const each of all(space, kind)) expectOrder(order(each), axis.split(" "));
      for (const each of all(space, "ser")) expectOrder(order(each), series.split(" "));
    }
  });

  test("of the report show a series per quadrant, the empty one with its name and colour", () => {
    const all4 = all(tree("xl/charts/chart1.xml"), "ser").slice(0, 4);
    expect(
      all4.map(
        (each) => all(each, "v")[0].children.map((node) => (node.type === "text" ? node.value : ""))[0],
      ),
    ).toEqual(["Key", "Development", "Maintenance", "Opportunistic"]);
    expect(all(all4[3], "srgbClr").map(({ attributes }) => attributes.val)).toContain("F9A825");
    expect(all(all4[3], "pt")).toEqual([]);
  });

  test("carry the values of their cells, so that viewers draw them without calculating", () => {
    const [shares] = all(tree("xl/charts/chart2.xml"), "ser");
    const points = (name: string) =>
      all(child(shares, name) as XmlElement, "pt").map((point) =>
        all(point, "v")[0]
          .children.map((node) => (node.type === "text" ? node.value : ""))
          .join(""),
      );
    expect(points("cat")).toEqual(["Aster", "Birch & Co", "Cedar", "=HYPERLINK(1)", "Elm"]);
    expect(points("val")).toEqual(["0.4", "0.3", "0.2", "0.06", "0.04"]);
    expect(
      all(shares, "f").map((f) =>
        f.children.map((node) => (node.type === "text" ? node.value : "")).join(""),
      ),
    ).toEqual(["Clients!$A$1", "Clients!$A$2:$A$6", "Clients!$B$2:$B$6"]);
  });

  test("with two value axes cross them on opposite sides and hide the second category axis", () => {
    const space = tree("xl/charts/chart2.xml");
    const axes = [...all(space, "catAx"), ...all(space, "valAx")];
    const facts = axes.map((each) => [
      localName(each.name),
      ...["axPos", "delete", "crosses"].map((name) => attribute(child(each, name), "val")),
    ]);
    expect(facts).toEqual([
      ["catAx", "b", "0", "autoZero"],
      ["catAx", "b", "1", "autoZero"],
      ["valAx", "l", "0", "autoZero"],
      ["valAx", "r", "0", "max"],
    ]);
    const groups = [...all(space, "barChart"), ...all(space, "lineChart")].map((group) =>
      children(group, "axId").map((id) => id.attributes.val),
    );
    expect(groups[0]).toEqual(groups[1]);
    expect(groups[2]).not.toEqual(groups[0]);
    const known = axes.map((each) => attribute(child(each, "axId"), "val"));
    expect(groups.flat().every((id) => known.includes(id))).toBe(true);
  });
});
