/** Customer profitability of Spring Distribution (Horngren, Cost Accounting), the most profitable first; cumulative in per cent. */
export const springDistribution = [
  { client: "S", revenue: 442656, goods: 381600, service: 19200, income: 41856, cumulative: 46.1035 },
  { client: "R", revenue: 802560, goods: 729600, service: 34240, income: 38720, cumulative: 88.7528 },
  { client: "Q", revenue: 123900, goods: 105000, service: 7355, income: 11545, cumulative: 101.4694 },
  { client: "P", revenue: 29952, goods: 24960, service: 2980, income: 2012, cumulative: 103.6855 },
  { client: "T", revenue: 50544, goods: 46800, service: 7090, income: -3346, cumulative: 100.0 },
] as const;
