import { all, at, childrenOf, described, valueOf, type CheckedManifest } from "./manifest";

const longest = 2048;

/** Every address of the manifest with the element that says it. */
function addressesIn(root: Element): [Element, string][] {
  const resources = at(root, "VersionOverrides", "Resources");
  const said = [
    ...["IconUrl", "HighResolutionIconUrl", "SupportUrl"].flatMap((name) => at(root, name) ?? []),
    ...(at(root, "DefaultSettings", "SourceLocation")
      ? [at(root, "DefaultSettings", "SourceLocation")!]
      : []),
    ...(resources ? all(resources, "Image", "Url") : []),
  ];
  return said.flatMap((element): [Element, string][] => [
    [element, valueOf(element)],
    ...childrenOf(element).map((each): [Element, string] => [each, each.getAttribute("Value") ?? ""]),
  ]);
}

/** Addresses: served over https, from one place, and there is something to be served. */
export function checkAddresses({ root, address, files }: CheckedManifest): string[] {
  const problems: string[] = [];
  for (const [element, url] of addressesIn(root)) {
    if (!url.startsWith("https://")) problems.push(`${described(element)}: ${url} is not an https address.`);
    else if (!url.startsWith(`${address}/`))
      problems.push(`${described(element)}: ${url} does not lie below ${address}.`);
    else if (url.length > longest) problems.push(`${described(element)}: ${url} is too long.`);
    else if (files(url.slice(address.length + 1)) === null)
      problems.push(`${described(element)}: nothing is served at ${url}.`);
  }
  for (const domain of all(root, "AppDomain")) {
    const text = valueOf(domain);
    if (!/^https:\/\/[^/]+$/.test(text))
      problems.push(`<AppDomain> ${text} is not an https address without a path.`);
  }
  return problems;
}
