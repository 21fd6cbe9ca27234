import { Rendered } from "../rendered";
import { act } from "react";
import { runs } from "../../../src/commands/runs";
import { Pane } from "../../../src/taskpane/pane";
import { PaneSession } from "../../../src/taskpane/state/pane-session";
import { startExcel } from "../../excel";
import { sheetOf, workbookOf } from "../../workbook-records";

test("the card follows the selection and takes no focus", async () => {
  const clients = [
    ["Client", "Sales"],
    ["Aster", 600],
    ["Birch", 300],
    ["Cedar", 100],
  ];
  const excel = await startExcel(
    workbookOf([sheetOf("Clients", clients)], { settings: { "keyfolio.language": "en" } }),
    { language: "en-US" },
  );
  const session = new PaneSession("en-US");
  const pane = new Rendered(<Pane session={session} />);
  await act(() => session.start());
  const until = async (text: string) => {
    for (let waited = 0; waited < 10_000 && !pane.text.includes(text); waited += 50) {
      await act(() => new Promise((done) => setTimeout(done, 50)));
    }
    expect(pane.text).toContain(text);
  };
  const sheet = excel.host.workbook.worksheets.getItem("Clients");
  sheet.getRange("B3").select();
  await until("Why? Birch");
  sheet.getRange("B4").select();
  await until("Why? Cedar");
  expect(document.activeElement).toBe(document.body);
  expect(pane.texts("section[aria-live=polite] h3")).toContain("Status");
  pane.remove();
  await session.stop();
  runs.dismiss();
  excel.stop();
});
