import type { SafeArray } from "../../../../src/host/wire/safe-array";
import { type Connected, connect, errorOf } from "../ledger";

let excel: Connected;

beforeAll(async () => {
  excel = await connect();
});

afterAll(() => excel.close());

beforeEach(() => excel.session.journal.clear());

interface Reply {
  Results: { Value: unknown }[];
  Error: { Code: string; Message: string; ActionIndex: number };
}

/** A request that the client itself would not write. Resolves with the parsed answer. */
function execute(body: object): Promise<Reply> {
  const external = excel.session.external as {
    Execute: (id: number, parameters: unknown[], callback: (reply: SafeArray) => void) => void;
  };
  return new Promise((resolve) =>
    external.Execute(93, [["", "POST", "ProcessQuery", [], JSON.stringify(body), 0, 0]], (reply) =>
      resolve(JSON.parse(String((reply.getItem(1) as SafeArray).getItem(2)))),
    ),
  );
}

describe("load", () => {
  test("gives the properties that were asked for, and only those", async () => {
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Alpha").getRange("2x3");
      range.load("rowCount,columnCount");
      await context.sync();
      expect([range.rowCount, range.columnCount]).toEqual([2, 3]);
      expect(() => range.address).toThrow(/load/);
    });
  });

  test("follows navigation properties: object notation, slashes and expand say the same", async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Alpha");
      const ranges = [sheet.getRange("1x1"), sheet.getRange("1x2"), sheet.getRange("1x3")];
      ranges[0].load({ format: { fill: { color: true } }, worksheet: { name: true } });
      ranges[1].load("format/fill/color,worksheet/name");
      ranges[2].load({ select: "format/fill/color,worksheet/name", expand: "format/fill,worksheet" });
      await context.sync();
      for (const range of ranges) {
        expect([range.format.fill.color, range.worksheet.name]).toEqual(["#FFFFFF", "Alpha"]);
      }
    });
  });

  test("of a navigation property alone loads its plain properties", async () => {
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Alpha").getRange("1x1");
      range.load("format");
      await context.sync();
      expect(range.format.wrapText).toBe(false);
      expect(() => range.format.fill.color).toThrow(/load/);
    });
  });

  test("without names loads all plain properties", async () => {
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Beta").getRange("1x2");
      range.load();
      await context.sync();
      expect(range.toJSON()).toMatchObject({
        address: "Beta!R0C0",
        rowCount: 1,
        columnCount: 2,
        values: [["", ""]],
        hasSpill: false,
      });
    });
  });

  test("of a collection loads the items, with or without the prefix", async () => {
    await excel.run(async (context) => {
      const prefixed = context.workbook.worksheets;
      prefixed.load("items/name");
      await context.sync();
      expect(prefixed.items.map(({ name }) => name)).toEqual(["Alpha", "Beta", "Gamma"]);
      const { names } = context.workbook;
      names.load("name,visible");
      await context.sync();
      expect(names.items.map(({ name, visible }) => [name, visible])).toEqual([
        ["first", true],
        ["second", false],
      ]);
    });
  });

  test("pages through a collection by top and skip", async () => {
    await excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load({ $top: 1, $skip: 1, name: true });
      await context.sync();
      expect(sheets.items.map(({ name }) => name)).toEqual(["Beta"]);
    });
  });

  test("refuses a property that the host does not know, by its name", async () => {
    const error = await errorOf(
      excel.run(async (context) => {
        context.workbook.worksheets.getItem("Alpha").getRange("1x1").load("formulas");
        await context.sync();
      }),
    );
    expect([error.code, error.message]).toEqual(["ApiNotFound", "The host does not know Range.formulas."]);
  });
});

