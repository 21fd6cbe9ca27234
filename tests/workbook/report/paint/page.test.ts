import { Page } from "../../../../src/workbook/report/paint/page/page";
import { papersOfRows } from "../printed-papers";

describe("a page with columns beside it", () => {
  const page = () => {
    const page = new Page("Title", "Portrait", [10, 100, 100], [20, 60]);
    page.put(0, 1, "Title");
    page.put(2, 4, 7);
    page.put(9, 2, 1);
    return page;
  };

  test("is written without what lies below these", () => {
    const { area } = page();
    expect(page().split(area)).toEqual({
      parts: [
        { row: 0, column: 0, rows: 10, columns: 3 },
        { row: 0, column: 3, rows: 3, columns: 2 },
      ],
      below: { row: 3, column: 3, rows: 7, columns: 2 },
    });
  });

  test("is one block where they reach its end, or where there are none", () => {
    const full = page();
    full.put(9, 3, 1);
    expect(full.split(full.area)).toEqual({ parts: [full.area], below: null });
    const narrow = new Page("Title", "Portrait", [10, 100]);
    narrow.put(4, 1, "Title");
    expect(narrow.split(narrow.area)).toEqual({ parts: [narrow.area], below: null });
  });

  test("covers what an earlier page had further right", () => {
    expect(page().split({ row: 0, column: 0, rows: 12, columns: 8 })).toEqual({
      parts: [
        { row: 0, column: 0, rows: 12, columns: 3 },
        { row: 0, column: 3, rows: 3, columns: 5 },
      ],
      below: { row: 3, column: 3, rows: 9, columns: 5 },
    });
  });
});

/** The printed page on which each row stands where columns turn out so much wider than asked for. */
function papersOf(page: Page, wider: number): number[] {
  const room = (514 * page.width(0, page.widths.length) * wider) / 770;
  const heights = Array.from({ length: page.row }, (_, row) => page.heights.get(row)!);
  return papersOfRows(heights, page.papers, room);
}

test.each([
  ["a chart with its section", 20, (page: Page) => page.keepWhole()],
  ["a short section", 10, (page: Page) => page.section("Next")],
])("%s is on one printed page, whatever is above it and however wide columns turn out", (_, rows, end) => {
  for (let above = 0; above < 130; above++) {
    const page = new Page("Title", "Landscape", [10, 1000]);
    for (let row = 0; row < above; row++) page.gap(16);
    const first = page.row;
    page.section("Section");
    for (let row = 0; row < rows; row++) page.gap(16);
    const last = page.row - 1;
    end(page);
    for (let wider = 1; wider < 1.37; wider += 0.03) {
      const papers = papersOf(page, wider);
      expect([above, wider, papers[last]]).toEqual([above, wider, papers[first]]);
    }
  }
});

test("a long section has more than a row of its end on the next page", () => {
  let parted = 0;
  for (let above = 0; above < 60; above++) {
    const page = new Page("Title", "Landscape", [10, 1000]);
    for (let row = 0; row < above; row++) page.gap(16);
    page.section("Section");
    for (let row = 0; row < 30; row++) page.gap(16);
    const last = page.row - 1;
    page.section("Next");
    const papers = papersOf(page, 1);
    const start = papers.indexOf(papers[last]);
    if (papers[above] < papers[last]) parted++;
    expect([above, Math.max(start, above), last - Math.max(start, above) > 1]).toEqual([
      above,
      Math.max(start, above),
      true,
    ]);
  }
  expect(parted).toBeGreaterThan(20);
});
