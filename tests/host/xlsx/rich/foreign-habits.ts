/** What other programs do otherwise than Excel when they write a workbook: each habit by itself, put on the parts of one. */
import { columnLetters } from "../../../../src/host/model/reference";
import { Draws } from "../../../draws";
import { packageOf } from "../package-of";
import { bareParts, listPart, richParts, tablePart } from "./rich-workbook";

export type Parts = Record<string, string | Uint8Array>;

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageTypes = "[Content_Types].xml";
const workbookPart = "xl/workbook.xml";
const stylesPart = "xl/styles.xml";
const stringsPart = "xl/sharedStrings.xml";

/** Gives a part that is there another text. */
function change(parts: Parts, name: string, by: (text: string) => string): void {
  const text = parts[name];
  if (typeof text === "string") parts[name] = by(text);
}

function changeAll(parts: Parts, which: (name: string) => boolean, by: (text: string) => string): void {
  for (const name of Object.keys(parts)) if (which(name)) change(parts, name, by);
}

const isXml = (name: string) => /\.(?:xml|rels)$/.test(name);
const isOfSpreadsheet = (name: string) =>
  /^xl\/[^_].*\.xml$/.test(name) && !/drawings|charts\/|theme/.test(name);

/** Takes a part away, and what speaks of it. */
function remove(parts: Parts, name: string): void {
  delete parts[name];
  change(parts, packageTypes, (text) =>
    text.replace(`<Override PartName="/${name}"`, "<gone").replace(/<gone[^>]*\/>/, ""),
  );
  const target = name.split("/").at(-1)!;
  changeAll(
    parts,
    (each) => each.endsWith(".rels"),
    (text) => text.replace(new RegExp(`<Relationship [^>]*Target="(?:[^"]*/)?${target}"[^>]*/>`, "g"), ""),
  );
}

const inSheet = (parts: Parts, by: (text: string) => string) => change(parts, listPart, by);

/** Texts inside cells as they are written by most of our workbooks. */
const inlineText = / t="inlineStr"><is><t>([^<]*)<\/t><\/is>/g;

