import fc from "fast-check";
import { textsOf } from "../../../../src/locales";
import { reportTextsOf } from "../../../../src/locales/report-texts";
import { figuresOf } from "../../../../src/portfolio";
import { clientFacts } from "../../../../src/taskpane/results/client-card/client-facts";
import { actionTexts, adviceAbout } from "../../../../src/workbook/columns/action-text";
import { dossierSheet } from "../../../../src/workbook/report/on-demand/dossier";
import { classified, today } from "../classified";
import { makers as sheets } from "../../../../src/workbook/report";
import type { Page } from "../../../../src/workbook/report/paint/page";
import { conclusionsOf } from "../../../../src/workbook/report/pages/conclusions";
import { subjectOf } from "../../../../src/workbook/report/pages/subject";
import type { Cell } from "../../../workbook-records";

const makers = sheets.map(([, make]) => make);
const periods = 12;
const months = Array.from({ length: periods }, (_, month) => `2025-${String(month + 1).padStart(2, "0")}`);
const headers = [
  "Client",
  "Manager",
  ...months,
  "Profit",
  "Attractiveness: volume",
  "Loyalty: price",
  "Last contact",
];

const client = fc.record({
  size: fc.integer({ min: 1, max: 90_000 }),
  /** Months after which it no longer buys, and how seldom it does. */
  end: fc.integer({ min: 2, max: periods }),
  every: fc.integer({ min: 1, max: 4 }),
  margin: fc.integer({ min: -30, max: 30 }),
  scores: fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 })),
});

const portfolios = fc.array(client, { minLength: 8, maxLength: 24 }).map((clients): Cell[][] => [
  headers,
  ...clients.map(({ size, end, every, margin, scores }, at): Cell[] => {
    const amounts = months.map((_, month) => (month < end && month % every === 0 ? size + month : 0));
    const revenue = amounts.reduce((sum, amount) => sum + amount, 0);
    return [
      `Firm ${String(at).padStart(2, "0")}`,
      ["Anna Berg", "Oleg Strom"][at % 2],
      ...amounts,
      Math.round((revenue * margin) / 100),
      ...scores,
      null,
    ];
  }),
]);

const contentRows = ({ cells, widths }: Page) => cells.map((row) => row.slice(0, widths.length));

test("no sheet tells to invest in, to win or to develop a client that is lost, at risk or makes a loss", () => {
  let saved = 0;
  fc.assert(
    fc.property(portfolios, (rows) => {
      const classification = classified(rows);
      const { portfolio, activity, lossMaking } = classification;
      const mustBeSaved = portfolio.clients.filter(
        (_, at) => ["lost", "atRisk"].includes(activity?.statuses[at] ?? "active") || lossMaking?.[at] === 1,
      );
      saved += mustBeSaved.length;
      for (const language of ["en", "ru"] as const) {
        const subject = subjectOf(classification, language, today);
        const { action } = textsOf[language].advice;
        const developing = new Set<unknown>(
          Object.entries(action).flatMap(([key, text]) => (/^(?:quadrant|cell)\./.test(key) ? [text] : [])),
        );
        for (const make of makers) {
          const plan = make(subject);
          for (const row of plan ? contentRows(plan.page) : []) {
            if (!row.some((cell) => developing.has(cell))) continue;
            expect(mustBeSaved.filter((name) => row.includes(name))).toEqual([]);
          }
        }
        const invest = conclusionsOf(subject).find(
          ({ lead }) => lead === reportTextsOf[language].summary.leads.quadrants,
        );
        // What is said before the warning that some have to be saved first.
        const [advice] = (invest?.text ?? "").split(/Not these|Но не в этих/);
        expect(mustBeSaved.filter((name) => advice.includes(name))).toEqual([]);
      }
    }),
    { numRuns: 25, seed: 20260115 },
  );
  expect(saved).toBeGreaterThan(50);
});

test("nor does the column Action, the client's card, its dossier, or the JSON", () => {
  let saved = 0;
  fc.assert(
    fc.property(portfolios, (rows) => {
      const classification = classified(rows);
      const { portfolio, activity, lossMaking } = classification;
      const figures = figuresOf(classification, { today, language: "en" });
      for (const language of ["en", "ru"] as const) {
        const { action } = textsOf[language].advice;
        const developing = Object.entries(action).flatMap(([key, text]) =>
          /^(?:quadrant|cell)\./.test(key) ? [text] : [],
        );
        const column = actionTexts(classification, language);
        portfolio.clients.forEach((name, at) => {
          const isSilent = ["lost", "atRisk"].includes(activity?.statuses[at] ?? "active");
          if (!isSilent && lossMaking?.[at] !== 1) return;
          saved++;
          const card = clientFacts(classification, at, language, null).map(({ text }) => text);
          const dossier = contentRows(dossierSheet(classification, at, language).page).flat();
          const said = [column[at], ...adviceAbout(classification, at, language), ...card, ...dossier]
            .filter((cell) => typeof cell === "string")
            .join("\n");
          expect([name, developing.filter((text) => said.includes(text))]).toEqual([name, []]);
          expect([name, figures.clients[at].action]).not.toEqual([
            name,
            expect.stringMatching(/^(?:quadrant|cell)\./),
          ]);
        });
      }
    }),
    { numRuns: 10, seed: 20260116 },
  );
  expect(saved).toBeGreaterThan(20);
});
