import { formulaFiles } from "../../scripts/formulas/build-plugin";
import { functionsMetadata } from "../../scripts/formulas/metadata";
import { formulaNames } from "../../src/functions/catalogue";

const signatures = {
  KEYSHARE: "amounts[], population?[], groups?[], populationGroups?[]",
  KEYSTATUS: "shares[], keyLimit?, dependenceLimit?, monoLimit?",
  ABCXYZ: "history[], population?[], aLimit?, bLimit?, xLimit?, yLimit?",
  KAISM:
    "attractiveness[], loyalty[], attractivenessWeights?[], loyaltyWeights?[], attractivenessCut?, loyaltyCut?",
  SCORE: "criteria[], weights?[]",
  CONCENTRATION: "amounts[]",
};

describe("functions.json", () => {
  test("has every formula with its arguments in order, all of type any, so that our own messages are seen", async () => {
    const { en } = await functionsMetadata();
    const found = Object.fromEntries(
      en.functions.map(({ id, parameters }) => [
        id,
        parameters
          .map(
            ({ name, optional, dimensionality }) =>
              `${name}${optional ? "?" : ""}${dimensionality === "matrix" ? "[]" : ""}`,
          )
          .join(", "),
      ]),
    );
    expect(found).toEqual(signatures);
    const types = en.functions.flatMap(({ parameters }) => parameters.map(({ type }) => type));
    expect(new Set(types)).toEqual(new Set(["any"]));
  });

  test("lets errors and values with a type reach the formulas, and results spill", async () => {
    const { en, ru } = await functionsMetadata();
    for (const metadata of [en, ru]) {
      expect(metadata).toMatchObject({ allowErrorForDataTypeAny: true, allowCustomDataForDataTypeAny: true });
    }
    expect(en.functions.every(({ result }) => result.dimensionality === "matrix")).toBe(true);
  });

  test("differs between the languages in texts and help addresses only", async () => {
    const { en, ru } = await functionsMetadata();
    const withoutTexts = (metadata: typeof en) =>
      JSON.parse(JSON.stringify(metadata), (key, value) =>
        key === "description" || key === "helpUrl" ? undefined : value,
      );
    expect(withoutTexts(ru)).toEqual(withoutTexts(en));
    ru.functions.forEach((entry, index) => {
      expect(entry.description).toMatch(/[а-я]/);
      expect(entry.description).not.toBe(en.functions[index].description);
      entry.parameters.forEach(({ description }) => expect(description).toMatch(/[а-я]/));
    });
  });

  test("describes each formula and each argument within what the function wizard shows", async () => {
    const { en, ru } = await functionsMetadata();
    for (const { description, parameters } of [...en.functions, ...ru.functions]) {
      for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
        expect(text).toMatch(/\.$/);
        expect(text.length).toBeLessThanOrEqual(160);
      }
    }
  });
});

describe("help pages", () => {
  test("every helpUrl leads to a page that is built, in its language", async () => {
    const files = await formulaFiles();
    for (const [file, language] of [
      ["functions.json", "en"],
      ["functions.ru-RU.json", "ru"],
    ] as const) {
      const { functions } = JSON.parse(files.get(file)!) as { functions: { id: string; helpUrl: string }[] };
      expect(functions.map(({ id }) => id).sort()).toEqual([...formulaNames].sort());
      for (const { id, helpUrl } of functions) {
        const page = files.get(new URL(helpUrl).pathname.slice(1));
        expect(page).toContain(`<html lang="${language}">`);
        expect(page).toContain(`<h1>KAM.${id}</h1>`);
      }
    }
  });

  test("every link on a page leads to a file that is built", async () => {
    const files = await formulaFiles();
    const pages = [...files].filter(([file]) => file.endsWith(".html"));
    expect(pages).toHaveLength(2 * formulaNames.length);
    for (const [file, html] of pages) {
      for (const [, link] of html.matchAll(/href="([^"]+)"/g)) {
        expect([...files.keys()]).toContain(new URL(link, `https://localhost/${file}`).pathname.slice(1));
      }
    }
  });

  test("the results of the examples are those of the formulas", async () => {
    const files = await formulaFiles();
    const text = (file: string) =>
      files
        .get(file)!
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " ");
    expect(text("help/KEYSHARE.html")).toContain("Aster 6,400 53.3%");
    expect(text("help/KEYSHARE.html")).toContain("Borealis 2,600 Boris 65.0%");
    expect(text("help/KEYSTATUS.html")).toContain("Cobalt 20.0% Key 5 Dorian 10.0% Key");
    expect(text("help/ru-RU/KEYSTATUS.html")).toContain("Борей 24,0 % Зависимость");
    expect(text("help/ABCXYZ.html")).toContain("Elmwood 80 80 90 80 90 80 CX 7 Fjord 60 40 CN");
    expect(text("help/ru-RU/KAISM.html")).toContain("Кобальт 4 3 8 7 Поддержки 5 Дориан 2 #Н/Д");
    expect(text("help/SCORE.html")).toContain("Dorian 2 2 ");
    expect(text("help/CONCENTRATION.html")).toContain("Borealis 2,600 Effective clients 2.8");
  });

  test("every example has its sentence", async () => {
    for (const [file, html] of await formulaFiles()) {
      if (file.endsWith(".html")) expect(html).not.toContain("undefined");
    }
  });
});
