/**
 * Northwind orders of three clients (days with an order), and what pandas gives for them as of 1998-05-06: the 90th
 * percentile of the intervals (linear interpolation) and the days since the last order.
 */
export const northwindAsOf = "1998-05-06";

export const northwind = [
  {
    client: "ALFKI",
    days: ["1997-08-25", "1997-10-03", "1997-10-13", "1998-01-15", "1998-03-16", "1998-04-09"],
    percentile90: 80.4,
    recency: 27,
  },
  {
    client: "ANTON",
    days: ["1996-11-27", "1997-04-15", "1997-05-13", "1997-06-19", "1997-09-22", "1997-09-25", "1998-01-28"],
    percentile90: 132,
    recency: 98,
  },
  {
    client: "HUNGC",
    days: ["1996-12-06", "1996-12-25", "1997-01-15", "1997-07-16", "1997-09-08"],
    percentile90: 143.6,
    recency: 240,
  },
] as const;
