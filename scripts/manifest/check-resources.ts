import { all, at, childrenOf, described, namespaces, type CheckedManifest } from "./manifest";

/** The list in `Resources` from which each element takes what it points to. */
const listOf: Readonly<Record<string, string>> = {
  Label: "ShortStrings",
  Title: "ShortStrings",
  Namespace: "ShortStrings",
  Description: "LongStrings",
  SourceLocation: "Urls",
  FunctionFile: "Urls",
  LearnMoreUrl: "Urls",
  Runtime: "Urls",
  Image: "Images",
};

/** Longest identifier of a resource. */
const idLength = 32;

export function checkResources({ root }: CheckedManifest): string[] {
  const resources = at(root, "VersionOverrides", "Resources");
  if (!resources) return [];
  const problems: string[] = [];
  const lists = new Map<string, string>();
  for (const list of childrenOf(resources)) {
    for (const resource of childrenOf(list)) {
      const id = resource.getAttribute("id") ?? "";
      if (id === "" || id.length > idLength)
        problems.push(`${described(resource)}: an id has 1 to ${idLength} characters.`);
      if (lists.has(id)) problems.push(`There are two resources ${id}.`);
      lists.set(id, list.localName);
    }
  }

  // Office does not load an add-in with an Override that lacks the prefix (office-js #2464).
  for (const element of all(
    resources,
    "Images",
    "Image",
    "Urls",
    "Url",
    "ShortStrings",
    "LongStrings",
    "String",
    "Override",
  )) {
    if (element.namespaceURI !== namespaces.basic)
      problems.push(`${described(element)} in <Resources> has to have the prefix bt:.`);
  }

  const used = new Set<string>();
  for (const element of Array.from(root.getElementsByTagName("*"))) {
    const resid = element.getAttribute("resid");
    if (resid === null) continue;
    used.add(resid);
    const list = lists.get(resid);
    if (list === undefined) problems.push(`${described(element)}: there is no such resource.`);
    else if (list !== listOf[element.localName])
      problems.push(
        `${described(element)} takes a resource of <${listOf[element.localName]}>, not of <${list}>.`,
      );
  }
  for (const id of lists.keys()) {
    if (!used.has(id)) problems.push(`Nobody uses the resource ${id}.`);
  }
  return problems;
}
