import {
  classifyRows,
  clearFilter,
  clearFilterAt,
  findSources,
  isFirstRun,
  portfolioReport,
  readList,
  saveLanguage,
  saveMapping,
  savePolicy,
  showCells,
  type SourceReference,
} from "../../../src/workbook";
import { defaultPolicy } from "../../../src/portfolio";
import type { StartedExcel } from "../../excel";
import { sheetOf, sheetWithTable, tableOf, type Cell } from "../../workbook-records";
import { clients, request, salesByMonth } from "../lists";
import { openWorkbook, problemOfRun } from "../session";
import { oneIn } from "../../moments";

const few: Cell[][] = clients.slice(0, 3);
const levels = ["1.9", "1.20"] as const;

/** A workbook of a table and a list side by side, another list, a hidden one, and a sheet without any. */
const workbook = () => {
  const mixed = sheetOf("Mixed", [...clients, [], []]);
  mixed.tables = [tableOf("Deals", clients)];
  mixed.cells.push(...sheetOf("", few, {}, { row: 0, column: 6 }).cells);
  return [
    sheetOf("Notes", [["Remember the milk"]]),
    mixed,
    sheetOf("My list", salesByMonth(40, 6)),
    sheetOf("Archive", clients, { visibility: "Hidden" }),
  ];
};

const change = ({ run }: StartedExcel, work: (workbook: Excel.Workbook) => void) =>
  run(async (context) => {
    work(context.workbook);
    await context.sync();
  });

const select = (excel: StartedExcel, sheet: string, address: string) =>
  change(excel, ({ worksheets }) => {
    worksheets.getItem(sheet).activate();
    worksheets.getItem(sheet).getRange(address).select();
  });

async function referenceOf(name: string): Promise<SourceReference> {
  const { options } = await findSources();
  return options.find((option) => option.name === name)!.reference;
}

