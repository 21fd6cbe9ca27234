import { classified, plainRows, portfolioRows, today } from "../classified";
import { cellAt, chartNamed, listColumn, listOf, report, sheetNamed, textsOf, userSheet } from "../written";
import { openWorkbook, ordered, problemOfRun } from "../../session";
import { sheetOf } from "../../../workbook-records";

const names = [
  "Summary",
  "Client matrix",
  "Dependency",
  "ABC-XYZ",
  "Movement",
  "Managers",
  "Profit",
  "Activity",
];
/** Sheets that end with a list of all clients. */
const lists = names.filter((name) => name !== "Summary" && name !== "Managers");

test("a first report adds its sheets after those of the user, which stay as they were", async () => {
  const excel = await openWorkbook([userSheet()]);
  const [before] = ordered(await excel.host.toRecord()).sheets;
  const outcome = await report(excel, classified(portfolioRows(12)));
  const after = ordered(await excel.host.toRecord());
  expect(after.sheets.map(({ name }) => name)).toEqual(["Clients", ...names]);
  expect(after.sheets[0]).toEqual(before);
  expect(outcome.sheets.map(({ name, created }) => [name, created])).toEqual(
    names.map((name) => [name, true]),
  );
});

test("sheets and texts are in the language of the workbook", async () => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(12)), { language: "ru" });
  const record = await excel.host.toRecord();
  expect(record.sheets.map(({ name }) => name)).toEqual([
    "Clients",
    "Сводка",
    "Матрица клиентов",
    "Зависимость",
    "ABC-XYZ",
    "Движение",
    "Менеджеры",
    "Прибыль",
    "Активность",
  ]);
  for (const sheet of record.sheets.slice(1)) {
    const clients = new Set(listColumnIfAny(sheet));
    const latin = textsOf(sheet).filter((text) => /[A-Za-z]{4,}/.test(text) && !clients.has(text));
    expect(latin.filter((text) => !/KAISM|ABC-XYZ|Client|Anna|Oleg|Mia|North|South|IFRS/.test(text))).toEqual(
      [],
    );
  }
});

function listColumnIfAny(sheet: Parameters<typeof listOf>[0]) {
  return sheet.tables.length > 0 ? listOf(sheet).map((row) => row[0]) : [];
}

test("a user's sheet of the same name, in any case, is left alone: ours has Keyfolio in its name", async () => {
  const excel = await openWorkbook([
    userSheet("SUMMARY"),
    userSheet("ABC-XYZ"),
    userSheet("ABC-XYZ (Keyfolio)"),
  ]);
  const before = ordered(await excel.host.toRecord()).sheets;
  await report(excel, classified(portfolioRows(12)));
  const after = ordered(await excel.host.toRecord()).sheets;
  expect(after.slice(0, 3)).toEqual(before);
  expect(after.slice(3).map(({ name }) => name)).toEqual([
    "Summary (Keyfolio)",
    "Client matrix",
    "Dependency",
    "ABC-XYZ (Keyfolio 2)",
    ...names.slice(4),
  ]);
});

test("the sheets are marked by hidden names of the workbook", async () => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(12)));
  const marks = (await excel.host.toRecord()).names.filter(({ name }) => name.startsWith("keyfolio.sheet."));
  expect(marks.map(({ name, visible, scope }) => [name, visible, scope]).sort()).toEqual(
    ["abcXyz", "activity", "clientMatrix", "dependency", "managers", "movement", "profit", "summary"].map(
      (key) => [`keyfolio.sheet.${key}`, false, null],
    ),
  );
});

