/**
 * The page may still be at work when its test ends.
 *
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { Rendered, readable } from "../rendered";
import { act, useState } from "react";
import {
  type Classification,
  type Policy,
  type Portfolio,
  classify,
  defaultPolicy,
  parsePolicy,
  policyForPreset,
} from "../../../src/portfolio";
import { Rules } from "../../../src/taskpane/rules";
import type { RulesProps } from "../../../src/taskpane/rules/rules";
import { missingCriteria, type WantedCriterion } from "../../../src/workbook";
import { rulesText } from "../../../src/taskpane/rules/rules-file";
import { cardinalPortfolio, manyClients, portfolioOf } from "../portfolios";

let pane: Rendered;
let inForce: Policy;
afterEach(() => pane.remove());

/** As the pane keeps rules: what is chosen is in force, and the list is classified anew by it. */
function Keeping({
  portfolio,
  start,
  scoreColumns,
  language,
}: {
  portfolio: Portfolio | null;
  start: Policy;
  scoreColumns?: RulesProps["scoreColumns"];
  language: "en" | "ru";
}) {
  const [policy, setPolicy] = useState(start);
  inForce = policy;
  const classification: Classification | null = portfolio && classify(portfolio, policy);
  return (
    <Rules
      portfolio={portfolio}
      classification={classification}
      policy={policy}
      onChange={(next) => setPolicy(parsePolicy(JSON.parse(JSON.stringify(next))))}
      scoreColumns={scoreColumns}
      language={language}
    />
  );
}

function rules({
  portfolio = cardinalPortfolio(),
  start = defaultPolicy,
  scoreColumns,
  language = "en",
}: {
  portfolio?: Portfolio | null;
  start?: Policy;
  scoreColumns?: RulesProps["scoreColumns"];
  language?: "en" | "ru";
} = {}) {
  pane = new Rendered(
    <Keeping portfolio={portfolio} start={start} scoreColumns={scoreColumns} language={language} />,
  );
}

/** Rows of the table with that caption. */
function distribution(caption: string): string[] {
  const table = Array.from(pane.page.querySelectorAll("table")).find(
    (one) => one.caption?.textContent === caption,
  );
  return Array.from(table?.tBodies[0].rows ?? [], (row) =>
    Array.from(row.cells, (cell) => readable(cell.textContent ?? ""))
      .join(" ")
      .trim(),
  );
}

describe("the key ladder", () => {
  test("a preset brings its limits, its base and where it comes from", async () => {
    rules();
    await pane.choose("Rule", "Kolotilov, article");
    expect(inForce).toEqual(policyForPreset("kolotilov-article"));
    expect(pane.field("Mono-client").value).toBe("70%");
    expect(pane.text).toContain("shares of profit");
  });

  test("a changed limit makes the rule an own one", async () => {
    rules();
    await pane.type("Key", "12,5 %".replace(",", "."));
    expect(inForce.ladder).toEqual({
      ...defaultPolicy.ladder,
      preset: "own",
      key: { value: 0.125, inclusive: true },
    });
    await pane.choose("Key: from or above", ">");
    expect(inForce.ladder.key.inclusive).toBe(false);
  });

  test("an empty limit is none", async () => {
    rules();
    await pane.type("Mono-client", "");
    expect(inForce.ladder.mono).toBeNull();
    await pane.type("Mono-client", "60");
    expect(inForce.ladder.mono).toEqual({ value: 0.6, inclusive: true });
  });

  test("limits out of order are told at the field, and the last valid ones stay in force", async () => {
    rules();
    await pane.type("Dependence", "5%");
    expect(pane.problemOf("Dependence")).toBe("Not below the limit of Key, 10%.");
    expect(inForce).toEqual(defaultPolicy);
    await pane.type("Dependence", "five");
    expect(pane.problemOf("Dependence")).toBe("Enter a limit such as 80% or 0.8.");
    await pane.type("Dependence", "30%");
    expect(pane.problemOf("Dependence")).toBe("");
    expect(inForce.ladder.dependence?.value).toBe(0.3);
  });

  test("shows how many clients each status would have", async () => {
    rules();
    expect(distribution("Clients by status")).toEqual([
      "Mono-client 1 50.0%",
      "Dependence 1 24.0%",
      "Key, no dependence 2 20.0%",
      "Regular 1 6.0%",
    ]);
    await pane.type("Key", "5%");
    expect(distribution("Clients by status")[3]).toBe("Regular 0 0.0%");
  });

  test("profit can be the base only where the list knows it", () => {
    rules({ portfolio: portfolioOf({ Sales: "amount" }, [["Oak", 5]]) });
    expect(pane.field("Shares of").disabled).toBe(true);
    expect(pane.text).toContain("The list has no profit or direct costs");
    expect(pane.field(/Companies of one group/).disabled).toBe(true);
  });
});

