const typescript = require("typescript-eslint");
const officeAddins = require("eslint-plugin-office-addins");

module.exports = [
  { ignores: ["dist/**", "build/**", "node_modules/**"] },
  ...typescript.configs.recommended,
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    plugins: { "office-addins": officeAddins },
    rules: {
      ...(officeAddins.configs.recommended[0] ?? officeAddins.configs.recommended).rules,
      "@typescript-eslint/no-explicit-any": "error",
    },
  },
  {
    files: ["*.js", ".ci/**"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
];
