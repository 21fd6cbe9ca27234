import type { FunctionArgument } from "../../../src/host/functions/values";
import { openExcelHost } from "../../../src/host/excel-host";
import { openOfficeWindow } from "../../../src/host/office-window";
import { sheetOf, workbookOf } from "../../workbook-records";
import { type FunctionsPage, openFunctionsPage, pagePath, testFunctions } from "./functions-page";

let excel: FunctionsPage;

beforeAll(async () => {
  excel = await openFunctionsPage();
});

afterAll(() => excel.close());

const call = (name: string, ...args: FunctionArgument[]) => excel.host.callFunction(name, args);

/** All cases of a table travel together: one call alone takes a quarter of a second. */
async function answers<T extends readonly [string, ...unknown[]]>(
  cases: readonly T[],
  ask: (each: T) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const all = await Promise.all(cases.map(ask));
  return Object.fromEntries(cases.map((each, index) => [each[0], all[index]]));
}

describe("what a function answers", () => {
  test("values come back as they are", async () => {
    const values = [1.5, -0.1, "text", "", "TRUE", "12", true, false] as const;
    expect(await Promise.all(values.map((value) => call("ECHO", value)))).toEqual(
      values.map((value) => ({ value })),
    );
  });

  test("the namespace may be written or left out, in any case", async () => {
    expect(await Promise.all([call("kam.echo", 1), call("Echo", 2)])).toEqual([{ value: 1 }, { value: 2 }]);
  });

  test("errors, as the genuine runtime hands them over", async () => {
    const value = { error: { code: "#VALUE!" } };
    const cases = [
      ["invalid value", { error: { code: "#VALUE!", message: "Only numbers" } }],
      ["not available", { error: { code: "#N/A", message: "Nothing here" } }],
      ["division by zero", { error: { code: "#DIV/0!" } }],
      ["invalid number", { error: { code: "#NUM!" } }],
      ["null reference", { error: { code: "#NULL!" } }],
      ["invalid name", value],
      ["an exception", value],
      ["a text", value],
      ["rejected", { error: { code: "#N/A", message: "Nothing here" } }],
      ["rejected with an exception", value],
      ["returned", { error: { code: "#VALUE!", message: "Only numbers" } }],
      ["returned name", { error: { code: "#NAME?" } }],
      ["returned exception", value],
      ["NaN", value],
      ["infinite", { error: { code: "#NUM!" } }],
      ["ragged", value],
      ["empty", value],
      ["list", value],
      ["entity", value],
    ] as const;
    expect(await answers(cases, ([how]) => call("FAIL", how))).toEqual(Object.fromEntries(cases));
  });

  test("what is no cell value becomes one as in Excel", async () => {
    const cases = [
      ["nothing", { value: 0 }],
      ["date", { value: "2024-01-31T00:00:00.000Z" }],
      ["formatted", { error: { code: "#VALUE!" } }],
      ["block with NaN", { value: [[0, 0, 0, 1]] }],
    ] as const;
    expect(await answers(cases, ([how]) => call("FAIL", how))).toEqual(Object.fromEntries(cases));
  });

  test("errors inside a block keep their place and message", async () => {
    expect(await call("FAIL", "block")).toEqual({
      value: [
        [1, { error: { code: "#N/A", message: "Nothing here" } }],
        [{ error: { code: "#DIV/0!" } }, "text"],
      ],
    });
  });

  test("a function that the page did not associate is #VALUE!", async () => {
    expect(await call("NOWHERE")).toEqual({ error: { code: "#VALUE!" } });
  });

  test("a function that the metadata does not have is a mistake of the caller", async () => {
    await expect(call("ABSENT")).rejects.toThrow("The add-in has no function ABSENT.");
  });

  test("a function that answers later is waited for", async () => {
    expect(await call("LATER", "value", 30)).toEqual({ value: "value" });
  });

  test("the address of the cell is given to functions that ask for it", async () => {
    expect(await excel.host.callFunction("PLACE", [], { address: "Sheet1!C7" })).toEqual({
      value: "Sheet1!C7",
    });
  });
});

