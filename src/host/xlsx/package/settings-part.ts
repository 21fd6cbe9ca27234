import { escapedXml } from "./file-text";
import type { XmlElement } from "../library";
import { attribute, child, children, type PackageParts } from "./package-parts";

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

function parsedValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
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
  const entries = Object.entries(settings).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return null;
  const properties = entries
    .map(
      ([name, value]) =>
        `<we:property name="${escapedXml(name)}" value="${escapedXml(JSON.stringify(value))}"/>`,
    )
    .join("");
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const extension =
    `${declaration}<we:webextension xmlns:we="${webExtension}" id="{${addIn.id.toUpperCase()}}">` +
    `<we:reference id="${escapedXml(addIn.id)}" version="${escapedXml(addIn.version)}" store="developer" storeType="Registry"/>` +
    `<we:alternateReferences/><we:properties>${properties}</we:properties><we:bindings/>` +
    `<we:snapshot xmlns:r="${relationships}"/></we:webextension>`;
  // The pane stays closed: opening somebody's report must not open a pane.
  const panes =
    `${declaration}<wetp:taskpanes xmlns:wetp="${taskPanes}"><wetp:taskpane dockstate="right" visibility="0" width="350" row="4">` +
    `<wetp:webextensionref xmlns:r="${relationships}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`;
  const links =
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    '<Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2011/relationships/webextension" Target="webextension1.xml"/></Relationships>';
  return {
    parts: [
      {
        name: "xl/webextensions/taskpanes.xml",
        contentType: "application/vnd.ms-office.webextensiontaskpanes+xml",
        xml: panes,
      },
      {
        name: "xl/webextensions/webextension1.xml",
        contentType: "application/vnd.ms-office.webextension+xml",
        xml: extension,
      },
      { name: "xl/webextensions/_rels/taskpanes.xml.rels", contentType: "", xml: links },
    ],
    relationship: {
      type: "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
      target: "xl/webextensions/taskpanes.xml",
    },
  };
}
