import { readFileSync } from "node:fs";
import path from "node:path";
import { JSDOM } from "jsdom";
import { connection, officePath, panePageForWorkbench } from "../../../src/host/workbench/server/pane-page";

const page = readFileSync(path.join(__dirname, "../../../src/taskpane/taskpane.html"), "utf8");

/** The page in a window, with the script that the server of the workbench gives; Office.js sees what `external` is when it would run. */
function open(html: string, door?: { connect(): object }): { external: unknown } {
  const tag = `<script src="${connection.address}"></script>`;
  const dom = new JSDOM(html.replace(tag, `<script>${connection.script}</script>`), {
    runScripts: "dangerously",
    beforeParse(window) {
      Object.assign(window, { keyfolioWorkbench: door });
    },
  });
  const { external } = dom.window;
  dom.window.close();
  return { external };
}

describe("the pane's page in the workbench", () => {
  test("loads Office.js from the server of the workbench, and nothing from the network", () => {
    const changed = panePageForWorkbench(page);
    expect(changed).toContain(`<script src="${officePath}office.js"></script>`);
    expect(changed).not.toContain('src="https://');
  });

  test("is connected to the host before Office.js begins", () => {
    const changed = panePageForWorkbench(page);
    expect(changed.indexOf(connection.address)).toBeLessThan(changed.indexOf(officePath));
    const external = { GetHostInfo: () => "Excel" };
    expect(open(changed, { connect: () => external }).external).toBe(external);
  });

  test("alone in a window it runs without a host, as in any browser", () => {
    expect(open(panePageForWorkbench(page)).external).not.toHaveProperty("GetHostInfo");
  });

  test("is changed nowhere else", () => {
    const back = panePageForWorkbench(page)
      .replace(`<script src="${connection.address}"></script>`, "")
      .replaceAll(officePath, "https://appsforoffice.microsoft.com/lib/1/hosted/");
    expect(back).toBe(page);
  });

  test("a page without Office.js is a mistake that is told", () => {
    expect(() => panePageForWorkbench("<!doctype html><title>Keyfolio</title>")).toThrow(/Office\.js/);
  });
});
