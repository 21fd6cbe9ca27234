import { sheetOf, workbookOf } from "../../../workbook-records";
import { useWorksheet, type WorksheetInUse } from "../worksheet-in-use";

let sheet: WorksheetInUse;

beforeEach(async () => {
  sheet = await useWorksheet(
    workbookOf(
      [
        sheetOf("Data", [["a", 1]]),
        sheetOf("Report", [["=Data!B1"]]),
        sheetOf("Hidden", [], { visibility: "Hidden" }),
      ],
      {
        names: [
          { name: "Amount", formula: "=Data!$B$1", visible: true, scope: null, comment: "" },
          { name: "Local", formula: "=Data!$A$1", visible: true, scope: "Data", comment: "" },
        ],
      },
    ),
  );
});
afterEach(() => sheet.stop());

const record = () => sheet.excel.host.workbook.$toRecord();
const sheetNames = () => record().sheets.map(({ name }) => name);

describe("worksheets", () => {
  test("are added at the end, unseen until activated, named in turn", async () => {
    const name = await sheet.run(async (_target, context) => {
      const added = context.workbook.worksheets.add();
      const active = context.workbook.worksheets.getActiveWorksheet();
      added.load("name,position");
      active.load("name");
      await context.sync();
      return [added.name, added.position, active.name];
    });
    expect(name).toEqual(["Sheet4", 3, "Data"]);
  });

  test.each(["", "x".repeat(32), "a/b", "a\\b", "a?b", "a*b", "[a]", "a:b", "'a", "a'", "History"])(
    "cannot be called %j",
    async (name) => {
      expect(await sheet.refusal((target) => (target.name = name))).toBe("InvalidArgument");
    },
  );

  test("each have a name of their own, whatever the case", async () => {
    expect(await sheet.refusal((_target, context) => context.workbook.worksheets.add("REPORT"))).toBe(
      "ItemAlreadyExists",
    );
    expect(await sheet.refusal((target) => (target.name = "report"))).toBe("ItemAlreadyExists");
    expect(await sheet.refusal((target) => (target.name = "DATA"))).toBeUndefined();
  });

  test("take their new name along into formulas and names", async () => {
    await sheet.run((target) => {
      target.name = "Client list";
    });
    expect(record().sheets[1].cells[0].formula).toBe("='Client list'!B1");
    expect(record().names).toMatchObject([
      { name: "Amount", formula: "='Client list'!$B$1" },
      { name: "Local", formula: "='Client list'!$A$1", scope: "Client list" },
    ]);
    await sheet.write("B1", 7);
    expect((await sheet.excel.host.toRecord()).sheets[1].cells[0].value).toBe(7);
  });

  test("are found by name or id, and null where there is none", async () => {
    const found = await sheet.run(async (_target, context) => {
      const byName = context.workbook.worksheets.getItem("rePORT").load("id,name");
      const none = context.workbook.worksheets.getItemOrNullObject("Nowhere").load("name");
      await context.sync();
      const byId = context.workbook.worksheets.getItem(byName.id).load("name");
      await context.sync();
      return [byName.name, byId.name, none.isNullObject];
    });
    expect(found).toEqual(["Report", "Report", true]);
    expect(
      await sheet.refusal((_target, context) => context.workbook.worksheets.getItem("Nowhere").load("name")),
    ).toBe("ItemNotFound");
  });

  test("move to another position, the active one staying active", async () => {
    await sheet.run((target) => {
      target.position = 2;
    });
    expect(sheetNames()).toEqual(["Report", "Hidden", "Data"]);
    expect(record().activeSheet).toBe(2);
    expect(await sheet.refusal((target) => (target.position = 3))).toBe("InvalidArgument");
  });

  test("a deleted one breaks the references to it and takes its names away", async () => {
    await sheet.run((target) => target.delete());
    expect(sheetNames()).toEqual(["Report", "Hidden"]);
    const { sheets, names } = await sheet.excel.host.toRecord();
    expect(sheets[0].cells).toEqual([{ row: 0, column: 0, formula: "=#REF!", value: { error: "#REF!" } }]);
    expect(names).toMatchObject([{ name: "Amount", formula: "=#REF!" }]);
  });

  test("the last one in sight can be neither deleted nor hidden", async () => {
    await sheet.run((_target, context) => context.workbook.worksheets.getItem("Report").delete());
    expect(await sheet.refusal((target) => target.delete())).toBe("InvalidOperation");
    expect(await sheet.refusal((target) => (target.visibility = "Hidden"))).toBe("InvalidOperation");
  });

  test("hiding the active one activates the next", async () => {
    await sheet.run((target) => {
      target.visibility = "VeryHidden";
    });
    expect([record().sheets[0].visibility, record().activeSheet]).toEqual(["VeryHidden", 1]);
    expect(
      await sheet.refusal((_target, context) => context.workbook.worksheets.getItem("Data").activate()),
    ).toBe("InvalidOperation");
    expect(
      await sheet.refusal((_target, context) => context.workbook.worksheets.getItem("Data").delete()),
    ).toBe("InvalidOperation");
  });

  test("the first, the last, and how many: all or those in sight", async () => {
    const seen = await sheet.run(async (_target, context) => {
      const { worksheets } = context.workbook;
      const loaded = [worksheets.getFirst(), worksheets.getLast(), worksheets.getLast(true)].map((each) =>
        each.load("name"),
      );
      const counts = [worksheets.getCount(), worksheets.getCount(true)];
      await context.sync();
      return [...loaded.map(({ name }) => name), ...counts.map(({ value }) => value)];
    });
    expect(seen).toEqual(["Data", "Hidden", "Report", 3, 2]);
  });

  test("keep colour, gridlines and frozen panes", async () => {
    const location = await sheet.run(async (target, context) => {
      target.tabColor = "#0b6e6e";
      target.showGridlines = false;
      target.freezePanes.freezeRows(2);
      const rows = target.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      target.freezePanes.freezeAt(target.getRange("A1:B3"));
      const block = target.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      return [rows.address, block.address];
    });
    expect(location).toEqual(["Data!1:2", "Data!A1:B3"]);
    expect(record().sheets[0]).toMatchObject({
      tabColor: "#0B6E6E",
      showGridlines: false,
      frozen: { rows: 3, columns: 2 },
    });
    await sheet.run((target) => target.freezePanes.unfreeze());
    expect(record().sheets[0].frozen).toEqual({ rows: 0, columns: 0 });
  });

  test("a protected workbook keeps its sheets and names as they are", async () => {
    await sheet.run((_target, context) => context.workbook.protection.protect());
    expect(await sheet.refusal((_target, context) => context.workbook.worksheets.add("New"))).toBe(
      "AccessDenied",
    );
    expect(await sheet.refusal((target) => (target.name = "New"))).toBe("AccessDenied");
    expect(await sheet.refusal((target) => target.delete())).toBe("AccessDenied");
    expect(
      await sheet.refusal((target) => (target.getRange("A1").values = [["still fine"]])),
    ).toBeUndefined();
  });
});

