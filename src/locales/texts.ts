import type { en } from "./en";

/** Every text that a user can see. The English file is the type that the Russian one must fill. */
export type Texts = typeof en;
