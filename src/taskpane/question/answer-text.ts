import type { Texts } from "../../locales";
import type { Alternative, Doubt } from "../../portfolio";
import type { Outcome } from "../state/outcome-of-choice";

/** The level that stands for "every row is a client". */
const noLevels = -1;

/** An alternative as a user names it, and what tells it from the others. */
export function answerText(
  about: Doubt["about"],
  { label, column, choice, date, months }: Alternative,
  words: Texts["pane"]["question"],
): { title: string; detail: string | null } {
  switch (about) {
    case "level":
      return choice.level === noLevels
        ? { title: words.everyRow, detail: words.suchAs(label) }
        : { title: words.suchAs(label), detail: null };
    case "dayOrder":
      return {
        title: (choice.dayFirst ? words.dayFirst : words.monthFirst)(date?.day ?? null),
        detail: null,
      };
    case "currency":
      return { title: words.onlyCurrency(label), detail: null };
    default:
      if (months)
        return { title: words.months(months.length), detail: column ? words.columns(column) : null };
      return {
        title: label,
        detail: column === undefined || column === label ? null : words.column(column),
      };
  }
}

const monthsOf = (alternatives: Doubt["alternatives"]) => alternatives.find(({ months }) => months);

/** The question itself, in the words of a sales department. */
export function questionText(
  { about, alternatives }: Pick<Doubt, "about" | "alternatives">,
  words: Texts["pane"]["question"],
): string {
  const example = alternatives.find(({ date }) => date)?.date?.text;
  const months = monthsOf(alternatives);
  if (months) return words.areMonths(months.label);
  return about === "dayOrder" && example ? words.dayOrderOf(example) : words.asks[about];
}

/** The same as an answer to the question itself: where that asks whether columns are months, one of them is a no. */
export function answerTo(
  { about, alternatives }: Doubt,
  alternative: Alternative,
  words: Texts["pane"]["question"],
): { title: string; detail: string | null } {
  const text = answerText(about, alternative, words);
  if (!monthsOf(alternatives)) return text;
  const { label, months } = alternative;
  return { ...text, title: months ? words.yesMonths(months.length) : words.noMonths(label) };
}

/** What an answer would give, in small print; of an order of days only which time it would be. */
export function outcomeText(
  outcome: Outcome | null,
  about: Doubt["about"],
  words: Texts["pane"]["question"],
): string {
  if (!outcome) return words.computing;
  if (outcome.kind === "asks") return words.asksOn;
  if (outcome.kind === "fails") return words.fails;
  const { clients, total, largest, days } = outcome;
  if (about === "dayOrder") return days ? words.days(days.first, days.last) : "";
  return words.figures(clients, total, largest.name, largest.share);
}
