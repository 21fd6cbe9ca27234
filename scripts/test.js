/**
 * Everything that must hold, in order of how fast it fails: types and build beside format and lint, jest in Node, jest with a browser.
 * Ends with the one line that counts them: `N passed, N failed`.
 */
const { execFile, spawnSync } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");

const root = path.join(__dirname, "..");
const isWindows = process.platform === "win32";

// Requests and replies are many objects that live for a moment: with more room for new ones less is collected.
const env = {
  ...process.env,
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --max-semi-space-size=64`.trim(),
};
const options = { cwd: root, env, shell: isWindows };

const told = (command, held, started) => {
  console.log(`${held ? "✓" : "✗"} ${command} (${Math.round((Date.now() - started) / 1000)} s)`);
  return held;
};

const run = (command, args) => {
  const started = Date.now();
  const { status } = spawnSync("npx", [command, ...args], { ...options, stdio: "inherit" });
  return told(command, status === 0, started);
};

/** The same beside others: it says what it has to say when it is done. */
const runBeside = (command, args) =>
  new Promise((resolve) => {
    const started = Date.now();
    execFile("npx", [command, ...args], { ...options, maxBuffer: 2 ** 27 }, (error, output, errors) => {
      process.stdout.write(output + errors);
      resolve(told(command, error === null, started));
    });
  });

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

/** Commands one after the other; whether each went well. */
async function inTurn(commands) {
  const held = [];
  for (const [command, args] of commands) held.push(await runBeside(command, args));
  return held;
}

async function main() {
  const checks = await Promise.all([
    inTurn([
      ["tsc", ["--noEmit", "--project", "."]],
      ["webpack", ["--config-name", "add-in", "--stats", "errors-warnings"]],
    ]),
    inTurn([
      ["prettier", ["--check", "--log-level", "warn", "."]],
      ["eslint", ["--max-warnings", "0", "."]],
    ]),
  ]);
  const held = checks.flat();
  const tests = [
    countTests(process.argv.slice(2)),
    countTests(["--config", "tests/e2e/jest.config.js", ...process.argv.slice(2)]),
  ];
  const passed = held.filter(Boolean).length + tests.reduce((sum, each) => sum + each.passed, 0);
  const failed = held.filter((each) => !each).length + tests.reduce((sum, each) => sum + each.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

void main();
