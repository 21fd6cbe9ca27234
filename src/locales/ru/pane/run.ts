import type { run as english } from "../../en/pane/run";

export const run: typeof english = {};
