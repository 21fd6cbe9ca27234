import { type Policy, classifyInSlices, defaultPolicy, proposeMapping } from "../../src/portfolio";
import type { SourceList } from "../../src/portfolio/list/source-list";
import { today } from "./large-list";

/** Parts of the whole time at which somebody cancels. */
const moments = [0.1, 0.3, 0.5, 0.7, 0.9];

/** The rules while a limit is typed: each time another one, so that everything is classified anew. */
let typed = 0;
function typedPolicy(): Policy {
  const { xyz } = defaultPolicy;
  const variation = { ...xyz.variation, xLimit: 0.1 + ++typed / 1000 };
  return { ...defaultPolicy, xyz: { ...xyz, variation } };
}

/** How long the pane gives no time to keys and clicks while a large list is classified, in milliseconds. */
export async function sliceTimes(
  list: SourceList,
): Promise<{ longest: number; cancelling: number; runs: number }> {
  const mapping = proposeMapping(list);
  const classified = (signal?: AbortSignal) =>
    classifyInSlices(list, mapping, typedPolicy(), today, { signal });
  await classified();
  const start = performance.now();
  let [last, longest, isDone] = [start, 0, false];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isDone) setImmediate(look);
  };
  setImmediate(look);
  await classified();
  const whole = performance.now() - start;
  isDone = true;
  let cancelling = 0;
  for (const part of moments) {
    const abort = new AbortController();
    const click = performance.now() + part * whole;
    const timer = setTimeout(() => abort.abort(), part * whole);
    await classified(abort.signal).then(
      () => clearTimeout(timer),
      () => (cancelling = Math.max(cancelling, performance.now() - click)),
    );
  }
  return { longest, cancelling, runs: moments.length };
}
