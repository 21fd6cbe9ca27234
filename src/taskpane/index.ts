import { mountPane, type MountedPane } from "./mount-pane";
import { watchVisibility } from "./visibility";

let pane: MountedPane | null = null;

/** Without a pane in view nothing is built, and formulas and ribbon buttons have the page for themselves. */
void Office.onReady(() =>
  watchVisibility((seen) => {
    if (!seen) pane?.session.sleep();
    else if (pane) pane.session.wake();
    else pane = mountPane(document.getElementById("pane")!);
  }),
);
