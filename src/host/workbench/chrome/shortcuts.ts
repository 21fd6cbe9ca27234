import { useEffect, useRef } from "react";

/** Ctrl (or Command) with a letter, wherever the keyboard is on the page. */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const withControl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      // By the key's place: on a Russian keyboard the letter is another one.
      const action = withControl && latest.current[event.code.replace(/^Key/, "").toLowerCase()];
      if (action) {
        event.preventDefault();
        action();
      }
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, []);
}
