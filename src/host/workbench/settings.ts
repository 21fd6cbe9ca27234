import type { Language } from "../../locales";

/** Requirement sets of ExcelApi that people have: the product's floor, LTSC 2021, LTSC 2024, today's subscription. */
export const apiLevels = ["1.9", "1.14", "1.17", "1.20"] as const;

export type OfficeThemeName = "light" | "dark" | "contrast";

/** Which Excel the workbench stands in for. */
export interface WorkbenchSettings {
  /** Language of Excel and of the workbench itself. */
  language: Language;
  theme: OfficeThemeName;
  apiLevel: (typeof apiLevels)[number];
  mode: "desktop" | "web";
}

/** What Office calls the language. */
export const displayLanguages: Readonly<Record<Language, "en-US" | "ru-RU">> = { en: "en-US", ru: "ru-RU" };

/** Colours that `Office.context.officeTheme` has in the Office themes "White", "Black" and a black high-contrast theme. */
export const officeThemes: Readonly<Record<OfficeThemeName, Record<string, string>>> = {
  light: {
    bodyBackgroundColor: "#FFFFFF",
    bodyForegroundColor: "#262626",
    controlBackgroundColor: "#E6E6E6",
    controlForegroundColor: "#444444",
  },
  dark: {
    bodyBackgroundColor: "#262626",
    bodyForegroundColor: "#FFFFFF",
    controlBackgroundColor: "#0A0A0A",
    controlForegroundColor: "#FFFFFF",
  },
  contrast: {
    bodyBackgroundColor: "#000000",
    bodyForegroundColor: "#FFFFFF",
    controlBackgroundColor: "#000000",
    controlForegroundColor: "#FFFFFF",
  },
};
