import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");
const table = readFileSync(path.join(root, "docs/methods.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, section, rule, code, tests, place]) => ({ section, rule, code, tests, place }));

/** Names in backticks; one without a folder stands beside the one before it. */
function namesIn(cell: string): string[] {
  let folder = "";
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => {
    if (name.includes("/")) folder = path.posix.dirname(name);
    return name.includes("/") ? name : path.posix.join(folder, name);
  });
}

/** Whether a file or folder of that name is there, with one of the endings. */
const isThere = (under: string, name: string, endings: readonly string[]) =>
  endings.some((ending) => {
    const file = path.join(root, under, name + ending);
    return existsSync(file) && (ending !== "" || statSync(file).isDirectory());
  });

test("every section of the methods is in the table", () => {
  const sections = new Set(table.map(({ section }) => Number(section)));
  expect([...sections].sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
});

test.each(table)("§ $section, $rule: code and tests stand where the table says", ({ code, tests, place }) => {
  const [inCode, inTests] = [namesIn(code), namesIn(tests)];
  expect(inCode).not.toEqual([]);
  expect(inTests).not.toEqual([]);
  expect(inCode.filter((name) => !isThere("src", name, ["", ".ts", ".tsx"]))).toEqual([]);
  expect(inTests.filter((name) => !isThere("tests", name, ["", ".test.ts", ".test.tsx"]))).toEqual([]);
  expect(place).not.toBe("");
});
