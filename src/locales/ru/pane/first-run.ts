import type { firstRun as english } from "../../en/pane/first-run";

export const firstRun: typeof english = {};
