import { childrenOf, namespaces, type CheckedManifest } from "./manifest";

/**
 * Children of each element in the order in which Office wants them (learn.microsoft.com/javascript/api/manifest); Office
 * refuses a manifest that has them otherwise, without saying why. `OfficeApp/Hosts` and the like where the name alone is not enough.
 */
const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  "VersionOverrides/Hosts/Host": ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  "AllFormFactors/ExtensionPoint": ["Script", "Page", "Metadata", "Namespace"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

/** Elements without which Excel does not take the add-in, or the store does not. */
const required: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: order.OfficeApp.filter((name) => name !== "AlternateId"),
  VersionOverrides: ["Hosts", "Resources"],
  "VersionOverrides/Hosts/Host": order["VersionOverrides/Hosts/Host"],
  DesktopFormFactor: order.DesktopFormFactor,
  GetStarted: order.GetStarted,
  "AllFormFactors/ExtensionPoint": order["AllFormFactors/ExtensionPoint"],
  Group: order.Group,
  Control: order.Control,
  Supertip: order.Supertip,
  Resources: order.Resources,
};

/** Names of the element and what it stands in: `Host`, `Hosts/Host`, `VersionOverrides/Hosts/Host` … */
function pathsOf(element: Element): string[] {
  const paths: string[] = [];
  let path = "";
  for (let each: Element | null = element; each; each = each.parentElement) {
    path = path ? `${each.localName}/${path}` : each.localName;
    paths.push(path);
  }
  return paths;
}

export function checkOrder({ root }: CheckedManifest): string[] {
  if (root.localName !== "OfficeApp" || root.getAttributeNS(namespaces.type, "type") !== "TaskPaneApp") {
    return ['The manifest has to be an <OfficeApp xsi:type="TaskPaneApp">.'];
  }
  return [root, ...Array.from(root.getElementsByTagName("*"))].flatMap((element) => {
    const path = pathsOf(element).find((each) => each in order);
    if (path === undefined) return [];
    const names = childrenOf(element).map(({ localName }) => localName);
    const missing = required[path]
      .filter((name) => !names.includes(name))
      .map((name) => `<${element.nodeName}> has no <${name}>.`);
    const unknown = names
      .filter((name) => !order[path].includes(name))
      .map((name) => `<${element.nodeName}> takes no <${name}>.`);
    const places = names.map((name) => order[path].indexOf(name)).filter((place) => place >= 0);
    const late = places.findIndex((place, i) => i > 0 && place < places[i - 1]);
    const sequence =
      late < 0
        ? []
        : [
            `<${order[path][places[late]]}> stands too late in <${element.nodeName}>: the order is ${order[path].join(", ")}.`,
          ];
    return [...missing, ...unknown, ...sequence];
  });
}
