import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import type { OfficeThemeName } from "../settings";

/** Excel's green, for the title bar and what is chosen; the dark one keeps white text readable. */
const excelGreen = {
  colorBrandBackground: "#0f6b37",
  colorBrandBackgroundHover: "#0b5a2d",
  colorBrandBackgroundPressed: "#094a25",
};

/** Fluent's themes for the workbench's own chrome. */
export const chromeThemes: Readonly<Record<OfficeThemeName, Theme>> = {
  light: { ...webLightTheme, ...excelGreen },
  dark: { ...webDarkTheme, ...excelGreen },
  contrast: teamsHighContrastTheme,
};
