import { parsed } from "../../package/package-parts";
import type { PackageEdit } from "../../package/package-edit";
import {
  panesPart,
  paneXml,
  settingsAddresses,
  settingsPart,
  settingsPlaces,
  settingXml,
  type AddInIdentity,
} from "../../package/settings-part";
import { TextEdits } from "../../package/text-edits";
import { spanAttribute, spanChild, spanChildren, spansOf } from "../../package/xml-spans";

/** The settings that the add-in keeps in the document; those of other add-ins stay as they are. */
export function patchSettings(
  edit: PackageEdit,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  addIn: AddInIdentity,
): void {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (changed.length === 0) return;
  const { panes, extension } = settingsPlaces(
    (source) => edit.relationships(source),
    (name) => {
      const text = edit.text(name);
      return text === undefined ? undefined : parsed(text, name);
    },
    addIn,
  );
  if (extension === undefined) {
    addSettings(edit, after, addIn, panes);
    return;
  }
  const text = edit.text(extension) ?? "";
  const root = spansOf(text);
  const edits = new TextEdits(text);
  const list = spanChild(root, "properties");
  const known = new Map(
    spanChildren(list, "property").map((element) => [spanAttribute(text, element, "name"), element]),
  );
  for (const name of changed) {
    const element = known.get(name);
    const value = after[name];
    if (element && value === undefined) edits.remove(element);
    else if (element) edits.attribute(element, "value", JSON.stringify(value));
    else if (list) edits.append(list, settingXml(name, value).replace("<we:", `<${list.prefix}`));
  }
  edit.setText(extension, list ? edits.applied() : settingsPart(after, addIn));
}

function addSettings(
  edit: PackageEdit,
  settings: Record<string, unknown>,
  addIn: AddInIdentity,
  panes: string | undefined,
): void {
  const { panes: list, extension } = settingsAddresses;
  const part = edit.freeName((number) => `xl/webextensions/webextension${number}.xml`);
  edit.add(part, settingsPart(settings, addIn), extension.contentType);
  if (panes === undefined) {
    const name = edit.freeName((number) => `xl/webextensions/taskpanes${number === 1 ? "" : number}.xml`);
    edit.add(name, panesPart(paneXml("rId1")), list.contentType);
    edit.relate(name, extension.relationship, part);
    edit.relate("", list.relationship, name);
    return;
  }
  const id = edit.relate(panes, extension.relationship, part);
  const text = edit.text(panes) ?? "";
  const edits = new TextEdits(text);
  edits.append(spansOf(text), paneXml(id));
  edit.setText(panes, edits.applied());
}
