import type { rules as english } from "../../en/pane/rules";

export const rules: typeof english = {};
