import { escapedXml } from "./file-text";
import type { XmlElement } from "../library";
import { attribute, child, children, type PackageParts, type Relationship } from "./package-parts";

/**
 * Where Office keeps the settings of an add-in in a document: a web extension part per add-in, each setting as
 * `<we:property name= value=>` with its JSON text ([MS-OWEXML] 2.1.4, CT_OsfWebExtensionProperty).
 */
export interface AddInIdentity {
  /** Id of the manifest: the settings of an add-in are those of the part that names it. */
  id: string;
  version: string;
}

const webExtension = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const taskPanes = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Settings of the add-in; empty when it has left none. A value that is not JSON stays a text. */
export function readSettings(parts: PackageParts, addIn: AddInIdentity): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const pane of parts.relationships("").filter(({ kind }) => kind === "webextensiontaskpanes")) {
    for (const { kind, target } of parts.relationships(pane.target)) {
      const extension = kind === "webextension" ? parts.xml(target) : undefined;
      if (extension && isOf(extension, addIn)) Object.assign(settings, propertiesOf(extension));
    }
  }
  return settings;
}

/** Part of the add-in's settings in a package that has one, and the part that lists the panes of all add-ins. */
export function settingsPlaces(
  relationshipsOf: (source: string) => Relationship[],
  xmlOf: (name: string) => XmlElement | undefined,
  addIn: AddInIdentity,
): { panes: string | undefined; extension: string | undefined } {
  let panes: string | undefined;
  for (const pane of relationshipsOf("").filter(({ kind }) => kind === "webextensiontaskpanes")) {
    panes ??= pane.target;
    for (const { kind, target } of relationshipsOf(pane.target)) {
      const extension = kind === "webextension" ? xmlOf(target) : undefined;
      if (extension && isOf(extension, addIn)) return { panes: pane.target, extension: target };
    }
  }
  return { panes, extension: undefined };
}

function isOf(extension: XmlElement, { id }: AddInIdentity): boolean {
  return attribute(child(extension, "reference"), "id")?.toLowerCase() === id.toLowerCase();
}

function propertiesOf(extension: XmlElement): Record<string, unknown> {
  const properties = children(child(extension, "properties"), "property");
  return Object.fromEntries(
    properties.map((property) => [
      attribute(property, "name") ?? "",
      parsedValue(attribute(property, "value") ?? ""),
    ]),
  );
}

/** Nothing that an add-in keeps is nested so deep; what goes through the host is copied level by level. */
const deepest = 500;

/** A setting from its JSON; what is none, or is nested beyond measure, is the text that it is. */
function parsedValue(text: string): unknown {
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (sign === "[" || sign === "{") depth++;
    else if (sign === "]" || sign === "}") depth--;
    if (depth > deepest) return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** How the two parts are referred to, and what type they are. */
export const settingsAddresses = {
  panes: {
    relationship: "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
    contentType: "application/vnd.ms-office.webextensiontaskpanes+xml",
  },
  extension: {
    relationship: "http://schemas.microsoft.com/office/2011/relationships/webextension",
    contentType: "application/vnd.ms-office.webextension+xml",
  },
} as const;

/** The setting as an element; a setting without a value is none. */
export function settingXml(name: string, value: unknown): string {
  if (value === undefined) return "";
  return `<we:property name="${escapedXml(name)}" value="${escapedXml(JSON.stringify(value))}"/>`;
}

/** The part that holds the settings of the add-in. */
export function settingsPart(settings: Record<string, unknown>, addIn: AddInIdentity): string {
  const properties = Object.entries(settings).map(([name, value]) => settingXml(name, value));
  return (
    `${declaration}<we:webextension xmlns:we="${webExtension}" id="{${addIn.id.toUpperCase()}}">` +
    `<we:reference id="${escapedXml(addIn.id)}" version="${escapedXml(addIn.version)}" store="developer" storeType="Registry"/>` +
    `<we:alternateReferences/><we:properties>${properties.join("")}</we:properties><we:bindings/>` +
    `<we:snapshot xmlns:r="${relationships}"/></we:webextension>`
  );
}

/** A pane of the list. It stays closed: opening somebody's report must not open a pane. */
export function paneXml(id: string): string {
  return (
    `<wetp:taskpane xmlns:wetp="${taskPanes}" dockstate="right" visibility="0" width="350" row="4">` +
    `<wetp:webextensionref xmlns:r="${relationships}" r:id="${id}"/></wetp:taskpane>`
  );
}

export function panesPart(panes: string): string {
  return `${declaration}<wetp:taskpanes xmlns:wetp="${taskPanes}">${panes}</wetp:taskpanes>`;
}

/** A part that the finished package needs besides what the library wrote. */
export interface AddedPart {
  name: string;
  contentType: string;
  xml: string;
}

/** The parts that hold the settings, and the relationship of the package that leads to them; none when there is nothing. */
export function settingsParts(
  settings: Record<string, unknown>,
  addIn: AddInIdentity,
): { parts: AddedPart[]; relationship: { type: string; target: string } } | null {
  if (Object.values(settings).every((value) => value === undefined)) return null;
  const links =
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    `<Relationship Id="rId1" Type="${settingsAddresses.extension.relationship}" Target="webextension1.xml"/></Relationships>`;
  const { panes, extension } = settingsAddresses;
  return {
    parts: [
      {
        name: "xl/webextensions/taskpanes.xml",
        contentType: panes.contentType,
        xml: panesPart(paneXml("rId1")),
      },
      {
        name: "xl/webextensions/webextension1.xml",
        contentType: extension.contentType,
        xml: settingsPart(settings, addIn),
      },
      { name: "xl/webextensions/_rels/taskpanes.xml.rels", contentType: "", xml: links },
    ],
    relationship: { type: panes.relationship, target: "xl/webextensions/taskpanes.xml" },
  };
}
