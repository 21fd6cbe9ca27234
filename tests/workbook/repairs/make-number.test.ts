import type { Finding } from "../../../src/portfolio";
import { makeNumber, putTextBack } from "../../../src/workbook/repairs/make-number";
import type { StartedExcel } from "../../excel";
import { sheetOf, workbookOf } from "../../workbook-records";
import { openWorkbook, ordered, problemOfRun } from "../session";

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
    const made = await makeNumber(finding);
    expect(cellOf(excel).values).toEqual([[98_450]]);
    expect(cellOf(excel).numberFormat).toEqual([[format === "@" ? "General" : format]]);
    await putTextBack(made);
    expect(cellOf(excel).values).toEqual([["98,450.00"]]);
    expect(ordered(await excel.host.toRecord())).toEqual(before);
  },
);

test("a cell that holds something else by now, or a formula, is left as it is", async () => {
  const excel = await opened();
  for (const content of ["12", '="98,450.00"', ""]) {
    cellOf(excel).formulas = [[content]];
    const before = ordered(await excel.host.toRecord());
    expect(await problemOfRun(makeNumber(finding))).toEqual({ kind: "cellLeft", address: finding.address });
    expect(ordered(await excel.host.toRecord())).toEqual(before);
  }
});

test("the way back leaves alone what somebody has entered since", async () => {
  const excel = await opened();
  const made = await makeNumber(finding);
  cellOf(excel).values = [[5]];
  expect(await problemOfRun(putTextBack(made))).toEqual({ kind: "cellLeft", address: finding.address });
  expect(cellOf(excel).values).toEqual([[5]]);
});

test("what is entered in the last moment is put back at once", async () => {
  const excel = await opened();
  cellOf(excel).numberFormat = [["#,##0"]];
  excel.host.faults.beforeRequest(2, () => (cellOf(excel).formulas = [["=1+1"]]));
  expect(await problemOfRun(makeNumber(finding))).toEqual({ kind: "cellLeft", address: finding.address });
  expect(cellOf(excel).formulas).toEqual([["=1+1"]]);
  expect(cellOf(excel).numberFormat).toEqual([["#,##0"]]);
});

test("on a protected sheet nothing is changed, and the reason is said", async () => {
  const excel = await opened();
  excel.host.workbook.worksheets.getItem("My list").protection.protect();
  const before = ordered(await excel.host.toRecord());
  expect((await problemOfRun(makeNumber(finding))).kind).toBe("protectedSheet");
  expect(ordered(await excel.host.toRecord())).toEqual(before);
});