test("whose report it is can be typed, and stays when the rules are reset", async () => {
  rules();
  await pane.type("Prepared by", "Vera ");
  await pane.type("Prepared by", "Vera Linden");
  expect(inForce).toEqual({ ...defaultPolicy, preparedBy: "Vera Linden" });
  await pane.click(pane.button("Reset all rules"));
  await pane.click(pane.button("Reset now"));
  expect(pane.field("Prepared by").value).toBe("Vera Linden");
  await pane.type("Prepared by", " ");
  expect(inForce).toEqual(defaultPolicy);
});

test("numbers of formulas can be given their format", async () => {
  rules();
  await pane.click(pane.field("KAM.KEYSHARE shows per cent, KAM.SCORE one decimal"));
  expect(inForce).toEqual({ ...defaultPolicy, formulaFormats: true });
  await pane.click(pane.field("KAM.KEYSHARE shows per cent, KAM.SCORE one decimal"));
  expect(inForce).toEqual(defaultPolicy);
});

test("cards on status cells can be switched off, and limited", async () => {
  rules();
  await pane.type("Cards at most (the largest clients first)", "50");
  expect(inForce).toEqual({ ...defaultPolicy, cards: 50 });
  await pane.type("Cards at most (the largest clients first)", "5000");
  expect(pane.problemOf("Cards at most (the largest clients first)")).toBe(
    "Enter a whole number from 1 to 2,000.",
  );
  expect(inForce.cards).toBe(50);
  await pane.click(pane.field("Status cells explain themselves"));
  expect(inForce.cards).toBe(0);
  expect(pane.text).not.toContain("Cards at most");
  await pane.click(pane.field("Status cells explain themselves"));
  expect(inForce).toEqual(defaultPolicy);
});

describe("who is key by other measures", () => {
  test("an amount of money: it begins with what the share means today", async () => {
    rules();
    await pane.choose("Key by", "an amount of money");
    expect(inForce.ladder).toMatchObject({ preset: "own", by: { amount: { value: 120, inclusive: true } } });
    await pane.type("Key from this amount on", "250");
    expect(inForce.ladder.by).toEqual({ amount: { value: 250, inclusive: true } });
    expect(distribution("Clients by status")).toContain("Regular 3 26.0%");
    await pane.type("Key from this amount on", "0");
    expect(pane.text).toContain("Enter more than 0.");
    expect(inForce.ladder.by).toEqual({ amount: { value: 250, inclusive: true } });
  });

  test("the largest, as a whole number", async () => {
    rules();
    await pane.choose("Key by", "being among the largest");
    expect(inForce.ladder.by).toEqual({ top: 5 });
    await pane.type("How many of the largest", "2,5".replace(",", "."));
    expect(pane.text).toContain("Enter a whole number from 1 up.");
    await pane.type("How many of the largest", "1");
    expect(inForce.ladder.by).toEqual({ top: 1 });
    await pane.choose("Key by", "share");
    expect(inForce.ladder.by).toBe("share");
  });

  test("where nobody is key, one click singles out accounts worth a manager", async () => {
    rules({ portfolio: manyClients(300).portfolio });
    expect(pane.text).toContain("no client can endanger the company");
    await pane.click(pane.button(/^the 20 largest/));
    expect(inForce.ladder.by).toEqual({ top: 20 });
    expect(pane.text).not.toContain("no client can endanger the company");
    expect(distribution("Clients by status")[2]).toMatch(/^Key, no dependence 20 /);
  });
});

