import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { openOfficeWindow } from "../../src/host/office-window";
import { connect } from "./wire/ledger";

const officeScript = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "office-window-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function pageOf(html: string, files: Record<string, string> = {}): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text);
  }
  await writeFile(join(folder, "page.html"), html);
  return join(folder, "page.html");
}

const host = { external: {} };

test("a built page runs its own classic scripts against the host", async () => {
  const excel = await connect();
  const page = await pageOf(
    `<!doctype html><head>${officeScript}</head><body><script src="pane.js?v=1"></script></body>`,
    {
      "pane.js":
        "Office.onReady(async () => { await Excel.run(async (c) => { c.workbook.worksheets.getItem('Alpha').getRange('1x1').values = [['from the page']]; await c.sync(); }); document.body.dataset.done = 'yes'; });",
    },
  );
  const opened = await openOfficeWindow(excel.session, { page });
  while (opened.window.document.body.dataset.done !== "yes") {
    await new Promise((next) => setTimeout(next, 5));
  }
  expect(excel.root.worksheets.getItem("Alpha").$cell(0, 0)).toBe("from the page");
  expect(opened.errors).toEqual([]);
  opened.close();
  excel.close();
});

test("a page that lacks a script says which", async () => {
  const excel = await connect();
  const page = await pageOf(
    `<!doctype html><head>${officeScript}</head><body><script src="missing.js"></script></body>`,
  );
  const opened = await openOfficeWindow(excel.session, { page });
  expect(opened.errors.join()).toContain("missing.js");
  opened.close();
  excel.close();
});

test("a page without Office.js does not come up", async () => {
  const page = await pageOf("<!doctype html><body>nothing</body>");
  await expect(openOfficeWindow(host, { page })).rejects.toThrow("The page did not load Office.js.");
});

test("a host that Office.js cannot talk to is told within the time, with what the page reported", async () => {
  const page = await pageOf(
    `<!doctype html><head>${officeScript}</head><body><script>console.error("no host at all")</script></body>`,
  );
  await expect(
    openOfficeWindow(
      { external: { GetHostInfo: () => "Excel$Win32$16.01$en-US$telemetry$$$1" } },
      { page, timeoutMilliseconds: 300 },
    ),
  ).rejects.toThrow(/did not come up\. It reported: .*no host at all/);
});

test("nothing is fetched from the network, nor from outside the page's folder", async () => {
  const excel = await connect();
  const page = await pageOf(
    `<!doctype html><head>${officeScript}</head><body><script src="https://example.com/tracker.js"></script><script src="/..%2Fsecret.js"></script></body>`,
  );
  const opened = await openOfficeWindow(excel.session, { page });
  expect(opened.errors.join()).toMatch(/example\.com\/tracker\.js.*secret\.js/);
  opened.close();
  excel.close();
});

test("once it is closed the process ends by itself", async () => {
  const script = join(folder, "boot.ts");
  await writeFile(
    script,
    `const { connect } = require(${JSON.stringify(resolve("tests/host/wire/ledger"))});
     connect().then(async (excel) => {
       await excel.run(async (c) => { c.workbook.worksheets.load("items/name"); await c.sync(); });
       excel.close();
       console.log("closed");
     });`,
  );
  const { stdout } = await promisify(execFile)("node", ["-r", "@swc-node/register", script], {
    timeout: 20_000,
  });
  expect(stdout).toBe("closed\n");
}, 30_000);
