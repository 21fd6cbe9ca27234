import { classifyRows } from "../../../src/workbook";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { sheetOf, sheetWithTable, tableOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWithoutCards, rowsOf } from "../session";
import { oneIn } from "../../moments";

const inEnglish = ["Share", "Status", "ABC", "Reason", "Action"];
const inRussian = ["Доля", "Статус", "ABC", "Почему ключевой", "Что делать"];
const forms = [
  ["a region", () => sheetOf("Clients", clients)],
  ["a table", () => sheetWithTable("Clients", "Deals", clients)],
] as const;

test("a header of ours that somebody has cleared comes again with the next run", async () => {
  const { host } = await openWithoutCards([sheetOf("Clients", clients)]);
  await classifyRows(request);
  host.workbook.worksheets.getItem("Clients").getRange("E1").clear("Contents");
  await classifyRows(request);
  expect(rowsOf((await host.toRecord()).sheets[0])[0]).toEqual([...clients[0], ...inEnglish]);
});

test.each(["D", "E", "G", "H"])(
  "a column %s that somebody has emptied to write there herself is hers, and ours come beside it",
  async (letter) => {
    const { host } = await openWithoutCards([sheetOf("Clients", clients)]);
    await classifyRows(request);
    const sheet = host.workbook.worksheets.getItem("Clients");
    sheet.getRange(`${letter}1:${letter}7`).clear("Contents");
    sheet.getRange(`${letter}3:${letter}4`).values = [["call"], ["ask him"]];
    await classifyRows(request);
    expect(sheet.getRange(`${letter}1:${letter}7`).values!.flat()).toEqual(["", "", "call", "ask him", "", "", ""]); // prettier-ignore
    const headers = rowsOf((await host.toRecord()).sheets[0])[0];
    expect(headers.filter((header) => inEnglish.includes(String(header))).sort()).toEqual(
      [...inEnglish].sort(),
    );
    await removeKeyfolio();
    expect(sheet.getRange(`${letter}3:${letter}4`).values).toEqual([["call"], ["ask him"]]);
  },
);

test.each(forms)(
  "a header that somebody types over ours in the moment in which it is translated is hers, whichever request was just sent, beside %s",
  async (_, sheet) => {
    for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
      const { host } = await openWithoutCards([sheet()]);
      await classifyRows(request);
      host.faults.beforeRequest(k, () => {
        host.workbook.worksheets.getItem("Clients").getRange("D1").values = [["My view"]];
      });
      await classifyRows({ ...request, language: "ru" });
      isOver = host.faults.pending;
      const [header] = rowsOf((await host.toRecord()).sheets[0]);
      const [, ...others] = inRussian;
      expect([k, header]).toEqual([k, [...clients[0], isOver ? inRussian[0] : "My view", ...others]]);
    }
  },
);

test("where the run is stopped after headers were translated, one that somebody typed over ours is hers", async () => {
  for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
    const { host } = await openWithoutCards([sheetOf("Clients", clients)]);
    await classifyRows(request);
    const sheet = host.workbook.worksheets.getItem("Clients");
    host.faults.beforeRequest(k, () => {
      sheet.getRange("D1").values = [["My view"]];
      sheet.getRange("C2").values = [[1]];
    });
    await classifyRows({ ...request, language: "ru" });
    isOver = host.faults.pending;
    if (!isOver) expect([k, sheet.getRange("D1").values]).toEqual([k, [["My view"]]]);
  }
});

test("where a table hides its headers, another language changes no client's result", async () => {
  const body = clients.slice(1);
  const table = {
    ...tableOf("Deals", body, { showHeaders: false }),
    columns: clients[0].map((name, i) => ({ id: i + 1, name: String(name) })),
  };
  const { host } = await openWithoutCards([sheetOf("Clients", body, { tables: [table] })]);
  await classifyRows(request);
  const shares = rowsOf((await host.toRecord()).sheets[0]).map((row) => row[3]);
  await classifyRows({ ...request, language: "ru" });
  expect(rowsOf((await host.toRecord()).sheets[0]).map((row) => row[3])).toEqual(shares);
});