describe("what Excel does before it calls", () => {
  const seenBy = async (name: string, ...args: FunctionArgument[]) => {
    excel.seen.length = 0;
    const answer = await call(name, ...args);
    return excel.seen.length === 0 ? { withheld: answer } : excel.seen.map(([, ...rest]) => rest);
  };
  const value = { withheld: { error: { code: "#VALUE!" } } };

  test.each([
    ["an argument that is left out", "ECHO", [], [[null, null]]],
    ["one left out before another", "ECHO", [null, 2], [[null, 2]]],
    ["one value where a block is declared", "ECHOBLOCK", [7], [[[[7]]]]],
    ["a block of one where a value is declared", "ECHO", [[["x"]]], [["x", null]]],
    ["blanks in a block", "ECHOBLOCK", [[[1, null]]], [[[[1, ""]]]]],
    ["numeric text for a number", "ADD", ["5", true], [[5, 1]]],
    ["numbers and booleans for a text", "SPELL", [12], [["12", null]]],
    ["text for a boolean", "SPELL", ["a", "TRUE"], [["a", true]]],
    ["repeating arguments", "TOTAL", [1, 2, 3], [[[1, 2, 3]]]],
  ] as [string, string, FunctionArgument[], unknown][])("%s", async (_what, name, args, expected) => {
    expect(await seenBy(name, ...args)).toEqual(expected);
  });

  test.each([
    ["too few arguments", "ADD", []],
    ["too many arguments", "ADD", [1, 2, 3]],
    ["text for a number", "ADD", ["five"]],
    ["blank text for a number", "ADD", [" "]],
    ["text for a boolean", "SPELL", ["a", "maybe"]],
    ["several cells where one value is declared", "ECHO", [[[1], [2]]]],
  ] as [string, string, FunctionArgument[]][])("%s: #VALUE! without a call", async (_what, name, args) => {
    expect(await seenBy(name, ...args)).toEqual(value);
  });

  test("an error where a number is declared is the result", async () => {
    expect(await seenBy("ADD", { error: "#DIV/0!" })).toEqual({ withheld: { error: { code: "#DIV/0!" } } });
  });

  test("errors reach parameters of any type as CustomFunctions.Error when the metadata allows it", async () => {
    expect(await call("KIND", { error: "#REF!" })).toEqual({ value: "error #REF!" });
    await seenBy("ECHOBLOCK", [[1, { error: "#N/A" }]]);
    const [, [[number, error]]] = excel.seen[0] as [string, [[number, { code: string }]]];
    expect([number, error.code]).toEqual([1, "#N/A"]);
  });
});

describe("where the metadata does not allow errors, and blanks are 0", () => {
  let strict: FunctionsPage;

  beforeAll(async () => {
    strict = await openFunctionsPage(undefined, { blank: 0, metadata: { functions: testFunctions } });
  });

  afterAll(() => strict.close());

  test("an error is the result of the call, and the function is not called", async () => {
    const answer = await strict.host.callFunction("ECHOBLOCK", [[[1, { error: "#N/A" }]]]);
    expect([answer, strict.seen]).toEqual([{ error: { code: "#N/A" } }, []]);
  });

  test("blank cells arrive as 0, arguments that were left out as null", async () => {
    await strict.host.callFunction("ECHOBLOCK", [[[null, 1]]]);
    await strict.host.callFunction("ECHO", []);
    expect(strict.seen).toEqual([
      ["ECHOBLOCK", [[0, 1]]],
      ["ECHO", null, null],
    ]);
  });
});

describe("transport", () => {
  test("calls of one moment travel in few events and come back in few requests", async () => {
    const { events, calls } = excel.host.functions.sent;
    excel.host.journal.clear();
    const all = await Promise.all(Array.from({ length: 1_000 }, (_, index) => call("ECHO", index)));
    expect(all[999]).toEqual({ value: 999 });
    expect([excel.host.functions.sent.events - events, excel.host.functions.sent.calls - calls]).toEqual([
      2, 1_000,
    ]);
    expect(excel.host.journal.entries.length).toBeLessThanOrEqual(4);
    expect(excel.host.journal.requests).toEqual([]);
  });

  test("answers wait while the user types into a cell, and come afterwards", async () => {
    excel.host.cellEditing.begin();
    let answered = false;
    const answer = call("ECHO", 5).then((result) => ((answered = true), result));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(answered).toBe(false);
    excel.host.cellEditing.end();
    expect(await answer).toEqual({ value: 5 });
  });
});

test("calls made before the page is up wait for it", async () => {
  const host = await openExcelHost(workbookOf([sheetOf("Sheet1", [])]), {
    language: "en-US",
    functions: { namespace: "KAM", metadata: { functions: testFunctions } },
  });
  const answer = host.callFunction("ADD", [1, 2]);
  expect(host.functions.isReady).toBe(false);
  const page = await openOfficeWindow(host, { page: pagePath });
  expect(await answer).toEqual({ value: 3 });
  page.close();
  host.dispose();
});

test("without functions there is nobody to call", async () => {
  const host = await openExcelHost(workbookOf([sheetOf("Sheet1", [])]), { language: "en-US" });
  await expect(host.callFunction("ADD", [1])).rejects.toThrow("The host was opened without functions.");
  host.dispose();
});
