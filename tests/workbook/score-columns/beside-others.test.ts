import type { ExcelHost } from "../../../src/host/excel-host";
import { sheetOf, sheetWithTable } from "../../workbook-records";
import { clients } from "../lists";
import { openWorkbook, ordered, problemOfRun } from "../session";
import { added } from "./added";

const list = ({ workbook }: ExcelHost) => workbook.worksheets.getItem("Clients");
const table = () => openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
const unmarked = /^keyfolio\.score\./;

test("what somebody types into a table's column before it has its mark stays, wherever Excel stops and whichever request was just sent", async () => {
  let typed = 0;
  for (let stop = 1, isStopped = true; isStopped; stop++) {
    for (let [k, isOver] = [1, false]; !isOver; k++) {
      const { host } = await table();
      host.faults.failAction(stop, "GeneralException", "Add()");
      let isTyped = false;
      host.faults.beforeRequest(k, () => {
        isTyped = unmarked.test(String(list(host).getRange("D1").values![0][0]));
        if (isTyped) list(host).getRange("D2").values = [["hers"]];
      });
      isStopped = await added().then(
        () => false,
        () => true,
      );
      isOver = host.faults.pending;
      host.faults.clear();
      await added().catch(() => null);
      const rows = list(host).getRange("A1:H9").values!;
      const hers = rows.filter((row) => row.includes("hers")).map(([client]) => client);
      expect([stop, k, hers]).toEqual([stop, k, isTyped ? ["Northern Mills"] : []]);
      if (isTyped) typed++;
    }
  }
  expect(typed).toBeGreaterThan(3);
});

test.each([
  ["a region", () => openWorkbook([sheetOf("Clients", clients)])],
  ["a table", table],
])("beside %s in a workbook whose structure is protected, that is what is said", async (_, open) => {
  for (let [k, isOver] = [0, false]; !isOver; k++) {
    const { host } = await open();
    const before = ordered(await host.toRecord());
    const { protection } = host.workbook;
    if (k === 0) protection.protect();
    else host.faults.beforeRequest(k, () => protection.protect());
    const isAdded = await added().then(
      () => true,
      (error: unknown) => error,
    );
    isOver = host.faults.pending;
    protection.unprotect();
    if (isAdded === true) continue;
    expect([k, await problemOfRun(Promise.reject(isAdded as Error))]).toEqual([
      k,
      { kind: "protectedWorkbook" },
    ]);
    expect([k, ordered(await host.toRecord())]).toEqual([k, before]);
  }
});
