import type { Frame } from "playwright-core";
import type { Language } from "../../src/locales";
import { overflowOf } from "./accessibility";
import { paneOf, workbenches, type OpenWorkbench } from "./workbench";

const open = workbenches();
let excel: OpenWorkbench;

/** Gives the pane a width in CSS pixels of the screen, and everything in it a size. */
async function sizePane(width: number, zoom: number): Promise<Frame> {
  const frame = excel.page.frames().find((each) => each.url().includes("taskpane"))!;
  await excel.page.locator("iframe").evaluate((element, pixels) => {
    element.style.cssText = `position: fixed; inset: 0 auto 0 0; width: ${pixels}px; height: 100vh; z-index: 9`;
  }, width);
  await frame.evaluate((factor) => (document.documentElement.style.zoom = String(factor)), zoom);
  return frame;
}

/** Texts that are cut off without a way to read them: hidden overflow that is no ellipsis. */
function cutOff(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *, header *")]
      .filter((element) => element.checkVisibility() && element.clientWidth > 1)
      .filter((element) => {
        const { overflowX, textOverflow } = getComputedStyle(element);
        const hides = overflowX === "hidden" && textOverflow !== "ellipsis";
        return hides && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** Words that are broken in the middle because they have no room, and choices whose text is wider than their field. */
function cramped(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement!.checkVisibility() || node.parentElement!.closest("option")) continue;
      for (const word of node.textContent!.matchAll(/[\p{L}\p{N}]{3,}/gu)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.add(word[0]);
      }
    }
    const canvas = document.createElement("canvas").getContext("2d")!;
    for (const select of document.querySelectorAll("select")) {
      if (!select.checkVisibility()) continue;
      const { font, paddingLeft, paddingRight } = getComputedStyle(select);
      canvas.font = font;
      const room = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      for (const { text } of select.options) if (canvas.measureText(text).width > room + 1) found.add(text);
    }
    return [...found];
  });
}

/** Buttons that stand out from the others, by what is written on them, from top to bottom. */
function primaryButtons(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const sample = document.createElement("div");
    sample.style.backgroundColor = "var(--colorBrandBackground)";
    document.querySelector(".fui-FluentProvider")!.append(sample);
    const brand = getComputedStyle(sample).backgroundColor;
    sample.remove();
    return [...document.querySelectorAll("button")]
      .filter((button) => button.checkVisibility() && getComputedStyle(button).backgroundColor === brand)
      .map((button) => button.innerText);
  });
}

/** Places in sight that say the product's name alone: Excel writes it above the pane already. */
function namesInSight(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => element.checkVisibility() && element.innerText?.trim() === "Keyfolio")
      .filter((element) => element.clientWidth > 1 && element.clientHeight > 1)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

interface Size {
  language: Language;
  width: number;
  zoom: number;
}

const sizes: Size[] = [
  { language: "en", width: 320, zoom: 1 },
  { language: "ru", width: 320, zoom: 1 },
  { language: "en", width: 640, zoom: 2 },
  { language: "ru", width: 640, zoom: 2 },
];

it.each(sizes)(
  "nothing has to be scrolled sideways: $language, pane of $width px, zoom $zoom",
  async ({ language, width, zoom }) => {
    excel = await open({ language });
    const { pane, texts } = excel;
    const { button, step } = paneOf(excel);
    const frame = await sizePane(width, zoom);
    const look = async (name: string, ...primary: string[]) => {
      // Everything that is folded away, too.
      await frame.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
      expect({
        name,
        overflow: await overflowOf(frame),
        cutOff: await cutOff(frame),
        cramped: await cramped(frame),
        primary: await primaryButtons(frame),
        named: await namesInSight(frame),
      }).toEqual({ name, overflow: 0, cutOff: [], cramped: [], primary, named: [] });
      await excel.screenshot(`zoom-${language}-${width}-${name}`);
    };

    // Before anything is scrolled.
    const start = await button(texts.pane.firstRun.start).boundingBox();
    expect(start!.y + start!.height).toBeLessThanOrEqual(excel.page.viewportSize()!.height);
    await look("first-run", texts.pane.firstRun.start);
    await button(texts.pane.shell.help).click();
    await pane.getByText("KAM.KEYSHARE").waitFor();
    await look("help");
    await button(texts.pane.shell.help).click();
    await button(texts.pane.firstRun.start).click();
    await pane.getByRole("heading", { name: texts.pane.source.columns }).waitFor();
    await look("list", texts.pane.source.toRules);
    await step("rules").click();
    await pane.getByText(texts.pane.rules.ladder.distribution).waitFor();
    await look("rules", texts.pane.source.toRun);
    await step("run").click();
    await button(texts.pane.run.jobs.classifyRows).click();
    await pane.getByText(texts.pane.run.done.classifyRows).waitFor();
    await look("run", texts.pane.run.jobs.classifyAndReport);
    await step("results").click();
    await button(texts.whatIf.quick.three).click();
    await pane.getByText(texts.whatIf.gaps).waitFor();
    await look("results");
    await step("dataQuality").click();
    await pane.getByRole("heading", { name: texts.pane.shell.titles.dataQuality }).waitFor();
    await look("data-quality");

    expect(excel.errors).toEqual([]);
  },
);