describe("objects", () => {
  test("are found again in later requests by their identifier, whatever their name is by then", async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Gamma");
      sheet.load("name");
      await context.sync();
      excel.root.worksheets.getItem("Gamma").name = "Delta";
      sheet.load("name");
      await context.sync();
      expect(sheet.name).toBe("Delta");
    });
    excel.root.worksheets.getItem("Delta").name = "Gamma";
  });

  test("items of a loaded collection can be used on: by id, and names by name", async () => {
    await excel.run(async (context) => {
      const { names, worksheets } = context.workbook;
      names.load("items/name");
      worksheets.load("items/name");
      await context.sync();
      names.items[1].visible = true;
      worksheets.items[1].showGridlines = false;
      await context.sync();
    });
    expect(excel.root.names.getItem("second").visible).toBe(true);
    expect(excel.root.worksheets.getItem("Beta").showGridlines).toBe(false);
  });

  test("that are arguments arrive as objects", async () => {
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Alpha").getRange("9x2");
      const union = range.getRow(2).getBoundingRect(range.getRow(4));
      union.load("rowIndex,rowCount");
      await context.sync();
      expect([union.rowIndex, union.rowCount]).toEqual([2, 3]);
    });
  });

  test("arguments that were left out arrive as undefined", async () => {
    const reply = await execute({
      Actions: [
        {
          Id: 1,
          ActionType: 2,
          ObjectPathId: 4,
          Name: "",
          QueryInfo: { Select: ["rowIndex", "columnIndex"] },
        },
      ],
      ObjectPaths: {
        1: { Id: 1, ObjectPathType: 1, Name: "" },
        2: {
          Id: 2,
          ObjectPathType: 3,
          Name: "GetActiveWorksheet",
          ParentObjectPathId: 5,
          ArgumentInfo: { Arguments: [] },
        },
        3: {
          Id: 3,
          ObjectPathType: 3,
          Name: "GetRange",
          ParentObjectPathId: 2,
          ArgumentInfo: { Arguments: ["1x1"] },
        },
        4: {
          Id: 4,
          ObjectPathType: 3,
          Name: "GetOffsetRange",
          ParentObjectPathId: 3,
          ArgumentInfo: { Arguments: [5, null] },
        },
        5: { Id: 5, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
      },
    });
    expect(reply.Results[0].Value).toEqual({ RowIndex: 5, ColumnIndex: 1 });
  });

  test("methods give values back", async () => {
    await excel.run(async (context) => {
      const count = context.workbook.worksheets.getCount();
      await context.sync();
      expect(count.value).toBe(3);
    });
  });

  test("an answer that takes its time is waited for before the next action", async () => {
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Alpha").getRange("1x1");
      range.values = [[1]];
      range.clear();
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[""]]);
    });
  });

  test("reading after a change waits for the calculation, once", async () => {
    const before = excel.root.$calculations;
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Alpha").getRange("1x2");
      range.values = [[1, 2]];
      range.load("values");
      range.load("address");
      await context.sync();
    });
    expect(excel.root.$pending).toBe(0);
    expect(excel.root.$calculations).toBe(before + 1);
  });

  test("finding the way to a range calculates nothing", async () => {
    const before = excel.root.$calculations;
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Alpha");
      for (let value = 0; value < 50; value++) {
        sheet.getRange("1x1").getRow(0).values = [[value]];
      }
      await context.sync();
    });
    expect(excel.root.$calculations).toBe(before);
  });

  test("the model hears when a request is over, failed or not", async () => {
    const before = excel.root.$requests;
    await excel.run(async (context) => {
      context.workbook.worksheets.load("items/name");
      await context.sync();
      context.workbook.worksheets.getItem("missing").load("name");
      await context.sync().catch(() => undefined);
    });
    expect(excel.root.$requests).toBe(before + 2);
  });

  test("a property that the client writes under another name reaches the public one", async () => {
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem("Alpha").showGridlines = false;
      await context.sync();
    });
    expect(excel.root.worksheets.getItem("Alpha").showGridlines).toBe(false);
  });
});

describe("null objects", () => {
  test("say that they are null, and so does everything that comes from them", async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("missing");
      const range = sheet.getRange("1x1");
      range.load("values");
      await context.sync();
      expect([sheet.isNullObject, range.isNullObject]).toEqual([true, true]);
    });
  });

  test("are not null when the item is there", async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Beta");
      sheet.load("name");
      await context.sync();
      expect([sheet.isNullObject, sheet.name]).toEqual([false, "Beta"]);
    });
  });

  test("ignore calls and changes: getItemOrNullObject(…).delete() needs no check", async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("missing");
      sheet.delete();
      sheet.name = "other";
      await context.sync();
      expect(sheet.isNullObject).toBe(true);
    });
    expect(excel.root.worksheets.items).toHaveLength(3);
  });

  test("stay null in the next request", async () => {
    await excel.run(async (context) => {
      const used = context.workbook.worksheets
        .getItem("Alpha")
        .getRange("1x1")
        .getUsedRangeOrNullObject(true);
      await context.sync();
      expect(used.isNullObject).toBe(true);
      used.load("address");
      await context.sync();
      expect(used.isNullObject).toBe(true);
    });
  });
});

