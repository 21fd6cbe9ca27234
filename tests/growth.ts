/**
 * How many times the processor time of `small` is spent by `large`: a ratio of one run, which a busy machine
 * does not change. The least of three runs counts, after one that warms up.
 */
export async function growth(small: () => unknown, large: () => unknown): Promise<number> {
  await small();
  return (await leastTime(large)) / Math.max(await leastTime(small), 1);
}

const runs = 3;

/** The least processor time (ms) of some runs. */
async function leastTime(work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
