/**
 * The same clients under the boundary rules in use, limits 80 % and 95 %. `up`: the crossing client keeps the better
 * class; `down`: cumulative including the client within the limit, ties pooled (SQLBI).
 */
export const boundaryRules = [
  { name: "one client has it all", amounts: [960, 10, 10, 10, 10], up: "ACCCC", down: "CCCCC" },
  { name: "one client crosses 80 %", amounts: [82, 6, 5, 4, 3], up: "ABBBC", down: "BBBCC" },
  {
    name: "ten clients",
    amounts: [500, 200, 100, 80, 50, 30, 20, 10, 6, 4],
    up: "AAABBBCCCC",
    down: "AAABBCCCCC",
  },
  { name: "limits met exactly", amounts: [50, 30, 15, 5], up: "AABC", down: "AABC" },
  { name: "ties at the limit", amounts: [40, 20, 20, 20], up: "AAAA", down: "ACCC" },
] as const;

/** Revenue of six customers with published shares and cumulative shares in per cent (Pricefx documentation, ABC). */
export const pricefx = [
  { revenue: 523655, share: 16.92, cumulative: 16.92 },
  { revenue: 522656, share: 16.89, cumulative: 33.81 },
  { revenue: 512354, share: 16.56, cumulative: null },
  { revenue: 512179, share: 16.55, cumulative: 66.92 },
  { revenue: 512147, share: 16.55, cumulative: 83.46 },
  { revenue: 511736, share: 16.54, cumulative: 100 },
] as const;
