import { HostError } from "../host-error";

/** "Rename a worksheet" (Microsoft Support): not blank, ≤ 31 characters, none of / \ ? * : [ ], no apostrophe at an end, not "History". */
export function requireSheetName(name: unknown): asserts name is string {
  if (
    typeof name !== "string" ||
    name === "" ||
    name.length > 31 ||
    /[/\\?*:[\]]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    name.toLowerCase() === "history"
  ) {
    throw new HostError("InvalidArgument", `${String(name)} cannot be the name of a sheet.`);
  }
}