test("limits that cannot be in force mark the counts as those of the rule before", async () => {
  rules();
  const marked = () => pane.texts("caption [role=status]");
  expect(marked()).toEqual([]);
  await pane.type("Key", "150%");
  expect(pane.problemOf("Key")).not.toBe("");
  expect(marked()).toEqual(["By the earlier limits: what is typed is not in force."]);
  await pane.type("Key", "15%");
  expect(marked()).toEqual([]);
});

describe("who is leaving", () => {
  test("from which part of the expected amount on a client declines", async () => {
    rules();
    await pane.type("Declining below", "60%");
    expect(inForce.activity).toEqual({ declineBelow: 0.6 });
    expect(pane.text).not.toContain("Days until the next contact");
  });

  test("days until the next contact, where the list knows the last one", async () => {
    const rows = [
      ["Oak", 5, 45_000],
      ["Elm", 3, 45_010],
    ];
    rules({ portfolio: portfolioOf({ Sales: "amount", Called: "lastContact" }, rows) });
    expect(pane.text).not.toContain("Declining below");
    await pane.type("Class A, after a refusal", "30");
    expect(inForce.contacts.A).toEqual({ positive: 10, negative: 30 });
    expect(inForce.contacts.B).toEqual(defaultPolicy.contacts.B);
  });

  test("is no question in a list with neither", () => {
    rules({ portfolio: portfolioOf({ Sales: "amount" }, [["Oak", 5]]) });
    expect(pane.text).not.toContain("Who is leaving");
  });
});

/** Where the cut of each axis is chosen. */
const cutChoices = () =>
  Array.from(pane.page.querySelectorAll("select")).filter((one) =>
    Array.from(one.options).some(({ value }) => value === "median"),
  );

test("scores are worked out from the figures where nobody gave any, when asked", async () => {
  rules({ portfolio: manyClients(50).portfolio });
  expect(distribution("Clients by quadrant")).toEqual([]);
  await pane.click(pane.field("Work the scores out from the figures"));
  expect(inForce.kaism.derived).toBe(true);
  expect(distribution("Clients by quadrant")).toHaveLength(4);
  // The cuts of both axes can be chosen for them as for scores that people gave.
  const [attractiveness] = cutChoices();
  await act(async () => {
    attractiveness.value = "median";
    attractiveness.dispatchEvent(new Event("change", { bubbles: true }));
  });
  expect(inForce.kaism).toMatchObject({ derived: true, attractivenessCut: "median", loyaltyCut: "middle" });
});

test("what an hour costs is asked where the list has hours, and can be taken back", async () => {
  rules({ portfolio: portfolioOf({ Sales: "amount", Hours: "hours" }, [["Oak", 5, 2]]) });
  await pane.type("One hour costs", "1,250.5");
  expect(inForce.service).toEqual({ hourlyRate: 1250.5 });
  await pane.type("One hour costs", "");
  expect(inForce.service).toEqual({ hourlyRate: null });
});

test("columns for scores are put beside the list: the criteria that are ticked, each with its weight", async () => {
  const asked: string[][] = [];
  const onAdd = (criteria: readonly WantedCriterion[]) => {
    asked.push(criteria.map(({ header }) => header));
    return Promise.resolve();
  };
  const portfolio = portfolioOf({ Sales: "amount" }, [["Oak", 5]]);
  rules({ portfolio, scoreColumns: { missing: missingCriteria([], "en"), isWaiting: false, onAdd } });
  await pane.click(pane.button("Add score columns"));
  await pane.click(pane.field("technical level"));
  await pane.type("Weight of Loyalty: price", "3");
  expect(inForce.kaism.weights["Loyalty: price"]).toBe(3);
  await pane.click(pane.button("Add 11 columns"));
  expect(asked[0]).toHaveLength(11);
  expect(asked[0]).not.toContain("Loyalty: technical level");
});

