import fc from "fast-check";
import { textsOf } from "../../../../src/locales";
import { reportTextsOf } from "../../../../src/locales/report-texts";
import { type Classification, figuresOf } from "../../../../src/portfolio";
import { clientFacts } from "../../../../src/taskpane/results/client-card/client-facts";
import { actionTexts, adviceAbout } from "../../../../src/workbook/columns/results/action-text";
import { isOwnResult } from "../../../../src/workbook/marks/own-results";
import { dossierSheet } from "../../../../src/workbook/report/on-demand/dossier";
import { classified, today } from "../classified";
import { makers as sheets } from "../../../../src/workbook/report";
import type { Page } from "../../../../src/workbook/report/paint/page/page";
import { conclusionsOf } from "../../../../src/workbook/report/pages/conclusions";
import { subjectOf } from "../../../../src/workbook/report/pages/subject";
import type { Cell } from "../../../workbook-records";

const makers = sheets.map(([, make]) => make);
const year = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, "0")}`);
/** From histories that tell a rhythm to those that only tell who left. */
const histories = [year, year.slice(-3), ["2024", "2025"]];

const client = fc.record({
  size: fc.integer({ min: 1, max: 90_000 }),
  /** Part of the periods after which it no longer buys, and how seldom it does. */
  end: fc.integer({ min: 2, max: 12 }),
  every: fc.integer({ min: 1, max: 4 }),
  margin: fc.integer({ min: -30, max: 30 }),
  scores: fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 })),
  reason: fc.constantFrom(null, "a lower price elsewhere", "own production", "the moon"),
});

const clients = fc.array(client, { minLength: 8, maxLength: 24 });
const portfolios = fc.tuple(clients, fc.constantFrom(...histories)).map(([some, periods]): Cell[][] => [
  [
    "Client",
    "Manager",
    ...periods,
    "Profit",
    "Attractiveness: volume",
    "Loyalty: price",
    "Last contact",
    "Reason for leaving",
  ],
  ...some.map(({ size, end, every, margin, scores, reason }, at): Cell[] => {
    const last = Math.ceil((end / 12) * periods.length);
    const amounts = periods.map((_, period) => (period < last && period % every === 0 ? size + period : 0));
    const revenue = amounts.reduce((sum, amount) => sum + amount, 0);
    return [
      `Firm ${String(at).padStart(2, "0")}`,
      ["Anna Berg", "Oleg Strom"][at % 2],
      ...amounts,
      Math.round((revenue * margin) / 100),
      ...scores,
      null,
      reason,
    ];
  }),
]);

/** Lost by its silence, or, where no rhythm is known, by the last window that did not see it. */
const hasLeft = ({ activity, movement }: Classification, at: number) =>
  activity?.statuses[at] === "lost" ||
  (activity?.statuses[at] === "notEnoughHistory" && movement?.kinds[at] === "lost");

const contentRows = ({ cells, widths }: Page) => cells.map((row) => row.slice(0, widths.length));

test("no sheet tells to invest in, to win or to develop a client that is lost, at risk or makes a loss", () => {
  let saved = 0;
  fc.assert(
    fc.property(portfolios, (rows) => {
      const classification = classified(rows);
      const { portfolio, activity, lossMaking } = classification;
      const mustBeSaved = portfolio.clients.filter(
        (_, at) =>
          hasLeft(classification, at) || activity?.statuses[at] === "atRisk" || lossMaking?.[at] === 1,
      );
      saved += mustBeSaved.length;
      for (const language of ["en", "ru"] as const) {
        const subject = subjectOf(classification, language, today);
        const { action } = textsOf[language].advice;
        const developing = Object.entries(action).flatMap(([key, text]) =>
          /^(?:quadrant|cell)\./.test(key) ? [text] : [],
        );
        const develops = (cell: unknown) =>
          developing.some((text) => typeof cell === "string" && cell.startsWith(text));
        for (const make of makers) {
          const plan = make(subject);
          for (const row of plan ? contentRows(plan.page) : []) {
            if (!row.some(develops)) continue;
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
          const isSilent = hasLeft(classification, at) || activity?.statuses[at] === "atRisk";
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

test("what is said of a lost client is to win it back, to ask for a recommendation or nothing, everywhere the same", () => {
  const lost = { rhythm: 0, twoPeriods: 0 };
  fc.assert(
    fc.property(portfolios, (rows) => {
      const classification = classified(rows);
      const { clients: names, wholeHistory } = classification.portfolio;
      const gone = names.flatMap((name, at) => (hasLeft(classification, at) ? [{ name, at }] : []));
      lost[wholeHistory.periods.length > 3 ? "rhythm" : "twoPeriods"] += gone.length;
      const { clients: figures } = figuresOf(classification, { today, language: "en" });
      for (const { at } of gone) expect(["lost", "none"]).toContain(figures[at].action);
      for (const language of ["en", "ru"] as const) {
        const { action } = textsOf[language].advice;
        const subject = subjectOf(classification, language, today);
        const column = actionTexts(classification, language);
        const begins = [language === "en" ? "Win back:" : "Вернуть:", action["lost.need"], action.none];
        for (const { name, at } of gone) {
          expect([name, begins.some((text) => column[at].startsWith(text))]).toEqual([name, true]);
          expect(adviceAbout(classification, at, language)).toEqual([column[at]]);
        }
        for (const [key, make] of sheets) {
          const plan = make(subject);
          for (const row of plan ? contentRows(plan.page) : []) {
            const client = gone.find(({ name }) => row.includes(name));
            if (!client) continue;
            const said = row.filter(
              (cell) => typeof cell === "string" && cell.length > 12 && isOwnResult("action", cell),
            );
            expect([key, client.name, said]).toEqual([key, client.name, said.map(() => column[client.at])]);
          }
        }
      }
    }),
    { numRuns: 20, seed: 20260117 },
  );
  expect(lost.rhythm).toBeGreaterThan(10);
  expect(lost.twoPeriods).toBeGreaterThan(10);
});

test("every piece of advice names a fact, with its figure unless there is nothing to tell", () => {
  let said = 0;
  fc.assert(
    fc.property(portfolios, (rows) => {
      const classification = classified(rows);
      for (const language of ["en", "ru"] as const) {
        const { none } = textsOf[language].advice.action;
        for (const text of actionTexts(classification, language).filter((own) => own !== none)) {
          said++;
          expect(text).toMatch(/\d|brings nothing so far$|пока ничего не приносит$/);
        }
      }
    }),
    { numRuns: 10, seed: 20260118 },
  );
  expect(said).toBeGreaterThan(100);
});
