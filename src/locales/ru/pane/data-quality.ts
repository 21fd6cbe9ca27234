import type { dataQuality as english } from "../../en/pane/data-quality";

export const dataQuality: typeof english = {};
