import type { ClientFigure } from "../paint/page/figure";
import type { ClientColumns } from "./columns/client-columns";
import { above, atLeast, f, type Formula, meets } from "./formula";

/** The formula of a figure of one client; null where formulas do not reach it. "" where the report leaves its cell blank. */
export function clientFormula(client: number, figure: ClientFigure, columns: ClientColumns): Formula | null {
  const { ground } = columns;
  const { classification } = ground;
  const { portfolio, policy, base, secondOpinion } = classification;
  const line = ground.lineOf[client];
  const isProfitKnown = portfolio.profits !== null && !Number.isNaN(portfolio.profits[client]);
  switch (figure) {
    case "revenue":
      return f`${columns.revenue.cell(line)}`;
    case "revenueOfCosts":
      return f`${columns.revenueOfCosts.cell(line)}`;
    case "profit":
      return isProfitKnown ? f`${columns.profit.cell(line)}` : null;
    case "amount":
      return f`${columns.base.cell(line)}`;
    case "share":
      return f`${columns.base.cell(line)}/${columns.total}`;
    case "cumulative":
      return f`${columns.cumulative.cell(line)}`;
    case "status":
      return f`${columns.status.cell(line)}`;
    case "gapAmount":
    case "gapGrowth": {
      const limit = policy.ladder.dependence?.value;
      if (limit === undefined) return null;
      const [own, total] = [columns.base.cell(line), columns.total];
      const gap = f`${own}/${limit}-${total}`;
      const isAbove = f`AND(${total}-${own}>0,${above(columns.share.cell(line), limit)})`;
      return f`IF(${isAbove},${figure === "gapAmount" ? gap : f`(${gap})/(${total}-${own})`},"")`;
    }
    case "toNextLimit":
      return nextLimit(line, columns);
    case "abc":
      return columns.knowsAbc ? f`${columns.byBase.abc().cell(line)}` : null;
    case "class":
      if (!columns.knowsAbc || !columns.window) return null;
      return f`${columns.byBase.abc().cell(line)}&${columns.xyz.cell(line)}`;
    case "xyz":
      return columns.window && f`${columns.xyz.cell(line)}`;
    case "variation":
      return columns.window && f`${columns.variation.cell(line)}`;
    case "otherAmount":
      if (base === "revenue") return isProfitKnown ? f`${columns.profit.cell(line)}` : null;
      return f`${columns.revenue.cell(line)}`;
    case "otherShare": {
      const other = columns.byOther;
      return other && f`${other.share().cell(other.lineOf[client])}`;
    }
    case "otherAbc": {
      const other = columns.knowsAbc ? columns.byOther : null;
      return other && f`${other.abc().cell(other.lineOf[client])}`;
    }
    case "abcByRevenue":
      return clientFormula(client, base === "revenue" || !secondOpinion ? "abc" : "otherAbc", columns);
    case "abcByProfit":
      if (!isProfitKnown || (base === "revenue" && !secondOpinion)) return null;
      return clientFormula(client, base === "profit" ? "abc" : "otherAbc", columns);
    case "attractiveness":
    case "loyalty":
      return classification.derivedScores ? null : f`${columns.scores(figure).cell(line)}`;
    case "quadrant":
      return classification.derivedScores ? null : f`${columns.quadrant.cell(line)}`;
    case "revenueShare":
      return f`${columns.revenue.cell(line)}/${columns.revenueTotal}`;
    case "revenueLeft":
      return f`${columns.revenueTotal}-${columns.revenue.cell(line)}`;
    case "profitLeft":
      return isProfitKnown ? profitLeft(client, columns) : null;
    case "opening":
    case "closing":
      return columns.bridge && f`${columns.moneyIn(figure).cell(line)}`;
    case "change":
      return columns.bridge && f`${columns.change.cell(line)}`;
    case "changePart": {
      if (!columns.bridge) return null;
      const opening = columns.moneyIn("opening").cell(line);
      return f`IF(${opening}>0,${columns.change.cell(line)}/${opening},"")`;
    }
    case "kind":
      return columns.bridge && f`${columns.kind.cell(line)}`;
    case "silence":
    case "atRisk":
      return activityFormula(client, figure, columns);
    default:
      return profitFormula(client, figure, columns, isProfitKnown);
  }
}