test("a second run on unchanged data changes the date on the Summary and nothing else", async () => {
  const excel = await openWorkbook([userSheet()]);
  const classification = classified(portfolioRows(40));
  await report(excel, classification);
  const first = ordered(await excel.host.toRecord());
  await report(excel, classification, { today: "2026-01-16" });
  const second = ordered(await excel.host.toRecord());
  const changed = second.sheets.flatMap((sheet, index) =>
    sheet.cells.filter((cell, at) => JSON.stringify(cell) !== JSON.stringify(first.sheets[index].cells[at])),
  );
  expect(changed.map(({ value }) => value)).toEqual([46_038]);
  for (const { row, column } of changed) {
    cellAt(second.sheets[1], row, column)!.value = cellAt(first.sheets[1], row, column)!.value;
  }
  // The mark says by a checksum what is written on its sheet, the date with it.
  const markOf = ({ names }: typeof first) => names.find(({ name }) => name === "keyfolio.sheet.summary")!;
  expect(markOf(second).comment).not.toBe(markOf(first).comment);
  markOf(second).comment = markOf(first).comment;
  const memory = "keyfolio.sheet.summary";
  expect(second.settings[memory]).not.toEqual(first.settings[memory]);
  second.settings[memory] = first.settings[memory];
  expect(second).toEqual(first);
});

test("a sheet that the user renamed and moved is refreshed where it is, and formulas that refer to it still do", async () => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(12)));
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Dependency");
    sheet.name = "For the board";
    sheet.position = 0;
    const list = sheet.tables.getItem("KeyfolioDependency").getDataBodyRange();
    list.load("address");
    await context.sync();
    context.workbook.worksheets.getItem("Clients").getRange("D1:E1").formulas = [
      ["='For the board'!A2", `=SUM(${list.address})`],
    ];
    await context.sync();
  });
  const before = await excel.host.toRecord();
  const outcome = await report(excel, classified(portfolioRows(30)));
  const after = await excel.host.toRecord();
  expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
  expect(outcome.sheets.every(({ created }) => !created)).toBe(true);
  expect(listColumn(sheetNamed(after, "For the board"), "Client")).toHaveLength(30);
  const formulas = sheetNamed(after, "Clients").cells.flatMap(({ formula }) => (formula ? [formula] : []));
  expect(formulas).toHaveLength(2);
  expect(formulas.join()).not.toContain("#REF!");
});

test("columns that the user inserted before the page shift it: it is refreshed where it stands now", async () => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(12)));
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Dependency");
    sheet.getRange("A:A").insert("Right");
    sheet.getRange("A1").values = [["my notes"]];
    await context.sync();
  });
  await report(excel, classified(portfolioRows(15)));
  const sheet = sheetNamed(await excel.host.toRecord(), "Dependency");
  expect(cellAt(sheet, 0, 0)?.value).toBe("my notes");
  expect(sheet.tables).toHaveLength(1);
  expect(sheet.tables[0].area.column).toBe(2);
  expect(listColumn(sheet, "Client")).toHaveLength(15);
});

test("a sheet that the user deleted is made again", async () => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(12)));
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem("Client matrix").delete();
    await context.sync();
  });
  const outcome = await report(excel, classified(portfolioRows(12)));
  expect(outcome.sheets.filter(({ created }) => created).map(({ key }) => key)).toEqual(["clientMatrix"]);
  const record = await excel.host.toRecord();
  expect(record.names.filter(({ formula }) => formula.includes("#REF!"))).toEqual([]);
  expect(chartNamed(sheetNamed(record, "Client matrix"), "Keyfolio matrix").series).toHaveLength(6);
});

