import { textsOf, type Language } from "../../src/locales";
import { whatIfTextsOf } from "../../src/locales/what-if-texts";
import { type Classification, knowsActivity } from "../../src/portfolio";
import { Results, WhatIf } from "../../src/taskpane/results";
import { Rules } from "../../src/taskpane/rules";
import { Rendered, readable } from "../taskpane/rendered";
import type { Said } from "./said";
import { sentencesSay } from "./places";

const abcClasses = ["A", "B", "C"] as const;
const xyzClasses = ["X", "Y", "Z", "N"] as const;
const quadrants = ["key", "development", "maintenance", "opportunistic"] as const;
const rungs = ["regular", "key", "dependence", "mono"] as const;

/** What the pane shows of a classification: results with every client's card, what-if, rules with their counts. */
export async function paneSays(classification: Classification, language: Language): Promise<Said[]> {
  return [
    ...(await resultsSay(classification, language)),
    ...whatIfSays(classification, language),
    ...rulesSay(classification, language),
  ];
}

async function resultsSay(classification: Classification, language: Language): Promise<Said[]> {
  const { portfolio: words } = textsOf[language];
  const pane = new Rendered(
    <Results classification={classification} onShow={() => undefined} language={language} />,
  );
  const place = "pane: results";
  const captions: Readonly<Record<string, string>> = {
    [words.tiles.clients]: "clients",
    [words.tiles.total[classification.base]]: "total",
    [words.tiles.key]: "key by share: clients",
    [words.tiles.concentration]: "hhi",
    ...(knowsActivity(classification) && { [words.tiles.atRisk]: "money at risk" }),
  };
  try {
    const said: Said[] = [];
    for (const tile of pane.page.querySelectorAll("dl > div")) {
      const [caption, shown, note] = Array.from(tile.children, ({ textContent }) =>
        readable(textContent ?? ""),
      );
      if (caption in captions) said.push({ figure: captions[caption], place, shown });
      if (caption === words.tiles.largest) {
        const { portfolio } = classification;
        const name = portfolio.clients.find((each) => note.startsWith(readable(each)));
        said.push({ figure: `${name}: share`, place: "pane: largest client", shown });
      }
    }
    const toggles = Array.from(pane.page.querySelectorAll("button[aria-pressed]"), ({ textContent }) =>
      readable(textContent ?? ""),
    );
    const names: [string, string][] = [
      ...abcClasses.map((own): [string, string] => [words.abc[own], own]),
      ...xyzClasses.map((own): [string, string] => [words.xyz[own], own]),
      ...quadrants.map((own): [string, string] => [words.quadrantNames[own], `quadrant ${own}`]),
      ...rungs.map((own): [string, string] => [words.rungs[own], `rung ${own}`]),
    ];
    for (const toggle of toggles) {
      const [, name, count] = /^(.*) · (\S+)$/.exec(toggle) ?? [];
      const kind = names.find(([text]) => text === name)?.[1];
      if (kind) said.push({ figure: `${kind}: clients`, place: "pane: filters", shown: count });
    }
    said.push(...(await cardsSay(pane, classification, language)));
    const sentences = Array.from(pane.page.querySelectorAll("p, li"), ({ textContent }) => textContent ?? "");
    said.push(...sentencesSay(sentences, "pane: sentences", classification, language));
    return said;
  } finally {
    pane.remove();
  }
}

/** Rows of the list, and the card of each client that is drawn. */
async function cardsSay(pane: Rendered, classification: Classification, language: Language): Promise<Said[]> {
  const { facts } = textsOf[language].pane.clientCard;
  const { portfolio } = classification;
  const said: Said[] = [];
  for (const row of pane.page.querySelectorAll<HTMLElement>("li[data-client]")) {
    const name = portfolio.clients[Number(row.dataset.client)];
    const button = row.querySelector("button")!;
    const share = Array.from(button.querySelectorAll("span"), ({ textContent }) =>
      readable(textContent ?? ""),
    ).find((text) => /^[−\d.,]+ ?%$/.test(text));
    said.push({ figure: `${name}: share`, place: "pane: list", shown: share ?? "none" });
    await pane.click(button);
    for (const term of row.querySelectorAll("dt")) {
      const [label, text] = [term, term.nextElementSibling!].map(({ textContent }) =>
        readable(textContent ?? ""),
      );
      if (label === readable(facts.amount[classification.base])) {
        const shown = /[−\d.,]+ ?%/.exec(text)?.[0] ?? text;
        said.push({ figure: `${name}: share`, place: "pane: card", shown });
      }
      if (label === facts.status) {
        const status = Object.values(textsOf[language].columns.statuses).find((each) =>
          text.startsWith(each),
        );
        said.push({ figure: `${name}: status`, place: "pane: card", shown: status ?? text });
      }
      if (label === facts.abc) said.push({ figure: `${name}: abc`, place: "pane: card", shown: text[0] });
      if (label === facts.xyz) said.push({ figure: `${name}: xyz`, place: "pane: card", shown: text[0] });
      if (label === facts.quadrant) {
        const shown = /[“«](.+?)[”»]/.exec(text)?.[1] ?? text;
        said.push({ figure: `${name}: quadrant`, place: "pane: card", shown });
      }
    }
    await pane.click(button);
  }
  return said;
}

