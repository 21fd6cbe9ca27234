import { periodRun } from "../../../src/portfolio/layout/period-run";

test.each<[readonly (string | number)[], ReturnType<typeof periodRun>]>([
  [[2023, 2024, 2025], "regular"],
  [["01.2024", "02.2024", "03.2024"], "regular"],
  [[2023, 2024, 2024, 2025], "regular"],
  [["2025", "2024", "2024", "2023"], "regular"],
  [[2024, 2025, 2024, 2025], "regular"],
  [["2025", "2024", "2025", "2024"], "regular"],
  [["01.2024", "02.2024", "01.2024", "02.2024"], "regular"],
  [[2000, 2010, 2000, 2010], null],
  [[2000, 2000, 2015], null],
  [[2023, 2024, 2024], null],
  [[2000, 2024], "possible"],
  [[45_000, 45_200], "possible"],
  [[1, 2, 3], "possible"],
  [[950, 2024], null],
])("%j", (cells, run) => {
  expect(periodRun(cells)).toBe(run);
});
