import type { Steps } from "../analysis";
import { Problem } from "./problem";

export { STEP, type Steps, finish, within } from "../analysis";

export interface SliceOptions {
  /** Work stops between two steps once it is given. */
  signal?: AbortSignal;
  /** The part that is done, 0 to 1; called before each pause. */
  onProgress?: (fraction: number) => void;
}

/** Milliseconds of work between two pauses: a third of what a person takes for a hesitation. */
const slice = 30;
/** Less work than this at the end leaves room for what comes next. */
const breath = 5;

/**
 * Does the steps in slices of some 30 milliseconds and lets events, timers and painting have their turn between two.
 * @throws Problem cancelled; what the steps throw
 */
export async function inSlices<T>(steps: Steps<T>, { signal, onProgress }: SliceOptions = {}): Promise<T> {
  let started = performance.now();
  for (;;) {
    if (signal?.aborted) throw new Problem({ kind: "cancelled" });
    const { done, value } = steps.next();
    const spent = performance.now() - started;
    if (done) {
      // What comes next is not the end of this slice.
      if (spent > breath) await pause();
      return value;
    }
    if (spent < slice) continue;
    onProgress?.(value);
    await pause();
    started = performance.now();
  }
}

/** For work whose steps are too few for slices: comes back once the event loop has been round: as soon as possible where the browser can tell, without the delay of timers elsewhere. */
export function pause(): Promise<void> {
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
