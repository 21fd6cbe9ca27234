import { createRoot } from "react-dom/client";
import { languageOf } from "../locales";
import { Pane } from "./pane";
import { PaneSession } from "./state/pane-session";

/**
 * Puts the pane in the place of the page's first sight and begins to work on the workbook. Call it after `Office.onReady`.
 * @returns ends the pane; what the user changed is stored
 */
export function mountPane(place: HTMLElement): () => Promise<void> {
  const { displayLanguage } = Office.context;
  document.documentElement.lang = languageOf(displayLanguage);
  const session = new PaneSession(displayLanguage);
  const root = createRoot(place);
  root.render(<Pane session={session} />);
  const hidden = () => {
    if (document.visibilityState === "hidden") session.saveNow();
  };
  document.addEventListener("visibilitychange", hidden);
  void session.start();
  return async () => {
    document.removeEventListener("visibilitychange", hidden);
    root.unmount();
    await session.stop();
  };
}
