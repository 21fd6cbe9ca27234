import path from "node:path";
import { violationsOf } from "./accessibility";
import { paneOf, workbenches, type OpenWorkbench, type WorkbenchChoices } from "./workbench";

const open = workbenches();
let excel: OpenWorkbench;

/** A workbook of invented clients as people have them. */
const handed = (file: string) => path.join(__dirname, "../fixtures/reading", file);

/** The pane on a workbook, past its first screen, at the List step. */
async function atList(file: string, choices: WorkbenchChoices = {}): Promise<ReturnType<typeof paneOf>> {
  excel = await open(choices);
  await excel.openFile(handed(file));
  const pane = paneOf(excel);
  await pane.button(excel.texts.pane.firstRun.start).click();
  return pane;
}

const frameOf = () => excel.page.frames().find((frame) => frame !== excel.page.mainFrame())!;

it("several currencies are a question with what each would give; one click answers it and is kept", async () => {
  const pane = await atList("currency-column.xlsx");
  const { question } = excel.texts.pane;
  const card = pane.frame.getByRole("group", { name: question.asks.currency });
  await card.getByText(/in all; the largest/).nth(2).waitFor();
  await excel.screenshot("question-currency-en");
  expect(await violationsOf(frameOf())).toEqual([]);
  await pane.button(question.onlyCurrency("EUR")).click();
  await pane.frame.getByText(question.decisions.currency("EUR")).waitFor();
  await excel.quiet();
  await excel.screenshot("question-currency-answered-en");
  const { settings } = await excel.record();
  expect(JSON.stringify(settings)).toContain('"currency":"EUR"');
});
