/**
 * The spreadsheet engine's `cjk-regex` stands on a thousand files of Unicode data. Each test file loads the engine anew, and jest takes
 * a third of that for these files alone: before the tests they become one.
 */
const { existsSync, readFileSync } = require("node:fs");
const path = require("node:path");
const { promisify } = require("node:util");
const webpack = require("webpack");

const root = path.join(__dirname, "..");
const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
const versions = ["cjk-regex", "unicode-regex"].map((name) => lock.packages[`node_modules/${name}`].version);
const file = path.join(root, "build", `cjk-regex-${versions.join("-")}.js`);

/** Makes the file unless it is there. */
async function makeFile() {
  if (existsSync(file)) return;
  const bundled = await promisify(webpack)({
    mode: "none",
    target: "node",
    entry: require.resolve("cjk-regex"),
    output: { path: path.dirname(file), filename: path.basename(file), library: { type: "commonjs2" } },
  });
  if (bundled.hasErrors()) throw new Error(bundled.toString({ all: false, errors: true }));
}

module.exports = makeFile;
module.exports.file = file;
