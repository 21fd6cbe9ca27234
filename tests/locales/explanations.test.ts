import { explanationTextsOf } from "../../src/locales/explanation-texts";
import type { Language } from "../../src/locales";
import { replayOf } from "../../src/portfolio";
import {
  type ClientExplanation,
  Explainer,
  type GroupName,
  clientFigureNames,
  figureNames,
} from "../../src/portfolio/explanations";
import { Draws } from "../draws";
import { randomClassification } from "../portfolio/explanations/random-portfolios";

/** Every sentence about some random portfolios, with where it comes from. */
function sentences(language: Language): [string, string][] {
  const texts = explanationTextsOf[language];
  const found: [string, string][] = [];
  for (let seed = 1; seed <= 60; seed++) {
    const classification = randomClassification(Draws.scattered(seed));
    if (!classification) continue;
    const explainer = new Explainer(classification);
    const replay = replayOf(classification);
    const say = (what: string, said: readonly string[]) => {
      for (const sentence of said) found.push([`${what} of portfolio ${seed}`, sentence]);
    };
    for (const kind of clientFigureNames) {
      const write = texts.client[kind] as (explanation: ClientExplanation) => string[];
      for (let client = 0; client < Math.min(5, classification.portfolio.clients.length); client++) {
        const explanation = explainer.ofClient(kind, client);
        if (explanation) say(kind, [...write(explanation), texts.frame(explanation)]);
      }
    }
    const [manager] = classification.managers?.groups ?? [];
    const group: GroupName | null = manager ? { kind: "managers", name: manager.name } : null;
    for (const name of figureNames) {
      for (const owner of [null, group]) {
        const explanation = explainer.figure(name, { group: owner, replay });
        if (explanation) say(name, texts.figure(explanation));
      }
    }
  }
  return found;
}

describe.each(["en", "ru"] as const)("explanations in %s", (language) => {
  const all = sentences(language);

  test("are whole sentences without a placeholder, or a figure that is none", () => {
    const bad =
      /undefined|null|NaN|Infinity|\[object|\$\{|\{\}| {2}| [.,;:](?!\d)|\.\.|^[a-zа-яё]|[^.?!…»”)]$/u;
    expect(all.filter(([, sentence]) => bad.test(sentence))).toEqual([]);
  });

  test("take no more of the largest than there are", () => {
    const taken =
      language === "en" ? /^The (\S+ )?largest of (\S+)\sa/u : /^Самых крупных взято: (\S+) из (\S+);/u;
    const figures = all.flatMap(([, sentence]) => {
      const [, most, of] = taken.exec(sentence) ?? [];
      const number = (text: string) => Number(text.replace(/\D/gu, ""));
      return of === undefined ? [] : [{ most: most === undefined ? 1 : number(most), of: number(of) }];
    });
    expect(figures.length).toBeGreaterThan(50);
    expect(figures.filter(({ most, of }) => most >= of)).toEqual([]);
  });

  test("write figures in the dress of their language", () => {
    // 1,234.5 in English; 1 234,5 in Russian, with no-break spaces and one before the per cent sign.
    const foreign =
      language === "en" ? /\d[\u00a0\u202f]\d|\d\u00a0%/u : /\d\.\d|\d,\d{3}(?!\d)(?=,| [а-я])|\d%/u;
    expect(all.filter(([, sentence]) => foreign.test(sentence.replace(/Q\d \d{4}/g, "")))).toEqual([]);
  });

  test("say something about every figure", () => {
    const said = new Set(all.map(([what]) => what.split(" ")[0]));
    const figures = [...clientFigureNames, ...figureNames].filter(
      (figure) => figure !== "purchasesPerClient",
    );
    expect(figures.filter((figure) => !said.has(figure))).toEqual([]);
  });
});
