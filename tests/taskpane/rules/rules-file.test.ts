import { Problem, defaultPolicy, policyForPreset, weightOf } from "../../../src/portfolio";
import { rulesFrom, rulesText } from "../../../src/taskpane/rules/rules-file";

test("rules come back from a file as they were saved", () => {
  const policy = { ...policyForPreset("kolotilov-article"), window: { last: 6 } };
  expect(rulesFrom(rulesText(policy))).toEqual(policy);
});

test.each([
  "",
  "no rules",
  "[1, 2]",
  "null",
  "{}",
  '{"name": "other program"}',
  '{"ladder": {}}',
  '{"version": 0, "ladder": {}}',
  '{"__proto__": {"version": 1, "ladder": {}}}',
  `{"version": 1, "ladder": "${"x".repeat(1_000_000)}"}`,
])("%# is no file of rules", (text) => {
  expect(rulesFrom(text)).toBe("notRules");
});

test("a value that cannot be used is a problem that names it", () => {
  const wrong = { ...defaultPolicy, abc: { ...defaultPolicy.abc, aLimit: 7 } };
  const found = rulesFrom(JSON.stringify(wrong));
  expect(found).toBeInstanceOf(Problem);
  expect((found as Problem).detail).toMatchObject({ kind: "badPolicy", path: "abc.aLimit", found: "7" });
});

test("rules of a later version are called what they are", () => {
  const found = rulesFrom(JSON.stringify({ ...defaultPolicy, version: 2, more: true }));
  expect((found as Problem).detail).toEqual({ kind: "newerVersion", what: "rules" });
});

test("a nest without end, and a key that every object has, are values that cannot be used", () => {
  for (const text of [
    `{"version": 1, "ladder": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    JSON.stringify(defaultPolicy).replace("{", '{"__proto__":{"admin":true},'),
  ]) {
    expect((rulesFrom(text) as Problem).detail.kind).toBe("badPolicy");
  }
});

test("weights of criteria called like members of every object come back as they are", () => {
  const weights = JSON.parse('{"__proto__": 2, "constructor": 3, "=1+1": 4}') as Record<string, number>;
  const policy = { ...defaultPolicy, kaism: { ...defaultPolicy.kaism, weights } };
  const found = rulesFrom(rulesText(policy)) as typeof policy;
  expect(Object.entries(found.kaism.weights)).toEqual(Object.entries(weights));
  expect(weightOf(found.kaism.weights, "__proto__")).toBe(2);
  expect(weightOf({}, "constructor")).toBe(1);
});
