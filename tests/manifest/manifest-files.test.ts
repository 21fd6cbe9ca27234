import { readFileSync } from "node:fs";
import { checkManifest } from "../../scripts/manifest/check-manifest";
import { iconNames, iconSizes, pictureOf } from "../../scripts/icons/drawings";
import { all, at, parseManifest, valueOf } from "../../scripts/manifest/manifest";
import { manifestFiles, manifestFor } from "../../scripts/manifest/manifest-files";
import { pngSize } from "../../scripts/manifest/png-size";
import { ownAddIn } from "../../src/host/xlsx";
import { workbench as en } from "../../src/locales/en/workbench";
import { workbench as ru } from "../../src/locales/ru/workbench";
import { manifest, servedFiles } from "./served";

test("the add-in that saved files name is this one", () => {
  const root = parseManifest(manifest);
  expect({ id: valueOf(at(root, "Id")!), version: valueOf(at(root, "Version")!) }).toEqual(ownAddIn);
});

test.each([
  ["en", en],
  ["ru-RU", ru],
] as const)("the buttons are called as in the workbench, in %s", (locale, texts) => {
  const root = parseManifest(manifest);
  const labels = all(root, "Control").map((button) => {
    const resid = at(button, "Label")!.getAttribute("resid");
    const text = all(root, "String").find((each) => each.getAttribute("id") === resid)!;
    const other = all(text, "Override").find((each) => each.getAttribute("Locale") === locale);
    return other?.getAttribute("Value") ?? valueOf(text);
  });
  expect(labels).toEqual([texts.pane, texts.classifyRows, texts.portfolioReport]);
});

test("the manifest for another place holds there", async () => {
  const address = "https://keyfolio.example/add-in";
  const files = await servedFiles(address);
  const text = new TextDecoder().decode(files("manifest.xml")!);
  expect(text).not.toContain("localhost");
  expect(checkManifest(text, address, files)).toEqual([]);
  expect(all(parseManifest(text), "AppDomain").map(valueOf)).toEqual(["https://keyfolio.example"]);
});

test("an address with an ampersand stays well-formed", () => {
  const text = manifestFor("https://keyfolio.example/a&b", manifest);
  expect(valueOf(at(parseManifest(text), "IconUrl")!)).toBe(
    "https://keyfolio.example/a&b/assets/keyfolio-32.png",
  );
});

test("an address that is none is refused", () => {
  expect(() => manifestFor("keyfolio", manifest)).toThrow("Invalid URL");
});

test("there is a picture of each size", () => {
  for (const name of iconNames) {
    for (const size of iconSizes) {
      expect([name, pngSize(readFileSync(pictureOf(name, size)))]).toEqual([
        name,
        { width: size, height: size },
      ]);
    }
  }
});

test("the help begins with a page in each language that links to each formula and to the other language", () => {
  const files = manifestFiles();
  for (const [path, other, word] of [
    ["help/index.html", "ru-RU/index.html", "To begin"],
    ["help/ru-RU/index.html", "../index.html", "С чего начать"],
  ]) {
    const page = String(files.get(path));
    expect(page).toContain(word);
    for (const link of [
      other,
      "KEYSHARE.html",
      "KEYSTATUS.html",
      "ABCXYZ.html",
      "KAISM.html",
      "SCORE.html",
      "CONCENTRATION.html",
    ])
      expect(page).toContain(`href="${link}"`);
  }
});
