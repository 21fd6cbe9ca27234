/** Builds dist/ when it is missing or older than what it is built from. Quiet, so that a report's own words stay alone. */
const { spawnSync } = require("node:child_process");
const { existsSync, readdirSync, statSync, utimesSync } = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..");
const rooms = readdirSync(path.join(root, "src")).filter((room) => room !== "host");
const sources = [
  "webpack.config.js",
  "package-lock.json",
  "manifest.xml",
  "assets/icons",
  "scripts/formulas",
  "scripts/icons",
  "scripts/manifest",
  ...rooms.map((room) => path.join("src", room)),
];

function newest(file) {
  const status = statSync(file);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

const page = path.join(root, "dist", "taskpane.html");
const stale =
  !existsSync(page) ||
  statSync(page).mtimeMs < Math.max(...sources.map((file) => newest(path.join(root, file))));
if (stale) {
  const build = spawnSync("npx", ["webpack", "--config-name", "add-in", "--stats", "errors-only"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: true,
  });
  // webpack leaves a page alone that would be the same.
  if (build.status === 0) utimesSync(page, new Date(), new Date());
  process.exit(build.status ?? 1);
}