describe("refusals", () => {
  test("carry code, message, location and the statement that failed", async () => {
    const error = await errorOf(
      excel.run(async (context) => {
        context.workbook.worksheets.getItem("missing").load("name");
        await context.sync();
      }),
    );
    expect(error.code).toBe("ItemNotFound");
    expect(error.message).toBe("There is no sheet missing.");
    expect(error.debugInfo.errorLocation).toBe("WorksheetCollection.getItem");
    expect(error.debugInfo.statement).toBe("var worksheet = worksheets.getItem(...);");
  });

  test("leave what was done before them, and nothing after them is done", async () => {
    const error = await errorOf(
      excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Alpha");
        sheet.getRange("1x1").values = [["done"]];
        sheet.getRange("1x2").values = [["wrong shape"]];
        sheet.getRange("1x1").values = [["never"]];
        await context.sync();
      }),
    );
    expect([error.code, error.debugInfo.errorLocation]).toEqual(["InvalidArgument", "Range.values"]);
    expect(excel.root.worksheets.getItem("Alpha").$cell(0, 0)).toBe("done");
  });

  test("of a method name it", async () => {
    const error = await errorOf(
      excel.run(async (context) => {
        context.workbook.worksheets.getItem("Alpha").getRange("1x1").merge();
        await context.sync();
      }),
    );
    expect([error.code, error.message]).toEqual(["ApiNotFound", "The host does not know Range.merge."]);
  });

  test("a defect of the model is told apart: it stands in the journal", async () => {
    const error = await errorOf(
      excel.run(async (context) => {
        context.workbook.worksheets.getItem("Alpha").getRange("1x1").calculate();
        await context.sync();
      }),
    );
    expect([error.code, error.message]).toEqual([
      "GeneralException",
      "Defect of the host: TypeError: something of undefined",
    ]);
    expect(excel.session.journal.requests[0].defect).toBeInstanceOf(TypeError);
  });

  test.each(["$secret", "constructor", "toString", "hasOwnProperty", "__proto__"])(
    "%s is not within reach of the wire",
    async (name) => {
      const reply = await execute({
        Actions: [
          {
            Id: 1,
            ActionType: 2,
            ObjectPathId: 1,
            Name: "",
            QueryInfo: { Select: [`worksheets/items/${name}`] },
          },
        ],
        ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: "" } },
      });
      expect(reply.Error.Code).toBe("ApiNotFound");
      expect(JSON.stringify(reply.Results)).toBe("[]");
    },
  );

  test.each([6, 7, 8, 9])("action type %i, which the host does not answer, is refused", async (type) => {
    const reply = await execute({
      Actions: [{ Id: 1, ActionType: type, ObjectPathId: 1, Name: "" }],
      ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: "" } },
    });
    expect(reply.Error).toMatchObject({ Code: "NotImplemented", ActionIndex: 0 });
  });

  test("a service that the host does not know is refused by name", async () => {
    const reply = await execute({
      Actions: [{ Id: 1, ActionType: 1, ObjectPathId: 1, Name: "" }],
      ObjectPaths: { 1: { Id: 1, ObjectPathType: 2, Name: "Microsoft.Unknown" } },
    });
    expect(reply.Error).toMatchObject({
      Code: "ApiNotFound",
      Message: "The host does not know the service Microsoft.Unknown.",
    });
  });
});

describe("matrices", () => {
  test("above 1,500 cells are cut by the client and arrive whole", async () => {
    const values = Array.from({ length: 1001 }, (_row, row) => [row, `text ${row}`, row % 2 === 0]);
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Beta").getRange("1001x3");
      range.values = values;
      range.load("values");
      await context.sync();
      expect(range.values).toEqual(values);
    });
    expect(excel.session.journal.requests).toHaveLength(1);
    expect(excel.root.worksheets.getItem("Beta").$validated).toEqual([[1001, 3]]);
  });

  test("of a wrong shape are refused before the first chunk is written", async () => {
    const sheet = excel.root.worksheets.getItem("Gamma");
    const error = await errorOf(
      excel.run(async (context) => {
        context.workbook.worksheets.getItem("Gamma").getRange("900x2").values = Array.from(
          { length: 901 },
          () => [1, 2],
        );
        await context.sync();
      }),
    );
    expect(error.code).toBe("InvalidArgument");
    expect(sheet.$cells.size).toBe(0);
  });
});

describe("kept references", () => {
  test("hold ranges between requests inside Excel.run and are given back after it", async () => {
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Alpha").getRange("1x1");
      range.values = [["a"]];
      await context.sync();
      expect(excel.session.keptObjects()).toBe(1);
      range.values = [["b"]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([["b"]]);
    });
    await until(() => excel.session.keptObjects() === 0);
    expect(excel.session.journal.entries.at(-1)).toMatchObject({ housekeeping: true, error: null });
  });

  test("untrack keeps nothing", async () => {
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Alpha").getRange("1x1").untrack();
      range.load("values");
      await context.sync();
      expect(excel.session.keptObjects()).toBe(0);
    });
  });

  test("tracked by hand outlive Excel.run until they are removed", async () => {
    const range = await excel.run(async (context) => {
      const kept = context.workbook.worksheets.getItem("Alpha").getRange("1x1");
      context.trackedObjects.add(kept);
      await context.sync();
      return kept;
    });
    expect(excel.session.keptObjects()).toBe(1);
    await excel.run(range, async (context) => {
      range.load("rowCount");
      await context.sync();
      expect(range.rowCount).toBe(1);
      context.trackedObjects.remove(range);
      await context.sync();
    });
    expect(excel.session.keptObjects()).toBe(0);
  });

  test("that are gone are refused", async () => {
    const reply = await execute({
      Actions: [{ Id: 1, ActionType: 1, ObjectPathId: 1, Name: "" }],
      ObjectPaths: { 1: { Id: 1, ObjectPathType: 6, Name: "{reference-none}" } },
    });
    expect(reply.Error.Code).toBe("InvalidReference");
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
