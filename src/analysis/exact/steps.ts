/**
 * Work that can be left off between two steps: each step is short, and hands over the part of the work that is done, 0 to 1.
 * {@link finish} does it at once; whoever must stay responsive pauses between steps.
 */
export type Steps<T> = Generator<number, T, undefined>;

/** Rows or clients of one step inside a loop: a few milliseconds of work. */
export const STEP = 4096;

/** All steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Steps that are a part of larger work, from one fraction of it to another. */
export function* within<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield from + (to - from) * value;
  }
}
