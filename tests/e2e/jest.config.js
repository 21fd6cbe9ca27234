/** Tests in a real browser: one server of the workbench for all of them. */
module.exports = {
  ...require("../../jest.config.js"),
  rootDir: "../..",
  testMatch: ["<rootDir>/tests/e2e/**/*.test.ts"],
  testPathIgnorePatterns: [],
  globalSetup: "<rootDir>/tests/e2e/start-workbench.ts",
  globalTeardown: "<rootDir>/tests/e2e/stop-workbench.ts",
  maxWorkers: 2,
  testTimeout: 300_000,
};
