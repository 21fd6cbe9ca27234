import { Page } from "../../../../src/workbook/report/paint/page";

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

test("what is kept whole stands on one printed page, whatever is above it and however wide columns turn out", () => {
  const rowHeight = 16;
  const kept = 20;
  for (let above = 0; above < 130; above++) {
    const page = new Page("Title", "Landscape", [10, 1000]);
    for (let row = 0; row < above; row++) page.gap(rowHeight);
    const first = page.row;
    page.section("Section");
    for (let row = 0; row < kept; row++) page.gap(rowHeight);
    page.keepWhole();
    for (let wider = 1; wider < 1.37; wider += 0.01) {
      const room = (514 * 1010 * wider) / 770;
      let [paper, used] = [0, 0];
      const papers = Array.from({ length: page.row }, (_, row) => {
        const height = page.heights.get(row)!;
        if (page.breaks.includes(row) || used + height > room) [paper, used] = [paper + 1, 0];
        used += height;
        return paper;
      });
      expect([above, wider, papers.at(-1)]).toEqual([above, wider, papers[first]]);
    }
  }
});
