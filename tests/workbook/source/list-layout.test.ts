import { classifyRows, findSources, readSource } from "../../../src/workbook";
import { sheetOf, type Cell } from "../../workbook-records";
import { request } from "../lists";
import { openWorkbook } from "../session";

const read = () => Excel.run((context) => readSource(context, { isRun: true }));

const firms = ["Acorn Ltd", "Birch Inc", "Cedar LLC", "Dune AG", "Elm Co"];
const clients: Cell[][] = [["Client", "Revenue"], ...firms.map((firm, i): Cell[] => [firm, 900 - 100 * i])];
const plan: Cell[][] = [
  ["Manager", "Plan"],
  ["Anna", 10],
  ["Boris", 20],
  ["Clara", 30],
];

describe("a list that is not one block", () => {
  test("a blank column inside is no column of it, and every address stays right", async () => {
    const rows = clients.map(([client, revenue], i) => [client, null, i === 2 ? "12,5 €" : revenue]);
    await openWorkbook([sheetOf("Clients", rows)]);
    const { list, place } = await read();
    expect(list.columns.map(({ index, header }) => [index, header])).toEqual([
      [0, "Client"],
      [2, "Revenue"],
    ]);
    expect(place.area).toEqual({ top: 0, left: 0, rowCount: 6, columnCount: 3 });
    const { classification } = await classifyRows(request);
    const { findings } = classification.portfolio;
    expect(findings.map(({ address }) => address)).toContain("Clients!C3");
  });

  test("months on both sides of a blank column are read as months", async () => {
    const rows: Cell[][] = [
      ["Client", null, "Jan 2024", "Feb 2024", null, "Mar 2024"],
      ...firms.map((firm, i): Cell[] => [firm, null, 9 - i, 8, null, 7 + i]),
    ];
    await openWorkbook([sheetOf("Clients", rows)]);
    const { classification } = await classifyRows(request);
    const { window, total } = classification.portfolio;
    expect(window?.periods.map(({ start }) => start)).toEqual(["2024-01-01", "2024-02-01", "2024-03-01"]);
    expect(total).toBe(5 * 24);
  });

  test("cells merged across in every row are one column each; results stand to the right of them all, on every run", async () => {
    const rows: Cell[][] = [
      ["Sales of the year", null, null, null, null],
      [],
      ...clients.map(([client, revenue]): Cell[] => [client, null, null, revenue, null]),
    ];
    const merges = clients.flatMap((_, i) => [
      { row: i + 2, column: 0, rows: 1, columns: 3 },
      { row: i + 2, column: 3, rows: 1, columns: 2 },
    ]);
    const { host } = await openWorkbook([sheetOf("Clients", rows, { merges })]);
    const { list, place } = await read();
    expect(list.columns.map(({ index }) => index)).toEqual([0, 3]);
    expect(place.area.columnCount).toBe(5);
    const { written } = await classifyRows(request);
    expect(written.added.length).toBeGreaterThan(0);
    const [sheet] = (await host.toRecord()).sheets;
    const header = sheet.cells.filter(({ row, column }) => row === 2 && column > 3 && column < 7);
    expect(header.map(({ column, value }) => [column, value !== ""]).at(0)).toEqual([5, true]);
    expect((await classifyRows(request)).written.added).toEqual([]);
  });
});

describe("a header over several rows", () => {
  const rows: Cell[][] = [
    ["Client", "January 2025", null, "February 2025", null],
    [null, "Quantity", "Amount", "Quantity", "Amount"],
    ...firms.map((firm, i): Cell[] => [firm, 1, 100 - i, 2, 200 - i]),
  ];
  const merges = [
    { row: 0, column: 0, rows: 2, columns: 1 },
    { row: 0, column: 1, rows: 1, columns: 2 },
    { row: 0, column: 3, rows: 1, columns: 2 },
  ];

  test("names each column by what stands above it, and a second run finds the list as it was", async () => {
    await openWorkbook([sheetOf("Clients", rows, { merges })]);
    const { list } = await read();
    expect(list.top).toBe(1);
    expect(list.columns.map(({ header }) => header)).toEqual([
      "Client",
      "January 2025 Quantity",
      "January 2025 Amount",
      "February 2025 Quantity",
      "February 2025 Amount",
    ]);
    const first = await classifyRows(request);
    expect(first.classification.portfolio.total).toBe(1500 - 20);
    const again = await classifyRows(request);
    expect(again.written.added).toEqual([]);
    expect(again.classification.portfolio.total).toBe(1500 - 20);
  });

  test("names of the levels below it are no row of the list", async () => {
    const [header, ...body] = clients;
    await openWorkbook([sheetOf("Clients", [header, ["Product", null], ...body])]);
    const { list } = await read();
    expect(list).toMatchObject({ top: 1, rowCount: 5 });
    expect(list.columns[0].header).toBe("Client / Product");
    expect((await classifyRows(request)).written.added).toContain("share");
    expect((await classifyRows(request)).written.added).toEqual([]);
  });
});

describe("several lists on a sheet", () => {
  test("the list of clients is read, wherever it stands, and the others are named", async () => {
    await openWorkbook([sheetOf("Data", [...plan, [], ...clients])]);
    const { list } = await read();
    expect(list).toMatchObject({ top: 5, rowCount: 5 });
    expect(list.notRead).toEqual(["Data!A1:B4"]);
    expect((await findSources()).options.map(({ address }) => address)).toEqual(["Data!A6:B11"]);
  });

  test("it is found beside another list, and far below one", async () => {
    const beside = clients.map((row, i) => [...(plan[i] ?? [null, null]), null, ...row]);
    await openWorkbook([sheetOf("Data", beside)]);
    expect((await read()).place.area).toEqual({ top: 0, left: 3, rowCount: 6, columnCount: 2 });
    const long: Cell[][] = [plan[0], ...Array.from({ length: 800 }, (_, i): Cell[] => [`Person ${i}`, i])];
    await openWorkbook([sheetOf("Data", [...long, [], ...clients])]);
    expect((await read()).place.area).toEqual({ top: 802, left: 0, rowCount: 6, columnCount: 2 });
  });

  test("the cursor chooses, but not where every workbook is opened", async () => {
    const { run } = await openWorkbook([
      sheetOf("Data", [...clients, [], ["Customer", "Sales"], ["North", 1], ["South", 2]]),
    ]);
    expect((await read()).list.top).toBe(0);
    await run(async (context) => {
      context.workbook.worksheets.getItem("Data").getRange("B9").select();
      await context.sync();
    });
    expect((await read()).list.top).toBe(7);
  });

  test("blocks with one header are one list", async () => {
    const [header, ...rows] = clients;
    await openWorkbook([
      sheetOf("Data", [header, ...rows.slice(0, 2), [], ["Branch: South"], header, ...rows.slice(2)]),
    ]);
    const { list } = await read();
    expect(list.rowCount).toBe(8);
    expect(list.notRead).toBeUndefined();
  });
});
