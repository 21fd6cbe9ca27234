import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import type { OfficeThemeName } from "../settings";

/** Excel's green, for the title bar and what is chosen; the dark one keeps white text readable. */
const excelGreen = {
  colorBrandBackground: "#0f6b37",
  colorBrandBackgroundHover: "#0b5a2d",
  colorBrandBackgroundPressed: "#094a25",
};

/** Excel's title bar is as dark as the rest in its black theme. */
const excelBlack = {
  colorBrandBackground: "#0a0a0a",
  colorBrandBackgroundHover: "#333333",
  colorBrandBackgroundPressed: "#1f1f1f",
};

/** Fluent's themes for the workbench's own chrome. */
export const chromeThemes: Readonly<Record<OfficeThemeName, Theme>> = {
  light: { ...webLightTheme, ...excelGreen },
  dark: { ...webDarkTheme, ...excelBlack },
  contrast: teamsHighContrastTheme,
};
