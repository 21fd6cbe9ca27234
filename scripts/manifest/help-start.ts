import { formulaNames } from "../../src/functions/catalogue";
import type { Language } from "../../src/locales";
import { helpStart as english } from "../../src/locales/en/help-start";
import { helpStart as russian } from "../../src/locales/ru/help-start";
import { helpPath } from "../formulas/addresses";
import { escaped } from "../formulas/help-page";
import { helpIn } from "../formulas/metadata";

const texts = { en: english, ru: russian } as const;

/** The page that the manifest names for support and "learn more": static, with the style sheet of the help beside it. */
export function helpStartPage(language: Language): string {
  const text = texts[language];
  const { page, functions } = helpIn[language];
  const other = language === "ru" ? "en" : "ru";
  const up = language === "ru" ? "../" : "";
  const list = (kind: "ol" | "ul", items: readonly string[]) =>
    `<${kind}>\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</${kind}>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(text.title)}</title>
<meta name="description" content="${escaped(text.purpose)}">
<link rel="stylesheet" href="${up}help.css">
</head>
<body>
<header>
<nav aria-label="${escaped(page.formulas)}">
${formulaNames.map((name) => `<a href="${name}.html">${name}</a>`).join("\n")}
</nav>
<a class="language" lang="${other}" href="${up}${language === "ru" ? "" : "ru-RU/"}index.html">${page.otherLanguage}</a>
</header>
<main>
<h1>${escaped(text.title)}</h1>
<p class="question">${escaped(text.purpose)}</p>
<h2>${escaped(text.beginTitle)}</h2>
${list("ol", text.begin.map(escaped))}
<h2>${escaped(text.formulasTitle)}</h2>
${list(
  "ul",
  formulaNames.map(
    (name) => `<a href="${name}.html">KAM.${name}</a><br>${escaped(functions[name].description)}`,
  ),
)}
<h2>${escaped(text.troubleTitle)}</h2>
${list("ul", text.trouble.map(escaped))}
<h2>${escaped(text.dataTitle)}</h2>
<p>${escaped(text.data)}</p>
</main>
</body>
</html>
`;
}

/** The page in both languages by its path below `dist/`. */
export const helpStartPages = (): Map<string, string> =>
  new Map((["en", "ru"] as const).map((language) => [helpPath("index", language), helpStartPage(language)]));
