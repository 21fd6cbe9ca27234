import * as fc from "fast-check";
import { type Action, type ActionFacts, actionsFor } from "../../../src/portfolio";
import { classified, randomLists } from "./portfolios";

const facts: ActionFacts = {
  activity: "active",
  lost: false,
  lossReason: null,
  wholeAbc: "A",
  lossMaking: false,
  isKey: false,
  contactOverdue: false,
  status: "regular",
  quadrant: null,
  abc: "A",
  xyz: "X",
};
const actions = (some: Partial<ActionFacts>) => actionsFor({ ...facts, ...some });

describe("actionsFor(facts)", () => {
  it("wins a lost client back where it was A or B by its whole history, and says no more", () => {
    const all = {
      activity: "lost",
      lost: true,
      lossMaking: true,
      isKey: true,
      contactOverdue: true,
      status: "mono",
    } as const;
    expect(actions({ ...all, wholeAbc: "B" })).toEqual(["lost"]);
    expect(actions({ ...all, wholeAbc: "C" })).toEqual(["none"]);
  });

  it("wins back who left where too little is known of anybody's rhythm", () => {
    const all = { activity: "notEnoughHistory", lost: true, isKey: true, status: "key", xyz: "N" } as const;
    expect(actions(all)).toEqual(["lost"]);
    expect(actions({ ...all, wholeAbc: "C" })).toEqual(["none"]);
  });

  it("puts what is most urgent first", () => {
    const all = { lossMaking: true, isKey: true, contactOverdue: true, status: "dependence" } as const;
    expect(actions({ ...all, activity: "atRisk" })).toEqual([
      "atRisk",
      "lossMaking",
      "contact",
      "reduceDependence",
    ]);
    expect(actions({ ...all, activity: "declining" })).toEqual([
      "lossMaking",
      "contact",
      "reduceDependence",
      "declining",
    ]);
  });

  it("minds an overdue contact with key clients only", () => {
    expect(actions({ contactOverdue: true })).toEqual(["cell.AX"]);
    expect(actions({ contactOverdue: true, isKey: true })).toEqual(["contact", "cell.AX"]);
  });

  it("goes by the quadrant where people gave scores, else by the cell", () => {
    expect(actions({ quadrant: "development" })).toEqual(["quadrant.development"]);
    expect(actions({ activity: "declining", abc: "C", xyz: "N" })).toEqual(["declining", "cell.CN"]);
    expect(actions({ activity: null })).toEqual(["cell.AX"]);
  });
});

describe("the actions of random portfolios", () => {
  /** Advice that costs money or time for the sake of growth. */
  const invests = (action: Action) => action.startsWith("quadrant.") || action.startsWith("cell.");

  it("tell nobody to invest in a client that is lost, at risk or loss-making", () => {
    fc.assert(
      fc.property(randomLists(), fc.constantFrom([], ["Attractiveness", "Loyalty"]), (rows, without) => {
        const found = classified(rows, undefined, without);
        found?.actions.forEach((own, client) => {
          const status = found.activity!.statuses[client];
          const left = status === "notEnoughHistory" && found.movement?.kinds[client] === "lost";
          const silent = left || ["lost", "atRisk"].includes(status);
          const loss = found.portfolio.profits![client] <= 0 && found.portfolio.amounts[client] !== 0;
          if (silent || loss) expect([client, own.filter(invests)]).toEqual([client, []]);
          expect(own.length).toBeGreaterThan(0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("never go by scores that were derived from figures", () => {
    fc.assert(
      fc.property(randomLists(), (rows) => {
        const plain = classified(rows, undefined, ["Attractiveness", "Loyalty"]);
        if (!plain) return;
        const { policy } = plain;
        const derived = classified(rows, { ...policy, kaism: { ...policy.kaism, derived: true } }, [
          "Attractiveness",
          "Loyalty",
        ])!;
        expect(derived.derivedScores).toBe(true);
        expect(derived.actions).toEqual(plain.actions);
      }),
    );
  });
});
