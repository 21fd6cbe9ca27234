import { readWorkbook } from "../../../src/host/xlsx";
import { headlessProblem, readingText } from "../../../src/locales";
import { type Classification, Problem } from "../../../src/portfolio";
import { classifyAndReport, classifyRows } from "../../../src/workbook";
import { openWorkbook, rowsOf } from "../session";
import { fileOf, fold, type ReadingCase, readingCases } from "./case";

/** What a run on the workbook came to: classes, or the sentence it stopped with; and all that it says. */
type Outcome =
  { classification: Classification; said: string; again: string } | { classification: null; said: string };

async function run(reading: ReadingCase): Promise<Outcome> {
  const { lang: language, warns } = reading;
  const { record } = await readWorkbook(fileOf(reading));
  const displayLanguage = language === "ru" ? "ru-RU" : "en-US";
  const { host } = await openWorkbook(record, { language: displayLanguage });
  const request = { today: "2026-11-26", displayLanguage, language };
  try {
    const { classification } = await (warns ? classifyAndReport(request) : classifyRows(request));
    const said = [readingText(classification.portfolio, language)];
    const again = await classifyRows(request);
    if (warns) {
      const { sheets } = await host.toRecord();
      const summary = sheets.find(({ name }) => name === "Summary" || name === "Сводка");
      said.push(...rowsOf(summary!).map((row) => row.join(" ")));
    }
    return {
      classification,
      said: said.join("\n"),
      again: readingText(again.classification.portfolio, language),
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { classification: null, said: headlessProblem(error, language) };
  }
}

const byName = (clients: readonly string[], amounts: ArrayLike<number>): Record<string, number> =>
  Object.fromEntries(clients.map((name, i) => [fold(name), Math.round(amounts[i] * 100) / 100]));

const sumOf = (clients: Readonly<Record<string, number>>): number =>
  Object.values(clients).reduce((sum, amount) => sum + amount, 0);

/** The accepted lists of clients with the total of each. */
function accepted({ clients, clientsAnyOf = [], total, totalFixed }: ReadingCase) {
  if (!clients) return [];
  const outside = total === undefined ? 0 : total - sumOf(clients);
  return [clients, ...clientsAnyOf].map((list) => ({
    clients: byName(Object.keys(list), Object.values(list)),
    total: totalFixed ? total! : sumOf(list) + outside,
  }));
}

describe.each(readingCases.map((reading) => [reading.kind, reading.file, reading] as const))(
  "%s (%s)",
  (_kind, _file, reading) => {
    test(reading.why, async () => {
      const outcome = await run(reading);
      const { classification, said } = outcome;
      const says = (words: readonly string[]) => words.some((word) => fold(said).includes(fold(word)));
      if (!classification) {
        const words = reading.refuses ?? reading.orRefuses;
        expect(words && says(words) ? "" : `stops: ${said}`).toBe("");
        return;
      }
      const { portfolio } = classification;
      // Results that stand beside the list, or above and below another one, change nothing of how it is read.
      expect(outcome.again).toBe(readingText(portfolio, reading.lang));
      const names = portfolio.clients.map(fold);
      const read = byName(portfolio.clients, portfolio.amounts);
      expect(reading.refuses ? read : null).toBeNull();
      expect(names).toHaveLength(new Set(names).size);
      const lists = accepted(reading);
      const meant = lists.find(
        ({ clients }) => JSON.stringify(sorted(clients)) === JSON.stringify(sorted(read)),
      );
      if (!meant) {
        expect(read).toEqual(lists[0].clients);
        return;
      }
      expect(portfolio.total).toBeCloseTo(meant.total, 2);
      expect((reading.leftOut ?? []).map(fold).filter((name) => names.includes(name))).toEqual([]);
      if (reading.periods !== undefined) expect(portfolio.window.periods).toHaveLength(reading.periods);
      if (reading.xyz) {
        const classes = Object.fromEntries(names.map((name, i) => [name, classification.xyz[i]]));
        const wanted = Object.fromEntries(Object.entries(reading.xyz).map(([name, of]) => [fold(name), of]));
        expect(classes).toMatchObject(wanted);
      }
      if (reading.warns) expect(says(reading.warns) ? "" : said).toBe("");
    });
  },
);

const sorted = (clients: Readonly<Record<string, number>>) =>
  Object.entries(clients).sort(([a], [b]) => (a < b ? -1 : 1));
