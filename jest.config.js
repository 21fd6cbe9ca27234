const { file: cjkRegex } = require("./scripts/cjk-regex-in-one-file");

const swc = (parser) => [
  "@swc/jest",
  {
    jsc: { parser, transform: { react: { runtime: "automatic" } }, target: "es2022" },
    module: { type: "commonjs" },
  },
];

/** Univer's CommonJS build requires ES modules, which jest refuses on Node 20: these and what they require become CommonJS. */
const modules = [
  "nanoid",
  "rbush",
  "quickselect",
  "kdbush",
  "franc-min",
  "n-gram",
  "trigram-utils",
  "collapse-white-space",
];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/tests/**/*.test.ts", "<rootDir>/tests/**/*.test.tsx"],
  // With a browser, by their own configuration.
  testPathIgnorePatterns: ["<rootDir>/tests/e2e/"],
  transform: {
    "^.+\\.tsx?$": swc({ syntax: "typescript", tsx: true }),
    [`node_modules/(${modules.join("|")})/.+\\.js$`]: swc({ syntax: "ecmascript" }),
  },
  transformIgnorePatterns: [`node_modules/(?!(${modules.join("|")})/)`],
  globalSetup: "<rootDir>/scripts/cjk-regex-in-one-file.js",
  moduleNameMapper: {
    // Likewise, but 600 files: the same library in its CommonJS dress.
    "^lodash-es$": "lodash",
    "^cjk-regex$": cjkRegex,
    "^fast-check$": "<rootDir>/tests/fast-check.ts",
  },
  maxWorkers: 2,
  // A loaded machine is no failure: how long things take is told by the bench.
  testTimeout: 120_000,
};
