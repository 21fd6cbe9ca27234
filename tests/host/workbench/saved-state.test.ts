import { openWorkbook, type Workbook } from "../../../src/host/model/workbook";
import { SavedState } from "../../../src/host/workbench/saved-state";
import { sheetOf, workbookOf } from "../../workbook-records";

let workbook: Workbook;
beforeEach(async () => {
  const rows = [
    ["Client", "Sales"],
    ["Aster", 120],
  ];
  workbook = await openWorkbook(workbookOf([sheetOf("Clients", rows), sheetOf("Notes", [])]));
});
afterEach(() => workbook.$dispose());

const sheet = () => workbook.worksheets.getItem("Clients");

describe("whether a workbook has been changed", () => {
  test.each<[string, () => void]>([
    ["reading cells", () => void sheet().getRange("A1:B2").values],
    ["selecting cells", () => sheet().getRange("B2").select()],
    ["showing another sheet", () => workbook.worksheets.getItem("Notes").activate()],
  ])("%s changes nothing", (_, look) => {
    const saved = new SavedState(workbook);
    look();
    expect(saved.isChanged).toBe(false);
  });

  test.each<[string, () => void]>([
    ["a cell", () => (sheet().getRange("B2").values = [[130]])],
    ["a format", () => (sheet().getRange("B2").format.font.bold = true)],
    ["a new sheet", () => void workbook.worksheets.add("Report")],
    ["a sheet's name", () => (sheet().name = "Customers")],
    ["a table", () => void sheet().tables.add("A1:B2", true)],
    ["a name", () => void workbook.names.add("total", "=Clients!$B$2")],
    ["a setting of the add-in", () => void workbook.settings.add("keyfolio.language", "ru")],
    ["a chart", () => void sheet().charts.add("ColumnClustered", sheet().getRange("A1:B2"), "Columns")],
  ])("%s counts", (_, change) => {
    const saved = new SavedState(workbook);
    change();
    expect(saved.isChanged).toBe(true);
  });

  test("a setting that gets another value counts, the same value again does not", () => {
    workbook.settings.add("keyfolio.language", "ru");
    const saved = new SavedState(workbook);
    workbook.settings.add("keyfolio.language", "ru");
    expect(saved.isChanged).toBe(false);
    workbook.settings.add("keyfolio.language", "en");
    expect(saved.isChanged).toBe(true);
  });
});
