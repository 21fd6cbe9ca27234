import { type Connected, connect, errorOf } from "./ledger";

describe.each([
  ["1.9", { "1.9": true, "1.10": false, "1.12": false, "1.20": false }],
  ["1.10", { "1.9": true, "1.10": true, "1.12": false, "1.20": false }],
  ["1.14", { "1.9": true, "1.10": true, "1.12": true, "1.20": false }],
  ["1.20", { "1.2": true, "1.9": true, "1.12": true, "1.20": true, "1.21": false }],
] as const)("a session of ExcelApi %s", (level, sets) => {
  let excel: Connected;

  beforeAll(async () => {
    excel = await connect({ level });
  });

  afterAll(() => excel.close());

  test.each(Object.entries(sets))("isSetSupported(ExcelApi, %s) is %s", (version, supported) => {
    expect(excel.page.Office.context.requirements.isSetSupported("ExcelApi", version)).toBe(supported);
  });

  test("answers a member of 1.12 only from 1.12 on", async () => {
    const load = excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Alpha").getRange("1x1");
      range.load("hasSpill");
      await context.sync();
      return range.hasSpill;
    });
    await (sets["1.12"]
      ? expect(load).resolves.toBe(false)
      : expect(load).rejects.toMatchObject({ code: "ApiNotFound" }));
  });
});

describe("below the level of a member", () => {
  let excel: Connected;

  beforeAll(async () => {
    excel = await connect({ level: "1.9" });
  });

  afterAll(() => excel.close());

  test("load without names leaves it out", async () => {
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Alpha").getRange("1x1");
      range.load();
      await context.sync();
      expect(Object.keys(range.toJSON())).not.toContain("hasSpill");
      expect(range.rowCount).toBe(1);
    });
  });

  test("the refusal names the member, the level that it needs and the level there is", async () => {
    const error = await errorOf(
      excel.run(async (context) => {
        context.workbook.worksheets.getItem("Alpha").getRange("1x1").load("hasSpill");
        await context.sync();
      }),
    );
    expect(error.message).toBe("Range.hasSpill needs ExcelApi 1.12; this session has ExcelApi 1.9.");
  });
});
