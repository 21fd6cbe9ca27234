/** Amounts as a list of clients has them: few large, many small, in cents, always the same. */
export function histories(clients: number, periods: number): number[][] {
  let state = 20261122;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: clients }, () => {
    const size = 100 / (random() + 1e-4) ** 1.2;
    return Array.from({ length: periods }, () => Math.round(size * (0.6 + 0.8 * random()) * 100) / 100);
  });
}