describe("names", () => {
  test("stand for ranges, formulas and constants", async () => {
    const seen = await sheet.run(async (target, context) => {
      const { names } = context.workbook;
      const items = [
        names.add("keyfolio.share.1", target.getRange("A1:B2"), "a mark"),
        names.add("Formula", "=Data!$B$1*2"),
        names.add("Rate", "=0.25"),
        names.add("Город", '="Москва"'),
      ];
      items[0].visible = false;
      items.forEach((item) => item.load("name,formula,type,value,visible,comment,scope"));
      const range = names.getItem("KEYFOLIO.SHARE.1").getRange().load("address");
      const none = names.getItem("Rate").getRangeOrNullObject().load("address");
      await context.sync();
      return [
        items.map(({ formula, type, value }) => [formula, type, value]),
        items[0].visible,
        items[0].scope,
        range.address,
        none.isNullObject,
      ];
    });
    expect(seen).toEqual([
      [
        ["=Data!$A$1:$B$2", "Range", "Data!A1:B2"],
        ["=Data!$B$1*2", "String", "Data!$B$1*2"],
        ["=0.25", "Double", 0.25],
        ['="Москва"', "String", "Москва"],
      ],
      false,
      "Workbook",
      "Data!A1:B2",
      true,
    ]);
  });

  test.each(["", "A1", "r", "two words", "1st", "a-b", "x".repeat(256)])("cannot be %j", async (name) => {
    expect(
      await sheet.refusal((target, context) => context.workbook.names.add(name, target.getRange("A1"))),
    ).toBe("InvalidArgument");
  });

  test("are given once per scope", async () => {
    expect(
      await sheet.refusal((target, context) => context.workbook.names.add("AMOUNT", target.getRange("A1"))),
    ).toBe("ItemAlreadyExists");
    expect(
      await sheet.refusal((target) => target.names.add("Amount", target.getRange("A1"))),
    ).toBeUndefined();
  });

  test("of a sheet hide those of the workbook on that sheet", async () => {
    await sheet.run((target, context) => {
      target.names.add("Amount", "=100");
      target.getRange("C1").formulas = [["=Amount"]];
      context.workbook.worksheets.getItem("Report").getRange("C1").formulas = [["=Amount"]];
    });
    const { sheets } = await sheet.excel.host.toRecord();
    expect(sheets.slice(0, 2).map(({ cells }) => cells.find(({ column }) => column === 2)?.value)).toEqual([
      100, 1,
    ]);
  });

  test("are gone once deleted", async () => {
    await sheet.run((_target, context) => context.workbook.names.getItem("Amount").delete());
    expect(
      await sheet.refusal((_target, context) => context.workbook.names.getItem("Amount").load("name")),
    ).toBe("ItemNotFound");
  });
});

