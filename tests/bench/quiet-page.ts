/** Runs in the page: until it has had nothing to do for a second. */
export async function untilQuiet(): Promise<void> {
  for (let quiet = 0; quiet < 50; quiet++) {
    const begun = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (performance.now() - begun > 40) quiet = -1;
  }
}
