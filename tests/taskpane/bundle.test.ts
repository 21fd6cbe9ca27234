import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const file = path.join(__dirname, "../../dist/taskpane.js");

function bundle(): Buffer {
  if (!existsSync(file)) throw new Error("Build the add-in first: npm run build");
  return readFileSync(file);
}

/** What a sales head's connection carries before the pane can be used. */
const mostKilobytes = 330;

it(`the add-in travels in less than ${mostKilobytes} KB`, () => {
  expect(gzipSync(bundle()).length).toBeLessThan(mostKilobytes * 1000);
});

it("nothing of the stand-in for Excel is in the add-in", () => {
  const text = bundle().toString("utf8");
  // Names that survive minifying: of the host's classes on the wire, its engine, its file library, its charts.
  for (const trace of ["GetHostInfo", "UNIVER_SHEET", "univer", "excelts", "echarts", "keyfolioWorkbench"]) {
    expect(text).not.toContain(trace);
  }
});
