import type { Texts } from "..";
import { columns } from "./columns";
import { commands } from "./commands";
import { findings } from "./findings";
import { headless } from "./headless";
import { problems } from "./problems";

export const ru: Texts = { columns, commands, findings, headless, problems };
