import type { Language } from "../../src/locales";
import { reportTextsOf } from "../../src/locales/report-texts";
import { inspect } from "./accessibility";
import { paneOf, workbenches, type OpenWorkbench, type WorkbenchChoices } from "./workbench";

const open = workbenches();

interface Journey extends WorkbenchChoices {
  name: string;
  language: Language;
}

const journeys: Journey[] = [
  { name: "light", language: "en", theme: "light" },
  { name: "dark", language: "en", theme: "dark" },
  { name: "ru", language: "ru", theme: "light" },
  { name: "ru-dark", language: "ru", theme: "dark" },
  { name: "contrast", language: "en", theme: "contrast" },
  { name: "narrow", language: "ru", theme: "light", narrowPane: true },
  { name: "oldest", language: "en", theme: "light", apiLevel: "1.9" },
];

/** Colours of whole columns and lines in the chart that is in view which do not stand out from black (WCAG 2.2, 1.4.11: 3 to 1). */
async function faintColours({ page }: OpenWorkbench): Promise<string[]> {
  const picture = await page.locator('div[style*="invert"]:has(canvas)').first().screenshot();
  return page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const pixels = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = data.slice(at, at + 3).join(",");
      pixels.set(colour, (pixels.get(colour) ?? 0) + 1);
    }
    const luminance = (colour: string) => {
      const [red, green, blue] = colour.split(",").map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const isGround = (colour: string) => luminance(colour) < 0.003;
    return [...pixels]
      .filter(([colour, count]) => count > data.length / 4 / 200 && !isGround(colour))
      .map(([colour]) => colour)
      .filter((colour) => (luminance(colour) + 0.05) / 0.05 < 3);
  }, picture.toString("base64"));
}

it.each(journeys)(
  "from the first run to the answer, with the sample: $name",
  async ({ name, ...choices }) => {
    const excel = await open(choices);
    const { pane, texts } = excel;
    const { step, button } = paneOf(excel);
    const { firstRun, source, run, results } = texts.pane;
    const { whatIf } = texts;

    await pane.getByRole("heading", { name: firstRun.title }).waitFor();
    await inspect(excel, `${name}-1-first-run`);

    await button(firstRun.sample).click();
    await pane.getByRole("heading", { name: source.columns }).waitFor();
    // The sample is open already: it is used, not added once more.
    expect((await excel.record()).sheets).toHaveLength(1);
    await inspect(excel, `${name}-2-list`);

    await step("rules").click();
    await pane.getByRole("heading", { name: texts.pane.rules.ladder.title }).waitFor();
    await inspect(excel, `${name}-3-rules`);

    await step("run").click();
    await inspect(excel, `${name}-4-run`);
    await button(run.jobs.classifyRows).click();
    await pane.getByText(run.done.classifyRows).waitFor();
    await inspect(excel, `${name}-5-classified`);

    await button(run.jobs.portfolioReport).click();
    await pane.getByText(run.done.portfolioReport).waitFor();
    await inspect(excel, `${name}-6-reported`);
    const record = await excel.record();
    const charts = record.sheets.flatMap((sheet) => sheet.charts);
    expect(charts.length).toBeGreaterThanOrEqual(3);
    if (choices.theme === "contrast") {
      await excel.openSheet(reportTextsOf[choices.language].sheets.dependency);
      await excel.screenshot(`${name}-6-chart`);
      expect(await faintColours(excel)).toEqual([]);
    }

    await step("results").click();
    await pane.getByRole("heading", { name: results.list, exact: true }).waitFor();
    await inspect(excel, `${name}-7-results`);
    const { key } = texts.portfolio.rungs;
    await pane
      .getByRole("button", { name: new RegExp(`^${key} ·`) })
      .first()
      .click();
    await inspect(excel, `${name}-8-filtered`);

    await pane.getByRole("heading", { name: whatIf.title }).scrollIntoViewIfNeeded();
    await button(whatIf.quick.largest).click();
    await pane.getByText(whatIf.gaps).waitFor();
    await inspect(excel, `${name}-9-what-if`);

    await step("dataQuality").click();
    await pane.getByRole("heading", { name: texts.pane.shell.titles.dataQuality }).waitFor();
    await inspect(excel, `${name}-10-data-quality`);

    expect(excel.errors).toEqual([]);
  },
);
