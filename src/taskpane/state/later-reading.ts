import { later } from "./later";

/** Comes before the first list is looked for: whoever has a reading has it, too. */
export const listReading = later(() => import(/* webpackChunkName: "reading" */ "./list-reading"));
