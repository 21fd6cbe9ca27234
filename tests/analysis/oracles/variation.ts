/** Worked examples of XYZ analysis, as published. Population deviation, limits 10 % and 25 %. */

/** Coursework on inventory analysis, BSEU, Minsk: table 4, sales January to March 2012. */
export const bseu2012 = [
  {
    name: "Мясные и колбасные изделия",
    months: [485.9, 520.4, 549.6],
    mean: 518.63,
    deviation: 26.04,
    cv: 5.02,
    xyz: "X",
  },
  {
    name: "Бакалейные товары",
    months: [317, 347.2, 364.8],
    mean: 343.0,
    deviation: 19.74,
    cv: 5.75,
    xyz: "X",
  },
  {
    name: "Овощи и фрукты",
    months: [148, 211.7, 185.8],
    mean: 181.83,
    deviation: 26.16,
    cv: 14.38,
    xyz: "Y",
  },
  {
    name: "Молочные продукты",
    months: [67.6, 99.2, 131.4],
    mean: 99.4,
    deviation: 26.05,
    cv: 26.2,
    xyz: "Z",
  },
  {
    name: "Безалкогольные напитки",
    months: [66.7, 68.8, 98.6],
    mean: 78.03,
    deviation: 14.57,
    cv: 18.67,
    xyz: "Y",
  },
  { name: "Рыба", months: [31.7, 55.6, 30.3], mean: 39.2, deviation: 11.61, cv: 29.62, xyz: "Z" },
] as const;

/**
 * Textbook task of three positions (kampus.ai, logistics). The averages printed there (2500, 760, 3000) do not belong
 * to the quarters; the coefficients here follow the quarters.
 */
export const threePositions = [
  { quarters: [600, 620, 700, 680], population: 6.343, sample: 7.325, xyz: "X" },
  { quarters: [240, 180, 220, 160], population: 15.811, sample: 18.257, xyz: "Y" },
  { quarters: [500, 1400, 400, 700], population: 52.068, sample: 60.123, xyz: "Z" },
] as const;
