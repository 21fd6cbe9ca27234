import fc from "fast-check";
import {
  type Policy,
  Problem,
  defaultPolicy,
  parsePolicy,
  policyForPreset,
  presetNames,
} from "../../../src/portfolio";
import { problemOf } from "../lists";

/** The default policy as JSON with one value changed; `undefined` takes the key out. */
function changed(path: string, value: unknown): unknown {
  const json = JSON.parse(JSON.stringify(defaultPolicy)) as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop() as string;
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, json);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return json;
}

test("the default policy is the one of the methods", () => {
  expect(defaultPolicy.ladder).toEqual({
    preset: "delovaya-sreda-2023",
    key: { value: 0.1, inclusive: true },
    by: "share",
    dependence: { value: 0.2, inclusive: false },
    mono: { value: 0.5, inclusive: true },
  });
  expect(defaultPolicy).toMatchObject({
    base: "revenue",
    joinGroups: true,
    abc: { aLimit: 0.8, bLimit: 0.95, crossing: "up" },
    xyz: {
      method: "variation",
      variation: { xLimit: 0.1, yLimit: 0.25, deviation: "population" },
      leadingZeros: "skip",
    },
    kaism: { scale: { lowest: 1, highest: 10 }, attractivenessCut: "middle", loyaltyCut: "middle" },
    window: "complete",
    asOf: null,
  });
});

test("whose report it is: a name, or nobody; older files name nobody", () => {
  const nameOf = (value: unknown) => parsePolicy(changed("preparedBy", value)).preparedBy;
  expect(nameOf(" Vera Linden ")).toBe("Vera Linden");
  expect(nameOf(null)).toBeNull();
  expect(nameOf(undefined)).toBeNull();
  for (const wrong of ["", "  ", 7, "Vera\nLinden", "V".repeat(101)]) {
    expect(problemOf(() => nameOf(wrong))).toMatchObject({ kind: "badPolicy", path: "preparedBy" });
  }
});

describe("presets", () => {
  test.each(presetNames)("%s survives JSON", (name) => {
    const policy = policyForPreset(name);
    expect(policy.ladder.preset).toBe(name);
    expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  });

  test("bring their base and leave the other rules alone", () => {
    const own: Policy = { ...defaultPolicy, asOf: "2024-12-31", joinGroups: false };
    expect(policyForPreset("kolotilov-article", own)).toMatchObject({
      base: "profit",
      asOf: "2024-12-31",
      joinGroups: false,
    });
    expect(policyForPreset("kolotilov-2012", own)).toMatchObject({
      base: "revenue",
      ladder: { mono: { value: 1 } },
    });
  });

  test("ASC 280 knows no dependence and always joins groups", () => {
    const policy = policyForPreset("asc-280", { ...defaultPolicy, joinGroups: false });
    expect(policy).toMatchObject({ joinGroups: true, ladder: { dependence: null, mono: null } });
  });

  test("an unknown one is refused with the known ones", () => {
    for (const preset of ["kolotilov", "own", "toString"]) {
      expect(problemOf(() => policyForPreset(preset))).toEqual({
        kind: "unknownPreset",
        preset,
        presets: presetNames,
      });
    }
  });

  test("limits that are not the preset's may not carry its name", () => {
    const json = changed("ladder.key", { value: 0.15, inclusive: true });
    expect(problemOf(() => parsePolicy(json))).toMatchObject({ kind: "badPolicy", path: "ladder.key" });
    const own = {
      ...defaultPolicy,
      ladder: { ...defaultPolicy.ladder, preset: "own", key: { value: 0.15, inclusive: true } },
    };
    expect(parsePolicy(own)).toEqual(own);
  });
});