test("fewer clients than before leave no row of the earlier run behind, and no format", async () => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(40)));
  await report(excel, classified(portfolioRows(12)));
  const small = ordered(await excel.host.toRecord());
  const other = await openWorkbookAside(12);
  const cells = (sheet: (typeof small.sheets)[number]) =>
    sheet.cells.filter(({ value, formula }) => value !== undefined || formula !== undefined);
  small.sheets.slice(1).forEach((sheet, index) => {
    expect(cells(sheet).map(withoutDefaults)).toEqual(cells(other.sheets[index + 1]).map(withoutDefaults));
    expect(sheet.conditionalFormats).toEqual(other.sheets[index + 1].conditionalFormats);
    expect(sheet.merges).toEqual(other.sheets[index + 1].merges);
    expect(sheet.tables.map(({ area }) => area)).toEqual(
      other.sheets[index + 1].tables.map(({ area }) => area),
    );
  });

  async function openWorkbookAside(count: number) {
    excel.stop();
    const fresh = await openWorkbook([userSheet()]);
    await report(fresh, classified(portfolioRows(count)));
    return ordered(await fresh.host.toRecord());
  }
  function withoutDefaults({ row, column, value }: { row: number; column: number; value?: unknown }) {
    return { row, column, value };
  }
});

test("what the user wrote below the list moves down when it grows; what stands right of the page is not touched", async () => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(12)));
  const { area } = sheetNamed(await excel.host.toRecord(), "ABC-XYZ").tables[0];
  const below = area.row + area.rows + 2;
  const right = sheetNamed(await excel.host.toRecord(), "ABC-XYZ").page.printArea!.columns + 3;
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("ABC-XYZ");
    sheet.getCell(below, 1).values = [["seen by the board"]];
    sheet.getCell(area.row + 1, right).values = [["call them"]];
    await context.sync();
  });
  await report(excel, classified(portfolioRows(20)));
  const sheet = sheetNamed(await excel.host.toRecord(), "ABC-XYZ");
  const list = sheet.tables[0].area;
  expect(list.rows).toBe(area.rows + 8);
  expect(sheet.cells.find(({ value }) => value === "seen by the board")).toMatchObject({
    row: list.row + list.rows + 2,
    column: 1,
  });
  expect(cellAt(sheet, area.row + 1, right)?.value).toBe("call them");
  expect(listColumn(sheet, "Client")).toHaveLength(20);
});

test("a filter that the user set on a list is taken off before it is rewritten", async () => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(12)));
  await excel.run(async (context) => {
    const table = context.workbook.tables.getItem("KeyfolioAbcXyz");
    table.columns.getItem("ABC").filter.applyValuesFilter(["A"]);
    await context.sync();
  });
  await report(excel, classified(portfolioRows(14)));
  const sheet = sheetNamed(await excel.host.toRecord(), "ABC-XYZ");
  expect(listColumn(sheet, "Client")).toHaveLength(14);
  expect(sheet.tables[0].filtered).toBe(false);
});

test("without table.resize (ExcelApi below 1.13) a longer list is a table again, under its name", async () => {
  const excel = await openWorkbook([userSheet()], { apiLevel: "1.9" });
  await report(excel, classified(portfolioRows(12)));
  await report(excel, classified(portfolioRows(18)));
  for (const [name, table] of [
    ["Client matrix", "KeyfolioMatrix"],
    ["Dependency", "KeyfolioDependency"],
    ["ABC-XYZ", "KeyfolioAbcXyz"],
  ]) {
    const sheet = sheetNamed(await excel.host.toRecord(), name);
    expect(sheet.tables.map(({ name }) => name)).toEqual([table]);
    expect(listColumn(sheet, "Client")).toHaveLength(18);
  }
});

test("a table of the user that has the name of ours keeps it", async () => {
  const user = sheetOf("Mine", [["A"], [1]]);
  const excel = await openWorkbook([user]);
  await excel.run(async (context) => {
    context.workbook.tables.add("Mine!A1:A2", true).name = "keyfoliomatrix";
    await context.sync();
  });
  await report(excel, classified(portfolioRows(12)));
  const record = await excel.host.toRecord();
  expect(sheetNamed(record, "Mine").tables[0].name).toBe("keyfoliomatrix");
  expect(sheetNamed(record, "Client matrix").tables[0].name).toBe("KeyfolioMatrix2");
});

