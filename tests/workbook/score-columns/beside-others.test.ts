import type { ExcelHost } from "../../../src/host/excel-host";
import { typeEntry } from "../../../src/host/model/sheet/typed-entry";
import { findSources } from "../../../src/workbook";
import { limits } from "../../../src/workbook/cells/read-rows";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf, sheetWithTable } from "../../workbook-records";
import { clients } from "../lists";
import { openWorkbook, ordered, problemOfRun } from "../session";
import { added, headers, two, writingRequest } from "./added";
import { oneIn } from "../../moments";

const usual = { ...limits };
const list = ({ workbook }: ExcelHost) => workbook.worksheets.getItem("Clients");
const table = () => openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
const unmarked = /^keyfolio\.score\./;

test("what somebody types into a table's column before it has its mark stays, wherever Excel stops and whichever request was just sent", async () => {
  let typed = 0;
  for (let stop = 1, isStopped = true; isStopped; stop++) {
    for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
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

test("no look of ours stays on a sheet that somebody clears before whichever request that adds columns", async () => {
  let cleared = 0;
  for (let [k, isOver] = [1, false]; !isOver; k++) {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const last = list(host).getRange("C1");
    [last.format.fill.color, last.format.horizontalAlignment] = ["#DDEBF7", "Center"];
    await added(two.slice(0, 1));
    Object.assign(limits, { replyBytes: 100, requestBytes: 300 });
    host.faults.beforeRequest(k, () => list(host).getRange().clear());
    await added(two.slice(1)).catch(() => null);
    Object.assign(limits, usual);
    isOver = host.faults.pending;
    if (isOver) break;
    cleared++;
    const { cells } = (await host.toRecord()).sheets[0];
    expect([k, cells.filter(({ format }) => format?.fill ?? format?.horizontal)]).toEqual([k, []]);
  }
  expect(cleared).toBeGreaterThan(5);
});

test.each([
  ["a region", () => openWorkbook([sheetOf("Clients", clients)])],
  ["a table", table],
])("beside %s in a workbook whose structure is protected, that is what is said", async (_, open) => {
  for (let [k, isOver] = [0, false]; !isOver; k += oneIn(3)) {
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

describe("a table's column on which a formula comes to count", () => {
  const open = () =>
    openWorkbook([sheetWithTable("Clients", "Deals", clients), sheetOf("Notes", [["mine"]])]);
  const counting = ["=COUNT(Deals[Loyalty: price])", "=SUM(Clients!E2:E7)"];
  const cells = ({ workbook }: ExcelHost) => workbook.worksheets.getItem("Notes").getRange("B1:C1");
  /** Enters the formulas where the column stands; a score that is given there shows whether they still count on it. */
  const comesToCount = (host: ExcelHost) => {
    const isThere = list(host).getRange("E1").values![0][0] === headers[1];
    if (isThere) cells(host).formulas = [counting];
    return isThere;
  };
  const headerCells = (host: ExcelHost) =>
    list(host)
      .getRange("A1:H1")
      .values![0].filter((cell) => cell !== "");
  const expectCounted = async (host: ExcelHost) => {
    const at = list(host).getRange("A1:H1").values![0].indexOf(headers[1]);
    list(host).getCell(3, at).values = [[7]];
    await host.toRecord();
    expect(cells(host).values).toEqual([[1, 7]]);
  };

  test.each([
    ["undone", undoRun],
    ["removed", () => removeKeyfolio()],
  ] as const)("stays, whichever request was just sent while columns are %s", async (_, takeBack) => {
    let entered = 0;
    for (let [k, isOver] = [1, false]; !isOver; k++) {
      const { host } = await open();
      const trace = (await added())!;
      let isEntered = false;
      host.faults.beforeRequest(k, () => void (isEntered = comesToCount(host)));
      const { columns, stays } = await takeBack(trace);
      isOver = host.faults.pending;
      host.faults.clear();
      const left = isEntered ? [headers[1]] : [];
      expect([k, headerCells(host)]).toEqual([k, [...clients[0], ...left]]);
      expect([k, columns]).toEqual([k, headers.filter((header) => !left.includes(header))]);
      expect(stays).toMatchObject(
        left.map((header) => ({
          kind: "referredColumn",
          header,
          address: expect.stringMatching(/Clients![DE]1:[DE]7/),
          by: ["Notes!B1", "Notes!C1"],
        })),
      );
      const { names } = await host.toRecord();
      expect([k, names.map(({ formula }) => formula)]).toEqual([k, left.map(() => "=Clients!$D$1:$D$7")]);
      if (!isEntered) continue;
      await expectCounted(host);
      entered++;
    }
    expect(entered).toBeGreaterThan(5);
  });

  test("stays where the columns are taken back that did not come whole, and is made whole by adding them again", async () => {
    const { host: calm } = await open();
    await findSources();
    const write = await writingRequest(calm);
    let entered = 0;
    for (let [k, isOver] = [1, false]; !isOver; k++) {
      const { host } = await open();
      host.faults.loseReply(write + 1);
      let isEntered = false;
      host.faults.beforeRequest(write + 1 + k, () => void (isEntered = comesToCount(host)));
      const problem = await problemOfRun(added());
      isOver = host.faults.pending;
      host.faults.clear();
      if (isEntered) {
        expect([k, problem]).toMatchObject([k, { kind: "scoresLeft", headers: [headers[1]] }]);
        await added();
        expect([...headerCells(host)].sort()).toEqual([...clients[0], ...headers].sort());
        expect(() => typeEntry(host.workbook.$state.sheets[0], 3, 3, "11")).toThrow("from 1 to 10");
        await expectCounted(host);
        entered++;
      } else expect(headerCells(host)).toEqual(clients[0]);
    }
    expect(entered).toBeGreaterThan(3);
  });
});

describe("a validation of hers beside a list", () => {
  const region = () => openWorkbook([sheetOf("Clients", clients)]);
  const rules = {
    "a choice": { list: { inCellDropDown: true, source: "yes,no" } },
    "whole numbers": { wholeNumber: { formula1: 1, formula2: 5, operator: "Between" } },
  } as const;
  /** Sets it for the cells of a column, with words of hers. */
  const set = (host: ExcelHost, rule: object) => {
    const { dataValidation } = list(host).getRange("E2:E7");
    dataValidation.rule = rule;
    dataValidation.prompt = { showPrompt: true, title: "Mine", message: "Pick one" };
    dataValidation.errorAlert = { showAlert: true, style: "Warning", title: "Mine", message: "Not this" };
  };
  const validationsOf = async (host: ExcelHost) =>
    (await host.toRecord()).sheets[0].dataValidations?.filter(({ prompt }) => prompt.title === "Mine");

  describe.each(Object.entries(rules))("of %s", (_, rule) => {
    const wanted = async () => {
      const { host } = await region();
      set(host, rule);
      return validationsOf(host);
    };

    test("is there afterwards, whichever request was just sent while columns come", async () => {
      const hers = await wanted();
      for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
        const { host } = await region();
        host.faults.beforeRequest(k, () => set(host, rule));
        const isAdded = await added().then(
          () => true,
          () => false,
        );
        isOver = host.faults.pending;
        if (isOver) break;
        expect([k, await validationsOf(host)]).toEqual([k, hers]);
        const { sheets, names } = await host.toRecord();
        if (isAdded) continue;
        expect([k, names, sheets[0].dataValidations]).toEqual([k, [], hers]);
        expect(list(host).getRange("D1:E1").values).toEqual([["", ""]]);
      }
    });

    test("is there afterwards, whichever request was just sent while columns are undone", async () => {
      const hers = await wanted();
      for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
        const { host } = await region();
        const trace = (await added())!;
        host.faults.beforeRequest(k, () => set(host, rule));
        await undoRun(trace);
        isOver = host.faults.pending;
        if (!isOver) expect([k, (await host.toRecord()).sheets[0].dataValidations]).toEqual([k, hers]);
      }
    });

    test("is there afterwards where columns are taken back into which somebody has typed", async () => {
      const hers = await wanted();
      const { host: calm } = await region();
      await findSources();
      const write = await writingRequest(calm);
      for (let [k, isOver] = [2, false]; !isOver; k += oneIn(3)) {
        const { host } = await region();
        host.faults.loseReply(write + 1);
        host.faults.beforeRequest(write + 2, () => void (list(host).getRange("E3").values = [[4]]));
        host.faults.beforeRequest(write + k, () => set(host, rule));
        await problemOfRun(added());
        isOver = host.faults.pending;
        if (isOver) break;
        expect([k, (await host.toRecord()).sheets[0].dataValidations]).toEqual([k, hers]);
        expect(list(host).getRange("E3").values).toEqual([[4]]);
      }
    });
  });
});
