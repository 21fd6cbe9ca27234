import type { Texts } from "..";

export const ru: Texts = {};
