/** Figures of the R package tsintermittent: interval between purchases (ADI) and squared variation of the purchases (divisor n − 1). */
export const demand = [
  {
    name: "s1",
    history: [10.0, 12.0, 11.0, 9.0, 10.0, 11.0],
    adi: 1,
    squared: 0.00997732426303855,
    pattern: "smooth",
  },
  {
    name: "s2",
    history: [0.0, 5.0, 0.0, 0.0, 6.0, 0.0],
    adi: 2.5,
    squared: 0.0165289256198347,
    pattern: "intermittent",
  },
  {
    name: "s3",
    history: [10.0, 0.0, 50.0, 5.0, 0.0, 2.0],
    adi: 1.5,
    squared: 1.79015370906661,
    pattern: "lumpy",
  },
  {
    name: "s4",
    history: [10.0, 40.0, 5.0, 60.0, 8.0, 3.0],
    adi: 1,
    squared: 1.24807256235828,
    pattern: "erratic",
  },
  {
    name: "Northwind ALFKI",
    history: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 814.5, 0, 1208, 0, 0, 845.8, 0, 471.2, 933.5, 0],
    adi: 4.4,
    squared: 0.0957763971566384,
    pattern: "intermittent",
  },
  {
    name: "Northwind ANATR",
    history: [0, 0, 88.8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 479.75, 0, 0, 320, 0, 0, 0, 514.4, 0, 0],
    adi: 5.25,
    squared: 0.306152472594122,
    pattern: "intermittent",
  },
  {
    name: "Northwind ANTON",
    history: [0, 0, 0, 0, 403.2, 0, 0, 0, 0, 749.06, 1940.85, 2082, 0, 0, 1188.86, 0, 0, 0, 660, 0, 0, 0, 0],
    adi: 3.16666666666667,
    squared: 0.357777631699514,
    pattern: "intermittent",
  },
  {
    name: "Northwind AROUT",
    history: [
      0, 0, 0, 0, 480, 899, 0, 407.7, 0, 0, 0, 2142.9, 0, 0, 0, 1641, 547.2, 1668.1, 0, 282, 4831.25, 491.5,
      0,
    ],
    adi: 2.2,
    squared: 1.07218886921471,
    pattern: "lumpy",
  },
  {
    name: "Northwind ERNSH",
    history: [
      3488.68, 0, 0, 0, 7088.5, 4990.88, 8467.72, 1792, 0, 8623.45, 0, 550.59, 4725, 5510.59, 1536.8, 3436.44,
      0, 13453.68, 7672, 6379.4, 6221.5, 15719.75, 5218,
    ],
    adi: 1.35294117647059,
    squared: 0.41119360055352,
    pattern: "intermittent",
  },
  {
    name: "Northwind QUICK",
    history: [
      0, 6796.64, 182.4, 0, 4971.04, 0, 1814.8, 3849.66, 0, 9921.3, 15248.98, 0, 3120, 0, 4464.6, 15913.68,
      4529.8, 2247.1, 3812.7, 17926.5, 6315.88, 9162.24, 0,
    ],
    adi: 1.375,
    squared: 0.600874986516301,
    pattern: "lumpy",
  },
  {
    name: "Northwind SAVEA",
    history: [
      0, 0, 0, 5275.72, 0, 5062.55, 0, 6942.64, 0, 4707.54, 0, 2944.4, 14333.4, 1185.75, 9628.1, 12693.75,
      5278, 0, 4971.92, 3645.74, 6542.4, 16819.65, 4330.4,
    ],
    adi: 1.53333333333333,
    squared: 0.409343612986221,
    pattern: "intermittent",
  },
  {
    name: "Northwind VICTE",
    history: [
      654.06, 0, 0, 144.8, 0, 0, 0, 2084.32, 471.2, 0, 2812, 0, 0, 0, 0, 0, 0, 439.6, 2576.45, 0, 0, 0, 0,
    ],
    adi: 2.71428571428571,
    squared: 0.746627358953179,
    pattern: "lumpy",
  },
] as const;
