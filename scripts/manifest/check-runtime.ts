import { all, at, valueOf, type CheckedManifest } from "./manifest";

/** Pane, ribbon and formulas share one page that lives as long as the workbook is open. */
export function checkRuntime({ root, address, files }: CheckedManifest): string[] {
  const problems: string[] = [];
  const overrides = at(root, "VersionOverrides");
  const host = overrides && at(overrides, "Hosts", "Host");
  if (!host) return [];

  const runtimes = all(host, "Runtime");
  if (runtimes.length !== 1 || runtimes[0].getAttribute("lifetime") !== "long") {
    problems.push('There has to be one <Runtime lifetime="long">.');
  }
  if (all(host, "TaskpaneId").length > 0) problems.push("A shared runtime has no <TaskpaneId>.");

  const page = runtimes[0]?.getAttribute("resid");
  const users = [
    at(host, "DesktopFormFactor", "FunctionFile"),
    ...all(host, "Page").map((each) => at(each, "SourceLocation")),
    ...all(host, "Action").map((each) => at(each, "SourceLocation")),
  ];
  for (const user of users) {
    if (user && user.getAttribute("resid") !== page)
      problems.push(
        `<${user.parentElement!.nodeName}> opens ${user.getAttribute("resid")}; in a shared runtime everybody uses ${page}.`,
      );
  }
  const url = all(root, "Url").find((each) => each.getAttribute("id") === page);
  const started = at(root, "DefaultSettings", "SourceLocation");
  if (url && started && valueOf(url) !== valueOf(started))
    problems.push(`<DefaultSettings> opens ${valueOf(started)}, the runtime ${valueOf(url)}.`);

  return [...problems, ...checkFormulas(root, address, files)];
}

/** The metadata of the formulas is the same in every language but for its words. */
function checkFormulas(root: Element, address: string, files: CheckedManifest["files"]): string[] {
  const resid = all(root, "Metadata").map((each) => at(each, "SourceLocation")?.getAttribute("resid"))[0];
  const url = all(root, "Url").find((each) => each.getAttribute("id") === resid);
  if (!url) return [];
  const [english, ...others] = [
    valueOf(url),
    ...all(url, "Override").map((each) => each.getAttribute("Value") ?? ""),
  ];
  const idsAt = (place: string): string | null => {
    const bytes = files(place.slice(address.length + 1));
    if (bytes === null) return null;
    const { functions } = JSON.parse(new TextDecoder().decode(bytes)) as { functions: { id: string }[] };
    return functions.map(({ id }) => id).join(", ");
  };
  const ids = idsAt(english);
  const problems = ids === "" ? [`${english} has no formulas.`] : [];
  if (others.length === 0) problems.push("The metadata of the formulas has no Russian version.");
  return others.reduce((found, other) => {
    const otherIds = idsAt(other);
    return ids === null || otherIds === null || otherIds === ids
      ? found
      : [...found, `${other} has the formulas ${otherIds}; ${english} has ${ids}.`];
  }, problems);
}
