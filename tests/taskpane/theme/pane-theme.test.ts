import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import fc from "fast-check";
import { contrast, luminance } from "../../../src/taskpane/theme/contrast";
import { paneTheme } from "../../../src/taskpane/theme/pane-theme";

const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((color) => `#${color.toString(16).padStart(6, "0")}`);

test("contrast is WCAG's: 21 for black on white, 4.54 for #767676 on white", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 10);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  expect(luminance("white")).toBeNull();
});

test.each([
  ["White", "#FFFFFF", webLightTheme.colorNeutralForeground1],
  ["Black", "#262626", webDarkTheme.colorNeutralForeground1],
  ["high contrast", "#000000", webDarkTheme.colorNeutralForeground1],
])("Office theme %s: its ground, and texts for it", (_, ground, text) => {
  expect(paneTheme(ground, false)).toMatchObject({
    colorNeutralBackground1: ground,
    colorNeutralForeground1: text,
  });
});

test("without an Office theme the system decides", () => {
  expect(paneTheme(undefined, true)).toBe(webDarkTheme);
  expect(paneTheme(undefined, false)).toBe(webLightTheme);
});

test("on every ground that Office may have, texts can be read", () => {
  fc.assert(
    fc.property(anyColor, fc.boolean(), (ground, dark) => {
      const theme = paneTheme(ground, dark);
      for (const text of [
        "colorNeutralForeground1",
        "colorNeutralForeground3",
        "colorBrandForegroundLink",
      ] as const) {
        expect(contrast(theme[text], theme.colorNeutralBackground1)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});
