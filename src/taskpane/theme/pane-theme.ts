import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { contrast, luminance } from "./contrast";

/** Texts that stand on the pane's own ground. */
const textColors = [
  "colorNeutralForeground1",
  "colorNeutralForeground2",
  "colorNeutralForeground3",
  "colorBrandForeground1",
  "colorBrandForegroundLink",
  "colorPaletteRedForeground1",
] as const;

/** Luminance on which black and white texts have the same contrast. */
const middle = 0.18;

/** Whether a theme's texts are light on dark. */
export const isDark = (theme: Theme): boolean => (luminance(theme.colorNeutralBackground1) ?? 1) < middle;

/** WCAG 2.2, 1.4.3. */
const readable = 4.5;

/**
 * The pane in Office's colours: light or dark by Office's ground, and on that ground where every text can be read on it.
 *
 * @param ground `Office.context.officeTheme.bodyBackgroundColor`; undefined where Office names none (office-js #6134)
 * @param prefersDark what the system says, for Office that says nothing
 */
export function paneTheme(ground: string | undefined, prefersDark: boolean): Theme {
  const light = ground === undefined ? null : luminance(ground);
  const dark = light === null ? prefersDark : light < middle;
  const theme = dark ? webDarkTheme : webLightTheme;
  if (ground === undefined || light === null) return theme;
  const fits = textColors.every((text) => (contrast(theme[text], ground) ?? 0) >= readable);
  return fits ? { ...theme, colorNeutralBackground1: ground } : theme;
}
