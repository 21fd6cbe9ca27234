import type { Texts } from "..";
import { commands } from "./commands";
import { headless } from "./headless";

export const ru: Texts = { commands, headless };
