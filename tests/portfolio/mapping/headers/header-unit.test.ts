import { inMixedUnits } from "../../../../src/portfolio/mapping/headers/header-unit";

const mixedIn = (...headers: readonly string[]) => inMixedUnits(headers.map((header) => ({ header }))).length;

describe("units of periods", () => {
  test.each([
    ["Sales 2024 (k€)", "Sales 2025 (M€)"],
    ["Sales 2024 (k€)", "Sales 2025 (€)"],
    ["Sales 2024 (k€)", "Sales 2025 (k$)"],
    ["2024 TEUR", "2025 EUR"],
  ])("%s and %s are never added", (...headers) => {
    expect(mixedIn(...headers)).toBe(2);
  });

  test.each([
    ["Sales 2024 (k€)", "Sales 2025 (T€)"],
    ["2024 TEUR", "2025 in Tsd. EUR"],
  ])("%s and %s are one", (...headers) => {
    expect(mixedIn(...headers)).toBe(0);
  });
});
