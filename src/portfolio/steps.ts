import { Problem } from "./problem";

/**
 * Work that can be left off between two steps: each step is short, and hands over the part of the work that is done, 0 to 1.
 * One description serves {@link finish}, for those who can wait, and {@link inSlices}, for those who must stay responsive.
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

export interface SliceOptions {
  /** Work stops between two steps once it is given. */
  signal?: AbortSignal;
  /** The part that is done, 0 to 1; called before each pause. */
  onProgress?: (fraction: number) => void;
}

/** Milliseconds of work between two pauses: a third of what a person takes for a hesitation. */
const slice = 30;

/**
 * Does the steps in slices of some 30 milliseconds and lets events, timers and painting have their turn between two.
 * @throws Problem cancelled; what the steps throw
 */
export async function inSlices<T>(steps: Steps<T>, { signal, onProgress }: SliceOptions = {}): Promise<T> {
  let started = performance.now();
  for (;;) {
    if (signal?.aborted) throw new Problem({ kind: "cancelled" });
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - started < slice) continue;
    onProgress?.(value);
    await pause();
    started = performance.now();
  }
}

/** Comes back once the event loop has been round: as soon as possible where the browser can tell, without the delay of timers elsewhere. */
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  // Without a browser there may be no channels either.
  if (typeof MessageChannel === "undefined") return new Promise((resolve) => setTimeout(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
