import { initialState, type PaneState } from "../../../src/taskpane/state/pane-state";
import { reduce, type PaneEvent } from "../../../src/taskpane/state/reduce";
import { defaultPolicy, Problem, type Mapping } from "../../../src/portfolio";
import { readingOf } from "../readings";

const after = (events: readonly PaneEvent[], from: PaneState = initialState("en-US")) =>
  events.reduce(reduce, from);

const reference = { sheetId: "s1", tableId: null };
const chosen: PaneEvent = { type: "listChosen", reference, name: "Clients" };
const mapping: Mapping = { version: 1, columns: [{ header: "Client", role: "client" }] };
const stricter = { ...defaultPolicy, abc: { ...defaultPolicy.abc, aLimit: 0.7 } };

test("a reading brings mapping, rules and language as the workbook has them", () => {
  const reading = readingOf({ reference, policy: stricter, language: "ru" });
  const state = after([
    chosen,
    { type: "readingBegun" },
    { type: "listRead", reading, edits: 0, kept: null },
  ]);
  expect(state).toMatchObject({ policy: stricter, language: "ru", mapping: reading.mapping });
  expect(state.list).toMatchObject({ status: "read", name: "Clients", fraction: 1 });
});

test("what the user changed while the list was being read is not overwritten by that reading", () => {
  const state = after([
    chosen,
    { type: "readingBegun" },
    { type: "policyChanged", policy: stricter },
    { type: "mappingChanged", mapping },
    { type: "listRead", reading: readingOf({ reference }), edits: 0, kept: mapping },
  ]);
  expect(state.policy).toBe(stricter);
  expect(state.mapping).toEqual(mapping);
});

test("a reading of a list that is no longer in use changes nothing", () => {
  const before = after([chosen]);
  const reading = readingOf({ reference: { sheetId: "s2", tableId: null } });
  expect(reduce(before, { type: "listRead", reading, edits: 0, kept: null })).toBe(before);
});

test("reading anew keeps the earlier reading in view", () => {
  const reading = readingOf({ reference });
  const state = after([
    chosen,
    { type: "listRead", reading, edits: 0, kept: null },
    { type: "readingBegun" },
  ]);
  expect(state.list).toMatchObject({ status: "again", reading });
});

test("a list that cannot be read leaves its name, and no classes of what it was", () => {
  const problem = new Problem({ kind: "sourceGone", sheet: null });
  const state = after([
    chosen,
    { type: "listRead", reading: readingOf({ reference }), edits: 0, kept: null },
    { type: "classifyingBegun" },
    { type: "readingFailed", problem },
  ]);
  expect(state.list).toMatchObject({ status: "failed", name: "Clients", reading: null, problem });
  expect(state).toMatchObject({ classification: null, portfolio: null, classifying: false });
});

test("another list begins without mapping, classes, picked clients and offers of the one before", () => {
  const other: PaneEvent = {
    type: "listChosen",
    reference: { sheetId: "s2", tableId: "t" },
    name: "Partners",
  };
  const state = after([
    chosen,
    { type: "listRead", reading: readingOf({ reference }), edits: 0, kept: null },
    { type: "picked", names: new Set(["Aster"]) },
    other,
  ]);
  expect(state).toMatchObject({ mapping: null, classification: null, elsewhere: null });
  expect(state.picked.size).toBe(0);
});

test("events that change nothing give the same state back", () => {
  const state = initialState("en-US");
  for (const event of [
    { type: "wentTo", step: "source" },
    { type: "wentElsewhere", option: null },
    { type: "mishap", problem: null },
    { type: "readingBegun" },
  ] satisfies PaneEvent[]) {
    expect(reduce(state, event)).toBe(state);
  }
});
