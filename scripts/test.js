/**
 * Everything that must hold, in order of how fast it fails: types, lint, format, build, jest in Node, jest with a browser.
 * Ends with the one line that counts them: `N passed, N failed`.
 */
const { spawnSync } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");

const root = path.join(__dirname, "..");
const run = (command, args) => {
  const started = Date.now();
  const { status } = spawnSync("npx", [command, ...args], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  console.log(`${status === 0 ? "✓" : "✗"} ${command} (${Math.round((Date.now() - started) / 1000)} s)`);
  return status === 0;
};

const checks = [
  ["tsc", ["--noEmit", "--project", "."]],
  ["eslint", ["--max-warnings", "0", "."]],
  ["prettier", ["--check", "--log-level", "warn", "."]],
  ["webpack", ["--config-name", "add-in", "--stats", "errors-warnings"]],
].map(([command, args]) => run(command, args));

/** Runs jest and counts. A run that came to no result, or failed without a failing test, counts as one failure. */
function countTests(args) {
  const folder = mkdtempSync(path.join(tmpdir(), "keyfolio-test-"));
  const file = path.join(folder, "jest.json");
  const held = run("jest", ["--json", "--outputFile", file, ...args]);
  let counted = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
  try {
    counted = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // jest came to no result
  }
  rmSync(folder, { recursive: true, force: true });
  const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
  return { passed: counted.numPassedTests, failed: held ? failed : Math.max(1, failed) };
}

const tests = [
  countTests(process.argv.slice(2)),
  countTests(["--config", "tests/e2e/jest.config.js", ...process.argv.slice(2)]),
];
const passed = checks.filter(Boolean).length + tests.reduce((sum, each) => sum + each.passed, 0);
const failed = checks.filter((held) => !held).length + tests.reduce((sum, each) => sum + each.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
