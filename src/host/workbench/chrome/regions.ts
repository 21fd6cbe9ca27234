import { useEffect } from "react";

/** Marks a part of the page that F6 goes to, in the order of the page. */
export const region = { "data-region": "" };

/** F6 goes from part to part of the page, Shift+F6 back, as in Excel: the only way out of the sheet by keyboard. */
export function useRegionKeys(): void {
  useEffect(() => {
    window.addEventListener("keydown", onRegionKey, { capture: true });
    return () => window.removeEventListener("keydown", onRegionKey, { capture: true });
  }, []);
}

/** Also given to the page in the frame, where the keyboard may be. */
export function onRegionKey(event: KeyboardEvent): void {
  if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter(
    (each) => each.getClientRects().length > 0,
  );
  const here = regions.findIndex((each) => each.contains(document.activeElement));
  const step = event.shiftKey ? -1 : 1;
  const next = regions.at(here < 0 ? 0 : (here + step) % regions.length);
  focusIn(next ?? null);
}

function focusIn(place: HTMLElement | null): void {
  const frame = place?.querySelector("iframe");
  if (frame) {
    frame.focus();
    frame.contentWindow?.focus();
    return;
  }
  // The sheet listens where it is typed into, an element that is never seen.
  const editor = place?.querySelector<HTMLElement>("[contenteditable=true]");
  (editor ?? place?.querySelector<HTMLElement>("button:not(:disabled)"))?.focus();
}
