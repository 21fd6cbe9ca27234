import { classifyRows, readList } from "../../../src/workbook";
import { sheetOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { added, headers, two } from "../score-columns/added";
import { openWorkbook, ordered, problemOfRun } from "../session";

/** The list takes A to C; results are five columns, scores two. */
const columns = ["D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N"];

/** A list beside which money stands: were it a part of the list, it would be its revenue. */
async function moneyIn(column: string) {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const cells = `${column}1:${column}7`;
  const money = [["Revenue"], [50], [90000], [700], [60], [8], [30]];
  host.workbook.worksheets.getItem("Clients").getRange(cells).values = money;
  return { host, inTheWay: { kind: "cellsToTheRight", address: `Clients!${cells}` } };
}

type Read = Awaited<ReturnType<typeof classifyRows>>;
const readingOf = ({ classification }: Read) => classification.portfolio.reading;
const revenueIn = (read: Read) => readingOf(read).revenue?.letters;

test.each(columns)("money in %s is read by the second run if it was by the first one", async (column) => {
  const { host, inTheWay } = await moneyIn(column);
  if ("HI".includes(column)) {
    expect(await problemOfRun(classifyRows(request))).toEqual(inTheWay);
    return;
  }
  const first = await classifyRows(request);
  expect(revenueIn(first)).toBe("DEFG".includes(column) ? column : "C");
  expect(readingOf(first).notRead).toEqual("DEFG".includes(column) ? [] : [inTheWay.address]);
  const before = ordered(await host.toRecord());
  const second = await classifyRows(request);
  expect(revenueIn(second)).toBe(revenueIn(first));
  expect(readingOf(second).notRead).toEqual(readingOf(first).notRead);
  expect(ordered(await host.toRecord())).toEqual(before);
});

test.each(columns)("money in %s is read once scores stand there if it was before", async (column) => {
  const { inTheWay } = await moneyIn(column);
  const headersOf = async () => (await readList(null)).list.columns.map(({ header }) => header);
  const before = await headersOf();
  expect(before.includes("Revenue")).toBe("DEFG".includes(column));
  if ("HI".includes(column)) expect(await problemOfRun(added())).toEqual(inTheWay);
  else await added();
  expect((await headersOf()).includes("Revenue")).toBe(before.includes("Revenue"));
});

test("a column for scores that a blank one parts from the list is not in the way of another one", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  await added();
  const sheet = host.workbook.worksheets.getItem("Clients");
  sheet.getRange("E:E").insert("Right");
  const third = { axis: "loyalty", header: "Loyalty: service" } as const;
  await added([...two, third] as never);
  expect(sheet.getRange("D1:F1").values).toEqual([[headers[0], third.header, headers[1]]]);
});

test.each(["J", "K", "L"])(
  "a month that is typed in %s, apart from the results, is said not to be read",
  async (column) => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const { range } = readingOf(await classifyRows(request));
    const month = [["Feb 2026"], [1], [2], [3], [""], [5], [6]];
    host.workbook.worksheets.getItem("Clients").getRange(`${column}1:${column}7`).values = month;
    const reading = readingOf(await classifyRows(request));
    expect(reading.range).toBe(range);
    expect(reading.notRead).toEqual([`Clients!${column}1:${column}7`]);
  },
);

test.each(["K1:K7", "K1:L7"])(
  "%s apart is named where more cells are in use than are read",
  async (address) => {
    const { host } = await moneyIn("K");
    const sheet = host.workbook.worksheets.getItem("Clients");
    if (address === "K1:L7") sheet.getRange("L1:L7").values = [["Cost"], [5], [9], [7], [6], [8], [3]];
    expect(readingOf(await classifyRows(request)).notRead).toEqual([`Clients!${address}`]);
    sheet.getRange("A60000").values = [["Printed from the books"]];
    expect(readingOf(await classifyRows(request)).notRead).toEqual([`Clients!${address}`]);
  },
);

test("a sum and a note beside the list are no column that is missed", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const sheet = host.workbook.worksheets.getItem("Clients");
  sheet.getRange("L1:L3").values = [["Total"], [1000], [12]];
  sheet.getRange("O1:O7").values = [["Remark"], ["a"], ["b"], ["c"], ["d"], ["e"], ["f"]];
  expect(readingOf(await classifyRows(request)).notRead).toEqual([]);
});
