import { classifyRows } from "../../../src/workbook";
import { limits } from "../../../src/workbook/cells/read-rows";
import { sheetOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWithoutCards, problemOfRun, rowsOf } from "../session";

const usual = { ...limits };
afterEach(() => void Object.assign(limits, usual));

/** A list with its classes of an earlier run, in which an amount has changed since; a row goes through one request. */
async function cutSmall() {
  const { host } = await openWithoutCards([sheetOf("Clients", clients)]);
  await classifyRows(request);
  const sheet = host.workbook.worksheets.getItem("Clients");
  sheet.getRange("C2").values = [[60]];
  const rows = async () => rowsOf((await host.toRecord()).sheets[0]).map((row) => row.filter((cell) => cell !== null)); // prettier-ignore
  const before = await rows();
  Object.assign(limits, { replyBytes: 100, requestBytes: 300 });
  return { host, sheet, rows, before };
}

describe("a later run whose rows go through several requests", () => {
  test("gives each row its earlier classes back when a column comes left of the list on the way, and a filter keeps it from going on", async () => {
    const calm = await cutSmall();
    calm.host.journal.clear();
    await classifyRows(request);
    const writing = calm.host.journal.requests.flatMap(({ operations }, i) =>
      operations.includes("Range.values=") ? [i + 1] : [],
    );
    expect(writing.length).toBeGreaterThan(3);
    for (const k of writing.slice(1)) {
      const { host, sheet, rows, before } = await cutSmall();
      host.faults.beforeRequest(k, () => {
        sheet.getRange("A:A").insert("Right");
        const all = ["Ivanova", "Petrov", "Sokolov"];
        sheet.autoFilter.apply(sheet.getRange("B1:D7"), 1, { filterOn: "Values", values: all });
      });
      const { kind } = await problemOfRun(classifyRows(request));
      expect([kind, await rows()]).toEqual(["filterActive", before]);
    }
  });
});