export const foreignHabits: Readonly<Record<string, (parts: Parts, draw: Draws) => void>> = {
  "texts in CDATA": (parts) =>
    inSheet(parts, (text) => text.replace(/<t>([^<&]*)<\/t>/g, "<t><![CDATA[$1]]></t>")),
  "cells and rows that do not say where they are": (parts, draw) =>
    inSheet(parts, (text) => {
      let below = 0;
      return text.replace(
        /<row r="(\d+)"([^>]*)>(.*?)<\/row>/gs,
        (_, number: string, rest: string, cells: string) => {
          const tells = Number(number) !== below + 1 || draw.chance(0.2);
          below = Number(number);
          let last = -1;
          const inside = cells.replace(/<c r="([A-Z])\d+"/g, (found: string, letter: string) => {
            const column = letter.charCodeAt(0) - 65;
            const follows = column === last + 1;
            last = column;
            return follows ? "<c" : found;
          });
          return `<row${tells ? ` r="${number}"` : ""}${rest}>${inside}</row>`;
        },
      );
    }),
  "an extent that is not the sheet's": (parts, draw) => {
    const said = draw.pick(["", '<dimension ref="A1"/>', '<dimension ref="A1:XFD1048576"/>', "<dimension/>"]);
    inSheet(parts, (text) =>
      text
        .replace(/<dimension[^>]*\/>/, "")
        .replace(/(?=<sheetViews>|<sheetFormatPr|<cols>|<sheetData>)/, said),
    );
  },
  "spans that are not the row's": (parts) =>
    inSheet(parts, (text) => text.replace(/ spans="[^"]*"/g, "").replace(/<row /g, '<row spans="1:1" ')),
  "days as text": (parts) =>
    inSheet(parts, (text) =>
      text
        .replace("<v>45678.25</v>", "<v>2025-01-21T06:00:00</v>")
        .replace(/(<c (?:r="\w+" )?s="4")(?=>)/, '$1 t="d"'),
    ),
  "every text among the shared ones, uncounted": (parts) => {
    if (!(stringsPart in parts)) return;
    const texts = new Map<string, number>();
    inSheet(parts, (text) =>
      text.replace(inlineText, (_, found: string) => {
        if (!texts.has(found)) texts.set(found, texts.size + 2);
        return ` t="s"><v>${texts.get(found)}</v>`;
      }),
    );
    const items = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${text}</t></si>`);
    change(parts, stringsPart, (text) =>
      text.replace("</sst>", `${items.join("")}</sst>`).replace(/ (?:count|uniqueCount)="\d+"/g, ""),
    );
  },
  "texts as results of no formula": (parts) =>
    inSheet(parts, (text) => text.replace(inlineText, ' t="str"><v>$1</v>')),
  "texts in several runs": (parts) =>
    inSheet(parts, (text) =>
      text.replace(
        /<is><t>([^<&]{3})([^<]*)<\/t><\/is>/g,
        '<is><r><t xml:space="preserve">$1</t></r><r><rPr><b/></rPr><t xml:space="preserve">$2</t></r></is>',
      ),
    ),
  "numbers with a type and an exponent": (parts) =>
    inSheet(parts, (text) =>
      text
        .replace(/ s="2"><v>(\d)(\d+)<\/v>/g, ' s="2" t="n"><v>$1.$2E3</v>')
        .replace(
          / s="2" t="n"><v>([\d.]+)E3/g,
          (_, mantissa: string) => ` s="2" t="n"><v>${mantissa}E${mantissa.length - 2}`,
        ),
    ),
  "no styles": (parts) => {
    remove(parts, stylesPart);
    changeAll(parts, isOfSpreadsheet, (text) =>
      text
        .replace(/(<(?:c|row)\b[^>]*) s="\d+"/g, "$1")
        .replace(/ (?:dxfId|dataDxfId|headerRowDxfId|style)="\d+"/g, ""),
    );
  },
  "no theme": (parts) => remove(parts, "xl/theme/theme1.xml"),
  "no properties of the document": (parts) => {
    for (const name of Object.keys(parts)) if (name.startsWith("docProps/")) remove(parts, name);
  },
  "no order of calculation": (parts) => remove(parts, "xl/calcChain.xml"),
  "a palette of its own": (parts) => {
    const colors = Array.from(
      { length: 64 },
      (_, index) => `<rgbColor rgb="00${(index * 262_143).toString(16).padStart(6, "0").toUpperCase()}"/>`,
    );
    change(parts, stylesPart, (text) =>
      text.replace("<colors>", `<colors><indexedColors>${colors.join("")}</indexedColors>`),
    );
  },
  "formats that stand there twice": (parts) =>
    change(parts, stylesPart, (text) =>
      text
        .replace(/<cellXfs count="6">(.*?)<\/cellXfs>/s, '<cellXfs count="12">$1$1</cellXfs>')
        .replace(/<fonts count="2">(.*?)<\/fonts>/s, '<fonts count="4">$1$1</fonts>'),
    ),
  "nothing is counted": (parts) =>
    changeAll(
      parts,
      (name) => name === stylesPart || name === tablePart || name === listPart,
      (text) => text.replace(/(<(?!brk|scenario)\w+[^>]*) (?:count|manualBreakCount)="\d+"/g, "$1"),
    ),
  "everything that is not so is said": (parts) =>
    inSheet(parts, (text) =>
      text
        .replace(
          /<row r="(\d+)">/g,
          '<row r="$1" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">',
        )
        .replace(/<f>/g, '<f aca="false">')
        .replace(/<c (r="\w+")(?! s=)/g, '<c $1 s="0"'),
    ),
  "rows without end": (parts) =>
    inSheet(parts, (text) => {
      const last = Math.max(...[...text.matchAll(/<row r="(\d+)"/g)].map(([, number]) => Number(number)), 0);
      if (last === 0) return text;
      const rows = Array.from(
        { length: 400 },
        (_, index) =>
          `<row r="${last + 1 + index}" ht="15.75" customHeight="1"><c r="A${last + 1 + index}" s="3"/><c r="H${last + 1 + index}" s="0"/></row>`,
      );
      return text.replace("</sheetData>", `${rows.join("")}</sheetData>`);
    }),
  "no views and no sizes": (parts) => {
    changeAll(parts, isOfSpreadsheet, (text) =>
      text
        .replace(/<(sheetViews|bookViews|cols|customWorkbookViews)>.*?<\/\1>/s, "")
        .replace(/<sheetFormatPr[^>]*\/>/, ""),
    );
  },
  "a column element for every column": (parts) =>
    inSheet(parts, (text) => {
      const columns = Array.from(
        { length: 12 },
        (_, index) =>
          `<col min="${index + 1}" max="${index + 1}" width="${9 + (index % 4)}" customWidth="true" hidden="false" outlineLevel="0" collapsed="false" style="0"/>`,
      );
      const rest =
        '<col min="13" max="1024" width="11.53" customWidth="false" hidden="false" collapsed="false"/>';
      return text
        .replace(/<cols>.*?<\/cols>/s, "")
        .replace("<sheetData>", `<cols>${columns.join("")}${rest}</cols><sheetData>`);
    }),
  "choices for other versions": (parts) => {
    const compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    const choice = (needs: string, xml: string) =>
      `<mc:AlternateContent xmlns:mc="${compatible}"><mc:Choice Requires="${needs}" xmlns:${needs}="urn:${needs}">${xml}</mc:Choice></mc:AlternateContent>`;
    change(parts, workbookPart, (text) =>
      text.replace(
        /(?=<bookViews>|<sheets>)/,
        `${choice("x15", '<x15ac:absPath xmlns:x15ac="urn:a" url="C:\\Lists\\"/>')}<xr:revisionPtr xmlns:xr="urn:xr" revIDLastSave="0" documentId="8_{1}"/>`,
      ),
    );
    inSheet(parts, (text) =>
      text.replace(
        /(?=<tableParts|<extLst|<\/worksheet>)/,
        choice("x14", '<controls><control shapeId="1025" name="Button"/></controls>'),
      ),
    );
  },
  "the date system of 1904": (parts) =>
    change(parts, workbookPart, (text) =>
      text.includes("<workbookPr ")
        ? text.replace("<workbookPr ", '<workbookPr date1904="true" ')
        : text.replace("<sheets>", '<workbookPr date1904="1"/><sheets>'),
    ),
  "blanks that count": (parts) =>
    inSheet(parts, (text) =>
      text
        .replace("<worksheet ", '<worksheet xml:space="preserve" ')
        .replace(/<is><t>/g, '<is><t xml:space="preserve">'),
    ),
  "links that lead nowhere": (parts) =>
    change(parts, "xl/worksheets/_rels/sheet7.xml.rels", (text) =>
      text.replace(
        "</Relationships>",
        `<Relationship Id="none" Type="${office}/image" Target="NULL"/><Relationship Id="here" Type="${office}/hyperlink" Target="#'Other sheet'!A1"/></Relationships>`,
      ),
    ),
  "comments and instructions between the elements": (parts) =>
    changeAll(parts, isXml, (text) =>
      text
        .replace(
          /(?<=>)(?=<(?:row|sheets|cellXfs|si|sst|Relationship|Override|tableColumns|cols|sheetData)\b)/g,
          "<!-- <c r=1> & > -->",
        )
        .replace(/^(<\?xml.*?\?>)?/, "$1<?program version='1'?><!-- written -->")
        .replace(/(<\/\w+>)$/, "<!-- end -->$1<!-- after -->"),
    ),
  "every element on a line of its own": (parts) =>
    changeAll(parts, isOfSpreadsheet, (text) =>
      text.replace(
        />(?=<\/?(?:row|c|sheetData|sheets|sheet|cellXfs|xf|tableColumn|tableColumns|si|sst|definedName)\b)/g,
        ">\r\n    ",
      ),
    ),
  "blanks around the signs of equality": (parts) =>
    inSheet(parts, (text) => text.replace(/(<(?:c|row)\b[^>]*?\s\w+)="/g, '$1 = "')),
  "links by a prefix of the element": (parts) =>
    change(parts, workbookPart, (text) =>
      text
        .replace(/ r:id="([^"]*)"/g, ` d3p1:id="$1" xmlns:d3p1="${office}"`)
        .replace(` xmlns:r="${office}"`, ""),
    ),
  "a prefix before every element": (parts) =>
    changeAll(parts, isOfSpreadsheet, (text) =>
      !text.includes(`xmlns="${main}"`)
        ? text
        : text
            .replace(/<(\/?)(?=[A-Za-z]\w*[\s/>])/g, "<$1x:")
            .replace(`xmlns="${main}"`, `xmlns:x="${main}"`),
    ),
  "strict words": (parts) =>
    changeAll(parts, isXml, (text) =>
      text
        .replaceAll(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/",
          "http://purl.oclc.org/ooxml/spreadsheetml/",
        )
        .replaceAll(office, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        .replaceAll(
          "http://schemas.openxmlformats.org/drawingml/2006/",
          "http://purl.oclc.org/ooxml/drawingml/",
        )
        .replace("/relationships/extended-properties", "/relationships/extendedProperties")
        .replace("/relationships/custom-properties", "/relationships/customProperties"),
    ),
  "single quotation marks": (parts) =>
    changeAll(parts, isOfSpreadsheet, (text) => text.replace(/(\s[\w:]+)="([^"'<>]*)"/g, "$1='$2'")),
  "targets from the root of the package": (parts) => {
    for (const name of Object.keys(parts)) {
      if (!name.endsWith(".rels")) continue;
      const folder = name.replace(/_rels\/[^/]*$/, "");
      change(parts, name, (text) =>
        text.replace(/Target="([^"]*)"(?! TargetMode)/g, (_, target: string) => {
          return `Target="${new URL(target, `http://package/${folder}`).pathname}"`;
        }),
      );
    }
  },
  "a type for every part": (parts) => {
    const rels = Object.keys(parts).filter((name) => name.endsWith(".rels"));
    const overrides = rels.map(
      (name) =>
        `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    );
    change(parts, packageTypes, (text) =>
      text
        .replace(/<Default Extension="rels"[^>]*\/>/, "")
        .replace("</Types>", `${overrides.join("")}</Types>`),
    );
  },
  "names in other letters than their links": (parts) => {
    for (const name of [stringsPart, stylesPart, listPart]) {
      if (!(name in parts)) continue;
      parts[name.replace(/[^/]+$/, (file) => file[0].toUpperCase() + file.slice(1))] = parts[name];
      delete parts[name];
    }
  },
  "the types at the end": (parts) => {
    const types = parts[packageTypes];
    delete parts[packageTypes];
    parts[packageTypes] = types;
  },
  "no declarations": (parts) => changeAll(parts, isXml, (text) => text.replace(/^<\?xml.*?\?>\s*/, "")),
  "a mark before every text": (parts) => changeAll(parts, isXml, (text) => `\ufeff${text}`),
  "UTF-16": (parts, draw) => {
    for (const name of Object.keys(parts)) {
      const text = parts[name];
      if (typeof text !== "string" || !/^xl\/.*\.xml$/.test(name) || draw.chance(0.5)) continue;
      const whole = `\ufeff${text.replace(/^\ufeff/, "").replace('encoding="UTF-8"', 'encoding="UTF-16"')}`;
      parts[name] = new Uint8Array(Uint16Array.from(whole, (letter) => letter.charCodeAt(0)).buffer);
    }
  },
};

/** A workbook as another program may have written it, drawn from a seed: what it is, and which habits it shows. */
export async function strangeWorkbook(
  seed: number,
): Promise<{ bytes: Uint8Array; sheet: string; amount: string; said: string }> {
  const draw = Draws.scattered(seed);
  const { parts, sheet, list } = draw.chance(0.6) ? richParts(draw) : bareParts(draw);
  const names = Object.keys(foreignHabits);
  const habits = new Set(draw.shuffled(names).slice(0, draw.integer(1, 6)));
  // In the order in which they can be put on: what changes the words comes behind what changes the contents.
  const worn = names.filter((name) => habits.has(name));
  for (const name of worn) foreignHabits[name](parts, draw);
  return {
    bytes: await packageOf(parts),
    sheet,
    amount: columnLetters(list.column + 1) + (list.row + 2),
    said: worn.join(", "),
  };
}
