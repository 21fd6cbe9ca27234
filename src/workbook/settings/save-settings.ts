import type { Language } from "../../locales";
import type { Mapping, Policy } from "../../portfolio";
import { problemOf } from "../office-problem";
import { settingKeys, storeSetting } from "./settings";

/**
 * Keeps what the columns mean in the workbook.
 * @param mapping null = what the headers propose
 * @throws Problem, and nothing else
 */
export const saveMapping = (mapping: Mapping | null): Promise<void> => save(settingKeys.mapping, mapping);

/**
 * Keeps the rules in the workbook.
 * @param policy null = the default ones
 * @throws Problem, and nothing else
 */
export const savePolicy = (policy: Policy | null): Promise<void> => save(settingKeys.policy, policy);

/**
 * Fixes the language of everything that runs write into the workbook.
 * @throws Problem, and nothing else
 */
export const saveLanguage = (language: Language): Promise<void> => save(settingKeys.language, language);

async function save(key: Parameters<typeof storeSetting>[1], value: unknown): Promise<void> {
  try {
    await Excel.run(async (context) => {
      if (value === null) {
        const stored = context.workbook.settings.getItemOrNullObject(key);
        await context.sync();
        if (stored.isNullObject) return;
        stored.delete();
      } else {
        storeSetting(context, key, value);
      }
      await context.sync();
    });
  } catch (error) {
    throw problemOf(error);
  }
}
