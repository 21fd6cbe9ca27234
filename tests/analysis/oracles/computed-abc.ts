/** Classes of the R package ABCanalysis 1.2.1 (Ultsch and Lötsch 2015), R 4.2.2, with limits computed from the data. */
export const computedAbc = [
  { name: "one_to_nine", amounts: [1, 2, 3, 4, 5, 6, 7, 8, 9], classes: "CCCBBBAAA" },
  { name: "viessmann_readme", amounts: [1, 15, 25, 17, 2, 3, 5, 6, 2, 3, 22], classes: "CBAACCCBCCA" },
  { name: "one_to_six", amounts: [1, 2, 3, 4, 5, 6], classes: "CCBBAA" },
  { name: "small10", amounts: [500, 200, 100, 80, 50, 30, 20, 10, 6, 4], classes: "ABBBCCCCCC" },
  {
    name: "northwind",
    amounts: [
      4273, 1402.95, 7023.97, 13390.65, 24927.57, 3239.8, 18534.08, 4232.85, 21963.25, 20801.6, 6089.9,
      1814.8, 100.8, 12348.88, 3810.75, 1719.1, 3763.21, 1615.9, 14761.03, 104874.98, 4107.55, 11666.9,
      29567.56, 26656.56, 3172.16, 1545.7, 6427.42, 836.7, 11446.36, 8414.14, 18507.45, 1488.7, 32841.37,
      22768.76, 3063.2, 49979.91, 6146.3, 30908.38, 1992.05, 9328.2, 522.5, 357, 19261.42, 3076.47, 16076.6,
      16476.57, 4258.6, 7176.21, 9736.08, 28872.19, 5042.2, 649, 3460.2, 15177.47, 12496.19, 4242.2, 23128.86,
      5044.94, 6664.81, 25717.5, 110277.32, 2844.1, 51097.8, 7048.24, 12450.8, 19343.78, 1467.29, 5735.15,
      104361.96, 16215.33, 16817.09, 2423.35, 11441.63, 24088.78, 3361, 1947.24, 4778.14, 10812.15, 6850.66,
      1571.2, 15843.93, 9182.43, 1480, 9588.43, 15648.7, 6068.2, 27363.61, 3161.35, 3531.95,
    ],
    classes: "CCCBACACAACCCBCCCCBACBAACCCCBCACAACACACCCCACAACCBACCCBBCACCAACACBACCAAACBACCCBCCBCCCBCACC",
  },
  {
    name: "zeros23",
    amounts: [0, 10, 0, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    classes: "CACBBCCCCCCCCCCCCCCCCCC",
  },
  { name: "ab_dup", amounts: [3, 1, 3, 1, 1, 3], classes: "BCBCCB" },
  {
    name: "dominator",
    amounts: [60, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10],
    classes: "ABBBBBBBBBBBBBB",
  },
  { name: "bc_dup", amounts: [10, 10, 10, 5, 5, 5, 1, 1, 1], classes: "BBBBBBCCC" },
  { name: "linear10", amounts: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], classes: "CCCCBBBAAA" },
  { name: "high", amounts: [100, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], classes: "BBBCCCCCCCC" },
  { name: "two", amounts: [10, 4], classes: "BC" },
  { name: "mono", amounts: [960, 10, 10, 10, 10], classes: "BCCCC" },
  { name: "negs", amounts: [100, -20, 50, 30, -5, 10], classes: "ACBBCC" },
] as const;
