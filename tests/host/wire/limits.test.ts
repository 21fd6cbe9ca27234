import { type Connected, connect, errorOf } from "./ledger";

/** Cells of 100 characters; about 103 bytes each in JSON. */
const text = "x".repeat(100);

const write = (excel: Connected, rows: number) =>
  excel.run(async (context) => {
    context.workbook.worksheets.getItem("Alpha").getRange(`${rows}x10`).untrack().values = Array.from(
      { length: rows },
      () => Array.from({ length: 10 }, () => text),
    );
    await context.sync();
  });

const read = (excel: Connected, rows: number) =>
  excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Alpha").getRange(`${rows}x10`).untrack();
    range.load("values");
    await context.sync();
    return range.values.length;
  });

describe("on the web", () => {
  let excel: Connected;

  beforeEach(async () => {
    excel = await connect({ mode: "web" });
  });

  afterEach(() => excel.close());

  test("a request of up to 5 MB goes through", async () => {
    await write(excel, 4800);
    expect(excel.session.journal.requests[0].requestBytes).toBeGreaterThan(4.7 * 1024 * 1024);
  });

  test("a larger request is refused and nothing is written", async () => {
    const error = await errorOf(write(excel, 5200));
    expect(error.code).toBe("RequestPayloadSizeLimitExceeded");
    expect(excel.root.worksheets.getItem("Alpha").$cells.size).toBe(0);
  });

  test("a larger answer is refused", async () => {
    const sheet = excel.root.worksheets.getItem("Alpha");
    for (let row = 0; row < 5200; row++) {
      for (let column = 0; column < 10; column++) {
        sheet.$put(row, column, text);
      }
    }
    expect((await errorOf(read(excel, 5200))).code).toBe("ResponsePayloadSizeLimitExceeded");
    expect(await read(excel, 4800)).toBe(4800);
  });
});

test("on the desktop there is no such limit", async () => {
  const excel = await connect({ mode: "desktop" });
  await write(excel, 6000);
  expect(await read(excel, 6000)).toBe(6000);
  excel.close();
});

test("a document open for viewing only can be read but not written", async () => {
  const excel = await connect({ mode: "web", viewOnly: true });
  expect(await read(excel, 1)).toBe(1);
  expect((await errorOf(write(excel, 1))).code).toBe("AccessDenied");
  expect(excel.root.worksheets.getItem("Alpha").$cells.size).toBe(0);
  excel.close();
});