/** Profit without the client: less the fixed costs, and what a lower discount of the supplier costs (methods §7). */
function profitLeft(client: number, columns: ClientColumns): Formula {
  const { ground } = columns;
  const { fixedCosts, discounts } = ground.costs;
  const { costs } = ground.classification.portfolio;
  const line = ground.lineOf[client];
  const left = f`${columns.profitTotal}-${columns.profit.cell(line)}${fixedCosts > 0 ? f`-${fixedCosts}` : f``}`;
  if (discounts.length === 0 || !costs?.direct || Number.isNaN(costs.direct[client])) return left;
  const [all, own] = [f`SUM(${columns.directCost.all})`, columns.directCost.cell(line)];
  const rest = f`(${all}-${own})`;
  const discountOn = (purchases: Formula) =>
    discounts.reduce(
      (lower, { from, discount }) => f`IF(${atLeast(purchases, from)},${discount},${lower})`,
      f`0`,
    );
  return f`${left}-(${discountOn(all)}-${discountOn(rest)})*MAX(0,${rest})`;
}

/** The money to the next limit of share: others unchanged, T grows with the client (methods §13). */
function nextLimit(line: number, columns: ClientColumns): Formula {
  const { key, dependence, mono, by } = columns.ground.classification.policy.ladder;
  const [own, total, share] = [columns.base.cell(line), columns.total, columns.share.cell(line)];
  return [by === "share" ? key : null, dependence, mono]
    .filter((limit) => limit !== null)
    .reduceRight(
      (otherwise, { value, inclusive }) => {
        const more = value < 1 ? f`(${value}*${total}-${own})/${Number((1 - value).toPrecision(15))}` : f`""`;
        return f`IF(${meets(share, value, inclusive)},${otherwise},${more})`;
      },
      f`""`,
    );
}

function activityFormula(
  client: number,
  figure: "silence" | "atRisk",
  columns: ClientColumns,
): Formula | null {
  const { ground } = columns;
  const { activity } = ground.classification;
  const span = ground.spanOf(ground.read.whole);
  if (!activity || !span) return null;
  const last = columns.lastPurchase(span).cell(ground.lineOf[client]);
  if (figure === "silence") return f`IF(${last}=0,"",${columns.periodsSpanned}-${last})`;
  // What was expected of the declining is out of reach: it goes by all the others.
  if (!["lost", "atRisk"].includes(activity.statuses[client])) return null;
  const own = ground.periodsOf(client, span);
  const place = columns.placesOf(own);
  return f`SUMPRODUCT((${place}<${last})*(${place}>=${last}-${columns.periodsOfYear})*${own})`;
}

function profitFormula(
  client: number,
  figure: ClientFigure,
  columns: ClientColumns,
  isProfitKnown: boolean,
): Formula | null {
  const { ground } = columns;
  const { costs } = ground.classification.portfolio;
  const line = ground.lineOf[client];
  switch (figure) {
    case "directCost":
      return costs?.direct && !Number.isNaN(costs.direct[client])
        ? f`${columns.directCost.cell(line)}`
        : null;
    case "costToServe":
      return costs?.toServe ? f`${columns.costToServe.cell(line)}` : null;
    case "margin": {
      if (!isProfitKnown) return null;
      const revenue = columns.revenueOfCosts.cell(line);
      return f`IF(${revenue}>0,${columns.profit.cell(line)}/${revenue},"")`;
    }
    case "cumulativeProfit": {
      const ranked = isProfitKnown ? columns.byProfit : null;
      if (!ranked) return null;
      const sum = f`SUM(${columns.profit.all})`;
      return f`IF(${sum}>0,${ranked.running().cell(ranked.lineOf[client])}/${sum},"")`;
    }
    default:
      return null;
  }
}
