/** `npm run icons`: makes the PNG pictures of the add-in from their drawings, in every size that Office takes. */
import { readFileSync, writeFileSync } from "node:fs";
import { openBrowser } from "../../tests/e2e/browser";
import { drawingOf, iconNames, iconSizes, pictureOf } from "./drawings";

async function main(): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    for (const name of iconNames) {
      for (const size of iconSizes) {
        const drawing = readFileSync(drawingOf(name, size), "utf8");
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(
          `<style>html, body { margin: 0; background: none } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`,
        );
        writeFileSync(pictureOf(name, size), await page.screenshot({ omitBackground: true }));
      }
    }
  } finally {
    await browser.close();
  }
  console.log(`${iconNames.length * iconSizes.length} pictures were made.`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
