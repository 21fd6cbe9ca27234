import { blockOf } from "../../../../../src/host/workbench/grid/person/cell-matrix";

describe("what Univer gives cells to hold, as contents for the model", () => {
  it("is the smallest block around the cells, others stay as they are", () => {
    expect(blockOf({ 2: { 1: { v: 5, t: 2 } }, 4: { 3: { v: "x", t: 1 } } })).toEqual({
      area: { row: 2, column: 1, rows: 3, columns: 3 },
      contents: [
        [5, null, null],
        [null, null, null],
        [null, null, "x"],
      ],
    });
  });

  it("empties cells that are cleared", () => {
    expect(blockOf({ 0: { 0: null, 1: { v: null, f: null, p: null } } })?.contents).toEqual([["", ""]]);
  });

  it("says nothing of contents when only formats change", () => {
    expect(blockOf({ 0: { 0: { s: { bl: 1 } } } })).toBeNull();
  });

  it("keeps copied text as text and booleans as booleans", () => {
    const block = blockOf({
      0: { 0: { v: "007", t: 1 }, 1: { v: "Aster", t: 1 }, 2: { v: 1, t: 3 }, 3: { v: "=A1", t: 4 } },
    });
    expect(block?.contents).toEqual([["'007", "Aster", true, "'=A1"]]);
  });

  it("writes a shared formula out for each cell, and a structured one in the model's words", () => {
    const block = blockOf({
      5: { 4: { f: "=E6*2", si: "a", v: null } },
      6: { 4: { si: "a", f: null, v: null } },
      7: { 4: { f: "=Sheet1!$B$2:$B$9", custom: { typed: "=SUM(Sales[Amount])" }, v: 3 } },
    });
    expect(block?.contents).toEqual([["=E6*2"], ["=E7*2"], ["=SUM(Sales[Amount])"]]);
  });

  it("carries the number formats of what is pasted", () => {
    expect(blockOf({ 0: { 0: { v: 0.12, s: { n: { pattern: "0%" } } }, 1: { v: 1 } } })).toMatchObject({
      contents: [[0.12, 1]],
      numberFormats: [["0%", null]],
    });
  });
});
