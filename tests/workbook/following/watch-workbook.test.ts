import {
  addSampleList,
  classifyAndReport,
  classifyRows,
  portfolioReport,
  saveLanguage,
  showCells,
  watchWorkbook,
  type WorkbookChange,
} from "../../../src/workbook";
import type { StartedExcel } from "../../excel";
import { sheetOf, sheetWithTable } from "../../workbook-records";
import { clients, request, salesByMonth } from "../lists";
import { openWorkbook } from "../session";

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
/** Longer than changes are gathered. */
const told = () => wait(400);
/** Longer than the events of own work may take. */
const settled = () => wait(1400);

let stop: (() => Promise<void>) | null = null;
afterEach(async () => {
  await stop?.();
  stop = null;
});

describe.each(["1.9", "1.20"] as const)("at ExcelApi %s", (apiLevel) => {
  let excel: StartedExcel;
  let heard: WorkbookChange[];

  async function watch(sheets = [sheetWithTable("Data", "Deals", clients), sheetOf("Other", clients)]) {
    excel = await openWorkbook(sheets, { apiLevel });
    heard = [];
    stop = await watchWorkbook((change) => heard.push(change));
  }

  /** What a person does at the workbook, without the add-in. */
  const person = () => excel.host.workbook.worksheets;
  const idOf = (name: string) => person().getItem(name).id;
  /** Empties the ears. */
  const since = async (work: () => unknown) => {
    await work();
    await told();
    return heard.splice(0);
  };

  test("a person's edits are told once per sheet, whatever their number", async () => {
    await watch();
    const changes = await since(() => {
      for (let row = 2; row < 7; row++) person().getItem("Data").getRange(`C${row}`).values = [[row]];
      person().getItem("Other").getRange("A9").values = [["New client"]];
    });
    expect(changes).toEqual([
      { kind: "cells", sheetId: idOf("Data") },
      { kind: "cells", sheetId: idOf("Other") },
    ]);
  });

  test("rows that are inserted or deleted are told", async () => {
    await watch();
    const here = { kind: "cells", sheetId: idOf("Data") };
    expect(await since(() => person().getItem("Data").getRange("3:3").insert("Down"))).toEqual([here]);
    expect(await since(() => person().getItem("Data").getRange("3:3").delete("Up"))).toEqual([here]);
  });

  test("another selection and another sheet are told", async () => {
    await watch();
    expect(await since(() => person().getItem("Data").getRange("B2").select())).toEqual([
      { kind: "selection" },
    ]);
    expect(await since(() => person().getItem("Other").activate())).toEqual([{ kind: "selection" }]);
  });

  test("sheets and tables that come and go are told", async () => {
    await watch();
    const structure = [{ kind: "structure" }];
    expect(await since(() => person().add("Third"))).toEqual(structure);
    expect(await since(() => person().getItem("Third").delete())).toEqual(structure);
    expect(await since(() => person().getItem("Other").tables.add("A1:C7", true))).toContainEqual(
      structure[0],
    );
    expect(await since(() => excel.host.workbook.tables.getItem("Deals").convertToRange())).toEqual(
      structure,
    );
  });

  test("a workbook that never rests is told of all the same", async () => {
    await watch();
    const until = performance.now() + 1500;
    while (performance.now() < until) {
      person().getItem("Data").getRange("C2").values = [[performance.now()]];
      await wait(50);
    }
    expect(heard).toEqual([{ kind: "cells", sheetId: idOf("Data") }]);
  });

  test("what Keyfolio does itself is not told, the first time and again", async () => {
    await watch();
    await classifyRows(request);
    await portfolioReport({ ...request, sheet: "Data" });
    await addSampleList("en-US");
    await showCells("Other!B3");
    await saveLanguage("ru");
    await settled();
    expect(heard).toEqual([]);
    await classifyAndReport({ ...request, sheet: "Data" });
    await addSampleList("en-US");
    await settled();
    expect(heard).toEqual([]);
  });

  test("nor is classifying a plain list", async () => {
    await watch([sheetOf("Data", salesByMonth(30, 4)), sheetOf("Other", [])]);
    await classifyRows(request);
    await settled();
    expect(heard).toEqual([]);
  });

  test("what a person does while a run is going on is told", async () => {
    await watch();
    excel.host.faults.beforeRequest(3, () => {
      person().getItem("Data").getRange("C3").values = [[77]];
      person().getItem("Other").activate();
    });
    await portfolioReport({ ...request, sheet: "Data" });
    await settled();
    expect(new Set(heard)).toEqual(
      new Set([{ kind: "cells", sheetId: idOf("Data") }, { kind: "selection" }]),
    );
  });

  test("what a person does in the list right after a run is told", async () => {
    await watch();
    await classifyRows({ ...request, sheet: "Data" });
    await wait(20);
    person().getItem("Data").getRange("C3").values = [[77]];
    await settled();
    expect(heard).toEqual([{ kind: "cells", sheetId: idOf("Data") }]);
  });

  test("nothing is told any more once it was stopped, and others go on listening", async () => {
    await watch();
    const others: WorkbookChange[] = [];
    const stopOther = await watchWorkbook((change) => others.push(change));
    await stop!();
    person().getItem("Data").getRange("C3").values = [[77]];
    await told();
    expect(heard).toEqual([]);
    expect(others).toEqual([{ kind: "cells", sheetId: idOf("Data") }]);
    await stopOther();
    expect(excel.host.keptObjects()).toBe(0);
  });

  test("an event that Excel refuses is done without", async () => {
    excel = await openWorkbook([sheetOf("Data", clients)], { apiLevel });
    // The first one: of changed cells.
    excel.host.faults.failRequest(1, "ApiNotFound");
    heard = [];
    stop = await watchWorkbook((change) => heard.push(change));
    expect(excel.host.faults.pending).toBe(false);
    expect(await since(() => person().getItem("Data").getRange("B2").select())).toEqual([
      { kind: "selection" },
    ]);
    expect(await since(() => (person().getItem("Data").getRange("B2").values = [["x"]]))).toEqual([]);
  });
});
