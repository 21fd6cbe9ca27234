import { dossier, scenario } from "../../../../src/workbook";
import { limits } from "../../../../src/workbook/cells/read-rows";
import type { StartedExcel } from "../../../excel";
import { type Cell, sheetOf } from "../../../workbook-records";
import { request, salesByMonth } from "../../lists";
import { openWorkbook } from "../../session";
import { sheetNamed } from "../written";
import { momentsBetween } from "../../../moments";

const usual = { ...limits };
afterEach(() => void Object.assign(limits, usual));

const few = salesByMonth(5, 4);
const client = String(few[1][0]);
const costs: Cell[][] = [["Client", "Sales", "Cost"], ["Oak House", 500, 400], ["Elm & Co", 300, 250], ["Fir Mill", 50, 30]]; // prettier-ignore
const supposed = {
  clients: ["Oak House"],
  change: { kind: "buysLess" as const, part: 0.5 },
  fixedCosts: 0,
  discounts: [],
};

const kinds = [
  {
    kind: "a dossier",
    list: few,
    name: `Dossier ${client}`,
    make: () => dossier({ ...request, client }),
  },
  {
    kind: "a scenario",
    list: costs,
    name: "Scenario 1",
    make: () => scenario({ ...request, scenario: supposed }),
  },
];

describe.each(kinds)("$kind that is made again", ({ list, name, make }) => {
  const made = async (typed: string | null) => {
    const excel = await openWorkbook([sheetOf("Clients", list)]);
    await make();
    if (typed !== null) sheetIn(excel).getRange("B2").values = [[typed]];
    excel.host.journal.clear();
    return excel;
  };
  const sheetIn = ({ host }: StartedExcel) => host.workbook.worksheets.getItem(name);
  const textsOf = async ({ host }: StartedExcel) =>
    sheetNamed(await host.toRecord(), name).cells.map(({ value }) => String(value));
  const requestsOf = ({ host }: StartedExcel) =>
    host.journal.requests.filter(({ housekeeping }) => !housekeeping).length;
  const requestsOfMaking = async (typed: string | null) => {
    const excel = await made(typed);
    await make();
    return requestsOf(excel);
  };

  test("keeps what somebody types over it before whichever request, and says so once it is overwritten", async () => {
    const requests = await requestsOfMaking(null);
    for (const k of momentsBetween(1, requests)) {
      const excel = await made(null);
      excel.host.faults.beforeRequest(
        k,
        () => void (sheetIn(excel).getRange("B2").values = [["Rang today"]]),
      );
      const { report } = await make();
      const texts = await textsOf(excel);
      const stands = texts.includes("Rang today");
      expect([k, stands || texts.filter((text) => text === "B2: Rang today").length]).toEqual([
        k,
        stands || 1,
      ]);
      expect([k, stands || report.notes]).toEqual([k, stands || [`'${name}'!B2`]]);
      expect((await make()).report.notes).toEqual(stands ? [`'${name}'!B2`] : []);
      expect((await textsOf(excel)).filter((text) => text === "B2: Rang today")).toHaveLength(1);
    }
  });

  test("keeps what somebody types onto it while it is new, before whichever request", async () => {
    Object.assign(limits, { pageBytes: 1500 });
    const opened = async () => openWorkbook([sheetOf("Clients", list)]);
    const quiet = await opened();
    await make();
    for (let k = 1; k <= requestsOf(quiet); k++) {
      const excel = await opened();
      const typed: string[] = [];
      excel.host.faults.beforeRequest(k, () => {
        if (!excel.host.workbook.worksheets.items.some((sheet) => sheet.name === name)) return;
        for (const at of ["B4", "G16", "E18", "C20"]) {
          const cell = sheetIn(excel).getRange(at);
          cell.values = [[`Rang today (${at})`]];
          if (cell.values[0][0] !== "") typed.push(`Rang today (${at})`);
        }
      });
      await make();
      const texts = await textsOf(excel);
      const lost = typed.filter((text) => !texts.some((each) => each.endsWith(text)));
      expect([k, lost]).toEqual([k, []]);
    }
  });

  test("keeps it when a later request of the run fails", async () => {
    const requests = await requestsOfMaking(null);
    for (const k of momentsBetween(1, requests - 1)) {
      const excel = await made(null);
      excel.host.faults.beforeRequest(k, () => {
        sheetIn(excel).getRange("B2").values = [["Rang today"]];
        excel.host.faults.failRequest(2);
      });
      await make().catch(() => undefined);
      const kept = (await textsOf(excel)).filter((text) => text.endsWith("Rang today"));
      expect([k, kept.length]).not.toEqual([k, 0]);
      excel.host.faults.clear();
      await make();
      const notes = (await textsOf(excel)).filter((text) => text.endsWith("Rang today"));
      expect([k, notes]).toEqual([k, ["B2: Rang today"]]);
    }
  });

  test("has each note once, wherever in the requests that write it Excel stops", async () => {
    // Those of the notes come before those of the page.
    for (let action = 1; action <= 40; action += 2) {
      const excel = await made("Large enough");
      excel.host.faults.failAction(action);
      await make().catch(() => undefined);
      excel.host.faults.clear();
      await make();
      const notes = (await textsOf(excel)).filter((text) => text.endsWith("Large enough"));
      expect([action, notes]).toEqual([action, ["B2: Large enough"]]);
    }
  });
});

test("what somebody types into a form that is not complete stays, before whichever request it comes", async () => {
  const [{ list, name, make }] = kinds;
  const hasMark = ({ host }: StartedExcel, mark: string) =>
    host.workbook.names.items.some((item) => item.name === `keyfolio.form.dossier1${mark}`);
  const cutOff = async (action: number) => {
    const excel = await openWorkbook([sheetOf("Clients", list)]);
    await make();
    const sheet = excel.host.workbook.worksheets.getItem(name);
    excel.host.workbook.names.getItem("keyfolio.form.dossier1").delete();
    excel.host.faults.failAction(action, "GeneralException", "Values=");
    await make().catch(() => undefined);
    return { excel, sheet };
  };
  let action = 1;
  for (; !hasMark((await cutOff(action)).excel, ".a"); action++) expect(action).toBeLessThan(9);
  const { excel: quiet } = await cutOff(action);
  quiet.host.journal.clear();
  await make();
  expect(hasMark(quiet, ".a")).toBe(false);
  const requests = quiet.host.journal.requests.filter(({ housekeeping }) => !housekeeping).length;
  for (const k of momentsBetween(1, requests)) {
    const { excel, sheet } = await cutOff(action);
    excel.host.faults.beforeRequest(k, () => {
      const form = excel.host.workbook.names.items.find((item) => item.name.startsWith("keyfolio.form."))!;
      form.getRangeOrNullObject()!.getCell(1, 1).values = [["Bakes bread"]];
    });
    await make();
    const texts = sheetNamed(await excel.host.toRecord(), name).cells.map(({ value }) => value);
    expect([k, texts.filter((text) => text === "Bakes bread").length]).toEqual([k, 1]);
    expect(sheet.name).toBe(name);
  }
});
