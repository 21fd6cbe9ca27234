import type { Finding, Problem } from "../../../src/portfolio";
import { makeNumbers, putTextsBack } from "../../../src/workbook/repairs/make-number";
import type { StartedExcel } from "../../excel";
import { sheetOf, workbookOf } from "../../workbook-records";
import { openWorkbook, ordered, problemOfRun } from "../session";
import { oneIn } from "../../moments";

const finding: Finding = {
  kind: "textNumber",
  address: "'My list'!B2",
  content: "98,450.00",
  taken: 98_450,
};

const rows = [
  ["Client", "Sales"],
  ["Aster", "98,450.00"],
  ["Birch", 300],
];

const opened = () => openWorkbook(workbookOf([sheetOf("My list", rows), sheetOf("Notes", [["mine"]])]));
const cellOf = ({ host }: StartedExcel) => host.workbook.worksheets.getItem("My list").getRange("B2");

test.each(["General", "#,##0.00", "@"])(
  "a text in a cell of format %s becomes the number, and again the text",
  async (format) => {
    const excel = await opened();
    cellOf(excel).numberFormat = [["@"]];
    cellOf(excel).values = [["98,450.00"]];
    cellOf(excel).numberFormat = [[format]];
    const before = ordered(await excel.host.toRecord());
    const made = await makeNumbers(finding);
    expect(cellOf(excel).values).toEqual([[98_450]]);
    expect(cellOf(excel).numberFormat).toEqual([[format === "@" ? "General" : format]]);
    await putTextsBack(made);
    expect(cellOf(excel).values).toEqual([["98,450.00"]]);
    expect(ordered(await excel.host.toRecord())).toEqual(before);
  },
);

test("a cell that holds something else by now, or a formula, is left as it is", async () => {
  const excel = await opened();
  for (const content of ["12", '="98,450.00"', ""]) {
    cellOf(excel).formulas = [[content]];
    const before = ordered(await excel.host.toRecord());
    expect(await problemOfRun(makeNumbers(finding))).toEqual({ kind: "cellLeft", address: finding.address });
    expect(ordered(await excel.host.toRecord())).toEqual(before);
  }
});

test("the way back leaves alone what somebody has entered since", async () => {
  const excel = await opened();
  const made = await makeNumbers(finding);
  cellOf(excel).values = [[5]];
  expect(await problemOfRun(putTextsBack(made))).toEqual({ kind: "cellLeft", address: finding.address });
  expect(cellOf(excel).values).toEqual([[5]]);
});

test("what is entered in the last moment is put back at once", async () => {
  const excel = await opened();
  cellOf(excel).numberFormat = [["#,##0"]];
  excel.host.faults.beforeRequest(2, () => (cellOf(excel).formulas = [["=1+1"]]));
  expect(await problemOfRun(makeNumbers(finding))).toEqual({ kind: "cellLeft", address: finding.address });
  expect(cellOf(excel).formulas).toEqual([["=1+1"]]);
  expect(cellOf(excel).numberFormat).toEqual([["#,##0"]]);
});

test("on a protected sheet nothing is changed, and the reason is said", async () => {
  const excel = await opened();
  excel.host.workbook.worksheets.getItem("My list").protection.protect();
  const before = ordered(await excel.host.toRecord());
  expect((await problemOfRun(makeNumbers(finding))).kind).toBe("protectedSheet");
  expect(ordered(await excel.host.toRecord())).toEqual(before);
});

