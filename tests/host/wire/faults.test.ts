import { type Connected, connect, errorOf } from "./ledger";

let excel: Connected;

beforeEach(async () => {
  excel = await connect();
});

afterEach(() => {
  expect(excel.session.faults.pending).toBe(false);
  excel.close();
});

/** Writes 1, 2 … into the first cell of Alpha, each in a request of its own. */
async function writeInTurn(count: number): Promise<void> {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Alpha").getRange("1x1");
    for (let value = 1; value <= count; value++) {
      range.values = [[value]];
      await context.sync();
    }
  });
}

const firstCell = () => excel.root.worksheets.getItem("Alpha").$cell(0, 0);

test("the k-th request from now is refused as a whole, with the code that was asked for", async () => {
  excel.session.faults.failRequest(2, "GeneralException");
  const error = await errorOf(writeInTurn(3));
  expect(error.code).toBe("GeneralException");
  expect(firstCell()).toBe(1);
});

test.each([
  "AccessDenied",
  "InvalidOperationInCellEditMode",
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
] as const)("a refused request can carry %s", async (code) => {
  excel.session.faults.failRequest(1, code);
  expect((await errorOf(writeInTurn(1))).code).toBe(code);
  expect(firstCell()).toBe("");
});

test("a lost answer is a failure whose request took effect", async () => {
  excel.session.faults.loseReply(2);
  const error = await errorOf(writeInTurn(3));
  expect(error.code).toBe("GeneralException");
  expect(firstCell()).toBe(2);
});

test("the k-th action of a kind fails; what stands before it has taken effect", async () => {
  excel.session.faults.failAction(2, "AccessDenied", "Values=");
  const error = await errorOf(
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Alpha");
      sheet.getRange("1x1").values = [["first"]];
      sheet.getRange("1x1").values = [["second"]];
      await context.sync();
    }),
  );
  expect([error.code, error.debugInfo.statement]).toEqual(["AccessDenied", "range1.values = ...;"]);
  expect(firstCell()).toBe("first");
});

test("the k-th change or call of any kind fails, across requests", async () => {
  excel.session.faults.failAction(3);
  await errorOf(writeInTurn(3));
  expect(firstCell()).toBe(2);
});

test("somebody else acts between two requests", async () => {
  excel.session.faults.beforeRequest(2, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    excel.root.worksheets.getItem("Alpha").$put(0, 0, "somebody else");
  });
  const seen = await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Alpha").getRange("1x1");
    range.values = [["mine"]];
    await context.sync();
    range.load("values");
    await context.sync();
    return range.values;
  });
  expect(seen).toEqual([["somebody else"]]);
});

test("a request can be made to take longer", async () => {
  excel.session.faults.delayRequest(1, 60);
  await writeInTurn(1);
  expect(excel.session.journal.requests[0].milliseconds).toBeGreaterThanOrEqual(55);
});

test("misfortunes happen once", async () => {
  excel.session.faults.failRequest(1);
  await errorOf(writeInTurn(1));
  await writeInTurn(2);
  expect(firstCell()).toBe(2);
});

test("the client's own cleaning up is not counted", async () => {
  await writeInTurn(1);
  excel.session.faults.failRequest(1, "AccessDenied");
  expect((await errorOf(writeInTurn(1))).code).toBe("AccessDenied");
});

test("clear forgets what was planned", async () => {
  excel.session.faults.failRequest(1);
  excel.session.faults.failAction(1);
  expect(excel.session.faults.pending).toBe(true);
  excel.session.faults.clear();
  await writeInTurn(1);
  expect(firstCell()).toBe(1);
});

test.each([0, -1, 1.5])("there is no %d-th request", (k) => {
  expect(() => excel.session.faults.failRequest(k)).toThrow(`invalid count: ${k}`);
});
