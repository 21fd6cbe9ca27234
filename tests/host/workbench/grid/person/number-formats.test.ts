import {
  nameOfFormat,
  shortcutFormats,
  withDecimals,
} from "../../../../../src/host/workbench/grid/person/number-formats";

test.each([
  ["0%", 1, "0.0%"],
  ["0.0%", -1, "0%"],
  ["#,##0", 1, "#,##0.0"],
  ["#,##0.00", -1, "#,##0.0"],
  ["#,##0.00;[Red]-#,##0.00", 1, "#,##0.000;[Red]-#,##0.000"],
  ["0.00E+00", 1, "0.000E+00"],
  ["0", -1, "0"],
  ["m/d/yyyy", 1, "m/d/yyyy"],
  ["@", 1, "@"],
] as const)("%s with decimals %i: %s", (pattern, step, wanted) => {
  expect(withDecimals(pattern, step, 0)).toBe(wanted);
});

test("a number without a format begins from the decimals that it shows", () => {
  expect(withDecimals("General", 1, 2)).toBe("0.000");
  expect(withDecimals("General", -1, 0)).toBe("0");
});

test("Ctrl+Shift+5 is the percentage of the list of formats", () => {
  expect(nameOfFormat(shortcutFormats.Digit5)).toBe("percent");
  expect(nameOfFormat("0.000")).toBeNull();
});
