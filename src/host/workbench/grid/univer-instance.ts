import { LocaleType, LogLevel, mergeLocales, Univer, type ILanguagePack } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingEnglish from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import conditionalFormattingRussian from "@univerjs/preset-sheets-conditional-formatting/locales/ru-RU";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreEnglish from "@univerjs/preset-sheets-core/locales/en-US";
import coreRussian from "@univerjs/preset-sheets-core/locales/ru-RU";
import { UniverSheetsDrawingPreset } from "@univerjs/preset-sheets-drawing";
import drawingEnglish from "@univerjs/preset-sheets-drawing/locales/en-US";
import drawingRussian from "@univerjs/preset-sheets-drawing/locales/ru-RU";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterEnglish from "@univerjs/preset-sheets-filter/locales/en-US";
import filterRussian from "@univerjs/preset-sheets-filter/locales/ru-RU";
import { UniverSheetsFindReplacePreset } from "@univerjs/preset-sheets-find-replace";
import findEnglish from "@univerjs/preset-sheets-find-replace/locales/en-US";
import findRussian from "@univerjs/preset-sheets-find-replace/locales/ru-RU";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-drawing/lib/index.css";
import "@univerjs/preset-sheets-filter/lib/index.css";
import "@univerjs/preset-sheets-find-replace/lib/index.css";
import type { OfficeThemeName } from "../settings";
import "./grid.css";

/** Commands that the model has no counterpart for. */
const hiddenMenuItems = [
  "sheet.menu.copy-special",
  "sheet.menu.paste-special",
  "sheet.contextMenu.text-to-number",
  "sheet.contextMenu.permission",
  "sheet.command.clear-selection-format",
  "sheet.command.clear-selection-all",
  "sheet.command.copy-sheet",
  "sheet.command.add-range-protection-from-sheet-bar",
  "sheet.command.change-sheet-protection-from-sheet-bar",
  "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.command.view-sheet-permission-from-sheet-bar",
];

/** Univer with its user interface, showing grid, formula bar and sheet tabs in an element. */
export interface UniverInstance {
  univer: Univer;
  api: FUniver;
}

/** @param language BCP 47; Russian or, for everything else, English */
export function createUniver(
  container: HTMLElement,
  { language, theme }: { language: string; theme: OfficeThemeName },
): UniverInstance {
  const isRussian = language.toLowerCase().startsWith("ru");
  const locale = isRussian ? LocaleType.RU_RU : LocaleType.EN_US;
  const packs: ILanguagePack[] = isRussian
    ? [coreRussian, conditionalFormattingRussian, drawingRussian, filterRussian, findRussian]
    : [coreEnglish, conditionalFormattingEnglish, drawingEnglish, filterEnglish, findEnglish];
  const univer = new Univer({
    locale,
    locales: { [locale]: mergeLocales(...packs) },
    logLevel: LogLevel.ERROR,
    darkMode: theme !== "light",
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      formulaBar: true,
      footer: { sheetBar: true, statisticBar: false, zoomSlider: true, menus: false },
      contextMenu: true,
      menu: Object.fromEntries(hiddenMenuItems.map((id) => [id, { hidden: true }])),
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      // The model calculates; the view shows what it says.
      formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
      sheets: { disableForceStringAlert: true, disableForceStringMark: true, protectedRangeShadow: false },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDrawingPreset(),
    UniverSheetsFilterPreset(),
    UniverSheetsFindReplacePreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) {
        univer.registerPlugin(plugin[0], plugin[1]);
      } else {
        univer.registerPlugin(plugin);
      }
    }
  }
  return { univer, api: FUniver.newAPI(univer) };
}
