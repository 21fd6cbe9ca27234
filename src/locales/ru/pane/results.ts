import type { results as english } from "../../en/pane/results";

export const results: typeof english = {};
