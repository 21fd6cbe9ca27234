/**
 * Calls once when the page is to be seen. In the shared runtime the page also runs for formulas and ribbon buttons while
 * no pane is open: then it is hidden, has no size, or draws no frame, and nothing is built.
 *
 * @returns ends the waiting
 */
export function whenSeen(seen: () => void): () => void {
  let waiting = true;
  let frame = 0;
  const root = document.documentElement;
  const look = () => {
    cancelAnimationFrame(frame);
    // Without a pane there may be no frame for hours; a page without a size draws one all the same in some hosts.
    frame = requestAnimationFrame(() => {
      if (!waiting || root.clientWidth === 0 || document.visibilityState === "hidden") return;
      stop();
      seen();
    });
  };
  const stop = () => {
    waiting = false;
    cancelAnimationFrame(frame);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("resize", look);
    window.removeEventListener("focus", look);
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("resize", look);
  window.addEventListener("focus", look);
  look();
  return stop;
}