test("where the columns stand and no scores yet, the pane says what they wait for", () => {
  const portfolio = portfolioOf({ Sales: "amount" }, [["Oak", 5]]);
  rules({ portfolio, scoreColumns: { missing: [], isWaiting: true, onAdd: () => Promise.resolve() } });
  expect(pane.text).toContain("As soon as there are scores in them");
  expect(pane.text).not.toContain("Add score columns");
});

test("a list of orders has no place for scores of a client, and the pane says where they can stand", () => {
  const portfolio = portfolioOf({ Sales: "amount" }, [["Oak", 5]]);
  rules({ portfolio, scoreColumns: "lines" });
  expect(pane.text).toContain("Scores can stand in a list with one row per client.");
  expect(pane.text).not.toContain("Add score columns");
});

test("limits of ABC can be worked out from the amounts", async () => {
  rules();
  await pane.choose("Limits", "worked out from the amounts");
  expect(inForce.abc.limits).toBe("computed");
  expect(pane.text).not.toContain("A up to");
});

describe("ABC", () => {
  test.each([
    ["90 %", 0.9],
    ["0.9", 0.9],
    ["90", 0.9],
  ])("takes %s as typed, and shows at once what it gives", async (text, fraction) => {
    rules();
    expect(distribution("Clients by size")).toEqual([
      "A · large 4 94.0%",
      "B · medium 1 6.0%",
      "C · small 0 0.0%",
    ]);
    await pane.type("A up to", text);
    expect(inForce.abc.aLimit).toBe(fraction);
    await pane.type("A up to", "50%");
    expect(distribution("Clients by size")[0]).toBe("A · large 1 50.0%");
  });

  test("a limit that waits for the other comes into force with it", async () => {
    rules();
    await pane.type("A up to", "97%");
    expect(pane.problemOf("B up to")).toBe("Not below the limit of A, 97%.");
    expect(inForce.abc.aLimit).toBe(0.8);
    await pane.leave("A up to");
    expect(pane.field("A up to").value).toBe("97%");
    await pane.type("B up to", "99%");
    expect(inForce.abc).toEqual({ aLimit: 0.97, bLimit: 0.99, crossing: "up", limits: "given" });
  });

  test("a field that is left shows the rule in force as it is written", async () => {
    rules();
    await pane.type("A up to", "0.75");
    expect(pane.field("A up to").value).toBe("0.75");
    await pane.leave("A up to");
    expect(pane.field("A up to").value).toBe("75%");
  });

  test("is typed in Russian dress in Russian", async () => {
    rules({ language: "ru" });
    await pane.type("A до", "0,85");
    expect(inForce.abc.aLimit).toBe(0.85);
    await pane.leave("A до");
    expect(readable(pane.field("A до").value)).toBe("85 %");
  });
});

