/** Figures of the R package ineq 0.2-13 (R 4.2.2); those of the USA 1968 incomes are printed in its own examples. */
export const ineq = [
  {
    name: "incomes of the USA, 1968",
    amounts: [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261],
    gini: 0.4620911302676,
    hhi: 1840.81230915485,
    effectiveClients: 5.432384361115,
    cr1: 0.3343195266272,
    cr3: 0.6378067461629,
    cr5: 0.8149160484186,
  },
  {
    name: "Damgaard and Weiner, p",
    amounts: [...new Array<number>(9).fill(50 / 9), 50],
    gini: 0.4,
    hhi: 2777.77777777778,
    effectiveClients: 3.6,
    cr1: 0.5,
    cr3: 0.6111111111111,
    cr5: 0.7222222222222,
  },
  {
    name: "Damgaard and Weiner, q",
    amounts: [2, 2, 2, 2, 2, 18, 18, 18, 18, 18],
    gini: 0.4,
    hhi: 1640,
    effectiveClients: 6.09756097561,
    cr1: 0.18,
    cr3: 0.54,
    cr5: 0.9,
  },
  {
    name: "ten clients",
    amounts: [500, 200, 100, 80, 50, 30, 20, 10, 6, 4],
    gini: 0.6472,
    hhi: 3103.52,
    effectiveClients: 3.222147754807,
    cr1: 0.5,
    cr3: 0.8,
    cr5: 0.93,
  },
  {
    name: "three clients",
    amounts: [20, 30, 50],
    gini: 0.2,
    hhi: 3800,
    effectiveClients: 2.631578947368,
    cr1: 0.5,
    cr3: 1,
    cr5: 1,
  },
] as const;

/** Published examples of the index from shares in per cent. */
export const publishedHhi = [
  { source: "justice.gov/atr/herfindahl-hirschman-index", shares: [30, 30, 20, 20], hhi: 2600 },
  { source: "Investopedia", shares: [10, 9, 12, 15, 12, 11, 15, 16], hhi: 1296 },
  { source: "QuickBooks, What is concentration", shares: [20, 30, 50], hhi: 3800 },
  { source: "ClientGuard, HHI for small business", shares: [20, 19, 18, 17, 16, 10], hhi: 1730 },
  {
    source: "industrialorganization.blogspot.com, the two smallest merged",
    shares: [25, 20, 15, 10, 9, 8, 7, 6],
    hhi: 1580,
  },
  {
    source: "industrialorganization.blogspot.com, the two largest merged",
    shares: [45, 15, 10, 8, 7, 6, 5, 4],
    hhi: 2540,
  },
] as const;
