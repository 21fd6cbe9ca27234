import { defaultPolicy, type Policy, parsePolicy, Problem } from "../../portfolio";

/** Rules as the text of a file. */
export function rulesText(policy: Policy): string {
  return `${JSON.stringify(policy, null, 2)}\n`;
}

/** Rules from the text of a file; "notRules" when it is no such file at all, a problem when a value in it cannot be used. */
export function rulesFrom(text: string): Policy | Problem | "notRules" {
  if (text.length > longestRules) return "notRules";
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return "notRules";
  }
  if (typeof json !== "object" || json === null || !Object.hasOwn(json, "ladder")) return "notRules";
  // Of no version: nothing that a user could correct in it.
  if (!("version" in json) || !(Number(json.version) >= defaultPolicy.version)) return "notRules";
  try {
    return parsePolicy(json);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** A file of rules has some thousand characters; nobody's computer is to take a gigabyte for one. */
export const longestRules = 1_000_000;

/** Hands a text to the browser's downloads. Excel on the desktop may ignore it without a word, so there is "copy" besides. */
export function download(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
