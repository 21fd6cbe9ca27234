const officeAddins = require("eslint-plugin-office-addins");
const typescript = require("typescript-eslint");

const officeRules = officeAddins.configs.recommended.at(-1).rules;

module.exports = [
  { ignores: ["dist/", "build/", "node_modules/"] },
  ...typescript.configs.recommended,
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(
      Object.entries(officeRules).filter(([rule]) => rule.startsWith("office-addins/")),
    ),
  },
  {
    files: ["src/host/**"],
    rules: Object.fromEntries(
      Object.keys(officeRules)
        .filter((rule) => rule.startsWith("office-addins/"))
        .map((rule) => [rule, "off"]),
    ),
  },
  { files: ["src/host/wire/**"], rules: { "@typescript-eslint/no-explicit-any": "off" } },
  {
    files: ["**/*.js", "**/*.cjs"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
    languageOptions: { sourceType: "commonjs" },
  },
];
