/**
 * The page may still be at work when its test ends.
 *
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { Rendered } from "../rendered";
import { act } from "react";
import { findingText, textsOf } from "../../../src/locales";
import type { Finding, FindingKind } from "../../../src/portfolio";
import { DataQuality } from "../../../src/taskpane/data-quality";
import { months, portfolioOf } from "../portfolios";

let pane: Rendered;
afterEach(() => pane.remove());

const shown: string[] = [];
function show(findings: readonly Finding[], language: "en" | "ru" = "en") {
  shown.length = 0;
  pane = new Rendered(
    <DataQuality findings={findings} onShow={(address) => shown.push(address)} language={language} />,
  );
}
/** Opens a kind as a click on its summary does in a browser. */
async function open(title: string) {
  const group = Array.from(pane.page.querySelectorAll("details")).find(({ textContent }) =>
    textContent?.startsWith(title),
  );
  await act(async () => {
    group!.open = true;
    // The page tells of it later, as browsers do.
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

const { findings } = portfolioOf({ Sales: "amount" }, [
  ["Oak", 10],
  ["Elm", "1,5x"],
  ["Ash", "#DIV/0!"],
  [" oak", 4],
  ["Fir", "12"],
  [null, 7],
]);

test("of a list without findings every cell counts as it stands", () => {
  show([]);
  expect(pane.text).toBe("Every cell counts as it stands. There is nothing to correct.");
});

test("findings stand by kind with their number, what is missing from the results first", () => {
  show(findings);
  expect(pane.texts("summary")).toEqual([
    "Text instead of an amount 1",
    "Excel errors 1",
    "Amounts without a client 1",
    "Numbers stored as text 1",
    "The same client on several rows 1",
  ]);
});

test("a kind says what it means and what to do, and leads to each cell", async () => {
  show(findings);
  await open("Text instead of an amount");
  expect(pane.text).toContain("These rows are not classified and do not count in any figure.");
  await pane.click(pane.button(/^Sales!B3 holds “1,5x”/));
  expect(shown).toEqual(["Sales!B3"]);
});

test("a finding can be put aside by a click, but not where a row is missing for it", async () => {
  const ignored: Finding[] = [];
  pane = new Rendered(
    <DataQuality
      findings={findings}
      onShow={() => undefined}
      onIgnore={(finding) => ignored.push(finding)}
      language="en"
    />,
  );
  await open("Text instead of an amount");
  await open("Excel errors");
  await open("Numbers stored as text");
  const buttons = pane.texts("button").filter((text) => text === "Ignore");
  expect(buttons).toHaveLength(3);
  await pane.click(pane.button(/^Ignore: Sales!B6/));
  expect(ignored).toMatchObject([{ kind: "textNumber", address: "Sales!B6" }]);
});

test("a text that means a number is made one by a click", async () => {
  const repaired: Finding[] = [];
  pane = new Rendered(
    <DataQuality
      findings={findings}
      onShow={() => undefined}
      onMakeNumbers={(finding) => repaired.push(finding)}
      language="en"
    />,
  );
  await open("Numbers stored as text");
  await pane.click(pane.button("Make it a number: Sales!B6"));
  expect(repaired).toMatchObject([{ address: "Sales!B6", content: "12", taken: 12 }]);
  expect(pane.texts("button").filter((text) => text === "Make it a number")).toHaveLength(1);
});

test("in Russian", async () => {
  show(findings, "ru");
  await open("Ошибки Excel");
  expect(pane.text).toContain("Исправьте формулы.");
});

test("thousands are drawn a few at a time, and only of the kind that is open", async () => {
  const many = Array.from({ length: 5000 }, (_, row): Finding => {
    return { kind: "negativeAmount", address: `Sales!B${row + 2}`, content: "-5" };
  });
  show(many);
  expect(pane.page.querySelectorAll("li")).toHaveLength(0);
  await open("Negative amounts");
  expect(pane.page.querySelectorAll("li")).toHaveLength(20);
  await pane.click(pane.button(/^Show 20 more of 4,980$/));
  expect(pane.page.querySelectorAll("li")).toHaveLength(40);
});

test("every kind that can be found has its words in both languages", () => {
  const period = portfolioOf(Object.fromEntries([...months, "2026-01"].map((month) => [month, "period"])), [
    ["Oak", ...months.map(() => 5), 1],
  ]).findings;
  expect(period.map(({ kind }) => kind)).toEqual(["incompletePeriod"]);
  for (const language of ["en", "ru"] as const) {
    for (const kind of Object.keys(textsOf.en.pane.dataQuality.kinds) as FindingKind[]) {
      const { title, help } = textsOf[language].pane.dataQuality.kinds[kind];
      expect([title, help, findingText({ kind, address: "A!B2", content: "x" }, language)]).not.toContain("");
    }
  }
});
