import type { Language } from "../../locales";
import { isNewer, type Mapping, type Policy, Problem, type ScenarioCosts } from "../../portfolio";
import { problemOf } from "../office-problem";
import type { ListIdentity } from "../operations";
import { withCosts, withMapping } from "./list-settings";
import { settingKeys, storeSetting } from "./settings";

/**
 * Keeps what the columns of a list mean, and what else was decided about its reading.
 * @param mapping null = what headers and contents propose
 * @throws Problem, and nothing else
 */
export const saveMapping = (list: ListIdentity, mapping: Mapping | null): Promise<void> =>
  // An earlier version's choice for all lists would speak again once this list has none of its own.
  saveInLists((stored) => withMapping(stored, list, mapping), settingKeys.mapping);

/**
 * Keeps what scenarios of a list are reckoned with.
 * @throws Problem, and nothing else
 */
export const saveCosts = (list: ListIdentity, costs: ScenarioCosts): Promise<void> =>
  saveInLists((stored) => withCosts(stored, list, costs));

type Change = (stored: unknown) => ReturnType<typeof withMapping>;

/** @param replaced setting of an earlier version that goes with it */
async function saveInLists(change: Change, replaced?: Parameters<typeof storeSetting>[1]): Promise<void> {
  try {
    await Excel.run((context) => changeLists(context, change, replaced));
  } catch (error) {
    throw problemOf(error);
  }
}

/**
 * Changes what is kept of the lists, as it stands by then: somebody may have saved what another one means.
 * @throws errors of Office.js
 */
export async function changeLists(
  context: Excel.RequestContext,
  change: Change,
  replaced?: Parameters<typeof storeSetting>[1],
): Promise<void> {
  const { settings } = context.workbook;
  const stored = settings.getItemOrNullObject(settingKeys.lists).load("value");
  const earlier = replaced && settings.getItemOrNullObject(replaced);
  await context.sync();
  const kept = change(stored.isNullObject ? null : stored.value);
  if (kept) storeSetting(context, settingKeys.lists, kept);
  else if (!stored.isNullObject) stored.delete();
  if (earlier && !earlier.isNullObject) earlier.delete();
  await context.sync();
}

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

/**
 * Keeps that somebody has gone on from the first screen, so that it is shown once per workbook. Who opens it is not known to
 * Office.js without signing in, and nothing is kept outside of the workbook: a colleague who opens it later is at work at once.
 * @throws Problem, and nothing else
 */
export const saveBegun = (): Promise<void> => save(settingKeys.begun, true);

async function save(key: Parameters<typeof storeSetting>[1], value: unknown): Promise<void> {
  try {
    await Excel.run(async (context) => {
      const stored = context.workbook.settings.getItemOrNullObject(key).load("value");
      await context.sync();
      if (!stored.isNullObject && isNewer(stored.value, 1))
        throw new Problem({ kind: "newerVersion", what: "rules" });
      if (value === null) {
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
