/**
 * Takes off the rounding of binary addition, so that totals that are equal in cents are equal as numbers:
 * the nearest multiple of 1e-6, and for |amount| ≥ 1e9 the nearest figure of 15 significant digits (as many as Excel
 * keeps of a typed number). Above 1e13 that would be coarser than a cent: those amounts stay as they are.
 *
 * A fixed 1e-6 is too fine from about 4e9 on, where neighbouring doubles are 1e-6 apart: one in ten totals made of
 * different parts would differ there. `snap(0.1 + 0.2)` is 0.3. Idempotent, odd in the sign. Amounts must be finite.
 */
export function snap(amount: number): number {
  const size = Math.abs(amount);
  const steps = stepsPerUnit(size);
  if (steps === 0) return amount;
  const snapped = Math.round(size * steps) / steps;
  return amount < 0 && snapped > 0 ? -snapped : snapped;
}

/** Reciprocal of the grid, a whole number so that the division gives the double nearest to the decimal figure. */
function stepsPerUnit(size: number): number {
  if (size < 1e9) return 1e6;
  if (size < 1e10) return 1e5;
  if (size < 1e11) return 1e4;
  if (size < 1e12) return 1e3;
  if (size < 1e13) return 1e2;
  return 0;
}
