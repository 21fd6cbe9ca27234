import {
  ICommandService,
  IUndoRedoService,
  type IWorkbookData,
  Univer,
  UniverInstanceType,
  type Workbook,
} from "@univerjs/core";
import { SetWorksheetActiveOperation, UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { openWorkbook, type Workbook as ModelWorkbook } from "../../../../src/host/model/workbook";
import { CommandGate } from "../../../../src/host/workbench/grid/person/command-gate";
import { Mirror } from "../../../../src/host/workbench/grid/mirror";
import { sheetSnapshot } from "../../../../src/host/workbench/grid/sheet-snapshot";
import { sheetOf, workbookOf } from "../../../workbook-records";

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

/** A workbook of the model with sheets A, B and C, on A, and Univer's view of it. */
async function mirrored() {
  const workbook: ModelWorkbook = await openWorkbook(
    workbookOf([sheetOf("A", [[1]]), sheetOf("B", [[2]]), sheetOf("C", [[3]])]),
  );
  const model = workbook.$state;
  const univer = new Univer();
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  const view = univer.createUnit<Partial<IWorkbookData>, Workbook>(UniverInstanceType.UNIVER_SHEET, {
    id: "view",
    sheetOrder: model.sheets.map(({ id }) => id),
    sheets: Object.fromEntries(model.sheets.map((sheet) => [sheet.id, sheetSnapshot(sheet)])),
  });
  ends.push(() => (univer.dispose(), workbook.$dispose()));
  // Its commands are registered when it is first asked for.
  univer.__getInjector().get(IUndoRedoService);
  const commands = univer.__getInjector().get(ICommandService);
  const mirror = new Mirror(model, view, new CommandGate(commands));
  const activated: string[] = [];
  commands.onCommandExecuted(({ id, params }) => {
    if (id === SetWorksheetActiveOperation.id) {
      activated.push(view.getSheetBySheetId((params as { subUnitId: string }).subUnitId)!.getName());
    }
  });
  return {
    worksheets: workbook.worksheets,
    activated,
    async show() {
      mirror.show();
      // Some of what Univer does by itself, it does a moment later.
      await new Promise((done) => setTimeout(done, 10));
      return {
        sheets: view.getSheets().map((sheet) => sheet.getName()),
        active: view.getActiveSheet().getName(),
      };
    },
  };
}

describe("the view of the sheets", () => {
  it("stays on the sheet that is active in the model while others are added behind it", async () => {
    const { worksheets, activated, show } = await mirrored();
    worksheets.add("D");
    worksheets.add("E");
    expect(await show()).toEqual({ sheets: ["A", "B", "C", "D", "E"], active: "A" });
    expect(activated).toEqual([]);
  });

  it("goes only to the sheet that the model has chosen", async () => {
    const { worksheets, activated, show } = await mirrored();
    worksheets.add("D");
    worksheets.getItem("B").activate();
    expect((await show()).active).toBe("B");
    expect(activated).toEqual(["B"]);
  });

  it("leaves a sheet that is hidden or deleted for the one that the model has chosen", async () => {
    const { worksheets, activated, show } = await mirrored();
    worksheets.getItem("C").activate();
    await show();
    worksheets.getItem("A").activate();
    worksheets.getItem("C").delete();
    worksheets.getItem("B").visibility = "Hidden";
    expect(await show()).toEqual({ sheets: ["A", "B"], active: "A" });
    expect(activated).toEqual(["C", "A"]);
    worksheets.getItem("B").visibility = "Visible";
    expect((await show()).active).toBe("A");
  });
});
