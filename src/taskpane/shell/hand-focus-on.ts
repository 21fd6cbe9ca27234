import { useLayoutEffect, useRef, type RefObject } from "react";

/**
 * For a part that goes away by a press on one of its own buttons: the heading of the step takes the focus over, so that
 * keyboard and screen reader stay in the pane.
 * @returns ref of the part's outermost element
 */
export function useFocusHandedOn<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useLayoutEffect(() => {
    const element = part.current;
    return () => {
      // React has not taken it out of the page yet.
      if (element?.contains(document.activeElement)) {
        document.querySelector<HTMLElement>("main h2")?.focus();
      }
    };
  }, []);
  return part;
}
