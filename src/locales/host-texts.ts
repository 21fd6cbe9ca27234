import { grid as gridEn } from "./en/grid";
import { headless as headlessEn } from "./en/headless";
import { workbench as workbenchEn } from "./en/workbench";
import type { Language } from "./language";
import { grid as gridRu } from "./ru/grid";
import { headless as headlessRu } from "./ru/headless";
import { workbench as workbenchRu } from "./ru/workbench";

const en = { grid: gridEn, headless: headlessEn, workbench: workbenchEn };

/** What is said beside the add-in: by the run without a screen and by the workbench. None of it travels with the pane. */
export type HostTexts = typeof en;

export const hostTextsOf: Readonly<Record<Language, HostTexts>> = {
  en,
  ru: { grid: gridRu, headless: headlessRu, workbench: workbenchRu },
};
