import { startExcel, type StartedExcel } from "../../../excel";
import { sheetOf } from "../../../workbook-records";
import { classified, portfolioRows } from "../classified";
import { report } from "../written";
import { brokenIn, proofLines } from "./proofs";

let excel: StartedExcel;
afterEach(() => excel.stop());

test("every figure of a portfolio that has everything holds, calculated by the engine", async () => {
  const rows = portfolioRows(12);
  excel = await startExcel([sheetOf("Clients", rows)]);
  await report(excel, classified(rows), { proof: true });
  const lines = proofLines(await excel.host.toRecord());
  expect(brokenIn(lines)).toEqual([]);
  expect(lines.length).toBeGreaterThan(600);
});
