import {
  SpacingRule,
  WrapStrategy,
  type ICellData,
  type IDocumentData,
  type IStyleData,
  type ITextStyle,
  type Nullable,
} from "@univerjs/core";
import { pixels } from "./sheet-frame";

/** Excel's distance between lines, by the size of the letters; Univer sets them as close as the font allows. */
const leading = 1.28;

/**
 * The same cell with its lines as far apart as in Excel, where its text wraps: otherwise a row that is as high as its text
 * in Excel is half empty here.
 */
export function withLeading(cell: Nullable<ICellData>): Nullable<ICellData> {
  const style = cell?.s;
  if (!cell || typeof style !== "object" || style?.tb !== WrapStrategy.WRAP || typeof cell.v !== "string") {
    return cell;
  }
  return { ...cell, p: documentOf(cell.v, style) };
}

function documentOf(text: string, style: IStyleData): IDocumentData {
  // Univer ends a paragraph with CR, and the text with CR LF.
  const paragraphs = text.replaceAll(/\r\n|\n/g, "\r");
  const dataStream = `${paragraphs}\r\n`;
  const { ff, fs, it, bl, ul, st, cl } = style;
  const lineSpacing = pixels((fs ?? 11) * leading);
  return {
    id: "",
    body: {
      dataStream,
      textRuns: [{ st: 0, ed: paragraphs.length, ts: { ff, fs, it, bl, ul, st, cl } as ITextStyle }],
      paragraphs: [...dataStream.matchAll(/\r/g)].map(({ index }, position) => ({
        startIndex: index,
        paragraphId: `p${position}`,
        paragraphStyle: { lineSpacing, spacingRule: SpacingRule.EXACT },
      })),
      sectionBreaks: [{ startIndex: dataStream.length - 1 }],
    },
    documentStyle: {},
  };
}
