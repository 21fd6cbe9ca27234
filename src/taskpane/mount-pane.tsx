import { createRoot } from "react-dom/client";
import { languageOf } from "../locales";
import { Pane } from "./pane";
import { PaneSession } from "./state/pane-session";

/** A pane in its place. */
export interface MountedPane {
  session: PaneSession;
  /** Ends the pane; what the user changed is stored. */
  unmount(): Promise<void>;
}

/** Puts the pane in the place of the page's first sight and begins to work on the workbook. Call it after `Office.onReady`. */
export function mountPane(place: HTMLElement): MountedPane {
  const { displayLanguage } = Office.context;
  document.documentElement.lang = languageOf(displayLanguage);
  const session = new PaneSession(displayLanguage);
  const root = createRoot(place);
  root.render(<Pane session={session} />);
  void session.start();
  return {
    session,
    async unmount() {
      root.unmount();
      await session.stop();
    },
  };
}