describe("settings", () => {
  test("keep any JSON value under a key", async () => {
    const value = { version: 1, list: [1, "two", null], deep: { yes: true } };
    await sheet.run((_target, context) => context.workbook.settings.add("keyfolio.policy", value));
    const seen = await sheet.run(async (_target, context) => {
      const setting = context.workbook.settings.getItemOrNullObject("keyfolio.policy").load("value");
      const none = context.workbook.settings.getItemOrNullObject("keyfolio.other").load("value");
      await context.sync();
      return [setting.value as unknown, none.isNullObject];
    });
    expect(seen).toEqual([value, true]);
    expect(record().settings).toEqual({ "keyfolio.policy": value });
  });

  test("are changed and deleted", async () => {
    await sheet.run((_target, context) => context.workbook.settings.add("a", 1));
    await sheet.run((_target, context) => context.workbook.settings.add("a", "two"));
    expect(record().settings).toEqual({ a: "two" });
    await sheet.run((_target, context) => context.workbook.settings.getItem("a").delete());
    expect(record().settings).toEqual({});
  });
});

describe("selection", () => {
  test("begins at A1 and goes where it is told, sheet and all", async () => {
    const seen = await sheet.run(async (_target, context) => {
      const first = context.workbook.getSelectedRange().load("address");
      await context.sync();
      context.workbook.worksheets.getItem("Report").getRange("B2:C3").select();
      const range = context.workbook.getSelectedRange().load("address");
      const cell = context.workbook.getActiveCell().load("address");
      await context.sync();
      return [first.address, range.address, cell.address];
    });
    expect(seen).toEqual(["Data!A1", "Report!B2:C3", "Report!B2"]);
  });
});

describe("the application", () => {
  test.each([
    ["en-US", ".", "."],
    ["ru-RU", ",", ","],
  ])("tells the decimal separator of %s", async (language, decimal, culture) => {
    sheet.stop();
    sheet = await useWorksheet([sheetOf("Data", [])], { language });
    const seen = await sheet.run(async (_target, context) => {
      const { application } = context.workbook;
      application.load("decimalSeparator");
      application.cultureInfo.numberFormat.load("numberDecimalSeparator");
      await context.sync();
      return [application.decimalSeparator, application.cultureInfo.numberFormat.numberDecimalSeparator];
    });
    expect(seen).toEqual([decimal, culture]);
  });

  test("of ExcelApi 1.9 does not know the culture, nor resizing of tables", async () => {
    sheet.stop();
    sheet = await useWorksheet([sheetOf("Data", [["a"], [1]])], { apiLevel: "1.9" });
    expect(
      await sheet.refusal((_target, context) => context.workbook.application.load("decimalSeparator")),
    ).toBe("ApiNotFound");
    expect(await sheet.refusal((target) => target.tables.add("A1:A2", true).resize("A1:A3"))).toBe(
      "ApiNotFound",
    );
  });
});
