import { type Connected, connect, errorOf } from "./ledger";

let excel: Connected;

beforeEach(async () => {
  excel = await connect();
  excel.session.cellEditing.begin();
});

afterEach(() => excel.close());

const batch = async (context: Excel.RequestContext) => {
  const range = context.workbook.worksheets.getItem("Alpha").getRange("1x1");
  range.values = [["written"]];
  await context.sync();
  return "done";
};

test("while the user types into a cell a batch fails", async () => {
  const error = await errorOf(excel.run(batch));
  expect(error.code).toBe("InvalidOperationInCellEditMode");
  expect(excel.root.worksheets.getItem("Alpha").$cell(0, 0)).toBe("");
});

test("delayForCellEdit waits until the user is done", async () => {
  const work = excel.run({ delayForCellEdit: true }, batch);
  const first = await Promise.race([
    work,
    new Promise((resolve) => setTimeout(() => resolve("still waiting"), 30)),
  ]);
  expect(first).toBe("still waiting");
  excel.session.cellEditing.end();
  expect(await work).toBe("done");
});

test("once the user is done a batch goes through", async () => {
  excel.session.cellEditing.end();
  expect(await excel.run(batch)).toBe("done");
});
