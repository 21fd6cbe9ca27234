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
