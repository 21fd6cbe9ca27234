/**
 * Everything that must hold, in order of how fast it fails: types, lint, format, build, jest.
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
  ["webpack", ["--stats", "errors-warnings"]],
].map(([command, args]) => run(command, args));

const folder = mkdtempSync(path.join(tmpdir(), "keyfolio-test-"));
const file = path.join(folder, "jest.json");
const jestHeld = run("jest", ["--json", "--outputFile", file, ...process.argv.slice(2)]);
let jest = { numPassedTests: 0, numFailedTests: 1, numRuntimeErrorTestSuites: 0, numPendingTests: 0 };
try {
  jest = JSON.parse(readFileSync(file, "utf8"));
} catch {
  // jest came to no result: the one failed test above stands
}
rmSync(folder, { recursive: true, force: true });

const passed = checks.filter(Boolean).length + jest.numPassedTests;
const failed = checks.filter((held) => !held).length + jest.numFailedTests + jest.numRuntimeErrorTestSuites;
const silentFailure = !jestHeld && jest.numFailedTests + jest.numRuntimeErrorTestSuites === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed + silentFailure} failed`);
process.exit(failed + silentFailure === 0 ? 0 : 1);
