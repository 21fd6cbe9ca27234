import * as fc from "fast-check";

/** Whole cents of either sign, with zeros, repeated values and a wide spread of sizes. */
export const cents = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -50_000, max: 5_000_000 }) },
  { weight: 3, arbitrary: fc.constantFrom(0, 100, 250, 1_000, 5_000, 10_000) },
);

export const positiveCents = cents.map((amount) => Math.abs(amount) + 1);

/** The same amounts as a list holds them: in roubles or dollars with two decimals. */
export const inUnits = (amounts: readonly number[]) => Float64Array.from(amounts, (amount) => amount / 100);

/** A list and the same list in another order, with the position that each client had. */
export const reordered = <T>(list: fc.Arbitrary<T[]>) =>
  list.chain((values) =>
    fc
      .shuffledSubarray(
        values.map((_, i) => i),
        { minLength: values.length, maxLength: values.length },
      )
      .map((order) => ({ values, order })),
  );
