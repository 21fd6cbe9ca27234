import type { SheetRecord } from "../../../src/host/workbook-record";
import { readCellLooks } from "../../../src/workbook/source/read/cell-looks";
import { sheetOf } from "../../workbook-records";
import { openWorkbook } from "../session";

const bold = { font: { bold: true } };
const indented = (indent: number) => ({ horizontal: "Left" as const, indent });

/** A column of names under a header in C4; their formats by row. */
const groups: SheetRecord = {
  ...sheetOf("Groups", []),
  cells: [
    { row: 3, column: 2, value: "Client", format: bold },
    { row: 4, column: 2, value: "North", format: bold },
    { row: 5, column: 2, value: "Aster", format: indented(1) },
    { row: 6, column: 2, value: "Order 17", format: { ...indented(3), ...bold } },
    { row: 7, column: 2, value: "Birch" },
    { row: 4, column: 1, value: 1, format: indented(9) },
  ],
};

/** The looks and the requests that they cost. */
async function read(sheet: SheetRecord, column: number, firstRow: number, rowCount: number) {
  const { host, run } = await openWorkbook([sheet], { apiLevel: "1.9" });
  return run(async (context) => {
    const target = context.workbook.worksheets.getItem(sheet.name).load("id");
    await context.sync();
    host.journal.clear();
    const looks = await readCellLooks(context, target.id, column, firstRow, rowCount);
    return { looks, requests: [...host.journal.requests] };
  });
}

test("indent and bold stand row by row, from the first row that was asked for", async () => {
  const { looks, requests } = await read(groups, 2, 4, 4);
  expect([...looks!.indents]).toEqual([0, 1, 3, 0]);
  expect([...looks!.bolds]).toEqual([1, 0, 1, 0]);
  expect(requests).toHaveLength(1);
});

test("a column without either has no looks, whatever stands beside and above it", async () => {
  expect((await read(groups, 2, 7, 1)).looks).toBeNull();
  expect((await read(groups, 3, 0, 9)).looks).toBeNull();
});

test("a list without rows costs nothing", async () => {
  const { looks, requests } = await read(groups, 2, 4, 0);
  expect(looks).toBeNull();
  expect(requests).toHaveLength(0);
});

test("a long column costs a request per 20,000 rows and one before them, none above a megabyte, and no row is lost between them", async () => {
  const last = 45_000;
  const long: SheetRecord = {
    ...sheetOf("Long", []),
    cells: [19_999, 20_000, 39_999, last - 1].map((row, i) => ({
      row: row + 1,
      column: 0,
      value: "Client",
      format: indented(i + 1),
    })),
  };
  const { looks, requests } = await read(long, 0, 1, last);
  const at = [...looks!.indents.entries()].filter(([, indent]) => indent > 0);
  expect(at).toEqual([
    [19_999, 1],
    [20_000, 2],
    [39_999, 3],
    [last - 1, 4],
  ]);
  expect(requests).toHaveLength(1 + 3);
  for (const { replyBytes } of requests) expect(replyBytes).toBeLessThan(1_200_000);
});

test("a long column of one look costs one small request", async () => {
  const { looks, requests } = await read(groups, 5, 1, 1_000_000);
  expect(looks).toBeNull();
  expect(requests).toHaveLength(1);
  expect(requests[0].replyBytes).toBeLessThan(1_000);

  const [first, rows] = [1, 5_000];
  const uniform: SheetRecord = { ...sheetOf("Bold", []), columns: [{ index: 0, format: bold }] };
  const all = await read(uniform, 0, first, rows);
  expect(all.requests).toHaveLength(1);
  expect(all.looks!.bolds).toEqual(new Uint8Array(rows).fill(1));
  expect(all.looks!.indents).toEqual(new Uint8Array(rows));
});