describe.each(levels)("at ExcelApi %s", (apiLevel) => {
  const open = (sheets = workbook()) => openWorkbook(sheets, { apiLevel });

  describe("findSources", () => {
    test("lists tables and plain lists of the visible sheets, those of the active sheet first", async () => {
      const excel = await open();
      await select(excel, "My list", "J30");
      const { options, selected } = await findSources();
      expect(options.map(({ name, kind, sheet, address }) => ({ name, kind, sheet, address }))).toEqual([
        { name: "My list", kind: "region", sheet: "My list", address: "'My list'!A1:G41" },
        { name: "Deals", kind: "table", sheet: "Mixed", address: "Mixed!A1:C7" },
        { name: "Mixed", kind: "region", sheet: "Mixed", address: "Mixed!G1:I3" },
      ]);
      expect(selected).toBeNull();
    });

    test.each([
      ["Mixed", "B3", "Deals"],
      ["Mixed", "H2", "Mixed"],
      ["My list", "C20", "My list"],
    ])("the selection on %s!%s stands in %s, which comes first", async (sheet, address, name) => {
      const excel = await open();
      await select(excel, sheet, address);
      const { options, selected } = await findSources();
      expect(options[0].name).toBe(name);
      expect(selected).toEqual(options[0].reference);
    });

    test("a sheet that somebody deletes while lists are looked for is not listed, whichever request was just sent", async () => {
      for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
        const { host } = await open();
        host.faults.beforeRequest(k, () => host.workbook.worksheets.getItem("My list").delete());
        const { options } = await findSources();
        isOver = host.faults.pending;
        if (isOver) expect(k).toBeGreaterThan(2);
        else expect([k, options.map(({ name }) => name)]).toEqual([k, ["Deals", "Mixed"]]);
        host.dispose();
      }
    });

    test("an empty workbook holds no list", async () => {
      await open([sheetOf("Sheet1", [])]);
      expect(await findSources()).toEqual({ options: [], selected: null });
    });

    test("sheets of the report are no sources, and nothing is selected there", async () => {
      await open([sheetOf("My list", salesByMonth(40, 6))]);
      await portfolioReport(request);
      const { options, selected } = await findSources();
      expect(options.map(({ name }) => name)).toEqual(["My list"]);
      expect(selected).toBeNull();
    });

    test.each([
      ["Notes", "A1"],
      ["Mixed", "B3"],
      ["Mixed", "H2"],
      ["Mixed", "E30"],
      ["My list", "A1"],
    ])("its first choice is what a run would take, with %s!%s selected", async (sheet, address) => {
      const excel = await open();
      await select(excel, sheet, address);
      const { options } = await findSources();
      expect((await readList(null)).reference).toEqual(options[0].reference);
    });
  });

  describe("readList", () => {
    test("reads the chosen list, wherever the selection stands", async () => {
      const excel = await open();
      await select(excel, "My list", "B2");
      const deals = await referenceOf("Deals");
      const reading = await readList(deals);
      expect(reading).toMatchObject({
        reference: deals,
        address: "Mixed!A1:C7",
        language: "en",
        classified: false,
        isMappingKept: false,
        unreadable: [],
        policy: defaultPolicy,
      });
      expect(reading.list.name).toBe("Deals");
      expect(reading.mapping?.columns.map(({ role }) => role)).toEqual(["client", "manager", "amount"]);
      expect((await readList(await referenceOf("Mixed"))).address).toBe("Mixed!G1:I3");
    });

    test("finds the chosen list again after everything was renamed and a table was moved", async () => {
      const excel = await open();
      const deals = await referenceOf("Deals");
      const mine = await referenceOf("My list");
      await change(excel, ({ worksheets, tables }) => {
        tables.getItem("Deals").name = "Orders";
        worksheets.getItem("Mixed").name = "Sales of the year";
        worksheets.getItem("My list").name = "Hers";
        worksheets.getItem("Sales of the year").getRange("1:2").insert("Down");
      });
      expect((await readList(deals)).address).toBe("'Sales of the year'!A3:C9");
      expect((await readList(mine)).list.sheet).toBe("Hers");
    });

    test("says when the chosen table or sheet is gone", async () => {
      const excel = await open();
      const deals = await referenceOf("Deals");
      const mine = await referenceOf("My list");
      await change(excel, ({ worksheets, tables }) => {
        tables.getItem("Deals").convertToRange();
        worksheets.getItem("My list").delete();
      });
      expect(await problemOfRun(readList(deals))).toEqual({ kind: "sourceGone", sheet: "Mixed" });
      expect(await problemOfRun(readList(mine))).toEqual({ kind: "sourceGone", sheet: null });
      expect(await problemOfRun(classifyRows({ ...request, source: mine }))).toEqual({
        kind: "sourceGone",
        sheet: null,
      });
    });

    test.each([2, 3])("says so too when somebody deletes the table before request %i", async (k) => {
      const excel = await open();
      const deals = await referenceOf("Deals");
      excel.host.faults.beforeRequest(k, () => excel.host.workbook.tables.getItem("Deals").convertToRange());
      expect(await problemOfRun(readList(deals))).toEqual({ kind: "sourceGone", sheet: "Mixed" });
    });

    test("a plain list that was made a table stays the list of its sheet", async () => {
      const excel = await open();
      const mine = await referenceOf("My list");
      await change(excel, ({ tables }) => tables.add("'My list'!A1:G41", true));
      expect((await readList(mine)).list).toMatchObject({ kind: "table", rowCount: 40 });
    });

    test("has no mapping when the headers propose none", async () => {
      await open([
        sheetWithTable("Data", "Odd", [
          ["One", "Two"],
          [1, 2],
          [3, 4],
        ]),
      ]);
      expect((await readList(null)).mapping).toBeNull();
    });

    test("can be cancelled", async () => {
      await open();
      const signal = AbortSignal.abort();
      expect(await problemOfRun(readList(null, { signal }))).toEqual({ kind: "cancelled" });
    });
  });

  test("a run takes the chosen list", async () => {
    await open([sheetOf("My list", salesByMonth(40, 6)), sheetWithTable("Data", "Deals", clients)]);
    const outcome = await classifyRows({ ...request, source: await referenceOf("Deals") });
    expect(outcome.list.name).toBe("Deals");
    const reading = await readList(await referenceOf("Deals"));
    expect(reading.classified).toBe(true);
    expect(reading.list.columns.map(({ header }) => header)).toEqual(clients[0]);
  });

  describe("settings", () => {
    test("mapping, rules and language are kept in the workbook, and null takes them back", async () => {
      const { host } = await open([sheetOf("My list", salesByMonth(10, 3))]);
      const { mapping, reference, list } = await readList(null);
      const identity = { ...reference, sheet: list.sheet };
      const chosen = { ...mapping!, columns: mapping!.columns.slice(0, 3) };
      const policy = { ...defaultPolicy, joinGroups: !defaultPolicy.joinGroups };
      await saveMapping(identity, chosen);
      await savePolicy(policy);
      await saveLanguage("ru");
      const reading = await readList(null);
      expect(reading).toMatchObject({ policy, language: "ru", isMappingKept: true });
      expect(reading.mapping?.columns[1]).toEqual(chosen.columns[1]);
      await saveMapping(identity, null);
      await savePolicy(null);
      await savePolicy(null);
      expect(await readList(null)).toMatchObject({ mapping, policy: defaultPolicy, isMappingKept: false });
      expect(Object.keys((await host.toRecord()).settings)).toEqual(["keyfolio.language"]);
    });

    test("what cannot be read does not keep the pane from opening: it is named, and the default stands in its place", async () => {
      const excel = await open([sheetOf("My list", salesByMonth(10, 3))]);
      const { mapping } = await readList(null);
      await change(excel, ({ settings }) => {
        settings.add("keyfolio.policy", { version: 99 } as unknown as string);
        settings.add("keyfolio.mapping", "broken");
      });
      const reading = await readList(null);
      expect(reading).toMatchObject({ mapping, policy: defaultPolicy });
      expect(reading.unreadable.map(({ detail }) => detail.kind)).toEqual(["badMapping", "newerVersion"]);
    });
  });

  describe("isFirstRun", () => {
    const isTold = async (work: () => Promise<unknown>) => {
      await open([sheetOf("My list", salesByMonth(10, 3))]);
      const before = await isFirstRun();
      await work();
      return [before, await isFirstRun()];
    };

    test("is over once something was kept, classified or reported", async () => {
      expect(await isTold(async () => readList(null))).toEqual([true, true]);
      expect(await isTold(() => savePolicy(defaultPolicy))).toEqual([true, false]);
      expect(await isTold(() => classifyRows(request))).toEqual([true, false]);
      expect(await isTold(() => portfolioReport(request))).toEqual([true, false]);
    });
  });

  describe("showCells", () => {
    const selection = ({ run }: StartedExcel) =>
      run(async (context) => {
        const range = context.workbook.getSelectedRange().load("address");
        await context.sync();
        return range.address;
      });

    test.each([
      ["Mixed!B2", "Mixed!B2"],
      ["Mixed!$B$2:$C$4", "Mixed!B2:C4"],
      ["'My list'!C3:D5", "'My list'!C3:D5"],
      ["'My list'!5:6", "'My list'!5:6"],
      ["'My list'!B:C", "'My list'!B:C"],
      ["Mixed!B2,Mixed!D4:E5", "Mixed!B2"],
      ["mixed!A0:A3", "Mixed!A1:A3"],
    ])("%s is brought into view", async (address, selected) => {
      const excel = await open();
      await showCells(address);
      expect(await selection(excel)).toBe(selected);
    });

    test("a row of a list is shown with our columns beside it, a cell of it alone", async () => {
      const excel = await open([sheetOf("Data", clients), sheetOf("Other", [])]);
      await classifyRows(request);
      const width = clients[0].length;
      const used = excel.host.workbook.worksheets.getItem("Data").getUsedRange(true).columnCount;
      expect(used).toBeGreaterThan(width);
      await showCells(`Data!A3:${String.fromCharCode(64 + width)}3`);
      const { rowIndex, columnIndex, columnCount } = excel.host.workbook.getSelectedRange();
      expect([rowIndex, columnIndex, columnCount]).toEqual([2, 0, used]);
      await showCells("Data!B3");
      expect(await selection(excel)).toBe("Data!B3");
    });

    test("a quote in the name of the sheet is doubled in the address", async () => {
      const excel = await open([sheetOf("Notes", []), sheetOf("Ann's, list", clients)]);
      await showCells("'Ann''s, list'!B2");
      expect(await selection(excel)).toBe("'Ann''s, list'!B2");
    });

    test("says that the sheet is gone or hidden, and stays where it is", async () => {
      const excel = await open();
      expect(await problemOfRun(showCells("Gone!A1"))).toEqual({
        kind: "sheetNotFound",
        sheet: "Gone",
        sheets: ["Notes", "Mixed", "My list"],
      });
      expect(await problemOfRun(showCells("Archive!A1"))).toEqual({ kind: "sheetHidden", sheet: "Archive" });
      expect(await selection(excel)).toBe("Notes!A1");
    });

    test("text that is no address is a problem, not a crash", async () => {
      await open();
      expect(await problemOfRun(showCells("Mixed!everything"))).toMatchObject({ kind: "office" });
      expect(await problemOfRun(showCells(""))).toMatchObject({ kind: "sheetNotFound" });
    });
  });

  describe("clearFilter", () => {
    const filtered = async (kind: "table" | "region") => {
      const excel = await open([
        kind === "table" ? sheetWithTable("Data", "Deals", clients) : sheetOf("Data", clients),
      ]);
      const { reference } = await readList(null);
      await change(excel, ({ worksheets, tables }) => {
        const criteria = { filterOn: "Custom", criterion1: ">1000" } as const;
        if (kind === "table") tables.getItem("Deals").columns.getItem("Sales").filter.apply(criteria);
        else worksheets.getItem("Data").autoFilter.apply("A1:C7", 2, criteria);
      });
      return { excel, reference };
    };

    test.each(["table", "region"] as const)("after it a run goes through, of a %s", async (kind) => {
      const { reference } = await filtered(kind);
      expect(await problemOfRun(classifyRows(request))).toMatchObject({ kind: "filterActive" });
      await clearFilter(reference);
      expect((await classifyRows(request)).written.added).toContain("share");
    });

    test.each(["table", "region"] as const)("says that the sheet is protected, of a %s", async (kind) => {
      const { excel, reference } = await filtered(kind);
      await change(excel, ({ worksheets }) => worksheets.getItem("Data").protection.protect());
      expect(await problemOfRun(clearFilter(reference))).toEqual({ kind: "protectedSheet", sheet: "Data" });
    });

    test.each(["table", "region"] as const)(
      "by an address: after it a run goes through, of a %s; of a sheet that was renamed it is said so",
      async (kind) => {
        const { excel } = await filtered(kind);
        await change(excel, ({ worksheets }) => (worksheets.getItem("Data").name = "Kunden"));
        expect(await problemOfRun(clearFilterAt("Data!A1:C7"))).toEqual({
          kind: "sheetNotFound",
          sheet: "Data",
          sheets: ["Kunden"],
        });
        await clearFilterAt("Kunden!A1:C7");
        expect((await classifyRows(request)).written.added).toContain("share");
      },
    );

    test("says that the list is gone", async () => {
      const { excel, reference } = await filtered("table");
      await change(excel, ({ tables }) => tables.getItem("Deals").convertToRange());
      expect(await problemOfRun(clearFilter(reference))).toEqual({ kind: "sourceGone", sheet: "Data" });
    });
  });
});