test.each([
  ["version", 0, "0"],
  ["ladder.key.value", "10%", '"10%"'],
  ["ladder.key.value", 0, "0"],
  ["ladder.key.value", 10, "10"],
  ["ladder.key.inclusive", 1, "1"],
  ["ladder.dependence.value", 0.05, "0.05"],
  ["ladder.mono.value", 0.15, "0.15"],
  ["base", "margin", '"margin"'],
  ["joinGroups", "yes", '"yes"'],
  ["abc.aLimit", -0.8, "-0.8"],
  ["abc.bLimit", 0.7, "0.7"],
  ["abc.bLimit", 1.2, "1.2"],
  ["abc.crossing", "left", '"left"'],
  ["xyz.method", "ADI", '"ADI"'],
  ["xyz.variation.xLimit", 0, "0"],
  ["xyz.variation.yLimit", 0.05, "0.05"],
  ["xyz.frequency.xLimit", 1.5, "1.5"],
  ["xyz.frequency.yLimit", 0.9, "0.9"],
  ["xyz.step", "month", '"month"'],
  ["kaism.scale.highest", 1, "1"],
  ["kaism.attractivenessCut", "middel", '"middel"'],
  ["kaism.loyaltyCut", 0, "0"],
  ["kaism.weights", [], "[]"],
  ["window", "all", '"all"'],
  ["window", { last: 0 }, "0"],
  ["window", { last: 1.5 }, "1.5"],
  ["window", { from: "2024-02-30", to: "2024-12-31" }, '"2024-02-30"'],
  ["window", { from: "2024-02-01", to: "2024-01-31" }, '"2024-01-31"'],
  ["asOf", "31.12.2024", '"31.12.2024"'],
  ["columns", "share", '"share"'],
  ["cards", 2001, "2001"],
  ["cards", 1.5, "1.5"],
  ["formulaFormats", 1, "1"],
  ["abc.alimit", 0.8, "0.8"],
  ["abc.aLimit", undefined, "–"],
  ["xyz.frequency", undefined, "–"],
  ["ladder.mono", undefined, "–"],
  ["window", { from: "2024-02-01" }, "–"],
  ["version", undefined, "–"],
])("%s = %j is refused by its path", (path, value, found) => {
  const detail = problemOf(() => parsePolicy(changed(path, value)));
  expect(detail).toMatchObject({ kind: "badPolicy", found });
  expect((detail as { path: string }).path).toMatch(path);
  expect((detail as { expected: string }).expected).not.toBe("");
});

test("a rule that is not named holds as by default, and a rule that there is not is refused", () => {
  expect(parsePolicy({ version: 1 })).toEqual(defaultPolicy);
  expect(parsePolicy({ version: 1, proof: true })).toEqual({ ...defaultPolicy, proof: true });
  expect(problemOf(() => parsePolicy({ version: 1, prof: true }))).toMatchObject({ path: "prof" });
  expect(problemOf(() => parsePolicy({ proof: true }))).toMatchObject({ path: "version", expected: "1" });
});

test("a negative weight is named by its criterion", () => {
  const detail = problemOf(() => parsePolicy(changed("kaism.weights", { Price: -1 })));
  expect(detail).toMatchObject({ path: 'kaism.weights["Price"]', found: "-1" });
});

test("a column twice is named", () => {
  const detail = problemOf(() => parsePolicy(changed("columns", ["share", "abc", "share"])));
  expect(detail).toMatchObject({ path: "columns[2]", found: '"share"' });
});

test("NaN and infinite limits never pass, and equal limits do", () => {
  for (const path of [
    "abc.aLimit",
    "xyz.variation.yLimit",
    "kaism.scale.highest",
    "ladder.key.value",
    "kaism.loyaltyCut",
  ]) {
    for (const value of [NaN, Infinity]) {
      expect(problemOf(() => parsePolicy(changed(path, value)))).toMatchObject({
        path,
        found: String(value),
      });
    }
  }
  expect(() => parsePolicy(changed("abc.bLimit", 0.8))).not.toThrow();
});

test("any JSON at all is either a whole policy or a named problem", () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom("abc", "ladder", "xyz", "kaism", "window", "columns", "asOf", "base"),
      (value, path) => {
        try {
          const policy = parsePolicy(changed(path, value));
          expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      },
    ),
  );
});
