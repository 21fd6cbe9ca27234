import { type Limit, ladderPresets } from "../../analysis";
import { isNewer, isRecord, shown } from "../json-values";
import { resultColumns } from "../list/source-list";
import { isIsoDay } from "../periods/period";
import { type Cut, type KeyRule, type Policy, defaultPolicy, mostCards } from "./policy";
import { Problem } from "../problem";

const presets = [...Object.keys(ladderPresets), "own"] as readonly Policy["ladder"]["preset"][];

/**
 * A policy from JSON. A rule that it does not name holds as by default; nothing may be in it that is no rule, since a misspelt
 * one would silently be the default.
 *
 * @throws Problem newerVersion; badPolicy that names the path, what stands there and what is expected, in signs and not in words.
 */
export function parsePolicy(json: unknown): Policy {
  if (isNewer(json, 1)) throw new Problem({ kind: "newerVersion", what: "rules" });
  const root = record(json, "", Object.keys(defaultPolicy));
  if (root.version !== 1) refuse("version", root.version, "1");
  const named = <Rule extends keyof Policy>(rule: Rule, read: (json: unknown) => Policy[Rule]) =>
    root[rule] === undefined ? defaultPolicy[rule] : read(root[rule]);
  return {
    version: 1,
    ladder: named("ladder", ladder),
    base: named("base", (base) => oneOf(base, "base", ["revenue", "profit"])),
    joinGroups: named("joinGroups", (joinGroups) => truth(joinGroups, "joinGroups")),
    abc: named("abc", abc),
    xyz: named("xyz", xyz),
    kaism: named("kaism", kaism),
    activity: named("activity", activity),
    service: named("service", service),
    contacts: named("contacts", contacts),
    window: named("window", window),
    asOf: named("asOf", (asOf) => (asOf === null ? null : day(asOf, "asOf", "2024-12-31 | null"))),
    columns: named("columns", columns),
    preparedBy: named("preparedBy", preparedBy),
    proof: named("proof", proof),
    cards: named("cards", cards),
    formulaFormats: named("formulaFormats", (formats) => truth(formats, "formulaFormats")),
  };
}

function ladder(json: unknown): Policy["ladder"] {
  const found = record(json, "ladder", ["preset", "key", "dependence", "mono", "by"]);
  const preset = oneOf(found.preset, "ladder.preset", presets);
  const key = limit(found.key, "ladder.key");
  const dependence =
    found.dependence === null ? null : limit(found.dependence, "ladder.dependence", key.value);
  const floor = dependence?.value ?? key.value;
  const mono = found.mono === null ? null : limit(found.mono, "ladder.mono", floor);
  if (preset !== "own") {
    const published = ladderPresets[preset];
    const limits = { key, dependence, mono };
    for (const rung of ["key", "dependence", "mono"] as const) {
      if (sameLimit(limits[rung], published[rung])) continue;
      refuse(`ladder.${rung}`, limits[rung], `${shown(published[rung])} | preset = "own"`);
    }
  }
  const by = found.by === undefined ? "share" : keyRule(found.by);
  if (preset !== "own" && by !== "share") refuse("ladder.by", by, '"share" | preset = "own"');
  return { preset, key, dependence, mono, by };
}

function keyRule(json: unknown): KeyRule {
  if (json === "share") return json;
  if (!isRecord(json)) refuse("ladder.by", json, '"share" | { amount } | { top }');
  if ("top" in json) {
    const { top } = record(json, "ladder.by", ["top"]);
    return { top: number(top, "ladder.by.top", "1, 2, 3 …", (x) => x >= 1 && Number.isInteger(x)) };
  }
  const found = record(json, "ladder.by", ["amount"]);
  const amount = record(found.amount, "ladder.by.amount", ["value", "inclusive"]);
  return {
    amount: {
      value: number(amount.value, "ladder.by.amount.value", "x > 0", (x) => x > 0),
      inclusive: truth(amount.inclusive, "ladder.by.amount.inclusive"),
    },
  };
}

function activity(json: unknown): Policy["activity"] {
  const found = record(json, "activity", ["declineBelow"]);
  const declineBelow = number(
    found.declineBelow,
    "activity.declineBelow",
    "0 < x ≤ 1",
    (x) => x > 0 && x <= 1,
  );
  return { declineBelow };
}