test("names of clients stay text, whatever they begin with", async () => {
  const hostile = [
    '=HYPERLINK("http://example.org","x")',
    "+7 900",
    "-Dash",
    "@sum",
    "'quoted",
    "=1+1",
    "1-2",
    "TRUE",
  ];
  const excel = await openWorkbook([userSheet()]);
  await report(
    excel,
    classified([
      ["Client", "Revenue", "Attractiveness: a", "Loyalty: b"],
      ...hostile.map((name, index) => [name, 100 - index, 5 + index / 2, 9 - index]),
    ]),
  );
  const record = await excel.host.toRecord();
  for (const name of names.slice(1, 4)) {
    const sheet = sheetNamed(record, name);
    expect(sheet.cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
    expect([...listColumn(sheet, "Client")].sort()).toEqual([...hostile].sort());
  }
  const labels = chartNamed(sheetNamed(record, "Client matrix"), "Keyfolio matrix").series.flatMap(
    ({ points }) => points.map(({ label }) => label?.text ?? ""),
  );
  expect(labels.some((label) => label.includes("HYPERLINK"))).toBe(true);
  expect(labels.filter((label) => label.startsWith("="))).toEqual([]);
});

test("every sheet is set up to be printed: A4, one page wide, page numbers, list headers repeated, no chart data", async () => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(40)), { language: "ru" });
  const record = await excel.host.toRecord();
  for (const { page, tables, showGridlines, name, cells } of record.sheets.slice(1)) {
    expect([name, page.paperSize, page.fitToWidth, page.fitToHeight || null]).toEqual([name, "A4", 1, null]);
    expect(page.footer.right).toBe("Стр. &P из &N");
    expect(showGridlines).toBe(false);
    const header = tables[0]?.area.row;
    expect(page.titleRows).toEqual(header === undefined ? null : { first: header, last: header });
    const data = cells.filter(({ value }) => value === "Данные диаграммы");
    expect(data.every(({ column }) => column >= page.printArea!.columns)).toBe(true);
  }
  expect(record.sheets.map(({ page }) => page.orientation).slice(1)).toEqual([
    "Portrait",
    ...names.slice(1).map(() => "Landscape"),
  ]);
});

test.each([
  ["en", /[0#]%/],
  ["ru", /[0#]"\u00a0"%/],
] as const)("per cent stands in cells and charts as the language writes it (%s)", async (language, sign) => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(40)), { language, proof: true });
  const { sheets } = await excel.host.toRecord();
  const cells = sheets.flatMap((sheet) => sheet.cells.map(({ format }) => format?.numberFormat));
  const charts = sheets.flatMap((sheet) =>
    sheet.charts.flatMap(({ axes, series }) => [
      ...Object.values(axes).map((axis) => axis?.numberFormat),
      ...series.map(({ labels }) => labels?.numberFormat),
    ]),
  );
  for (const formats of [cells, charts]) {
    const percents = new Set(formats.filter((format) => format?.includes("%")));
    expect(percents.size).toBeGreaterThan(0);
    for (const format of percents) expect(format).toMatch(sign);
  }
});

test("shares are fractions with a number format, and the heat map is a colour scale", async () => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(40)));
  const sheet = sheetNamed(await excel.host.toRecord(), "ABC-XYZ");
  const { area, columns } = sheet.tables[0];
  const share = area.column + columns.findIndex(({ name }) => name === "Share");
  expect(cellAt(sheet, area.row + 1, share)).toMatchObject({
    format: { numberFormat: "0.0%", horizontal: "Right" },
  });
  const shares = listColumn(sheet, "Share") as number[];
  expect(shares.reduce((total, each) => total + each, 0)).toBeCloseTo(1, 12);
  const heat = sheet.conditionalFormats.filter(({ type }) => type === "ColorScale");
  expect(heat.map(({ areas }) => areas.map(({ rows, columns }) => [rows, columns]))).toEqual([[[3, 4]]]);
});