describe("a column of texts", () => {
  const column: Finding = {
    kind: "textNumbers",
    address: "'My list'!B2",
    content: "1.5M",
    taken: 1_500_000,
    count: 4,
    texts: [
      { below: 0, content: "1.5M", taken: 1_500_000 },
      { below: 1, content: "800k", taken: 800_000 },
      { below: 3, content: "(7)", taken: -7 },
      { below: 4, content: "12", taken: 12 },
    ],
  };
  const texts = ["1.5M", "800k", 5, "(7)", "12"];
  const cellsOf = ({ host }: StartedExcel) => host.workbook.worksheets.getItem("My list").getRange("B2:B6");
  const openedColumn = async () => {
    const excel = await openWorkbook(
      workbookOf([
        sheetOf("My list", [["Client", "Sales"], ...texts.map((_, i) => [`Client ${i}`, i])]),
        sheetOf("Notes", [["mine"]]),
      ]),
    );
    const formats = [["@"], ["General"], ["0.0"], ["@"], ["#,##0"]];
    cellsOf(excel).numberFormat = texts.map(() => ["@"]);
    cellsOf(excel).values = texts.map((text) => [text]);
    cellsOf(excel).numberFormat = formats;
    cellsOf(excel).getCell(2, 0).values = [[5]];
    return excel;
  };

  test("becomes numbers by one click, and the texts again by another", async () => {
    const excel = await openedColumn();
    const before = ordered(await excel.host.toRecord());
    const made = await makeNumbers(column);
    expect(made.left).toBeNull();
    expect(cellsOf(excel).values).toEqual([[1_500_000], [800_000], [5], [-7], [12]]);
    expect(cellsOf(excel).numberFormat).toEqual([["General"], ["General"], ["0.0"], ["General"], ["#,##0"]]);
    expect(await putTextsBack(made)).toBeNull();
    expect(ordered(await excel.host.toRecord())).toEqual(before);
  });

  test("a cell that holds something else by now stays, and is named; the way back leaves it alone, too", async () => {
    const excel = await openedColumn();
    cellsOf(excel).getCell(1, 0).formulas = [["=1+1"]];
    const made = await makeNumbers(column);
    expect(made.left).toBe("'My list'!B3");
    expect(made.cells.map(({ below }) => below)).toEqual([0, 3, 4]);
    cellsOf(excel).getCell(4, 0).values = [[13]];
    expect(await putTextsBack(made)).toBe("'My list'!B6");
    expect(cellsOf(excel).formulas).toEqual([["1.5M"], ["=1+1"], [5], ["(7)"], [13]]);
  });

  test("what is entered in the last moment is put back at once", async () => {
    const excel = await openedColumn();
    excel.host.faults.beforeRequest(2, () => (cellsOf(excel).getCell(4, 0).formulas = [["=2+2"]]));
    const made = await makeNumbers(column);
    expect(made.left).toBe("'My list'!B6");
    expect(cellsOf(excel).formulas).toEqual([[1_500_000], [800_000], [5], [-7], ["=2+2"]]);
    expect(cellsOf(excel).numberFormat![4]).toEqual(["#,##0"]);
  });

  test.each([
    ["a row comes above", "A2:B2", "Down"],
    ["a column comes before it", "B1:B9", "Right"],
  ] as const)(
    "%s in the last moment: what stands there now is as it was, number format and all",
    async (_, at, shift) => {
      const moving = (excel: StartedExcel) =>
        excel.host.workbook.worksheets.getItem("My list").getRange(at).insert(shift);
      const undisturbed = await openedColumn();
      moving(undisturbed);
      const before = ordered(await undisturbed.host.toRecord());
      const excel = await openedColumn();
      excel.host.faults.beforeRequest(2, () => moving(excel));
      expect((await problemOfRun(makeNumbers(column))).kind).toBe("cellLeft");
      expect(ordered(await excel.host.toRecord())).toEqual(before);
    },
  );

  test.each([
    ["rows come above", "A2:B2", "Down"],
    ["columns come before it", "B1:B9", "Right"],
  ] as const)("%s in the last two moments: each cell is as it was", async (_, at, shift) => {
    const moving = (excel: StartedExcel) =>
      excel.host.workbook.worksheets.getItem("My list").getRange(at).insert(shift);
    const undisturbed = await openedColumn();
    moving(undisturbed);
    moving(undisturbed);
    const before = ordered(await undisturbed.host.toRecord());
    const excel = await openedColumn();
    excel.host.faults.beforeRequest(2, () => moving(excel));
    excel.host.faults.beforeRequest(3, () => moving(excel));
    expect((await problemOfRun(makeNumbers(column))).kind).toBe("cellLeft");
    expect(ordered(await excel.host.toRecord())).toEqual(before);
  });

  test("what other cells held that rows moved there is named, where it cannot be given back", async () => {
    const excel = await openedColumn();
    const sheet = excel.host.workbook.worksheets.getItem("My list");
    excel.host.faults.beforeRequest(2, () => {
      cellsOf(excel).getCell(1, 0).formulas = [["ask Anna"]];
      sheet.getRange("B6").formulas = [["=6*7"]];
    });
    excel.host.faults.beforeRequest(3, () => sheet.protection.protect());
    const made = await makeNumbers(column);
    expect(made.cells.map(({ below }) => below)).toEqual([0, 3]);
    expect(made.writtenOver?.detail).toEqual({
      kind: "cellsWrittenOver",
      reason: "protection",
      writtenOver: [
        { address: "'My list'!B3", content: "ask Anna" },
        { address: "'My list'!B6", content: "=6*7" },
      ],
    });
  });

  test.each([
    ["numbers are made", 2, () => makeNumbers(column)],
    ["texts are put back", 4, async () => putTextsBack(await makeNumbers(column))],
  ] as const)(
    "where rows move while %s, and the sheet is protected before others are given back, those are named",
    async (_, at, work) => {
      const excel = await openedColumn();
      const sheet = excel.host.workbook.worksheets.getItem("My list");
      excel.host.faults.beforeRequest(at, () => sheet.getRange("A2:B2").insert("Down"));
      excel.host.faults.beforeRequest(at + 1, () => sheet.protection.protect());
      const { kind, writtenOver } = (await problemOfRun(work())) as Extract<
        Problem["detail"],
        { kind: "cellsWrittenOver" }
      >;
      expect([kind, writtenOver.map(({ address }) => address)]).toEqual([
        "cellsWrittenOver",
        ["'My list'!B2", "'My list'!B3", "'My list'!B5", "'My list'!B6"],
      ]);
    },
  );

  test("what is entered in the last moment is put back where Excel refuses it once", async () => {
    const excel = await openedColumn();
    excel.host.faults.beforeRequest(2, () => (cellsOf(excel).getCell(4, 0).formulas = [["=2+2"]]));
    excel.host.faults.failRequest(3);
    expect((await makeNumbers(column)).writtenOver).toBeNull();
    expect(cellsOf(excel).formulas).toEqual([[1_500_000], [800_000], [5], [-7], ["=2+2"]]);
  });

  test("a number format that somebody has given a cell since stays hers, whichever request was just sent", async () => {
    for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
      const excel = await openedColumn();
      excel.host.faults.beforeRequest(k, () => {
        cellsOf(excel).getCell(3, 0).numberFormat = [["0.00%"]];
        cellsOf(excel).getCell(4, 0).numberFormat = [["0.00"]];
      });
      await putTextsBack(await makeNumbers(column));
      isOver = excel.host.faults.pending;
      if (isOver) break;
      expect([k, cellsOf(excel).formulas]).toEqual([k, [["1.5M"], ["800k"], [5], ["(7)"], ["12"]]]);
      expect([k, cellsOf(excel).numberFormat]).toEqual([
        k,
        [["@"], ["General"], ["0.0"], ["0.00%"], ["0.00"]],
      ]);
    }
  });

  test("on a protected sheet nothing is changed", async () => {
    const excel = await openedColumn();
    excel.host.workbook.worksheets.getItem("My list").protection.protect();
    const before = ordered(await excel.host.toRecord());
    expect((await problemOfRun(makeNumbers(column))).kind).toBe("protectedSheet");
    expect(ordered(await excel.host.toRecord())).toEqual(before);
  });
});