function service(json: unknown): Policy["service"] {
  const { hourlyRate } = record(json, "service", ["hourlyRate"]);
  if (hourlyRate === null) return { hourlyRate };
  return { hourlyRate: number(hourlyRate, "service.hourlyRate", "x > 0 | null", (x) => x > 0) };
}

function contacts(json: unknown): Policy["contacts"] {
  const found = record(json, "contacts", ["A", "B", "C"]);
  const rhythm = (name: "A" | "B" | "C") => {
    const days = record(found[name], `contacts.${name}`, ["positive", "negative"]);
    const after = (result: "positive" | "negative") =>
      number(days[result], `contacts.${name}.${result}`, "1, 2, 3 …", (x) => x >= 1 && Number.isInteger(x));
    return { positive: after("positive"), negative: after("negative") };
  };
  return { A: rhythm("A"), B: rhythm("B"), C: rhythm("C") };
}

function limit(json: unknown, path: string, lowest = 0): Limit {
  const found = record(json, path, ["value", "inclusive"]);
  const expected = lowest === 0 ? "0 < x ≤ 1" : `${lowest} ≤ x ≤ 1`;
  const value = number(found.value, `${path}.value`, expected, (x) => x > 0 && x >= lowest && x <= 1);
  return { value, inclusive: truth(found.inclusive, `${path}.inclusive`) };
}

function sameLimit(a: Limit | null, b: Limit | null): boolean {
  return a === null || b === null ? a === b : a.value === b.value && a.inclusive === b.inclusive;
}

function abc(json: unknown): Policy["abc"] {
  const found = record(json, "abc", ["aLimit", "bLimit", "crossing", "limits"]);
  const aLimit = number(found.aLimit, "abc.aLimit", "0 < x ≤ 1", (x) => x > 0 && x <= 1);
  const bLimit = number(found.bLimit, "abc.bLimit", `${aLimit} ≤ x ≤ 1`, (x) => x >= aLimit && x <= 1);
  return {
    aLimit,
    bLimit,
    crossing: oneOf(found.crossing, "abc.crossing", ["up", "down"]),
    limits: found.limits === undefined ? "given" : oneOf(found.limits, "abc.limits", ["given", "computed"]),
  };
}

function xyz(json: unknown): Policy["xyz"] {
  const found = record(json, "xyz", ["method", "variation", "frequency", "leadingZeros", "step"]);
  const variation = record(found.variation, "xyz.variation", ["xLimit", "yLimit", "deviation"]);
  const frequency = record(found.frequency, "xyz.frequency", ["xLimit", "yLimit"]);
  const least = number(variation.xLimit, "xyz.variation.xLimit", "x > 0", (x) => x > 0);
  const often = number(frequency.xLimit, "xyz.frequency.xLimit", "0 < x ≤ 1", (x) => x > 0 && x <= 1);
  return {
    method: oneOf(found.method, "xyz.method", ["variation", "frequency"]),
    variation: {
      xLimit: least,
      yLimit: number(variation.yLimit, "xyz.variation.yLimit", `x ≥ ${least}`, (x) => x >= least),
      deviation: oneOf(variation.deviation, "xyz.variation.deviation", ["population", "sample"]),
    },
    frequency: {
      xLimit: often,
      yLimit: number(
        frequency.yLimit,
        "xyz.frequency.yLimit",
        `0 < x ≤ ${often}`,
        (x) => x > 0 && x <= often,
      ),
    },
    leadingZeros: oneOf(found.leadingZeros, "xyz.leadingZeros", ["skip", "count"]),
    step: oneOf(found.step, "xyz.step", ["period", "quarter"]),
  };
}