/** The portfolio as it is, in the comparison with what would become of it. */
function whatIfSays(classification: Classification, language: Language): Said[] {
  const { rows } = whatIfTextsOf[language];
  const figures: Readonly<Record<string, string>> = {
    [rows.clients]: "clients",
    [rows.keyClients]: "key by share: clients",
    [rows.hhi]: "hhi",
  };
  if (classification.portfolio.clients.length < 2) return [];
  const pane = new Rendered(
    <WhatIf
      classification={classification}
      language={language}
      picked={new Set([0])}
      onPick={() => undefined}
    />,
  );
  try {
    return Array.from(pane.page.querySelectorAll("tbody tr"), (row): Said[] => {
      const [label, now] = Array.from(row.children, ({ textContent }) => readable(textContent ?? ""));
      return label in figures ? [{ figure: figures[label], place: "pane: what if", shown: now }] : [];
    }).flat();
  } finally {
    pane.remove();
  }
}

/** Numbers and shares of clients in the tables beside the rules. */
function rulesSay(classification: Classification, language: Language): Said[] {
  const { portfolio: words } = textsOf[language];
  const kinds = new Map<string, string>([
    ...abcClasses.map((own): [string, string] => [words.abc[own], own]),
    ...xyzClasses.map((own): [string, string] => [words.xyz[own], own]),
    ...quadrants.map((own): [string, string] => [words.quadrantNames[own], `quadrant ${own}`]),
    ...rungs.map((own): [string, string] => [words.rungs[own], `rung ${own}`]),
  ]);
  const pane = new Rendered(
    <Rules
      portfolio={classification.portfolio}
      classification={classification}
      policy={classification.policy}
      onChange={() => undefined}
      language={language}
    />,
  );
  try {
    return Array.from(pane.page.querySelectorAll("tbody tr"), (row): Said[] => {
      const [label, clients, share] = Array.from(row.children, ({ textContent }) =>
        readable(textContent ?? ""),
      );
      const kind = kinds.get(label);
      return kind
        ? [
            { figure: `${kind}: clients`, place: "pane: rules", shown: clients },
            { figure: `${kind}: share`, place: "pane: rules", shown: share },
          ]
        : [];
    }).flat();
  } finally {
    pane.remove();
  }
}

/** Every label with a number that results and what-if show side by side, and the numbers beside it. */
export function labelsInView(
  classification: Classification,
  language: Language,
): ReadonlyMap<string, ReadonlySet<string>> {
  const pane = new Rendered(
    <>
      <Results classification={classification} onShow={() => undefined} language={language} />
      <WhatIf
        classification={classification}
        language={language}
        picked={new Set([0])}
        onPick={() => undefined}
      />
    </>,
  );
  const labels = new Map<string, Set<string>>();
  const add = (label: string, shown: string) =>
    labels.set(label, (labels.get(label) ?? new Set()).add(shown));
  const textOf = (element: Element | undefined) => readable(element?.textContent ?? "");
  try {
    for (const { children } of pane.page.querySelectorAll("dl > div"))
      add(textOf(children[0]), textOf(children[1]));
    for (const { children } of pane.page.querySelectorAll("tbody tr"))
      add(textOf(children[0]), textOf(children[1]));
    for (const toggle of pane.page.querySelectorAll("button[aria-pressed]")) {
      const [, label, count] = /^(.*) · (\S+)$/.exec(textOf(toggle))!;
      add(label, count);
    }
    return labels;
  } finally {
    pane.remove();
  }
}
