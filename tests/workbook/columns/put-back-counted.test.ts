import { classifyRows } from "../../../src/workbook";
import { cells, countedTable, headersNow, list } from "../counted-table";
import { clients, request } from "../lists";
import { firstWritingRequest, openWithoutCards } from "../session";

const results = ["Share", "Status", "ABC", "Reason", "Action"];

/** The request of a first run into the table that writes, by its number. */
async function writingRequest(): Promise<number> {
  const { host } = await openWithoutCards(countedTable);
  host.journal.clear();
  await classifyRows(request);
  return firstWritingRequest(host);
}

test.each([
  ["", false],
  [", also where nobody may change a name", true],
])(
  "a table's new column on which somebody comes to count while the run is taken back stays, with the formula, and the next run fills it%s",
  async (_, isProtected) => {
    const writing = await writingRequest();
    let counted = 0;
    for (let [k, isOver] = [1, false]; !isOver; k++) {
      const { host } = await openWithoutCards(countedTable);
      host.faults.loseReply(writing);
      let isCounted = false;
      if (isProtected) host.faults.beforeRequest(writing + 1, () => host.workbook.protection.protect());
      host.faults.beforeRequest(writing + k, () => {
        isCounted = list(host).getRange("E1").values![0][0] === "Status";
        if (isCounted) cells(host).formulas = [["=COUNTA(Deals[Status])", "=COUNTA(Clients!E2:E7)"]];
      });
      await classifyRows(request).catch(() => null);
      isOver = host.faults.pending;
      host.faults.clear();
      if (!isCounted) {
        expect([k, headersNow(host)]).toEqual([k, clients[0]]);
        continue;
      }
      counted++;
      host.workbook.protection.unprotect();
      await classifyRows(request);
      expect([k, headersNow(host).sort()]).toEqual([k, [...clients[0], ...results].sort()]);
      await host.toRecord();
      expect([k, cells(host).values]).toEqual([k, [[6, 6]]]);
    }
    expect(counted).toBeGreaterThan(3);
  },
);

test("what somebody types into a table's new column before it has its mark stays, wherever Excel stops and whichever request was just sent", async () => {
  const writing = await writingRequest();
  let typed = 0;
  // The first mark comes and goes, to see whether one may come.
  for (const stop of [3, 5]) {
    for (let [k, isOver] = [1, false]; !isOver; k++) {
      const { host } = await openWithoutCards(countedTable);
      host.faults.failAction(stop, "GeneralException", "Add()");
      let isTyped = false;
      host.faults.beforeRequest(writing + k, () => {
        const [row] = list(host).getRange("D1:H1").values!;
        const at = row.findIndex((cell) => String(cell).startsWith("keyfolio."));
        isTyped = at >= 0;
        if (isTyped) list(host).getCell(1, 3 + at).values = [["hers"]];
      });
      await classifyRows(request).catch(() => null);
      isOver = host.faults.pending;
      host.faults.clear();
      const hers = list(host)
        .getRange("A1:K9")
        .values!.filter((row) => row.includes("hers"));
      expect([stop, k, hers.map(([client]) => client)]).toEqual([stop, k, isTyped ? ["Northern Mills"] : []]);
      if (isTyped) typed++;
    }
  }
  expect(typed).toBeGreaterThan(3);
});
