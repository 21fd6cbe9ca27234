import { useMemo, useSyncExternalStore } from "react";
import type { Theme } from "@fluentui/react-components";
import { paneTheme } from "./pane-theme";

const darkQuery = "(prefers-color-scheme: dark)";

/** Office may leave its theme out, on the web at first and in older Excel for good (office-js #6134). */
const officeGround = (): string | undefined =>
  (Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor;

/**
 * Tells of everything after which the colours may be others. Excel has no event for its theme, so they are looked at again
 * whenever the user comes back to the pane.
 */
function watchColors(changed: () => void): () => void {
  const dark = window.matchMedia?.(darkQuery);
  dark?.addEventListener("change", changed);
  window.addEventListener("focus", changed);
  document.addEventListener("visibilitychange", changed);
  document.addEventListener("pointerenter", changed);
  return () => {
    dark?.removeEventListener("change", changed);
    window.removeEventListener("focus", changed);
    document.removeEventListener("visibilitychange", changed);
    document.removeEventListener("pointerenter", changed);
  };
}

/** Fluent's theme for the pane, following Office and the system. */
export function usePaneTheme(): Theme {
  const ground = useSyncExternalStore(watchColors, officeGround);
  const dark = useSyncExternalStore(watchColors, () => window.matchMedia?.(darkQuery).matches ?? false);
  return useMemo(() => paneTheme(ground, dark), [ground, dark]);
}
