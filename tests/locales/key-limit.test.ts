import { reportTextsOf } from "../../src/locales/report-texts";
import { defaultPolicy, keyLimitOf, type KeyLimit } from "../../src/portfolio";

const largest = { name: "Acorn", share: 0.07 };
const share: KeyLimit = { value: 0.1, inclusive: true };
const amount: KeyLimit = { amount: { value: 250_000, inclusive: true } };
const top: KeyLimit = { top: 20 };
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("the limit in force is the ladder's share, or what was chosen in its place", () => {
  const { ladder } = defaultPolicy;
  expect(keyLimitOf(ladder)).toEqual(ladder.key);
  expect(keyLimitOf({ ...ladder, by: top as { top: number } })).toEqual(top);
});

test("who is key is told by the rule that made them so, in English", () => {
  const { keyNone, keySome, ladder, tiles } = reportTextsOf.en.summary;
  const some = (key: KeyLimit) => plain(keySome(key, "revenue", [largest], 3));
  expect(some(share)).toBe("3 clients bring 10% or more of revenue: Acorn (7.0%), and 2 more.");
  expect(some(amount)).toBe("3 clients bring 250 K or more of revenue: Acorn (7.0%), and 2 more.");
  expect(some(top)).toBe("3 clients are key as the largest by revenue: Acorn (7.0%), and 2 more.");
  expect(plain(keyNone(amount, "profit", largest))).toContain("No client brings 250 K or more of profit");
  expect(plain(tiles.noKeyNote(amount, "revenue"))).toBe("nobody brings 250 K or more of revenue");
  const named = (key: KeyLimit) => plain(ladder("Own limits", key, null, null));
  expect([share, amount, top].map(named)).toEqual([
    "Own limits: key ≥ 10%",
    "Own limits: key ≥ 250 K",
    "Own limits: key the 20 largest",
  ]);
});

test("and in Russian", () => {
  const { keyNone, keySome, ladder, tiles } = reportTextsOf.ru.summary;
  const some = (key: KeyLimit) => plain(keySome(key, "revenue", [largest], 3));
  expect(some(share)).toBe("10 % и больше выручки дают 3 клиента: Acorn (7,0 %) и ещё 2.");
  expect(some(amount)).toBe("250 тыс. и больше выручки дают 3 клиента: Acorn (7,0 %) и ещё 2.");
  expect(some(top)).toBe("Ключевые как крупнейшие по выручке — 3 клиента: Acorn (7,0 %) и ещё 2.");
  expect(plain(keyNone(amount, "revenue", largest))).toContain("Ни один клиент не даёт 250 тыс. выручки");
  expect(plain(tiles.noKeyNote(share, "revenue"))).toBe("никто не даёт 10 % выручки");
  expect(plain(ladder("Свои пороги", top, null, null))).toBe("Свои пороги: ключевой — 20 крупнейших");
});
