/**
 * Thirteen shares in per cent against the rules of the literature, read from the articles:
 * key ≥ 10 % and > 10 %, dependence > 20 %, critical > 50 %, mono-client ≥ 50 %, > 70 % and 100 %.
 */
export const thresholds = [
  { share: 9.99, key: 0, overKey: 0, dependence: 0, critical: 0, mono50: 0, mono70: 0, mono100: 0 },
  { share: 10, key: 1, overKey: 0, dependence: 0, critical: 0, mono50: 0, mono70: 0, mono100: 0 },
  { share: 10.01, key: 1, overKey: 1, dependence: 0, critical: 0, mono50: 0, mono70: 0, mono100: 0 },
  { share: 20, key: 1, overKey: 1, dependence: 0, critical: 0, mono50: 0, mono70: 0, mono100: 0 },
  { share: 20.01, key: 1, overKey: 1, dependence: 1, critical: 0, mono50: 0, mono70: 0, mono100: 0 },
  { share: 49.99, key: 1, overKey: 1, dependence: 1, critical: 0, mono50: 0, mono70: 0, mono100: 0 },
  { share: 50, key: 1, overKey: 1, dependence: 1, critical: 0, mono50: 1, mono70: 0, mono100: 0 },
  { share: 50.01, key: 1, overKey: 1, dependence: 1, critical: 1, mono50: 1, mono70: 0, mono100: 0 },
  { share: 70, key: 1, overKey: 1, dependence: 1, critical: 1, mono50: 1, mono70: 0, mono100: 0 },
  { share: 70.01, key: 1, overKey: 1, dependence: 1, critical: 1, mono50: 1, mono70: 1, mono100: 0 },
  { share: 75, key: 1, overKey: 1, dependence: 1, critical: 1, mono50: 1, mono70: 1, mono100: 0 },
  { share: 99.99, key: 1, overKey: 1, dependence: 1, critical: 1, mono50: 1, mono70: 1, mono100: 0 },
  { share: 100, key: 1, overKey: 1, dependence: 1, critical: 1, mono50: 1, mono70: 1, mono100: 1 },
] as const;
