import { problemOf } from "../office-problem";
import { readWorkbookState } from "./workbook-state";

/**
 * Whether Keyfolio has left nothing in this workbook yet: no setting, no result column, no sheet of the report.
 * @throws Problem, and nothing else
 */
export async function isFirstRun(): Promise<boolean> {
  try {
    const { settings, ownNames } = await Excel.run(readWorkbookState);
    return settings.size === 0 && ownNames.length === 0;
  } catch (error) {
    throw problemOf(error);
  }
}
