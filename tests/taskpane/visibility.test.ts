import "./browser-globals";
import { watchVisibility } from "../../src/taskpane/visibility";
import { startExcel, type StartedExcel } from "../excel";
import { sheetOf } from "../workbook-records";

let excel: StartedExcel;
let told: boolean[];
let stop: () => void;

/** The page's width, which jsdom does not compute. */
function resize(width: number): void {
  Object.defineProperty(document.documentElement, "clientWidth", { configurable: true, value: width });
  window.dispatchEvent(new Event("resize"));
}
const moment = () => new Promise((done) => setTimeout(done, 150));

async function watch(taskpaneVisible: boolean): Promise<void> {
  excel = await startExcel([sheetOf("Sheet1", [])], { taskpaneVisible });
  told = [];
  stop = watchVisibility((seen) => told.push(seen));
  await moment();
}

beforeEach(() => resize(0));
afterEach(() => {
  stop();
  excel.stop();
});

test("a page without a size is not seen, as it runs for formulas while no pane is open", async () => {
  await watch(false);
  expect(told).toEqual([false]);
});

test("a page with a size is seen once it draws", async () => {
  resize(320);
  await watch(true);
  expect(told).toEqual([true]);
});

test("a page that gets a size is seen from then on, and told of once", async () => {
  await watch(false);
  resize(320);
  await moment();
  resize(400);
  await moment();
  expect(told).toEqual([false, true]);
});

test("a pane that Office closes is not seen, though the page keeps its size, until Office opens it again", async () => {
  resize(320);
  await watch(true);
  excel.host.taskpane.hide();
  await moment();
  expect(told).toEqual([true, false]);
  excel.host.taskpane.show();
  await moment();
  expect(told).toEqual([true, false, true]);
});
