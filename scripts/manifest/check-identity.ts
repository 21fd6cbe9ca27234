import { all, at, valueOf, type CheckedManifest } from "./manifest";

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Four numbers without leading zeros: what Office compares to find out whether a version is newer. */
const version = /^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){3}$/;

/** Sets of APIs without which the add-in does not work (the pane and the ribbon share a runtime; the floor of the workbook layer). */
const neededSets: Readonly<Record<string, string>> = { SharedRuntime: "1.1", ExcelApi: "1.9" };

export function checkIdentity({ root }: CheckedManifest): string[] {
  const problems: string[] = [];
  const text = (name: string) => {
    const element = at(root, name);
    return element ? valueOf(element) : "";
  };
  if (!guid.test(text("Id"))) problems.push(`<Id> ${text("Id")} is no GUID in small letters.`);
  if (!version.test(text("Version")))
    problems.push(`<Version> ${text("Version")} is not of the form 1.0.0.0.`);
  if (text("DefaultLocale") !== "en-US")
    problems.push("<DefaultLocale> has to be en-US: its texts are English.");
  if (text("Permissions") !== "ReadWriteDocument")
    problems.push("<Permissions> has to be ReadWriteDocument: the add-in writes.");
  const hosts = [...all(root, "Host")].map(
    (host) => host.getAttribute("Name") ?? host.getAttribute("xsi:type"),
  );
  if (hosts.some((host) => host !== "Workbook")) problems.push("<Hosts> may name Workbook only.");
  const sets = new Map(
    all(root, "Set").map((set) => [set.getAttribute("Name"), set.getAttribute("MinVersion")] as const),
  );
  for (const [name, needed] of Object.entries(neededSets)) {
    if (sets.get(name) !== needed) problems.push(`<Requirements> has to ask for ${name} ${needed}.`);
  }
  return problems;
}
