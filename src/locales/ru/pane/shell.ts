import type { shell as english } from "../../en/pane/shell";

export const shell: typeof english = {};
