import type { Policy } from "../../portfolio";
import { supports } from "../api-level";
import { policyKept, settingKeys } from "./settings";

/**
 * Whether formulas are to give their numbers a format: by the rules kept in the workbook and by what this Excel can (values
 * with a type came with ExcelApi 1.16). Read without a request, since formulas are asked before any could be answered.
 */
export function formulaFormatsKept(): boolean {
  const kept: unknown = Office.context.document.settings.get(settingKeys.policy);
  try {
    return formulaFormatsBy(policyKept(new Map([[settingKeys.policy, kept]])));
  } catch {
    // Rules that cannot be read are said where they are needed; numbers are right without a format.
    return false;
  }
}

/** The same by rules that are in force already. */
export function formulaFormatsBy(policy: Policy): boolean {
  return policy.formulaFormats && supports("1.16");
}
