import { BooleanNumber, SpacingRule, WrapStrategy, type IStyleData } from "@univerjs/core";
import { withLeading } from "../../../../../src/host/workbench/grid/cells/wrapped-text";

const wrapping: IStyleData = { tb: WrapStrategy.WRAP, fs: 10, bl: BooleanNumber.TRUE };
/** Six pixels a letter. */
const measure = (text: string) => text.length * 6;
const drawn = (v: string | number, s: IStyleData, width: number) =>
  withLeading({ v, s }, () => width, measure);

test("a text that takes several lines has them as far apart as Excel, in the style of its cell", () => {
  const body = drawn("one two three", wrapping, 50)?.p?.body;
  expect(body?.dataStream).toBe("one two three\r\n");
  expect(body?.textRuns?.[0]).toMatchObject({ st: 0, ed: 13, ts: { fs: 10, bl: BooleanNumber.TRUE } });
  // Ten points are 13 pixels, and Excel's lines of them 17.
  expect(body?.paragraphs?.[0].paragraphStyle).toMatchObject({
    lineSpacing: 17,
    spacingRule: SpacingRule.EXACT,
  });
});

test("every line break begins a paragraph of its own", () => {
  const body = drawn("one\ntwo\r\nthree", wrapping, 500)?.p?.body;
  expect(body?.dataStream).toBe("one\rtwo\rthree\r\n");
  expect(body?.paragraphs?.map(({ startIndex }) => startIndex)).toEqual([3, 7, 13]);
});

test("what stands in one line is drawn as it was", () => {
  for (const cell of [
    { v: "one", s: wrapping },
    { v: "one two three", s: { tb: WrapStrategy.OVERFLOW } },
    { v: 123456789, s: wrapping },
  ]) {
    expect(drawn(cell.v, cell.s, 50)).toEqual(cell);
  }
  expect(withLeading(null, () => 50, measure)).toBeNull();
});
