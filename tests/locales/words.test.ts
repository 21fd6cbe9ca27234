/** Every text of the product, as it stands in the files of the locales: the words of a sales department, in the dress of the language. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as ts from "typescript";
import { textsOf, type Language } from "../../src/locales";
import { glossaryTextsOf } from "../../src/locales/glossary-texts";
import { hostTextsOf } from "../../src/locales/host-texts";
import { reportTextsOf } from "../../src/locales/report-texts";
import { sampleTextsOf } from "../../src/locales/sample-texts";

const folder = path.join(__dirname, "../../src/locales");

interface Text {
  file: string;
  /** With `{}` for what is filled in. */
  text: string;
}

function textsIn(language: Language): Text[] {
  const files = readdirSync(path.join(folder, language), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const source = readFileSync(path.join(folder, language, file), "utf8");
      const texts: Text[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isImportDeclaration(node)) return;
        if (ts.isStringLiteralLike(node)) texts.push({ file, text: node.text });
        else if (ts.isTemplateExpression(node)) {
          const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
          texts.push({ file, text: parts.map(({ text }) => text).join("{}") });
        }
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
      return texts;
    });
}

/** Texts in which something is found, with the file. */
const found = (texts: readonly Text[], wrong: RegExp): string[] =>
  texts.filter(({ text }) => wrong.test(text)).map(({ file, text }) => `${file}: ${text}`);

/** What is typed into a cell or a field stands as it is typed. */
const isTyped = ({ text }: Text) =>
  text.startsWith("=") ||
  text === sampleTextsOf.ru.textNumber ||
  /\d = \d+%|можно писать как|may be typed as/.test(text);

const english = textsIn("en");
const russian = textsIn("ru");

test("the texts of both languages were found", () => {
  expect(english.length).toBeGreaterThan(1000);
  expect(russian.length).toBeGreaterThan(1000);
});

test("no text uses a word that needs explaining", () => {
  const wrong = /face value|diversification gap|key ladder|разрыв диверсификации|лестниц/i;
  expect([...found(english, wrong), ...found(russian, wrong)]).toEqual([]);
});

test("KAISM stands beside its plain name, except as the name of the formula", () => {
  const alone = [...english, ...russian].filter(
    ({ text }) => /KAISM/.test(text) && !/matrix|матриц|KAM\.KAISM|^KAISM$/i.test(text),
  );
  expect(alone).toEqual([]);
});

test("per cent has a space before it in Russian and none in English", () => {
  const prose = (texts: readonly Text[]) => texts.filter((text) => !isTyped(text));
  expect(found(prose(russian), /[\d}]%/)).toEqual([]);
  // One that does not break the line.
  expect(found(prose(russian), /[\d}] %/)).toEqual([]);
  expect(found(prose(english), /[\d}]\s%/)).toEqual([]);
});

test("digits of one number are not parted at the end of a line", () => {
  const read = russian.filter((text) => !isTyped(text));
  expect(found(read, /\d \d{3}(?!\d)/)).toEqual([]);
});

test("no quotation stands inside another of the same marks", () => {
  expect(found(russian, /«[^»]*«/)).toEqual([]);
  expect(found(english, /“[^”]*“/)).toEqual([]);
});

test("what is filled in between quotation marks may hold some itself, so quotedIn puts them", () => {
  expect(found(russian, /«\{\}»/)).toEqual([]);
  expect(found(english, /“\{\}”/)).toEqual([]);
});

test("names stand in the quotation marks of the language, and no text points at a paragraph", () => {
  const told = (texts: readonly Text[]) =>
    texts.filter(({ file }) => !/headless|function|commands/.test(file));
  expect(found(told(english), /"\{\}"/)).toEqual([]);
  expect(found(told(russian), /"\{\}"/)).toEqual([]);
  expect([...found(english, /§/), ...found(russian, /§/)]).toEqual([]);
});

test("quadrants are named in quotation marks where other words stand beside them", () => {
  for (const language of ["en", "ru"] as const) {
    const { columns, portfolio } = textsOf[language];
    for (const [quadrant, name] of Object.entries(portfolio.quadrantNames)) {
      expect(name.slice(1, -1)).toBe(columns.quadrants[quadrant as keyof typeof columns.quadrants]);
      expect(name[0] + name.at(-1)).toBe(language === "ru" ? "«»" : "“”");
    }
  }
});

/** Paths of all texts, with what each is: a text, or something that is made from facts. */
function shapeOf(texts: unknown, at = ""): string[] {
  if (typeof texts === "function") return [`${at}: made`];
  if (typeof texts !== "object" || texts === null) return [`${at}: ${texts === "" ? "empty" : typeof texts}`];
  return Object.entries(texts).flatMap(([key, value]) => shapeOf(value, `${at}.${key}`));
}

const wholes = {
  pane: textsOf,
  report: reportTextsOf,
  glossary: glossaryTextsOf,
  sample: sampleTextsOf,
  host: hostTextsOf,
} as const;

test.each(Object.keys(wholes) as (keyof typeof wholes)[])(
  "%s: both languages have the same texts, none empty in one only",
  (name) => {
    const { en, ru } = wholes[name];
    expect(shapeOf(ru).sort()).toEqual(shapeOf(en).sort());
  },
);
