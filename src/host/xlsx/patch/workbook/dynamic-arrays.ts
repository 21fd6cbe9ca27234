import type { PackageEdit } from "../../package/package-edit";
import { TextEdits } from "../../package/text-edits";
import { spanAttribute, spanChild, spanChildren, spansOf, type XmlSpan } from "../../package/xml-spans";
import { addresses } from "../part-types";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const dynamic = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";

const type =
  '<metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" ' +
  'rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>';
const future =
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">' +
  `<xda:dynamicArrayProperties xmlns:xda="${dynamic}" fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>`;

const order = [
  "metadataTypes",
  "metadataStrings",
  "mdxMetadata",
  "futureMetadata",
  "cellMetadata",
  "valueMetadata",
  "extLst",
];

/**
 * Number of the cell metadata that mark the formula of a cell as a dynamic array (ECMA-376 Part 1, 18.9; [MS-XLSX] 2.6.94).
 * A workbook that has none yet gets them.
 */
export function dynamicArrayNumber(edit: PackageEdit, mainPart: string): number {
  const part = edit.relationships(mainPart).find(({ kind }) => kind === "sheetMetadata")?.target;
  const text = part === undefined ? undefined : edit.text(part);
  if (part === undefined || text === undefined) {
    const name = edit.freeName((number) => `xl/metadata${number === 1 ? "" : number}.xml`);
    const xml =
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<metadata xmlns="${main}">` +
      `<metadataTypes count="1">${type}</metadataTypes>${future}` +
      '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';
    edit.add(name, xml, addresses.metadata.contentType);
    edit.relate(mainPart, addresses.metadata.relationship, name);
    return 1;
  }
  const root = spansOf(text);
  const types = spanChildren(spanChild(root, "metadataTypes"), "metadataType");
  const kind = types.findIndex((each) => spanAttribute(text, each, "name") === "XLDAPR") + 1;
  const blocks = spanChildren(spanChild(root, "cellMetadata"), "bk");
  const known = blocks.findIndex((block) => {
    const record = spanChild(block, "rc");
    return record !== undefined && kind > 0 && Number(spanAttribute(text, record, "t")) === kind;
  });
  if (known >= 0) return known + 1;
  const edits = new TextEdits(text);
  if (kind === 0) addTo(edits, root, "metadataTypes", type);
  if (kind === 0) edits.insertInOrder(root, order, "futureMetadata", future);
  addTo(edits, root, "cellMetadata", `<bk><rc t="${kind || types.length + 1}" v="0"/></bk>`);
  edit.setText(part, edits.applied());
  return blocks.length + 1;
}

function addTo(edits: TextEdits, root: XmlSpan, local: string, xml: string): void {
  const list = spanChild(root, local);
  if (!list) edits.insertInOrder(root, order, local, `<${local} count="1">${xml}</${local}>`);
  else {
    edits.append(list, xml);
    edits.attribute(list, "count", list.children.length + 1);
  }
}
