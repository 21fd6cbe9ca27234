import type { whatIf as english } from "../../en/pane/what-if";

export const whatIf: typeof english = {};
