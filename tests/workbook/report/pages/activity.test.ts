import { figuresOf } from "../../../../src/portfolio";
import { reportTextsOf } from "../../../../src/locales/report-texts";
import { activitySheet } from "../../../../src/workbook/report/pages/activity/activity";
import { subjectOf } from "../../../../src/workbook/report/pages/subject";
import type { Cell } from "../../../workbook-records";
import { classified, today } from "../classified";

const months = Array.from(
  { length: 24 },
  (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
);
const buys = (amount: number, from: number, until: number, every = 1) =>
  months.map((_, month) => (month >= from && month < until && (month - from) % every === 0 ? amount : 0));

const rows: Cell[][] = [
  ["Client", "Manager", "Last contact", ...months, "Reason for leaving"],
  ["Steady", "Reed", "2026-01-10", ...buys(900, 0, 24), null],
  ["Second", "Reed", "2025-11-03", ...buys(800, 0, 24), null],
  ["Third", "Park", null, ...buys(700, 0, 24), null],
  ["Fourth", "Park", null, ...buys(650, 0, 24), null],
  ["Fifth", "Park", null, ...buys(640, 3, 24, 4), null],
  ["Sixth", "Park", null, ...buys(630, 3, 24, 4), null],
  ["Gone in May", "Reed", null, ...buys(500, 0, 17), "a lower price"],
  ["Gone in June", "Park", null, ...buys(400, 0, 18), null],
  ["Quiet", "Reed", null, ...buys(300, 0, 22), null],
  ["Fading", "Park", null, ...buys(600, 0, 21).map((amount, month) => (month > 20 ? 60 : amount)), null],
  ["Back", "Reed", null, ...buys(200, 0, 10).map((amount, month) => (month === 23 ? 200 : amount)), null],
  ["New", "Park", null, ...buys(100, 22, 24), null],
  ["Every third", "Reed", null, ...buys(90, 0, 24, 3), null],
];

const classification = classified(rows);

const pageOf = (language: "en" | "ru") => {
  const { page } = activitySheet(subjectOf(classification, language, today))!;
  const texts = page.cells.map((row) =>
    row.map((cell) => (typeof cell === "string" ? cell.replaceAll("\u00a0", " ") : (cell ?? null))),
  );
  /** Rows under a section's title, up to the next one. */
  const section = (title: string) => {
    const from = texts.findIndex((row) => row.includes(title));
    expect([title, from]).not.toEqual([title, -1]);
    const rest = texts.slice(from + 1);
    const sections = new Set(Object.values(titlesOf(language)));
    const to = rest.findIndex((row) => row.some((cell) => typeof cell === "string" && sections.has(cell)));
    return (to < 0 ? rest : rest.slice(0, to)).filter((row) =>
      row.some((cell) => cell !== null && cell !== ""),
    );
  };
  return {
    section,
    whole: texts
      .flat()
      .filter((cell) => typeof cell === "string")
      .join("\n"),
  };
};

const titlesOf = (language: "en" | "ru") => {
  const words = reportTextsOf[language].activitySheet;
  const { counts, expected, contacts, reasons, replay, list, groups, losses } = words;
  return { counts, expected, contacts, reasons, replay, list, losses: losses.title, ...groups };
};

const named = (section: readonly (readonly unknown[])[]) =>
  section.map((row) => row[1]).filter((cell) => classification.portfolio.clients.includes(String(cell)));

describe.each(["en", "ru"] as const)("the sheet Activity (%s)", (language) => {
  const { section } = pageOf(language);
  const titles = titlesOf(language);

  test("says whom to call, whom to ask and whom to win back, each with its last purchase", () => {
    expect(named(section(titles.atRisk))).toEqual(["Quiet"]);
    expect(named(section(titles.declining))).toEqual(["Fading"]);
    expect(named(section(titles.lost))).toEqual(["Gone in May", "Gone in June"]);
    const { periodName } = reportTextsOf[language];
    const [, may] = section(titles.lost)
      .filter((row) => row[1] === "Gone in May")[0]
      .slice(3, 5);
    expect(may).toBe(periodName("month", "2025-05-01"));
  });

  test("counts every client once", () => {
    const rowsOf = section(titles.counts).slice(1);
    expect(rowsOf.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(rows.length - 1);
  });

  test("tells the lost by period: how many, which part of the clients, how much money", () => {
    const lines = section(titles.losses).filter((row) => typeof row[3] === "number");
    expect(lines).toHaveLength(3);
    const { periodName } = reportTextsOf[language];
    const line = (month: string) =>
      lines.find((row) => row[1] === periodName("month", `${month}-01`))!.slice(2, 6);
    expect(line("2025-05")).toEqual([0, 1, 1 / 12, 6000]);
    expect(line("2025-06")).toEqual([0, 1, 1 / 11, 4800]);
    expect(line("2025-11")).toEqual([1, 0, 0, 0]);
  });

  test("shows warnings by silence, by decline, both, and the plain rule", () => {
    const { alarms } = reportTextsOf[language].activitySheet;
    const lines = section(titles.replay).map((row) => row[1]);
    expect(lines.filter((cell) => Object.values(alarms).includes(String(cell)))).toEqual([
      alarms.silence,
      alarms.decline,
      alarms.all,
      alarms.plainRule,
    ]);
  });

  test("lists who is to be expected soon, whose contact is due, and why clients left", () => {
    expect(named(section(titles.expected))).toContain("Every third");
    expect(named(section(titles.contacts))).toEqual(["Second"]);
    expect(section(titles.reasons).map((row) => row[1])).toEqual(expect.arrayContaining(["a lower price"]));
  });
});

test("the lost by period in words: their number, their part, their money", () => {
  expect(pageOf("en").whole).toContain(
    "2 clients that are lost bought for the last time in the last 12 months: 15.4% of all that were clients then, 10.8 K a year.",
  );
  expect(pageOf("ru").whole).toContain(
    "За последние 12 месяцев в последний раз купили 2 ушедших клиента: 15,4 % тех, кто тогда был клиентом, 10,8 тыс. в год.",
  );
});

test("the next purchase is a range where the client’s rhythm has one", () => {
  const uneven = classified([
    ["Client", ...months],
    ["Uneven", ...months.map((_, month) => ([0, 2, 4, 6, 11, 13, 18, 20].includes(month) ? 100 : 0))],
    ["Even", ...buys(50, 0, 24)],
  ]);
  const { page } = activitySheet(subjectOf(uneven, "en", today))!;
  const cells = page.cells.flat();
  // Intervals of 2, 2, 2, 5, 2, 5, 2 from September: the median is 2, nine in ten are at most 5.
  expect(cells).toContain("November 2025 (November 2025 – February 2026)");
  expect(cells).toContain("January 2026");
  const { activity } = figuresOf(uneven, { today, language: "en" }).clients[0];
  expect(activity).toMatchObject({ nextPurchase: 22, nextPurchaseFrom: 22, nextPurchaseTo: 25 });
});

test("JSON and sheet have the same figures by period", () => {
  const { comingsAndGoings } = figuresOf(classification, { today, language: "en" });
  expect(comingsAndGoings).toHaveLength(12);
  expect(comingsAndGoings![4]).toEqual({
    period: "2025-05",
    came: 0,
    lost: 1,
    lostRate: 1 / 12,
    lostAmount: 6000,
  });
});

test("nobody lost, no table of the lost", () => {
  const kept = classified(rows.filter(([name]) => !String(name).startsWith("Gone")));
  const { page } = activitySheet(subjectOf(kept, "en", today))!;
  expect(page.cells.flat()).not.toContain(titlesOf("en").losses);
});