function kaism(json: unknown): Policy["kaism"] {
  const found = record(json, "kaism", ["scale", "attractivenessCut", "loyaltyCut", "weights", "derived"]);
  const scale = record(found.scale, "kaism.scale", ["lowest", "highest"]);
  const lowest = number(scale.lowest, "kaism.scale.lowest", "x ≥ 0", (x) => x >= 0);
  const highest = number(scale.highest, "kaism.scale.highest", `x > ${lowest}`, (x) => x > lowest);
  if (!isRecord(found.weights)) refuse("kaism.weights", found.weights, "{ … }");
  const weights = Object.entries(found.weights).map(([header, weight]) => [
    header,
    number(weight, `kaism.weights[${JSON.stringify(header)}]`, "x ≥ 0", (x) => x >= 0),
  ]);
  return {
    scale: { lowest, highest },
    attractivenessCut: cut(found.attractivenessCut, "kaism.attractivenessCut"),
    loyaltyCut: cut(found.loyaltyCut, "kaism.loyaltyCut"),
    weights: Object.fromEntries(weights),
    derived: found.derived === undefined ? false : truth(found.derived, "kaism.derived"),
  };
}

function cut(json: unknown, path: string): Cut {
  if (json === "middle" || json === "mean" || json === "median") return json;
  return number(json, path, '"middle" | "mean" | "median" | x > 0', (x) => x > 0);
}

function window(json: unknown): Policy["window"] {
  if (json === "complete") return json;
  if (!isRecord(json)) refuse("window", json, '"complete" | { last } | { from, to }');
  if ("last" in json) {
    const { last } = record(json, "window", ["last"]);
    return { last: number(last, "window.last", "1, 2, 3 …", (x) => x >= 1 && Number.isInteger(x)) };
  }
  const found = record(json, "window", ["from", "to"]);
  const from = day(found.from, "window.from", "2024-01-01");
  const to = day(found.to, "window.to", "2024-12-31");
  if (to < from) refuse("window.to", to, `≥ ${from}`);
  return { from, to };
}

function columns(json: unknown): Policy["columns"] {
  if (!Array.isArray(json)) refuse("columns", json, "[ … ]");
  return json.map((name: unknown, i) => {
    const column = oneOf(name, `columns[${i}]`, resultColumns);
    if (json.indexOf(name) < i) refuse(`columns[${i}]`, name, `≠ columns[${json.indexOf(name)}]`);
    return column;
  });
}

/** Letters of the longest name that Summary has room for. */
export const longestPreparedBy = 100;

function preparedBy(json: unknown): Policy["preparedBy"] {
  if (json === null) return null;
  const isName =
    typeof json === "string" &&
    json.trim() !== "" &&
    json.length <= longestPreparedBy &&
    !/\p{Cc}/u.test(json);
  return isName ? json.trim() : refuse("preparedBy", json, `"…" (1 … ${longestPreparedBy}) | null`);
}

function proof(json: unknown): Policy["proof"] {
  if (json === null) return null;
  return typeof json === "boolean" ? json : refuse("proof", json, "true | false | null");
}

function cards(json: unknown): Policy["cards"] {
  const holds = (x: number) => x >= 0 && x <= mostCards && Number.isInteger(x);
  return number(json, "cards", `0, 1, 2 … ${mostCards}`, holds);
}

/** An object of nothing but these keys; what is missing is for the reader of each to refuse. */
function record(json: unknown, path: string, known: readonly string[]): Record<string, unknown> {
  if (!isRecord(json)) refuse(path, json, `{ ${known.join(", ")} }`);
  const inside = (key: string) => (path === "" ? key : `${path}.${key}`);
  for (const key of Object.keys(json)) {
    if (!known.includes(key)) refuse(inside(key), json[key], known.join(" | "));
  }
  return json;
}

function number(json: unknown, path: string, expected: string, holds: (x: number) => boolean): number {
  if (typeof json !== "number" || !Number.isFinite(json) || !holds(json)) refuse(path, json, expected);
  return json;
}

function oneOf<T extends string>(json: unknown, path: string, choices: readonly T[]): T {
  const choice = choices.find((known) => known === json);
  return choice ?? refuse(path, json, choices.map((known) => JSON.stringify(known)).join(" | "));
}

function truth(json: unknown, path: string): boolean {
  return typeof json === "boolean" ? json : refuse(path, json, "true | false");
}

function day(json: unknown, path: string, expected: string): string {
  return typeof json === "string" && isIsoDay(json) ? json : refuse(path, json, expected);
}

function refuse(path: string, found: unknown, expected: string): never {
  throw new Problem({ kind: "badPolicy", path, found: shown(found), expected });
}
