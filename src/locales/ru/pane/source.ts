import type { source as english } from "../../en/pane/source";

export const source: typeof english = {};
