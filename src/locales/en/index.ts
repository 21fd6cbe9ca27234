import { commands } from "./commands";
import { headless } from "./headless";

export const en = { commands, headless };
