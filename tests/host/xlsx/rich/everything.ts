/** A workbook with everything that Excel writes at once, and its client list in the midst of it. */
import { Draws } from "../../../draws";
import { listPart, richParts, tablePart, type ListShape, type RichParts } from "./rich-workbook";

/** Nothing is left out, and of all numbers it is the smallest. */
class EveryDraw extends Draws {
  constructor() {
    super(0);
  }

  override chance(): boolean {
    return true;
  }

  override integer(from: number): number {
    return from;
  }
}

/** Longer than Excel gives them; other programs do. */
export const longName = "Other sheet with a name that is longer than any of Excel";

/** What stands in the list itself: its rows are 3 to 8, its columns A to E. */
const inList: readonly (readonly [RegExp, string])[] = [
  // The months from March on give way to a picture and to a day.
  [/<c r="D3".*?<\/c>/, '<c r="D3" t="inlineStr"><is><t>Logo</t></is></c>'],
  [/<c r="E3".*?<\/c>/, '<c r="E3" t="inlineStr"><is><t>Since</t></is></c>'],
  [/<c r="D([4-8])".*?<\/c>/g, '<c r="D$1" t="e" vm="1"><v>#VALUE!</v></c>'],
  [/<c r="E([4-8])".*?<\/c>/g, '<c r="E$1" s="4"><v>4567$1</v></c>'],
  [/<c r="E5" s="4">/, '<c r="E5">'],
  [/<c r="A4" s="1"/, '<c r="A4" s="3"'],
  [
    /<c r="B4".*?<\/c>/,
    '<c r="B4" s="2"><f t="array" ref="B4">SUM((A12:A14&gt;2)*A12:A14)*100</f><v>700</v></c>',
  ],
  [
    /<c r="C4".*?<\/c>/,
    '<c r="C4" s="2" cm="1"><f t="array" ref="C4">_xlfn._xlws.SORT(B5)</f><v>3910</v></c>',
  ],
  [
    /(<c r="A7".*?<is>).*?(<\/is>)/,
    '$1<r><t xml:space="preserve">Firm </t></r><r><rPr><strike/><vertAlign val="subscript"/></rPr><t>3</t></r>$2',
  ],
  [/<row r="5"/, '<row r="5" ht="21" customHeight="1" outlineLevel="1"'],
  [/(<col min="1"[^>]*>)/, '$1<col min="5" max="5" width="18.7109375" style="4" customWidth="1"/>'],
  [
    /(<dataValidations) count="2"([^>]*>)/,
    '$1 count="3"$2<dataValidation type="decimal" operator="greaterThan" sqref="B4:C8"><formula1>0</formula1></dataValidation>',
  ],
  [/(<hyperlinks>)/, '$1<hyperlink ref="A6" r:id="link" tooltip="its page"/>'],
  [
    /(<dataValidations)/,
    '<conditionalFormatting sqref="B4:C8"><cfRule type="dataBar" priority="20"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>$1',
  ],
];

/** The parts of the workbook. */
export function everyPart(shape: ListShape): RichParts {
  const rich = richParts(new EveryDraw(), shape);
  const change = (name: string, changes: readonly (readonly [RegExp, string])[]) => {
    rich.parts[name] = changes.reduce((text, [from, to]) => {
      if (!new RegExp(from).test(text)) throw new Error(`${name} has no ${from.source}`);
      return text.replace(from, to);
    }, String(rich.parts[name]));
  };
  change(listPart, inList);
  if (shape === "table")
    change(tablePart, [
      [/name="Mar 2025"/, 'name="Logo"'],
      [/name="Apr 2025"/, 'name="Since"'],
    ]);
  change("xl/workbook.xml", [[/<calcPr/, '<calcPr calcMode="manual"']]);
  change("xl/comments1.xml", [
    [
      /<commentList>/,
      '<commentList><comment ref="A5" authorId="0" shapeId="0"><text><t>Pays late</t></text></comment>',
    ],
  ]);
  change("xl/drawings/notes.vml", [
    [
      /<\/xml>/,
      '<v:shape id="_x0000_s1026"><x:ClientData ObjectType="Note"><x:Anchor>1, 15, 4, 2, 3, 15, 8, 4</x:Anchor><x:Row>4</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>',
    ],
  ]);
  change("xl/charts/chart1.xml", [
    [
      /(<c:marker><c:symbol val="none"\/><\/c:marker>)/,
      '<c:spPr><a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="112233"/></a:gs><a:gs pos="100000"><a:schemeClr val="accent2"/></a:gs></a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill></c:spPr>$1<c:dLbls><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="1"/><c:showBubbleSize val="0"/></c:dLbls>',
    ],
  ]);
  for (const [name, content] of Object.entries(rich.parts))
    if (typeof content === "string") rich.parts[name] = content.replaceAll("Other sheet", longName);
  return rich;
}
