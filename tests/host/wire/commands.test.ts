import { type Connected, connect } from "./ledger";

let excel: Connected;

beforeAll(async () => {
  excel = await connect();
});

afterAll(() => excel.close());

test("a ribbon command runs what the page associated and waits until it is completed", async () => {
  const steps: string[] = [];
  excel.page.Office.actions.associate("classifyRows", async (event: Office.AddinCommands.Event) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    steps.push(event.source.id);
    event.completed();
  });
  await excel.session.invokeCommand("classifyRows");
  expect(steps).toEqual(["classifyRows"]);
});

test("a command may talk to the workbook", async () => {
  excel.page.Office.actions.associate("mark", async (event: Office.AddinCommands.Event) => {
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem("Alpha").getRange("1x1").values = [["marked"]];
      await context.sync();
    });
    event.completed();
  });
  await excel.session.invokeCommand("mark");
  expect(excel.root.worksheets.getItem("Alpha").$cell(0, 0)).toBe("marked");
});

test("a command that the page does not know fails by name", async () => {
  await expect(excel.session.invokeCommand("unheardOf")).rejects.toThrow(
    "The page does not know the command unheardOf",
  );
});

test("a command that never completes fails when its time is up", async () => {
  excel.page.Office.actions.associate("hang", () => undefined);
  await expect(excel.session.invokeCommand("hang", 20)).rejects.toThrow("The command hang did not complete.");
});
