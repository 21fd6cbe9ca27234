import { type Connected, connect, errorOf } from "./ledger";

let excel: Connected;
let told: string[];

beforeEach(async () => {
  told = [];
  excel = await connect({
    onShowTaskpane: () => told.push("shown"),
    onHideTaskpane: () => told.push("hidden"),
  });
});

afterEach(() => excel.close());

const addin = () => excel.page.Office.addin;

/** Visibilities of which the page hears from now on. */
async function listen(): Promise<{ heard: string[]; stop: () => Promise<void> }> {
  const heard: string[] = [];
  const stop = await addin().onVisibilityModeChanged(({ visibilityMode }) => heard.push(visibilityMode));
  return { heard, stop: stop as () => Promise<void> };
}

/** Events come after the answer to the request that caused them. */
const afterEvents = () => new Promise((resolve) => setTimeout(resolve, 20));

test("the page runs in the background until its pane is shown", () => {
  expect(excel.session.taskpane.visible).toBe(false);
});

test("the add-in shows and hides its pane", async () => {
  await addin().showAsTaskpane();
  expect(excel.session.taskpane.visible).toBe(true);
  await addin().hide();
  expect(excel.session.taskpane.visible).toBe(false);
  expect(told).toEqual(["shown", "hidden"]);
});

test("showing an open pane changes nothing", async () => {
  const { heard } = await listen();
  await addin().showAsTaskpane();
  await addin().showAsTaskpane();
  await afterEvents();
  expect(told).toEqual(["shown"]);
  expect(heard).toEqual(["Taskpane"]);
});

test("the page hears of it when the user opens and closes the pane", async () => {
  const { heard, stop } = await listen();
  excel.session.taskpane.show();
  excel.session.taskpane.hide();
  await afterEvents();
  expect(heard).toEqual(["Taskpane", "Hidden"]);
  await stop();
  excel.session.taskpane.show();
  await afterEvents();
  expect(heard).toEqual(["Taskpane", "Hidden"]);
  expect(told).toEqual(["shown", "hidden", "shown"]);
});

test("a pane that is open from the beginning is known as visible", async () => {
  excel.close();
  excel = await connect({ taskpaneVisible: true, onShowTaskpane: () => told.push("shown") });
  await addin().showAsTaskpane();
  expect(excel.session.taskpane.visible).toBe(true);
  expect(told).toEqual([]);
});

test("the pane is shown when the user has finished typing into a cell", async () => {
  excel.session.cellEditing.begin();
  const shown = addin().showAsTaskpane();
  await afterEvents();
  expect(excel.session.taskpane.visible).toBe(false);
  excel.session.cellEditing.end();
  await shown;
  expect(excel.session.taskpane.visible).toBe(true);
});

test("an add-in that is not to be loaded with the document, until it asks for it", async () => {
  expect(await addin().getStartupBehavior()).toBe("None");
  await addin().setStartupBehavior(excel.page.Office.StartupBehavior.load);
  expect(await addin().getStartupBehavior()).toBe("Load");
});

test("showing the pane can be refused", async () => {
  excel.session.faults.failAction(1, "GeneralException", "SetAppRuntimeState()");
  expect((await errorOf(addin().showAsTaskpane())).code).toBe("GeneralException");
  expect(excel.session.taskpane.visible).toBe(false);
});

test("showing the pane costs the add-in no request of its own", async () => {
  await addin().showAsTaskpane();
  expect(excel.session.journal.requests).toEqual([]);
});
