/**
 * The page may still be at work when its test ends.
 *
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { Rendered } from "../rendered";
import { defaultPolicy, type Portfolio } from "../../../src/portfolio";
import { Rules } from "../../../src/taskpane/rules";
import { cardinalPortfolio, portfolioOf } from "../portfolios";

let pane: Rendered;
let led = 0;
afterEach(() => pane.remove());

function rulesFor(portfolio: Portfolio): void {
  led = 0;
  pane = new Rendered(
    <Rules
      portfolio={portfolio}
      classification={null}
      policy={defaultPolicy}
      onChange={() => undefined}
      onChooseColumns={() => led++}
      language="en"
    />,
  );
}

test("rules that have nothing to decide say what the list lacks, and lead to its columns", async () => {
  rulesFor(portfolioOf({ Sales: "amount" }, [["Oak", 5]]));
  expect(pane.text).toContain("How steadily a client buys shows in columns of months or quarters.");
  expect(pane.text).toContain("The matrix places clients by scores");
  expect(pane.text).toContain("If the list has such columns, choose them.");
  expect(pane.text).not.toContain("X up to");
  expect(pane.text).not.toContain("Scale of the scores");
  const ways = Array.from(pane.page.querySelectorAll("button")).filter(
    ({ textContent }) => textContent === "Choose the columns",
  );
  expect(ways).toHaveLength(3);
  for (const way of ways) await pane.click(way);
  expect(led).toBe(3);
});

test("with periods and scores nothing is missing", () => {
  rulesFor(cardinalPortfolio());
  expect(pane.text).not.toContain("Choose the columns");
  expect(pane.text).toContain("Scale of the scores");
});
