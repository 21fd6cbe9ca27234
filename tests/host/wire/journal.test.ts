import { type Connected, connect, errorOf } from "./ledger";

let excel: Connected;

beforeEach(async () => {
  excel = await connect();
});

afterEach(() => excel.close());

test("starting a page costs no request", () => {
  expect(excel.session.journal.requests).toEqual([]);
});

test("an entry says what was asked, in order, and what it weighed", async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Alpha").getRange("1x1");
    range.values = [["я"]];
    range.load("values,address");
    await context.sync();
  });
  const [entry] = excel.session.journal.requests;
  expect(entry).toMatchObject({
    operations: [
      "WorksheetCollection.getItem()",
      "Worksheet.getRange()",
      "Range.values=",
      "Range{values,address}",
    ],
    writes: true,
    housekeeping: false,
    error: null,
    defect: null,
  });
  expect(entry.actions).toBeGreaterThanOrEqual(4);
  expect(entry.requestBytes).toBeGreaterThan(200);
  expect(entry.replyBytes).toBeGreaterThan(50);
});

test("bytes are those of UTF-8", async () => {
  const bytes = async (text: string) => {
    excel.session.journal.clear();
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem("Alpha").getRange("1x1").untrack().values = [[text]];
      await context.sync();
    });
    return excel.session.journal.requestBytes;
  };
  const latin = await bytes("a");
  expect(await bytes("я")).toBe(latin + 1);
  expect(await bytes("€")).toBe(latin + 2);
  expect(await bytes("😀")).toBe(latin + 3);
});

test("requests are what the add-in waits for; the client's own cleaning up stands in the entries only", async () => {
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem("Alpha").getRange("1x1").load("values");
    await context.sync();
  });
  const cleaning = () =>
    excel.session.journal.entries.find(({ operations }) => operations.includes("_RemoveReference()"));
  while (cleaning() === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(cleaning()).toMatchObject({ housekeeping: true, error: null });
  expect(excel.session.journal.requests).toHaveLength(1);
});

test("a request that only reads is marked so", async () => {
  await excel.run(async (context) => {
    context.workbook.worksheets.load("items/name");
    await context.sync();
  });
  expect(excel.session.journal.requests[0].writes).toBe(false);
});

test("a failed request carries the code", async () => {
  await errorOf(
    excel.run(async (context) => {
      context.workbook.worksheets.getItem("missing").load("name");
      await context.sync();
    }),
  );
  expect(excel.session.journal.requests[0].error).toBe("ItemNotFound");
});
