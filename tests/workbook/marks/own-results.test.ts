import fc from "fast-check";
import { textsOf, type Language } from "../../../src/locales";
import { isOwnResult } from "../../../src/workbook/marks/own-results";

const languages: readonly Language[] = ["en", "ru"];
const unit = fc.constantFrom("day", "week", "month", "quarter", "half", "year" as const);
const cells = (["A", "B", "C"] as const).flatMap((abc) =>
  (["X", "Y", "Z", "N"] as const).map((xyz) => `cell.${abc}${xyz}` as const),
);
const quadrants = ["key", "development", "maintenance", "opportunistic"].map(
  (name) => `quadrant.${name}` as "quadrant.key",
);
const money = fc.double({ min: 0, max: 1e12, noNaN: true });
const periods = fc.integer({ min: 1, max: 400 });
const silence = fc.record({
  unit,
  silence: periods,
  usual: fc.option(
    fc.tuple(periods, periods).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) / 2 })),
  ),
  limit: fc.option(fc.double({ min: 1, max: 40, noNaN: true })),
  perYear: money,
});

test.each(languages)("advice with any figures in it is known again as ours: %s", (language) => {
  const { because } = textsOf[language].advice;
  fc.assert(
    fc.property(silence, money, money, fc.option(money), periods, (fact, some, other, growth, count) => {
      const texts = [
        ...(["lost", "lost.terms", "lost.service", "lost.need"] as const).map((advice) =>
          because.lost(fact, advice),
        ),
        ...cells.flatMap((cell) => [
          because.cell(cell, { amount: some, variation: null, method: "variation" }),
          because.cell(cell, { amount: -some, variation: other / 1e9, method: "variation" }),
          because.cell(cell, { amount: other, variation: 0.85, method: "frequency" }),
          because.cell(cell, { amount: 0, variation: null, method: "frequency" }),
        ]),
        ...quadrants.map((quadrant) =>
          because.quadrant(quadrant, { attractiveness: some / 1e11, loyalty: 5.5 }),
        ),
        because.atRisk({ ...fact, limit: fact.limit ?? 2 }),
        because.lossMaking(-some, other),
        because.lossMaking(0, other),
        because.contact("2025-03-31"),
        because.reduceDependence(some, growth),
        because.declining({ unit: fact.unit, periods: count, actual: some, expected: other }),
      ];
      expect(texts.filter((text) => !isOwnResult("action", text))).toEqual([]);
    }),
  );
});

test.each(languages)("every activity and every pin is known again as ours: %s", (language) => {
  const { activity, pinned, statuses } = textsOf[language].columns;
  for (const text of Object.values(activity)) expect(isOwnResult("activity", text)).toBe(true);
  for (const status of Object.values(statuses)) {
    for (const reason of ["", "our first client; ask Anna"]) {
      for (const until of [null, "2026-12-31"]) {
        expect(isOwnResult("pinned", pinned(status, reason, until))).toBe(true);
      }
    }
  }
});

test.each([
  ["action", "Call: Anna knows them"],
  ["action", "Call: quiet for 3 months"],
  ["action", "Позвонить: молчит телефон; 5 раз в год"],
  ["action", "Связаться"],
  ["activity", "Lost, ask Anna"],
  ["pinned", "Keyboard"],
] as const)("what a person wrote into %s is not: %s", (column, text) => {
  expect(isOwnResult(column, text)).toBe(false);
});
