import type { Language } from "../../../src/locales";
import { type Role, classify, defaultPolicy, parseMapping, readPortfolio } from "../../../src/portfolio";
import { actionTexts } from "../../../src/workbook/columns/results/action-text";
import { resultsOf } from "../../../src/workbook/columns/results/result-texts";
import { type Cell, listOf, mappingOf } from "../../portfolio/lists";

const months = Array.from(
  { length: 24 },
  (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
);
const bought = (amount: number, from: number, to: number, step = 1): number[] =>
  months.map((_, i) => (i >= from && i < to && (i - from) % step === 0 ? amount : 0));

const rows: Cell[][] = [
  ["Client", "Cost", "Last contact", "Partner", ...months],
  ["Silent", 1, null, null, ...bought(2_000, 0, 20, 2)],
  ["Gone", 1, null, null, ...bought(6_000, 0, 8)],
  ["Gone too", 1, null, null, ...bought(1, 0, 8)],
  ["Costly", 90_000, null, null, ...bought(3_000, 0, 24)],
  ["Fading", 1, null, null, ...bought(9_000, 0, 21).map((amount, i) => (i >= 21 ? 1_000 : amount))],
  ["Waiting", 1, "2025-01-02", "yes", ...bought(9_000, 0, 24)],
  ["Steady", 1, null, null, ...bought(9_000, 0, 24)],
  ["Second", 1, null, null, ...bought(9_000, 0, 24)],
  ["Third", 1, null, null, ...bought(9_000, 0, 24)],
];

const roles: Readonly<Record<string, Role>> = {
  Client: "client",
  Cost: "cost",
  "Last contact": "lastContact",
  Partner: "partner",
};

function classified({ pins = [], body = rows }: { pins?: readonly object[]; body?: Cell[][] } = {}) {
  const periods = Object.fromEntries(months.map((month): [string, Role] => [month, "period"]));
  const mapping = parseMapping({ ...mappingOf({ ...roles, ...periods }), choices: { pins } });
  return classify(readPortfolio(listOf(body), mapping, defaultPolicy, "2025-01-31"), defaultPolicy);
}

const texts = (language: Language) =>
  actionTexts(classified(), language).map((text) => text.replaceAll("\u00a0", " "));

test("the action names the fact that it follows from", () => {
  expect(texts("en")).toEqual([
    "Call: quiet for 5 months, usually buys every 2 months; 12 K a year",
    "Win back: quiet for 16 months, usually bought every month; 48 K a year",
    "Nothing to do",
    "Price or service first: loses 18 K on 72 K of revenue",
    "Ask why: bought for 3 K in the last 3 months, 26.5 K was to be expected",
    "Get in touch: the contact was due on January 12, 2025",
    "Protect: annual contract, service guarantees; brings 216 K, varies by 0%",
    "Protect: annual contract, service guarantees; brings 216 K, varies by 0%",
    "Protect: annual contract, service guarantees; brings 216 K, varies by 0%",
  ]);
});

test("a client that brings too much is secured while the others grow", () => {
  const few = classified({ body: [rows[0], ...rows.slice(4, 8)] });
  expect(actionTexts(few, "en")[3]).toBe(
    "Secure it and grow the others: it brings 31.0%; the others would have to grow by 80%",
  );
  expect(actionTexts(few, "ru")[3].replaceAll("\u00a0", " ")).toBe(
    "Беречь и растить остальных: даёт 31,0 %; остальным надо вырасти на 80 %",
  );
});

test("and so in Russian", () => {
  expect(texts("ru").slice(0, 6)).toEqual([
    "Позвонить: молчит 5 месяцев, обычно покупает раз в 2 месяца; 12 тыс. в год",
    "Вернуть: молчит 16 месяцев, обычно покупал раз в месяц; 48 тыс. в год",
    "Ничего не делать",
    "Сначала цена или условия: убыток 18 тыс. при выручке 72 тыс.",
    "Выяснить причину: купил на 3 тыс. за последние 3 месяца, ожидалось 26,5 тыс.",
    "Связаться: срок контакта был 12 января 2025 г.",
  ]);
});

test("a column of activity, and one of pins once there are any", () => {
  expect(resultsOf("activity", classified(), "en")).toEqual([
    "At risk",
    "Lost",
    "Lost",
    "Active",
    "Declining",
    "Active",
    "Active",
    "Active",
    "Active",
  ]);
  expect(resultsOf("pinned", classified(), "en")).toBeNull();
  const pin = { client: "Steady", status: "key", reason: "opens the north", until: "2025-12-31" };
  expect(resultsOf("pinned", classified({ pins: [pin] }), "en")?.[6]).toBe(
    "Key: until December 31, 2025; opens the north",
  );
});
