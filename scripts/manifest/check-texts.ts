import { all, at, childrenOf, described, valueOf, type CheckedManifest } from "./manifest";

/** The language besides English in which every text has to be there. */
const otherLocale = "ru-RU";

/** Longest texts that Office takes, by element; in `Resources` by the list that the text stands in. */
const lengths: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  ProviderName: 125,
  ShortStrings: 125,
  LongStrings: 250,
};

/** Longest namespace of custom functions. */
const namespaceLength = 32;
const namespaceForm = /^[A-Za-z][A-Za-z0-9.]*$/;

export function checkTexts({ root }: CheckedManifest): string[] {
  const resources = at(root, "VersionOverrides", "Resources");
  const namespace = all(root, "Namespace")[0]?.getAttribute("resid");
  const limited = [
    ...["DisplayName", "Description", "ProviderName"].map((name) => [at(root, name), lengths[name]] as const),
    ...["ShortStrings", "LongStrings"].flatMap((list) => {
      const strings = resources && at(resources, list);
      return (strings ? childrenOf(strings) : []).map((text) => [text, lengths[list]] as const);
    }),
  ];
  return limited.flatMap(([element, most]) => {
    if (!element) return [];
    if (element.getAttribute("id") === namespace) return checkNamespace(element);
    const problems = checkText(element, valueOf(element), most);
    if (element.localName === "ProviderName") return problems;
    const other = childrenOf(element).filter((each) => each.getAttribute("Locale") === otherLocale);
    if (other.length !== 1) problems.push(`${described(element)} has to have one text in ${otherLocale}.`);
    return [
      ...problems,
      ...other.flatMap((each) =>
        checkText(element, each.getAttribute("Value") ?? "", most, `, in ${otherLocale},`),
      ),
    ];
  });
}

function checkText(element: Element, text: string, most: number, where = ""): string[] {
  if (text.trim() === "") return [`${described(element)}${where} is empty.`];
  return text.length > most
    ? [`${described(element)}${where} has ${text.length} characters; Office takes ${most}.`]
    : [];
}

function checkNamespace(element: Element): string[] {
  const namespace = valueOf(element);
  const problems: string[] = [];
  if (namespace.length > namespaceLength)
    problems.push(
      `The namespace of the formulas has ${namespace.length} characters; Excel takes ${namespaceLength}.`,
    );
  if (!namespaceForm.test(namespace))
    problems.push(
      `The namespace of the formulas is ${namespace}; it may have letters, digits and points only.`,
    );
  if (childrenOf(element).length > 0)
    problems.push("The namespace of the formulas has to be the same in every language.");
  return problems;
}