test("a long list is written in requests that Excel on the web takes", async () => {
  const excel = await openWorkbook([userSheet()], { mode: "web" });
  const clients = Object.fromEntries(
    Array.from({ length: 12_000 }, (_, index) => [
      `Торгово-промышленная компания «Северный путь» № ${index}`,
      12_001 - index,
    ]),
  );
  await report(excel, classified(plainRows(clients)));
  const largest = Math.max(...excel.host.journal.entries.map(({ requestBytes }) => requestBytes));
  expect(largest).toBeLessThan(5_000_000);
  expect(listColumn(sheetNamed(await excel.host.toRecord(), "ABC-XYZ"), "Client")).toHaveLength(12_000);
}, 120_000);

test("one request per sheet besides looking and settling, the same for many clients", async () => {
  const count = async (clients: number) => {
    const excel = await openWorkbook([userSheet()]);
    await report(excel, classified(portfolioRows(clients)));
    const first = excel.host.journal.requests.length;
    excel.host.journal.clear();
    await report(excel, classified(portfolioRows(clients)));
    const again = excel.host.journal.requests.length;
    excel.stop();
    return [first, again];
  };
  const few = await count(20);
  expect(few).toEqual(await count(632));
  // To look and to show, one per sheet, and one more for the charts of each that is new: Activity has none here.
  expect(few).toEqual([3 + 2 * names.length - 1, 7 + names.length]);
});

test("progress reaches 1, sheet by sheet", async () => {
  const excel = await openWorkbook([userSheet()]);
  const progress: number[] = [];
  await report(excel, classified(portfolioRows(12)), { onProgress: (fraction) => progress.push(fraction) });
  expect(progress).toEqual(names.map((_, at) => (at + 1) / names.length));
});

test("a run that was cancelled before the first write leaves the workbook as it was", async () => {
  const excel = await openWorkbook([userSheet()]);
  const before = await excel.host.toRecord();
  const detail = await problemOfRun(
    report(excel, classified(portfolioRows(12)), { signal: AbortSignal.abort() }),
  );
  expect(detail).toEqual({ kind: "cancelled" });
  expect(await excel.host.toRecord()).toEqual(before);
});

test("the report ends with the Summary in view", async () => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(plainRows({ Alpha: 5 })));
  const record = await excel.host.toRecord();
  expect(record.sheets[record.activeSheet].name).toBe("Summary");
  expect(today).toBe("2026-01-15");
});

test("a run without a screen leaves in view what was in view", async () => {
  const excel = await openWorkbook([userSheet(), userSheet("Notes")]);
  excel.host.workbook.worksheets.getItem("Notes").activate();
  await report(excel, classified(plainRows({ Alpha: 5 })), { staysInView: true });
  const record = await excel.host.toRecord();
  expect(record.sheets[record.activeSheet].name).toBe("Notes");
});

test("a first report that fails in whatever request leaves no sheet and no name behind; the last one only shows it", async () => {
  const rows = plainRows({ Alpha: 5, Beta: 3 });
  for (let request = 1; request <= 7; request++) {
    const excel = await openWorkbook([userSheet()]);
    const before = ordered(await excel.host.toRecord());
    excel.host.faults.failRequest(request, "GeneralException");
    await expect(report(excel, classified(rows))).rejects.toThrow("GeneralException");
    expect(ordered(await excel.host.toRecord())).toEqual(before);
    excel.stop();
  }
});

test("a refresh that fails keeps every sheet, and the next run completes it", async () => {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(12)));
  excel.host.faults.failRequest(8, "GeneralException");
  expect(await problemOfRun(report(excel, classified(portfolioRows(20))))).toEqual({
    kind: "cutOff",
    sheets: ["Client matrix"],
    classified: false,
    reason: "refused",
  });
  await report(excel, classified(portfolioRows(20)));
  const record = await excel.host.toRecord();
  expect(record.sheets.map(({ name }) => name)).toEqual(["Clients", ...names]);
  for (const name of lists) expect(listColumn(sheetNamed(record, name), "Client")).toHaveLength(20);
});
