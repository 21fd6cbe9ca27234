import { JSDOM } from "jsdom";

/** What the manifest promises to be found at its address: contents by path below it; null when there is nothing. */
export type ServedFiles = (path: string) => Uint8Array | null;

/** A manifest to be checked, and the place that it speaks of. */
export interface CheckedManifest {
  root: Element;
  /** Where everything is served from, without a slash at the end. */
  address: string;
  files: ServedFiles;
}

/** XML namespaces of an add-in only manifest. */
export const namespaces = {
  app: "http://schemas.microsoft.com/office/appforoffice/1.1",
  overrides: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
  basic: "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
  type: "http://www.w3.org/2001/XMLSchema-instance",
} as const;

const parser = new new JSDOM("").window.DOMParser();

/**
 * The manifest as a tree.
 * @throws Error with the parser's own words when it is not well-formed
 */
export function parseManifest(xml: string): Element {
  const tree = parser.parseFromString(xml, "application/xml");
  const error = tree.querySelector("parsererror");
  if (error) throw new Error(error.textContent ?? "not well-formed");
  return tree.documentElement;
}

export const childrenOf = (element: Element): Element[] => Array.from(element.children);

/** Children, their children and so on, by local name, in the order of the document. */
export const all = (element: Element, ...names: string[]): Element[] =>
  Array.from(element.getElementsByTagName("*")).filter(({ localName }) => names.includes(localName));

/** The element at the end of a path of local names; undefined when there is none. */
export function at(element: Element, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>(
    (parent, name) => parent && childrenOf(parent).find(({ localName }) => localName === name),
    element,
  );
}

/** What the element says by default: its `DefaultValue`, else its text. */
export const valueOf = (element: Element): string =>
  element.getAttribute("DefaultValue") ?? element.textContent?.trim() ?? "";

/** The element in words: name and identifier, or what it says. */
export function described(element: Element): string {
  const named = element.getAttribute("id") ?? element.getAttribute("resid") ?? element.getAttribute("Locale");
  return named ? `<${element.nodeName}> ${named}` : `<${element.nodeName}>`;
}
