import { readWorkbook, writeWorkbook } from "../../src/host/xlsx";
import { sheetOf, workbookOf } from "../workbook-records";
import { comparedValues } from "./compared-values";
import { recalculated } from "./libre-office";

test("a result that is not true any more is noticed: the other program calculates, it does not copy", async () => {
  const workbook = workbookOf([sheetOf("Data", [[1, 2, "=A1+B1"]])]);
  workbook.sheets[0].cells[2].value = 4;
  const calculated = recalculated(new Map([["wrong", await writeWorkbook(workbook)]])).get("wrong")!;
  const { differences } = comparedValues(workbook, (await readWorkbook(calculated)).record);
  expect(differences).toEqual(["Data row 1 column 3 =A1+B1: 4, calculated 3"]);
});
