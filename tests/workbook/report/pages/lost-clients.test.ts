import { textsOf, type Language } from "../../../../src/locales";
import { reportTextsOf } from "../../../../src/locales/report-texts";
import { figuresOf, firstActionsOf, urgentActionOf, type Advice } from "../../../../src/portfolio";
import { Explainer } from "../../../../src/portfolio/explanations";
import { makers } from "../../../../src/workbook/report";
import { actionTexts, adviceAbout } from "../../../../src/workbook/columns/results/action-text";
import { dossierSheet } from "../../../../src/workbook/report/on-demand/dossier";
import { firstThings } from "../../../../src/workbook/report/pages/summary/summary-first";
import { subjectOf } from "../../../../src/workbook/report/pages/subject";
import type { Page } from "../../../../src/workbook/report/paint/page/page";
import type { Cell } from "../../../workbook-records";
import { classified, today } from "../classified";

const months = Array.from(
  { length: 24 },
  (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
);
const buys = (amount: number, until: number) => months.map((_, month) => (month < until ? amount : 0));

const rows: Cell[][] = [
  ["Client", "Manager", ...months, "Reason for leaving"],
  ["Steady", "Reed", ...buys(900, 24), null],
  ["Dear", "Reed", ...buys(800, 12), "a lower price elsewhere"],
  ["Late", "Park", ...buys(700, 12), "deliveries came late"],
  ["Makes its own", "Park", ...buys(600, 12), "own production"],
  ["Moonstruck", "Reed", ...buys(500, 12), "the moon"],
  ["Wordless", "Reed", ...buys(400, 12), null],
  ["Tiny", "Reed", ...buys(1, 12), "a lower price elsewhere"],
  ["Tiny too", "Reed", ...buys(1, 12), "liquidated"],
  ["Grumbler", "Park", ...buys(850, 24), "deliveries came late"],
];
/** What is said of each client that is lost. */
const expected: readonly [name: string, Advice][] = [
  ["Dear", "lost.terms"],
  ["Late", "lost.service"],
  ["Makes its own", "lost.need"],
  ["Moonstruck", "lost"],
  ["Wordless", "lost"],
  ["Tiny", "none"],
  ["Tiny too", "none"],
];

const classification = classified(rows);
const { clients } = classification.portfolio;
const cellsOf = ({ cells }: Page) => cells.map((row) => row.map((cell) => String(cell ?? "")));
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe.each(["en", "ru"] as const)(
  "the advice to a lost client follows its reason (%s)",
  (language: Language) => {
    const { advice, firstThings: words } = textsOf[language];
    const subject = subjectOf(classification, language, today);
    const column = actionTexts(classification, language);
    const begins = (said: Advice) =>
      said === "lost" ? advice.action.lost.split(":")[0] : advice.action[said];

    test.each(expected)(
      "of %s: %s, in the column, the card, the dossier and the explanation",
      (name, said) => {
        const client = clients.indexOf(name);
        expect(classification.activity!.statuses[client]).toBe("lost");
        const explained = new Explainer(classification).ofClient("action", client);
        expect([column[client].startsWith(begins(said)), explained]).toEqual([
          true,
          expect.objectContaining({ advice: said }),
        ]);
        expect(adviceAbout(classification, client, language)).toEqual([column[client]]);
        expect(cellsOf(dossierSheet(classification, client, language).page).flat()).toContain(column[client]);
      },
    );

    test("every sheet that lists them says what the column says", () => {
      const wrong = makers.flatMap(([key, make]) => {
        const plan = make(subject);
        if (!plan) return [];
        const { action } = subject.texts.report;
        let at = -1;
        return cellsOf(plan.page).flatMap((row) => {
          if (row.includes(action)) at = row.indexOf(action);
          const client = clients.findIndex((name) => row[1] === name || row[2] === name);
          return client < 0 || at < 0 || row[at] === "" || row[at] === column[client]
            ? []
            : [[key, clients[client], row[at]]];
        });
      });
      expect(wrong).toEqual([]);
    });

    test("the table of reasons gives the same advice, and none where all are small", () => {
      const [, make] = makers.find(([key]) => key === "activity")!;
      const cells = cellsOf(make(subject)!.page);
      const from = cells.findIndex(
        (row) => row[1] === reportTextsOf[language].activitySheet.reasonHeaders.reason,
      );
      const table = Object.fromEntries(cells.slice(from + 1, from + 7).map((row) => [row[1], row[5]]));
      expect(table).toEqual({
        "a lower price elsewhere": advice.action["lost.terms"],
        "deliveries came late": advice.action["lost.service"],
        "own production": advice.action["lost.need"],
        "the moon": advice.action.lost,
        [reportTextsOf[language].activitySheet.noReason]: advice.action.lost,
        liquidated: advice.action.none,
      });
    });

    test("what to do first wins nobody back that needs us no more", () => {
      const first = firstActionsOf(classification).map(({ action, clients: found }) => [
        action,
        found.map((client) => clients[client]),
      ]);
      expect(first).toEqual([
        ["lost", ["Dear", "Late", "Moonstruck", "Wordless"]],
        ["reduceDependence", ["Steady", "Grumbler"]],
        ["lost.need", ["Makes its own"]],
      ]);
      expect(firstThings(subject).map(({ lead }) => lead)).toEqual([
        words.firstLeads.lost,
        words.firstLeads.reduceDependence,
        words.firstLeads["lost.need"],
      ]);
      expect(urgentActionOf(classification, clients.indexOf("Tiny"))).toBeNull();
    });
  },
);

test("the advice names the fact that it follows from", () => {
  const [terms, service, need] = ["Dear", "Late", "Makes its own"].map((name) => clients.indexOf(name));
  const en = actionTexts(classification, "en").map(plain);
  expect([en[terms], en[service], en[need]]).toEqual([
    "Win back: match the better terms or explain ours; quiet for 12 months; 9.6 K a year",
    "Win back: mend what went wrong and say so; quiet for 12 months; 8.4 K a year",
    "Ask for a recommendation: it needs us no more; quiet for 12 months; 7.2 K a year",
  ]);
  expect(plain(actionTexts(classification, "ru")[need])).toBe(
    "Попросить рекомендацию: потребность отпала; молчит 12 месяцев; 7,2 тыс. в год",
  );
});

test("a reason of a client that still buys decides nothing", () => {
  const client = clients.indexOf("Grumbler");
  expect(classification.actions[client][0]).toBe("reduceDependence");
});

test("the JSON keeps the action, and says the reason beside it", () => {
  const figures = figuresOf(classification, { today, language: "en" });
  const of = (name: string) => {
    const { action, lossReason } = figures.clients[clients.indexOf(name)];
    return [action, lossReason];
  };
  expect(of("Makes its own")).toEqual(["lost", { reason: "own production", kind: "need" }]);
  expect(of("Moonstruck")).toEqual(["lost", { reason: "the moon", kind: "other" }]);
  expect(of("Wordless")).toEqual(["lost", null]);
  expect(
    figuresOf(classified(rows.map((row) => row.slice(0, -1))), { today, language: "en" }).clients[0],
  ).not.toHaveProperty("lossReason");
});
