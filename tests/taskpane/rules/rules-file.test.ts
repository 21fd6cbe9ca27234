import { Problem, defaultPolicy, policyForPreset } from "../../../src/portfolio";
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
  '{"version": 2, "ladder": {}}',
])("%j is no file of rules", (text) => {
  expect(rulesFrom(text)).toBe("notRules");
});

test("a value that cannot be used is a problem that names it", () => {
  const wrong = { ...defaultPolicy, abc: { ...defaultPolicy.abc, aLimit: 7 } };
  const found = rulesFrom(JSON.stringify(wrong));
  expect(found).toBeInstanceOf(Problem);
  expect((found as Problem).detail).toMatchObject({ kind: "badPolicy", path: "abc.aLimit", found: "7" });
});