describe("XYZ", () => {
  test("shows where the clients lie, in words too", async () => {
    rules();
    expect(distribution("Clients by steadiness")).toEqual([
      "X · steady 3 84.0%",
      "Y · fluctuating 0 0.0%",
      "Z · irregular 2 16.0%",
      "N · little history 0 0.0%",
    ]);
    const label = () => readable(pane.page.querySelector("svg[role=img]")?.getAttribute("aria-label") ?? "");
    expect(label()).toMatch(/^How much amounts vary\. X 10%, Y 25%\. Most clients, 3, lie between 0% and /);
    await pane.type("Y up to", "50");
    expect(distribution("Clients by steadiness")[1]).toBe("Y · fluctuating 1 6.0%");
    expect(label()).toContain("Y 50%");
  });

  test("limits of the frequency descend", async () => {
    rules();
    await pane.choose("Judged by", "how often the client buys");
    await pane.type("Y from", "90%");
    expect(pane.problemOf("Y from")).toBe("Not above the limit of X, 80%.");
    await pane.type("Y from", "60%");
    expect(inForce.xyz).toMatchObject({ method: "frequency", frequency: { xLimit: 0.8, yLimit: 0.6 } });
  });

  test("a class that holds nearly everybody is told, with ways out", async () => {
    const months = ["2025-01", "2025-02", "2025-03", "2025-04"];
    const portfolio = portfolioOf(Object.fromEntries(months.map((month) => [month, "period"])), [
      ["Oak", 1, 9, 2, 8],
      ["Elm", 3, 0, 9, 1],
    ]);
    rules({ portfolio });
    expect(pane.text).toContain("All clients are in class Z");
    // Each says what it would give; quarters of four months are too few to help.
    await pane.click(pane.button("Limits of 50% and 100% (Y 1, Z 1)"));
    expect(inForce.xyz.variation).toMatchObject({ xLimit: 0.5, yLimit: 1 });
    expect(pane.text).not.toContain("do not tell them apart");
    expect(distribution("Clients by steadiness").join()).toMatch(/Y · fluctuating 1 .*Z · irregular 1 /);
  });

  test("no way out is offered where none was found", () => {
    const portfolio = portfolioOf({ "2024": "period", "2025": "period" }, [
      ["Oak", 1, 9],
      ["Elm", 3, 5],
    ]);
    rules({ portfolio });
    expect(pane.text).toContain("All clients have too little history");
    expect(pane.text).not.toMatch(/Limits of 50%|How often they buy \(/);
    expect(pane.text).toContain(
      "Changes nothing in this list: a decline shows only over eight months or quarters",
    );
    // Nothing is drawn of what is not known.
    expect(pane.page.querySelectorAll("svg[role=img]")).toHaveLength(0);
    expect(pane.text.match(/too little history/g)).toHaveLength(1);
  });

  test("waits for the classification when the method changes", () => {
    const portfolio = cardinalPortfolio();
    const policy: Policy = { ...defaultPolicy, xyz: { ...defaultPolicy.xyz, method: "frequency" } };
    pane = new Rendered(
      <Rules
        portfolio={portfolio}
        classification={classify(portfolio, defaultPolicy)}
        policy={policy}
        onChange={() => undefined}
        language="en"
      />,
    );
    expect(pane.text).toContain("Being recalculated…");
    expect(distribution("Clients by steadiness")).toEqual([]);
  });
});

describe("the client matrix", () => {
  const scored = portfolioOf(
    { Sales: "amount", Volume: "attractiveness", Growth: "attractiveness", Trust: "loyalty" },
    [
      ["Oak", 5, 9, 1, 8],
      ["Elm", 3, 2, 8, 8],
    ],
  );

  test("weights are typed on any scale; their per cent stands beside them", async () => {
    rules({ portfolio: scored });
    await pane.type("Weight of Volume", "3");
    expect(inForce.kaism.weights).toEqual({ Volume: 3, Growth: 1 });
    const field = pane.field("Weight of Volume").parentElement;
    expect(readable(field?.textContent ?? "")).toBe("75%");
    expect(distribution("Clients by quadrant")).toEqual([
      "“Key” 1 62.5%",
      "“Development” 0 0.0%",
      "“Maintenance” 1 37.5%",
      "“Opportunistic” 0 0.0%",
    ]);
  });

  test("weights below 0 or all 0 are told at the field", async () => {
    rules({ portfolio: scored });
    await pane.type("Weight of Volume", "-1");
    expect(pane.problemOf("Weight of Volume")).toBe("Enter a weight of 0 or more.");
    await pane.type("Weight of Volume", "0");
    await pane.type("Weight of Growth", "0");
    expect(pane.problemOf("Weight of Growth")).toBe("At least one weight must be above 0.");
    expect(inForce.kaism.weights).toEqual({ Volume: 0, Growth: 1 });
  });

  test("a cut can be a number of one's own", async () => {
    rules({ portfolio: scored });
    const [attractiveness] = cutChoices();
    await act(async () => {
      attractiveness.value = "own";
      attractiveness.dispatchEvent(new Event("change", { bubbles: true }));
    });
    expect(inForce.kaism.attractivenessCut).toBe(5.5);
    await pane.type("Score", "4");
    expect(inForce.kaism.attractivenessCut).toBe(4);
  });

  test("the scale has a lowest and a higher score", async () => {
    rules({ portfolio: scored });
    await pane.type("Highest", "1");
    expect(pane.problemOf("Highest")).toBe("Enter more than the lowest score, 1.");
    await pane.type("Highest", "5");
    expect(inForce.kaism.scale).toEqual({ lowest: 1, highest: 5 });
  });

  test("without a list says what is missing", () => {
    rules({ portfolio: null });
    expect(pane.text).toContain("Choose a list first");
  });
});

describe("periods, as-of day and columns", () => {
  test("the last k complete periods", async () => {
    rules();
    await pane.choose("Which periods count", "the last complete ones");
    expect(inForce.window).toEqual({ last: 12 });
    await pane.type("How many", "2.5");
    expect(pane.problemOf("How many")).toBe("Enter a whole number from 1 up.");
    await pane.type("How many", "13");
    expect(pane.problemOf("How many")).toBe("The list has 12 periods.");
    expect(inForce.window).toEqual({ last: 12 });
    await pane.type("How many", "6");
    expect(inForce.window).toEqual({ last: 6 });
  });

  test("a range begins with what is counted now and stays in order", async () => {
    rules();
    await pane.choose("Which periods count", "from one day to another");
    expect(inForce.window).toEqual({ from: "2025-01-01", to: "2025-12-31" });
    await pane.type("To", "2024-06-30");
    expect(pane.problemOf("To")).toBe("Not before the first day.");
    await pane.type("From", "2025-03-02");
    await pane.type("To", "2025-03-30");
    expect(pane.problemOf("To")).toBe("No period of the list lies between these days.");
    await pane.type("From", "2025-01-01");
    await pane.type("To", "2025-06-30");
    expect(inForce.window).toEqual({ from: "2025-01-01", to: "2025-06-30" });
  });

  test("an as-of day, and back to today", async () => {
    rules();
    await pane.type("As of", "2025-06-30");
    expect(inForce.asOf).toBe("2025-06-30");
    await pane.type("As of", "");
    expect(inForce.asOf).toBeNull();
  });

  test("result columns keep their order whichever is chosen last", async () => {
    rules();
    await pane.click(pane.field("ABC"));
    expect(inForce.columns).toEqual([
      "share",
      "status",
      "xyz",
      "quadrant",
      "activity",
      "reason",
      "action",
      "pinned",
    ]);
    await pane.click(pane.field("ABC"));
    expect(inForce.columns).toEqual(defaultPolicy.columns);
  });
});

describe("rules as a file", () => {
  async function load(text: string) {
    const input = pane.page.querySelector<HTMLInputElement>("input[type=file]")!;
    Object.defineProperty(input, "files", { configurable: true, value: [new File([text], "ours.json")] });
    await act(async () => {
      input.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 10));
    });
  }

  test("come into force when they are valid", async () => {
    rules();
    await load(rulesText(policyForPreset("asc-280")));
    expect(inForce).toEqual(policyForPreset("asc-280"));
    expect(pane.text).toContain("The rules of ours.json are in force.");
  });

  test("that cannot be used change nothing and say what is wrong", async () => {
    rules();
    await load("not rules");
    expect(pane.texts("[role=alert]").join(" ")).toContain("ours.json is not a file of Keyfolio rules.");
    await load(JSON.stringify({ ...defaultPolicy, base: "turnover" }));
    expect(pane.texts("[role=alert]").join(" ")).toMatch(/base is "turnover".*Nothing was changed\./);
    expect(inForce).toEqual(defaultPolicy);
  });

  test("go back to the defaults in two steps, and half-typed entries with them", async () => {
    rules({ start: policyForPreset("kolotilov-2012") });
    await pane.type("A up to", "abc");
    await pane.click(pane.button("Reset all rules"));
    await pane.click(pane.button("Keep them"));
    expect(document.activeElement).toBe(pane.button("Reset all rules"));
    expect(inForce.ladder.preset).toBe("kolotilov-2012");
    await pane.click(pane.button("Reset all rules"));
    await pane.click(pane.button("Reset now"));
    expect(inForce).toEqual(defaultPolicy);
    expect(pane.field("A up to").value).toBe("80%");
  });
});
