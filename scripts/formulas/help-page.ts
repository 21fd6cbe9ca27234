import { formulaNames, type FormulaName } from "../../src/functions/catalogue";
import { numbersIn, type Language } from "../../src/locales";
import type { FormulaHelp, WaysHelp } from "../../src/locales/en/function-help";
import { helpPath } from "./addresses";
import { examplesOf, type Example, type SheetCell } from "./examples";
import { helpIn, type FunctionsMetadata } from "./metadata";

/** Error values as Russian Excel shows them. */
const errorsInRussian: Readonly<Record<string, string>> = {
  "#VALUE!": "#ЗНАЧ!",
  "#N/A": "#Н/Д",
  "#DIV/0!": "#ДЕЛ/0!",
  "#NUM!": "#ЧИСЛО!",
};

/** A help page shows itself and its style sheet: it runs nothing, and sends nothing anywhere. */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'">`;

/** The help page of a formula: one static file that needs nothing but the style sheet beside it. */
export function helpPage(name: FormulaName, metadata: FunctionsMetadata, language: Language): string {
  const { page, functions } = helpIn[language];
  const help: FormulaHelp = functions[name];
  const parameters = metadata.functions.find(({ id }) => id === name)!.parameters;
  const examples = examplesOf(name, language);
  const separator = language === "ru" ? ";" : ",";
  const syntax = parameters
    .map(({ name, optional }) => (optional ? `[${name}]` : name))
    .join(`${separator} `);
  const other = language === "ru" ? "en" : "ru";
  const up = language === "ru" ? "../" : "";

  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
${policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>KAM.${name} · Keyfolio</title>
<meta name="description" content="${escaped(help.description)}">
<link rel="stylesheet" href="${up}help.css">
</head>
<body>
<header>
<nav aria-label="${escaped(page.formulas)}">
${formulaNames.map((other) => `<a href="${other}.html"${other === name ? ' aria-current="page"' : ""}>${other}</a>`).join("\n")}
</nav>
<a class="language" lang="${other}" href="${up}${language === "ru" ? "" : "ru-RU/"}${name}.html">${page.otherLanguage}</a>
</header>
<main>
<h1>KAM.${name}</h1>
<p class="question">${escaped(help.question)}</p>
<h2>${page.syntax}</h2>
<p class="syntax"><code>=KAM.${name}(${escaped(syntax)})</code></p>
<h2>${page.arguments}</h2>
<dl>
${parameters
  .map(
    ({ name, description, optional }) =>
      `<dt><code>${name}</code>${optional ? ` <span class="optional">${page.optional}</span>` : ""}</dt>
<dd>${escaped(description)}</dd>`,
  )
  .join("\n")}
</dl>
<h2>${page.result}</h2>
${help.result.map((text) => `<p>${escaped(text)}</p>`).join("\n")}
<h2>${examples.length > 1 ? page.examples : page.example}</h2>
${examples.map((example, index) => exampleHtml(example, help.examples[index], language)).join("\n")}
${help.perRow ? waysHtml(page.perRow, help.perRow) : ""}
${waysHtml(page.asInPane, help.asInPane)}
<h2>${page.errors}</h2>
<dl class="errors">
${help.errors.map(([code, meaning]) => `<dt><code>${escaped(code)}</code></dt>\n<dd>${escaped(meaning)}</dd>`).join("\n")}
</dl>
<p>${escaped(page.shapeNote)}</p>
<h2>${page.source}</h2>
<p>${escaped(help.source)}</p>
</main>
<footer>${escaped(page.footer)}</footer>
</body>
</html>
`;
}

/** All help pages of the product by their path below `dist/`. */
export function helpPages(metadata: Readonly<Record<Language, FunctionsMetadata>>): Map<string, string> {
  const languages: readonly Language[] = ["en", "ru"];
  return new Map(
    languages.flatMap((language) =>
      formulaNames.map((name): [string, string] => [
        helpPath(name, language),
        helpPage(name, metadata[language], language),
      ]),
    ),
  );
}

function waysHtml(title: string, { intro, ways, outro }: WaysHelp): string {
  return `<h2>${title}</h2>
<p>${escaped(intro)}</p>
<ul class="ways">
${ways.map(([what, formula]) => `<li>${escaped(what)}<br><code>${escaped(formula)}</code></li>`).join("\n")}
</ul>
${outro ? `<p>${escaped(outro)}</p>` : ""}`;
}

function exampleHtml({ formula, cells, result }: Example, caption: string, language: Language): string {
  const inResult = (row: number, column: number) =>
    row >= result.row &&
    row < result.row + result.rows &&
    column >= result.column &&
    column < result.column + result.columns;
  const first = (row: number, column: number) => row === result.row && column === result.column;
  const cellHtml = (cell: SheetCell, row: number, column: number) => {
    const kinds = [
      inResult(row, column) ? "result" : "",
      first(row, column) ? "anchor" : "",
      typeof cell === "number" ? "number" : "",
    ].filter(Boolean);
    return `<td${kinds.length ? ` class="${kinds.join(" ")}"` : ""}>${escaped(shown(cell, result.format, language))}</td>`;
  };
  const address = `${letter(result.column)}${result.row + 1}`;
  return `<figure>
<figcaption>${escaped(caption)}</figcaption>
<p class="formula-bar"><span>${address}</span><code>${escaped(formula)}</code></p>
<div class="sheet">
<table>
<thead><tr><td></td>${cells[0].map((_, column) => `<th scope="col">${letter(column)}</th>`).join("")}</tr></thead>
<tbody>
${cells.map((line, row) => `<tr><th scope="row">${row + 1}</th>${line.map((cell, column) => cellHtml(cell, row, column)).join("")}</tr>`).join("\n")}
</tbody>
</table>
</div>
</figure>`;
}

function shown(cell: SheetCell, format: "percent" | "number", language: Language): string {
  if (cell === null) return "";
  if (typeof cell === "string") return language === "ru" ? (errorsInRussian[cell] ?? cell) : cell;
  const numbers = numbersIn[language];
  return format === "percent" && Math.abs(cell) <= 1 ? numbers.percent(cell) : numbers.number(cell, 2);
}

function letter(column: number): string {
  return String.fromCharCode("A".charCodeAt(0) + column);
}

/** A text as it stands in HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
