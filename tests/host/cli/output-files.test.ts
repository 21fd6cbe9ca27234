import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeOutputs } from "../../../src/host/cli/output-files";
import { Stopped } from "../../../src/host/cli/stopped";
import { hostTextsOf } from "../../../src/locales";

const texts = hostTextsOf.en.headless;
let folder: string;
const inFolder = (name: string) => path.join(folder, name);

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "keyfolio-outputs-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("workbook and figures are written, and nothing else is left", () => {
  writeOutputs(
    [
      { file: inFolder("out.xlsx"), content: Uint8Array.of(1, 2, 3) },
      { file: inFolder("figures.json"), content: "{}\n" },
    ],
    texts,
  );
  expect(readdirSync(folder).sort()).toEqual(["figures.json", "out.xlsx"]);
  expect(readFileSync(inFolder("figures.json"), "utf8")).toBe("{}\n");
});

test("when the figures cannot be written, there is no workbook either", () => {
  const outputs = [
    { file: inFolder("out.xlsx"), content: "workbook" },
    { file: inFolder("none/figures.json"), content: "{}" },
  ];
  expect(() => writeOutputs(outputs, texts)).toThrow(Stopped);
  expect(() => writeOutputs(outputs, texts)).toThrow(/figures\.json cannot be written \(ENOENT\)/);
  expect(readdirSync(folder)).toEqual([]);
});

test("an output that turns out to be a folder leaves nothing unfinished behind", () => {
  mkdirSync(inFolder("out.xlsx"));
  expect(() => writeOutputs([{ file: inFolder("out.xlsx"), content: "workbook" }], texts)).toThrow(Stopped);
  expect(readdirSync(folder)).toEqual(["out.xlsx"]);
});
