/**
 * The page may still be at work when its test ends.
 *
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { Rendered, readable } from "../rendered";
import { act, useState } from "react";
import { type Classification, classify, defaultPolicy } from "../../../src/portfolio";
import { Results, WhatIf } from "../../../src/taskpane/results";
import { cardinalClassification, manyClients, portfolioOf } from "../portfolios";

let pane: Rendered;
afterEach(() => pane.remove());

const classification = cardinalClassification();
const shown: string[] = [];
const show = (address: string) => shown.push(address);
const clients = () => pane.texts("li[data-client] span:first-child > span:first-child");

function results(of: Classification = classification, language: "en" | "ru" = "en") {
  shown.length = 0;
  pane = new Rendered(<Results classification={of} onShow={show} language={language} />);
}

describe("what to do first", () => {
  const urgent = (of: Classification) => {
    results(of);
    const [card] = pane.page.querySelectorAll("section");
    return Array.from(card.querySelectorAll("p"), ({ textContent }) => readable(textContent ?? ""));
  };

  test("stands before everything else, with money, and leads to the clients", async () => {
    expect(urgent(classification)).toEqual([
      "Win back: 1 lost client is worth winning back, 120 a year: Елена и Ко (120).",
      "Price or service: 1 client costs more than it brings, 3 of losses: Élan Café (3).",
      "Secure: The company depends on Cardinal Mills (600) and Juniper Works (288): secure them, and grow the others.",
    ]);
    await pane.click(pane.button("Show these 2 clients"));
    expect(clients()).toEqual(["Cardinal Mills", "Juniper Works"]);
    expect(pane.button("Secure · 2").getAttribute("aria-pressed")).toBe("true");
    await pane.click(pane.button("Clear filters"));
    expect(clients()).toHaveLength(5);
  });

  test("of a list without periods says what cannot be told", () => {
    const rows = Array.from({ length: 20 }, (_, i) => [`Client ${i + 1}`, 5]);
    const [said, ...more] = urgent(classify(portfolioOf({ Sales: "amount" }, rows), defaultPolicy));
    expect(said).toContain("Who has gone quiet cannot be told");
    expect(more).toEqual([]);
  });

  test("in Russian", () => {
    results(classification, "ru");
    expect(pane.text).toContain("Показать этих клиентов (2)");
  });
});

describe("key figures", () => {
  test("say what a sales head asks first", () => {
    results();
    expect(pane.texts("dl > div")).toEqual([
      "Clients5" + "4 clients in class A",
      "Revenue1.2 K" + "240 per client on average",
      "Key by share4" + "with 94.0% of revenue",
      "Largest client50.0%" + "Cardinal Mills · Mono-client",
      "Concentration (HHI)3,312" + "like 3 clients of equal size",
      "At risk in a year0" + "1 client lost already",
    ]);
  });

  test("warn about what changes how they are to be read", () => {
    results();
    expect(pane.texts("section li").join(" ")).toContain("There are only 5 clients");
  });

  test("in Russian", () => {
    results(classification, "ru");
    expect(pane.text).toContain("Главные цифры");
    expect(pane.text).toContain("Cardinal Mills · моноклиент");
    expect(pane.text).toContain("уже ушли — 1");
  });
});

describe("the list of clients", () => {
  test("goes to the row of a client in the sheet", async () => {
    results();
    await pane.click(pane.button(/^Juniper Works/));
    expect(shown).toEqual(["Sales!A3:P3"]);
  });

  test("opens the card of a client: what to do, its history, its classes with what they follow from", async () => {
    results();
    const card = () => pane.texts("li[data-client] [role=group]");
    const elena = pane.button(/^Елена и Ко/);
    await pane.click(elena);
    expect(elena.getAttribute("aria-expanded")).toBe("true");
    const [said] = card();
    expect(said).toContain("What to do: Win back: quiet for 6 months");
    expect(said).toContain("January 2025 – December 2025 (12 months); up to 20");
    expect(said).toContain("StatusKey");
    expect(said).toContain("Against the time beforeleft: 120 before, 0 now");
    expect(said).toContain("Size (ABC)A · large");
    expect(said).toContain("Quadrant“Opportunistic”: attractiveness 2, loyalty 2");
    expect(said).toContain("Profit5, 4.2% of its revenue");
    await pane.click(pane.button("Show in the sheet"));
    expect(shown).toEqual(["Sales!A5:P5", "Sales!A5:P5"]);
    await pane.click(elena);
    expect(card()).toEqual([]);
    expect(shown).toHaveLength(2);
  });

  test("of a list without periods, profit and people shows no line about them", async () => {
    const rows = [
      ["Oak", 5],
      ["Elm", 3],
    ];
    results(classify(portfolioOf({ Sales: "amount" }, rows), defaultPolicy));
    await pane.click(pane.button(/^Oak/));
    expect(pane.texts("li[data-client] dt")).toEqual([
      "Revenue",
      "Status",
      "Key because of",
      "Kind of client",
      "Size (ABC)",
    ]);
    expect(pane.page.querySelector("li[data-client] svg[role=img]")).toBeNull();
  });

  test("is filtered by manager and department where the list names several", async () => {
    const rows = [
      ["Oak", 5, "Reed", "North"],
      ["Elm", 3, "Park", "North"],
      ["Ash", 2, "Park", "South"],
    ];
    const roles = { Sales: "amount", Owner: "manager", Team: "department" } as const;
    results(classify(portfolioOf(roles, rows), defaultPolicy));
    await pane.choose("Owner", "Park");
    expect(clients()).toEqual(["Elm", "Ash"]);
    await pane.choose("Team", "South");
    expect(clients()).toEqual(["Ash"]);
    await pane.click(pane.button("Clear filters"));
    expect(clients()).toHaveLength(3);
  });

  test("tells share, status, class, quadrant and silence of each", () => {
    results();
    const [, , , elena] = pane.texts("li[data-client]");
    expect(elena.replace("≈ Borderline ", "")).toBe(
      "Елена и Ко 10.0% Key AZ 120 Quadrant “Opportunistic” Lost quiet for 6 months",
    );
  });

  test("is searched while one types", async () => {
    results();
    await pane.type("Find a client", "foods");
    expect(clients()).toEqual(["Harbour Foods"]);
    expect(pane.texts("[role=status]")).toEqual(["1 of 5 clients"]);
    await pane.type("Find a client", "nobody");
    expect(pane.text).toContain("No client fits.");
    await pane.click(pane.button("Clear filters"));
    expect(document.activeElement).toBe(pane.field("Find a client"));
    expect(clients()).toHaveLength(5);
  });

  test("is filtered by toggles that say how many there are", async () => {
    results();
    await pane.click(pane.button("Mono-client · 1"));
    expect(clients()).toEqual(["Cardinal Mills"]);
    expect(pane.button("Mono-client · 1").getAttribute("aria-pressed")).toBe("true");
    await pane.click(pane.button("Dependence · 1"));
    expect(clients()).toEqual(["Cardinal Mills", "Juniper Works"]);
  });

  test("is sorted by name", async () => {
    results();
    await pane.choose("Sort by", "Name");
    expect(clients()[1]).toBe("Élan Café");
  });

  test("is one stop of the Tab key; arrows move inside", async () => {
    results();
    const rows = Array.from(pane.page.querySelectorAll<HTMLElement>("li[data-client] button"));
    expect(rows.map((row) => row.tabIndex)).toEqual([0, -1, -1, -1, -1]);
    rows[0].focus();
    await pane.press("ArrowDown");
    expect(document.activeElement).toBe(rows[1]);
    expect(rows.map((row) => row.tabIndex)).toEqual([-1, 0, -1, -1, -1]);
    await pane.press("End");
    expect(document.activeElement).toBe(rows[4]);
  });

  test("draws a few rows of many, and more when asked", async () => {
    results(manyClients(300));
    expect(clients()).toHaveLength(20);
    await pane.click(pane.button("Show 100 more of 280"));
    expect(clients()).toHaveLength(120);
    expect(document.activeElement).toBe(pane.page.querySelectorAll("li[data-client] button")[20]);
  });

  test("without periods and scores shows neither class of steadiness nor quadrant nor filters for them", () => {
    const rows = [
      ["Oak", 5],
      ["Elm", 3],
    ];
    results(classify(portfolioOf({ Sales: "amount" }, rows), defaultPolicy));
    expect(pane.texts("li[data-client]")[0]).toBe("Oak 62.5% Mono-client A 5");
    expect(pane.text).not.toContain("XYZ class");
    expect(pane.text).not.toContain("Quadrant");
    expect(pane.text).toContain("no periods in the list");
  });
});

describe("how safe the classes are", () => {
  test("stands in a client's card, with the least that flips its quadrant; borderline clients bear a quiet mark", async () => {
    results();
    for (let waited = 0; waited < 5000 && !pane.text.includes("≈"); waited += 50) {
      await act(() => new Promise((done) => setTimeout(done, 50)));
    }
    const marked = pane.texts("li[data-client]").filter((text) => text.includes("Borderline"));
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.length).toBeLessThan(5);
    await pane.click(pane.button(/^Cardinal Mills/));
    expect(pane.text).toContain("borderline: the status; other periods could have given another");
    expect(pane.text).toContain("What would flip the quadrantPotential: 8 → 5.5");
    expect(pane.text).not.toContain("seen three ways");
    await pane.click(pane.button(/^Juniper Works/));
    expect(pane.text).toContain("firm: other periods would have given the same");
  });
});

describe("what if clients leave", () => {
  function WhatIfAlone({ of = classification }: { of?: Classification }) {
    return <WhatIf classification={of} language="en" />;
  }

  test("compares the portfolio with and without the largest", async () => {
    pane = new Rendered(<WhatIfAlone />);
    await pane.click(pane.button("The largest"));
    expect(pane.text).toContain("1 client leaves: 50.0% of the total");
    expect(pane.texts("tbody tr")).toEqual([
      "Revenue1.2 K600",
      "Profit9242",
      "Clients54",
      "Key by share44",
      "Largest share50.0%48.0%",
      expect.stringMatching(/^Concentration \(HHI\)/),
      expect.stringMatching(/^Same as this many equal clients/),
    ]);
    expect(pane.text).toContain(
      "Cardinal Mills holds 50.0%. To bring it down to 20% without selling it less, the others must grow by 1.8 K (+300.0%).",
    );
  });

  test("finds clients by name, keeps and drops them", async () => {
    pane = new Rendered(<WhatIfAlone />);
    await pane.type("Client to try it with", "jun");
    await pane.click(pane.button("Add Juniper Works · 24.0%"));
    expect(pane.text).toContain("1 client leaves: 24.0% of the total");
    await pane.type("Client to try it with", "jun");
    expect(pane.text).toContain("No client of that name.");
    await pane.click(pane.button("Keep Juniper Works · 24.0%"));
    expect(pane.page.querySelector("table")).toBeNull();
  });

  test("takes fixed costs off the profit, and says when that makes a loss", async () => {
    pane = new Rendered(<WhatIfAlone />);
    await pane.click(pane.button("The largest"));
    await pane.type("Fixed costs that stay", "50");
    expect(pane.texts("tbody tr")[1]).toBe("Profit42−8");
    expect(pane.text).toContain("Then the company makes a loss of 8.");
    await pane.type("Fixed costs that stay", "many");
    expect(pane.problemOf("Fixed costs that stay")).toBe(
      "Enter an amount of 0 or more, or leave the field empty.",
    );
    expect(pane.texts("tbody tr")[1]).toBe("Profit9242");
  });

  test("takes a part of what they buy or pay, or the money later, and says what cannot be read", async () => {
    pane = new Rendered(<WhatIfAlone />);
    await pane.click(pane.button("The largest"));
    await pane.choose("What happens", "They buy less");
    expect(pane.text).toContain("1 client buys less: 50.0% of the total");
    await pane.type("How much less, %", "50");
    expect(pane.texts("tbody tr").slice(0, 3)).toEqual(["Revenue1.2 K900", "Profit9267", "Clients55"]);
    await pane.type("How much less, %", "150");
    expect(pane.problemOf("How much less, %")).toBe("Enter a number from 0 to 100.");
    expect(pane.page.querySelector("table")).toBeNull();
    await pane.choose("What happens", "They pay later");
    await pane.type("How many days later", "73");
    expect(pane.text).toContain("120 more would be out with these clients all the time, for 73 days longer.");
    expect(pane.text).toContain("What that costs is not known without an interest rate.");
    await pane.type("Interest on borrowed money, % a year", "10");
    expect(pane.texts("tbody tr")[1]).toBe("Profit9280");
    expect(pane.text).not.toContain("is not known");
  });

  test("tells the tier of the supplier that is lost, and what it costs, where costs are known", async () => {
    const rows = [
      ["Oak", 500, 400],
      ["Elm", 300, 250],
      ["Ash", 150, 140],
    ];
    const bought = classify(portfolioOf({ Sales: "amount", Cost: "cost" }, rows), defaultPolicy);
    pane = new Rendered(<WhatIfAlone of={bought} />);
    await pane.click(pane.button("The largest"));
    await pane.type("Supplier’s volume discounts", "300 = 2%; 600 = 5%");
    expect(pane.text).toContain("The supplier’s discount falls from 5% to 2%: 11.70 more");
    await pane.type("Supplier’s volume discounts", "600 = 2%; 300 = 5%");
    expect(pane.problemOf("Supplier’s volume discounts")).toContain("ascending order");
  });

  test("shares its choice with the list of clients", async () => {
    function Together() {
      const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
      const same = { classification, language: "en" as const, picked, onPick: setPicked };
      return (
        <>
          <Results {...same} onShow={show} />
          <WhatIf {...same} />
        </>
      );
    }
    pane = new Rendered(<Together />);
    await pane.click(pane.field("What if Harbour Foods leaves?"));
    expect(pane.text).toContain("1 client leaves: 10.0% of the total");
    await pane.click(pane.button("Start over"));
    expect((pane.field("What if Harbour Foods leaves?") as HTMLInputElement).checked).toBe(false);
  });
});
