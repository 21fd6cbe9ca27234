/**
 * Tells whether the page can be seen, at first and whenever that changes. In the shared runtime the page also runs for
 * formulas and ribbon buttons while no pane is open: then it is hidden, has no size, or draws no frame.
 *
 * @returns ends the telling
 */
export function watchVisibility(changed: (seen: boolean) => void): () => void {
  let told: boolean | null = null;
  let frame = 0;
  let closed = false;
  const tell = (seen: boolean) => {
    if (seen === told) return;
    told = seen;
    changed(seen);
  };
  const canBeSeen = () =>
    !closed && document.visibilityState !== "hidden" && document.documentElement.clientWidth > 0;
  const look = () => {
    cancelAnimationFrame(frame);
    if (!canBeSeen()) tell(false);
    // A page that nobody sees may claim to be visible, but draws nothing.
    else frame = requestAnimationFrame(() => tell(canBeSeen()));
  };
  const endOffice = watchPane((visible) => {
    closed = !visible;
    look();
  });
  document.addEventListener("visibilitychange", look);
  window.addEventListener("resize", look);
  window.addEventListener("focus", look);
  look();
  return () => {
    cancelAnimationFrame(frame);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("resize", look);
    window.removeEventListener("focus", look);
    endOffice();
  };
}

/** What Office itself says of its pane, where it does (SharedRuntime 1.1). */
function watchPane(changed: (visible: boolean) => void): () => void {
  if (!Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) return () => undefined;
  const removal = Office.addin
    .onVisibilityModeChanged(({ visibilityMode }) =>
      changed(visibilityMode === Office.VisibilityMode.taskpane),
    )
    .catch(() => null);
  return () => void removal.then((remove) => remove?.());
}
