import {
  SpacingRule,
  WrapStrategy,
  type ICellData,
  type IDocumentData,
  type IStyleData,
  type ITextStyle,
  type Nullable,
} from "@univerjs/core";
import { sheetFont } from "../../sheet-font";
import { pixels } from "../sheet-frame";

/** Excel's distance between lines, by the size of the letters; Univer sets them as close as letters allow. */
const leading = 1.28;
const defaultSize = 11;
/** Pixels that Univer leaves free on both sides of a cell's text, together. */
const sides = 4;

/** Pixels that a text takes in one line. */
export type MeasureText = (text: string, style: IStyleData) => number;

/**
 * The same cell with its lines as far apart as in Excel, where its text wraps into several: otherwise a row that is as high
 * as its text in Excel is half empty here.
 * @param width pixels of the cell, or of the merged cells that it stands for
 */
export function withLeading(
  cell: Nullable<ICellData>,
  width: () => number,
  measure: MeasureText,
): Nullable<ICellData> {
  const style = cell?.s;
  if (!cell || typeof style !== "object" || style?.tb !== WrapStrategy.WRAP || typeof cell.v !== "string") {
    return cell;
  }
  const isLong = /[\r\n]/.test(cell.v) || measure(cell.v, style) > width() - sides;
  return isLong ? { ...cell, p: documentOf(cell.v, style) } : cell;
}

function documentOf(text: string, style: IStyleData): IDocumentData {
  // Univer ends a paragraph with CR, and the text with CR LF.
  const paragraphs = text.replaceAll(/\r\n|\n/g, "\r");
  const dataStream = `${paragraphs}\r\n`;
  const { ff, fs, it, bl, ul, st, cl } = style;
  const lineSpacing = pixels((fs ?? defaultSize) * leading);
  return {
    id: "",
    body: {
      dataStream,
      textRuns: [{ st: 0, ed: paragraphs.length, ts: { ff, fs, it, bl, ul, st, cl } as ITextStyle }],
      paragraphs: [...dataStream.matchAll(/\r/g)].map(({ index }, position) => ({
        startIndex: index,
        paragraphId: `p${position}`,
        // In pixels: by a factor Univer spaces the last line only.
        paragraphStyle: { lineSpacing, spacingRule: SpacingRule.EXACT },
      })),
      sectionBreaks: [{ startIndex: dataStream.length - 1 }],
    },
    documentStyle: {},
  };
}

/** Measures with the fonts of this computer, each text once. */
export function textMeasure(): MeasureText {
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map<string, number>();
  return (text, { ff, fs, it, bl }) => {
    const font = `${it ? "italic " : ""}${bl ? "bold " : ""}${fs ?? defaultSize}pt ${ff ?? sheetFont}`;
    const name = `${font}|${text}`;
    let width = known.get(name);
    if (width === undefined) {
      if (context) {
        context.font = font;
      }
      width = context?.measureText(text).width ?? 0;
      if (known.size > 10_000) {
        known.clear();
      }
      known.set(name, width);
    }
    return width;
  };
}
