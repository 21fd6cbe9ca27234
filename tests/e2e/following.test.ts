import { paneOf, workbenches, type OpenWorkbench } from "./workbench";

const open = workbenches();
let excel: OpenWorkbench;
let pane: ReturnType<typeof paneOf>;

beforeEach(async () => {
  excel = await open();
  pane = paneOf(excel);
  await pane.button(excel.texts.pane.firstRun.start).click();
  await pane.listInUse.getByText("57 clients").waitFor();
});

/** A second list on a sheet of its own, as somebody would paste it. */
async function addPartners(): Promise<void> {
  await excel.page.evaluate(() => {
    const { workbook } = window.keyfolioWorkbench.bench.state.host!;
    const sheet = workbook.worksheets.add("Partners");
    sheet.getRange("A1:B4").values = [
      ["Client", "Sales"],
      ["Birch Mill", 60],
      ["Cedar Works", 30],
      ["Dahlia Prints", 10],
    ];
    sheet.tables.add("A1:B4", true).name = "Partners";
  });
}

it("an edited cell: the key figures follow", async () => {
  await pane.step("results").click();
  const largest = pane.frame.getByText("27.4%").first();
  await largest.waitFor();
  await excel.type("E5", "90000000");
  await largest.waitFor({ state: "detached" });
});

it("a row typed below the list joins it", async () => {
  await excel.page.evaluate(() => {
    const { workbook } = window.keyfolioWorkbench.bench.state.host!;
    workbook.worksheets.getItem("Clients").tables.items[0].rows.add(null, null);
  });
  await excel.type("A67", "Zinnia Trade");
  await excel.type("E67", "5000");
  await pane.listInUse.getByText("58 clients").waitFor();
});

it("another table is selected: the first step takes it, the others offer it", async () => {
  await addPartners();
  await excel.openSheet("Partners");
  await excel.select("A2");
  await pane.listInUse.getByText("3 clients").waitFor();

  await pane.step("results").click();
  await excel.openSheet("Clients");
  await excel.select("A6");
  await pane.frame.getByText(excel.texts.pane.shell.elsewhere("Clients")).waitFor();
  await excel.screenshot("following-elsewhere");
  await pane.listInUse.getByText("3 clients").waitFor();
  await pane.button(excel.texts.pane.shell.useIt).click();
  await pane.listInUse.getByText("57 clients").waitFor();
});

it("a sheet of the report is opened: the list in use stays", async () => {
  await pane.step("run").click();
  await pane.button(excel.texts.pane.run.jobs.portfolioReport).click();
  await pane.frame.getByText(excel.texts.pane.run.done.portfolioReport).waitFor();
  for (const sheet of ["Dependency", "ABC-XYZ", "Summary"]) {
    await excel.openSheet(sheet);
    await excel.select("B9");
  }
  await pane.step("results").click();
  await pane.listInUse.getByText("57 clients").waitFor();
  expect(await pane.frame.getByRole("alert").count()).toBe(0);
});

it("the sheet of the list is deleted: the pane says so and leads to another list", async () => {
  await addPartners();
  await pane.step("results").click();
  await excel.page.evaluate(() => {
    window.keyfolioWorkbench.bench.state.host!.workbook.worksheets.getItem("Clients").delete();
  });
  const { shell, source } = excel.texts.pane;
  await pane.frame.getByText(shell.noListInUse).waitFor();
  await excel.screenshot("following-deleted");
  await pane.button(shell.chooseList).click();
  await pane.frame.getByText(source.lostTitle("Clients")).waitFor();
  await pane.frame
    .getByRole("combobox", { name: source.list, exact: true })
    .selectOption({ label: "Partners" });
  await pane.listInUse.getByText("3 clients").waitFor();
});

it("the sheet of the list gets another name: nothing is lost", async () => {
  await excel.page.evaluate(() => {
    window.keyfolioWorkbench.bench.state.host!.workbook.worksheets.getItem("Clients").name = "Customers";
  });
  await pane.step("run").click();
  await pane.button(excel.texts.pane.run.jobs.classifyRows).click();
  await pane.frame.getByText(excel.texts.pane.run.done.classifyRows).waitFor();
  expect((await excel.record()).sheets[0].name).toBe("Customers");
});

it("a client is clicked: its row is selected in the sheet", async () => {
  await pane.step("results").click();
  await pane.frame.getByRole("button", { name: /^Calloway Home Stores/ }).click();
  await excel.page.waitForFunction(() => {
    const range = window.keyfolioWorkbench.bench.state.host!.workbook.getSelectedRange();
    return range.address.includes("A7");
  });
  await excel.screenshot("following-client");
});

it("a remark on the data is clicked: its cell is selected in the sheet", async () => {
  await pane.step("dataQuality").click();
  await pane.frame.getByRole("button", { name: /^Clients!AI27/ }).click();
  await excel.page.waitForFunction(
    () => window.keyfolioWorkbench.bench.state.host!.workbook.getSelectedRange().address === "Clients!AI27",
  );
});
