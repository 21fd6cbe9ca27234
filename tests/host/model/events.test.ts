import { sheetOf, sheetWithTable } from "../../workbook-records";
import { useWorksheet, type WorksheetInUse } from "./worksheet-in-use";

let sheet: WorksheetInUse;

beforeEach(async () => {
  sheet = await useWorksheet([
    sheetWithTable("Data", "Clients", [
      ["Client", "Sales"],
      ["Aster", 1],
    ]),
    sheetOf("Other", []),
  ]);
});
afterEach(() => sheet.stop());

/** Collects what a listener is told during `work`. */
async function heard(
  listen: (
    target: Excel.Worksheet,
    context: Excel.RequestContext,
    tell: (text: string) => Promise<void>,
  ) => void,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const told: string[] = [];
  await sheet.run((target, context) =>
    listen(target, context, async (text) => {
      told.push(text);
    }),
  );
  await work();
  await new Promise((done) => setTimeout(done, 50));
  return told;
}

test("a sheet tells which cells were changed, and how", async () => {
  const told = await heard(
    (target, _context, tell) =>
      target.onChanged.add(({ address, changeType, source }) => tell(`${address} ${changeType} ${source}`)),
    async () => {
      await sheet.write("D1:D2", [[1], [2]]);
      await sheet.run((target) => target.getRange("5:6").insert("Down"));
      await sheet.run((target) => target.getRange("D1").clear("Contents"));
      await sheet.run((_target, context) => {
        context.workbook.worksheets.getItem("Other").getRange("A1").values = [["unheard"]];
      });
    },
  );
  expect(told).toEqual(["D1:D2 RangeEdited Local", "5:6 RowInserted Local", "D1 RangeEdited Local"]);
});

test("the cells of an event can be read", async () => {
  const values: unknown[] = [];
  await heard(
    (target) =>
      target.onChanged.add(async (event) => {
        await sheet.excel.run(async (context) => {
          const range = event.getRange(context).load("values");
          await context.sync();
          values.push(range.values);
        });
      }),
    () => sheet.write("D1", 42),
  );
  expect(values).toEqual([[[42]]]);
});

test("a table tells of changes in its cells only", async () => {
  const told = await heard(
    (_target, context, tell) =>
      context.workbook.tables.getItem("Clients").onChanged.add(({ address }) => tell(address)),
    async () => {
      await sheet.write("B2", 5);
      await sheet.write("F9", 5);
    },
  );
  expect(told).toEqual(["B2"]);
});

test("all sheets together tell of changes, activation, additions and deletions", async () => {
  const told = await heard(
    (_target, context, tell) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(({ address }) => tell(`changed ${address}`));
      worksheets.onActivated.add(() => tell("activated"));
      worksheets.onAdded.add(() => tell("added"));
      worksheets.onDeleted.add(() => tell("deleted"));
    },
    async () => {
      await sheet.run((_target, context) => {
        const other = context.workbook.worksheets.getItem("Other");
        other.activate();
        other.getRange("A1").values = [[1]];
        context.workbook.worksheets.add("New").delete();
      });
    },
  );
  expect(told).toEqual(["activated", "changed A1", "added", "deleted"]);
});

test("a sheet tells of its selection", async () => {
  const told = await heard(
    (target, _context, tell) => target.onSelectionChanged.add(({ address }) => tell(address)),
    () => sheet.run((target) => target.getRange("B2:C3").select()),
  );
  expect(told).toEqual(["B2:C3"]);
});

test("a listener that was taken away hears nothing", async () => {
  const told: string[] = [];
  const handler = await sheet.run((target) =>
    target.onChanged.add(async ({ address }) => {
      told.push(address);
    }),
  );
  await sheet.write("D1", 1);
  await new Promise((done) => setTimeout(done, 50));
  await sheet.excel.run(handler.context as Excel.RequestContext, async (context) => {
    handler.remove();
    await context.sync();
  });
  await sheet.write("D2", 1);
  await new Promise((done) => setTimeout(done, 50));
  expect(told).toEqual(["D1"]);
});

test("the tables of the workbook tell which of them came and went", async () => {
  const told = await heard(
    (_target, context, tell) => {
      const { tables } = context.workbook;
      tables.onAdded.add(({ tableId, worksheetId }) => tell(`added ${tableId} ${worksheetId}`));
      tables.onDeleted.add(({ tableName, worksheetId }) => tell(`deleted ${tableName} ${worksheetId}`));
    },
    async () => {
      await sheet.run((target) => target.tables.add("E1:F3", true));
      await sheet.run((_target, context) => context.workbook.tables.getItem("Clients").convertToRange());
      await sheet.run((target) => target.getRange("E:F").delete("Left"));
    },
  );
  const { sheetId, tableId } = await sheet.run(async (target) => {
    const table = target.tables.add("E1:F3", true).load("id");
    target.load("id");
    await target.context.sync();
    return { sheetId: target.id, tableId: table.id };
  });
  expect(told).toEqual([
    expect.stringMatching(new RegExp(`^added \\{.*\\} ${escaped(sheetId)}$`)),
    `deleted Clients ${sheetId}`,
    expect.stringMatching(new RegExp(`^deleted Table\\d+ ${escaped(sheetId)}$`)),
  ]);
  expect(told[0]).not.toContain(tableId);
});

const escaped = (text: string) => text.replace(/[{}]/g, "\\$&");

test("a sheet tells whether this add-in or somebody else made the change, from ExcelApi 1.14 on", async () => {
  const trigger = async (apiLevel: "1.13" | "1.14") => {
    sheet.stop();
    sheet = await useWorksheet([sheetOf("Data", [])], { apiLevel });
    return heard(
      (target, _context, tell) =>
        target.onChanged.add(({ address, triggerSource }) => tell(`${address} ${triggerSource}`)),
      async () => {
        await sheet.write("A1", 1);
        sheet.excel.host.workbook.worksheets.getActiveWorksheet().getRange("B2").values = [[2]];
      },
    );
  };
  expect(await trigger("1.14")).toEqual(["A1 ThisLocalAddin", "B2 Unknown"]);
  expect(await trigger("1.13")).toEqual(["A1 undefined", "B2 undefined"]);
});
