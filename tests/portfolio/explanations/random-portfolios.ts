import {
  type Classification,
  type Mapping,
  type Policy,
  type Role,
  Problem,
  classify,
  defaultPolicy,
  policyForPreset,
  presetNames,
  readPortfolio,
} from "../../../src/portfolio";
import type { Draws } from "../../draws";
import { type Cell, listOf } from "../lists";

/** Headers of periods in order of time: months or quarters from 2021 on, or years. */
function periodNames(draws: Draws, count: number): string[] {
  const unit = draws.pick(["month", "month", "month", "month", "quarter", "year"]);
  return Array.from({ length: count }, (_, i) => {
    if (unit === "year") return String(2025 - count + i);
    if (unit === "quarter") {
      const at = 4 * 2025 - count + i;
      return `Q${(at % 4) + 1} ${Math.floor(at / 4)}`;
    }
    const at = 12 * 2025 - count + i;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}

/** A client's months: steady, seasonal, rare, gone quiet, or young. */
function historyOf(draws: Draws, count: number): number[] {
  const size = draws.pick([50, 900, 12_000, 250_000]);
  const kind = draws.pick(["steady", "seasonal", "rare", "quiet", "young", "falling", "none"]);
  const from = kind === "young" ? draws.integer(0, count) : 0;
  const until = kind === "quiet" ? draws.integer(0, count) : count;
  return Array.from({ length: count }, (_, i) => {
    if (kind === "none" || i < from || i >= until) return 0;
    if (kind === "rare" && !draws.chance(0.3)) return 0;
    if (draws.chance(0.02)) return -draws.integer(1, size);
    const season = kind === "seasonal" ? 1 + 0.7 * Math.sin((i * Math.PI) / 6) : 1;
    const trend = kind === "falling" && i > count - 5 ? 0.2 : 1;
    return Math.round(size * season * trend * (0.8 + 0.4 * draws.next()) * 100) / 100;
  });
}

/** Rules as a file of rules may have them. */
export function randomPolicy(draws: Draws): Policy {
  const preset = policyForPreset(draws.pick(presetNames));
  const ladder = { ...preset.ladder };
  if (draws.chance(0.15))
    ladder.by = { amount: { value: draws.integer(500, 500_000), inclusive: draws.chance(0.5) } };
  else if (draws.chance(0.15)) ladder.by = { top: draws.integer(1, 8) };
  if (ladder.by !== "share") ladder.preset = "own";
  const aLimit = draws.pick([0.8, 0.8, 0.7, 0.5]);
  const cut = () => draws.pick(["middle", "middle", "mean", "median", 4, 6.5] as const);
  return {
    ...defaultPolicy,
    ladder,
    base: draws.pick(["revenue", "revenue", "profit"]),
    joinGroups: draws.chance(0.7),
    abc: {
      aLimit,
      bLimit: draws.pick([0.95, 0.9, aLimit]),
      crossing: draws.pick(["up", "up", "down"]),
      limits: draws.pick(["given", "given", "given", "computed"]),
    },
    xyz: {
      ...defaultPolicy.xyz,
      method: draws.pick(["variation", "variation", "frequency"]),
      variation: {
        xLimit: draws.pick([0.1, 0.5]),
        yLimit: draws.pick([0.5, 1]),
        deviation: draws.pick(["population", "sample"]),
      },
      leadingZeros: draws.pick(["skip", "skip", "count"]),
      step: draws.pick(["period", "period", "quarter"]),
    },
    kaism: {
      ...defaultPolicy.kaism,
      attractivenessCut: cut(),
      loyaltyCut: cut(),
      weights: draws.chance(0.4) ? { Growth: draws.integer(0, 5), Size: draws.integer(1, 9) } : {},
      derived: draws.chance(0.5),
    },
    window: draws.pick(["complete", "complete", { last: 12 }]) as Policy["window"],
    columns: defaultPolicy.columns,
  };
}

const attributes: readonly { header: string; role: Role; cell: (draws: Draws) => Cell }[] = [
  { header: "Manager", role: "manager", cell: (draws) => draws.pick(["Ann", "Bob", "Eve", null]) },
  { header: "Branch", role: "department", cell: (draws) => draws.pick(["North", "South"]) },
  { header: "Cost", role: "cost", cell: (draws) => (draws.chance(0.9) ? draws.integer(0, 400_000) : null) },
  {
    header: "Delivery",
    role: "costToServe",
    cell: (draws) => (draws.chance(0.7) ? draws.integer(0, 9_000) : null),
  },
  {
    header: "Wallet",
    role: "potential",
    cell: (draws) => (draws.chance(0.6) ? draws.integer(100, 9_000_000) : null),
  },
  {
    header: "Size",
    role: "attractiveness",
    cell: (draws) => (draws.chance(0.8) ? draws.integer(1, 10) : null),
  },
  {
    header: "Growth",
    role: "attractiveness",
    cell: (draws) => (draws.chance(0.8) ? draws.integer(1, 10) : null),
  },
  { header: "Price", role: "loyalty", cell: (draws) => (draws.chance(0.8) ? draws.integer(1, 10) : null) },
  { header: "Famous", role: "wellKnown", cell: (draws) => (draws.chance(0.2) ? "yes" : null) },
  { header: "Partner", role: "partner", cell: (draws) => (draws.chance(0.2) ? "yes" : null) },
  { header: "Demanding", role: "demanding", cell: (draws) => (draws.chance(0.2) ? "yes" : null) },
  {
    header: "Last contact",
    role: "lastContact",
    cell: (draws) => (draws.chance(0.8) ? draws.integer(45_500, 45_700) : null),
  },
  { header: "Result", role: "contactResult", cell: (draws) => draws.pick(["positive", "negative", null]) },
];

/** A list with whatever the rules can be about, by rules drawn too; null where it has no shares. */
export function randomClassification(draws: Draws): Classification | null {
  const clients = draws.pick([3, 8, 20, 45]);
  const periods = periodNames(draws, draws.pick([2, 5, 9, 14, 26, 30]));
  const columns = attributes.filter(() => draws.chance(0.6));
  const withAmount = draws.chance(0.2);
  const profitColumn = draws.chance(0.2);
  const kept = columns.filter(({ role }) => !(profitColumn && (role === "cost" || role === "costToServe")));
  const headers = [
    "Client",
    ...kept.map(({ header }) => header),
    ...(withAmount ? ["Sales"] : []),
    ...(profitColumn ? ["Profit"] : []),
    ...periods,
  ];
  const body = Array.from({ length: draws.integer(clients, clients + 6) }, (): Cell[] => {
    const history = historyOf(draws, periods.length);
    const sum = history.reduce((all, amount) => all + amount, 0);
    const name = draws.chance(0.04) ? null : `Client ${draws.integer(1, clients)}`;
    return [
      name,
      ...kept.map(({ cell }) => cell(draws)),
      ...(withAmount ? [Math.round(sum * 100) / 100] : []),
      ...(profitColumn ? [draws.chance(0.9) ? draws.integer(-2_000, 90_000) : null] : []),
      ...history.map((amount) => (amount === 0 && draws.chance(0.5) ? null : amount)),
    ];
  });
  const roles: [string, Role][] = [
    ["Client", "client"],
    ...kept.map(({ header, role }) => [header, role] as [string, Role]),
    ...(withAmount ? ([["Sales", "amount"]] as [string, Role][]) : []),
    ...(profitColumn ? ([["Profit", "profit"]] as [string, Role][]) : []),
    ...periods.map((header) => [header, "period"] as [string, Role]),
  ];
  const mapping: Mapping = {
    version: 1,
    columns: roles.map(([header, role]) => ({ header, role })),
    ...(draws.chance(0.3) && {
      choices: { pins: [{ client: "Client 1", status: "key", reason: "Asked for", until: null }] },
    }),
  };
  const policy = randomPolicy(draws);
  try {
    return classify(readPortfolio(listOf([headers, ...body]), mapping, policy, "2025-02-15"), policy);
  } catch (error) {
    // No shares, weights that are all 0, too few periods: nothing is classified, so nothing is explained.
    if (error instanceof Problem) return null;
    throw error;
  }
}
