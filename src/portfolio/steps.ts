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
