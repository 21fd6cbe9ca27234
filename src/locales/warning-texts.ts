import type { Note } from "../portfolio/classification/notes";
import type { Period } from "../portfolio/periods/period";
import { en } from "./en";
import type { Language } from "./language";
import { ru } from "./ru";

/** Money without a client below this share of the total is a matter of data quality only. */
const noticeableShare = 0.01;

const portfolioTexts = { en: en.portfolio, ru: ru.portfolio };

/** The notes that change how the figures are to be read, as sentences; the others belong to the conclusions. */
export function warningTexts(notes: readonly Note[], language: Language): string[] {
  const { periodRange, notes: words } = portfolioTexts[language];
  const range = (periods: readonly Period[]) =>
    periodRange({
      unit: periods[0].unit,
      first: periods[0].start,
      last: periods[periods.length - 1].start,
      end: periods[periods.length - 1].end,
      count: periods.length,
    });
  return notes.flatMap((note) => {
    switch (note.kind) {
      case "fewClients":
        return note.scope === "company" ? [words.fewClients(note.clients)] : [];
      case "oneXyzClass":
        if (note.xyzClass !== "N") return [words.oneXyzClass(note.xyzClass, note.part, note.remedies)];
        // Where it is so of all, nothing is said of steadiness that could be misread.
        return note.part < 1 ? [words.littleHistory(note.part)] : [];
      case "missingPeriods":
        return [words.missingPeriods(note.periods)];
      case "expectedFigures":
        return [words.expectedFigures(note.said)];
      case "moneyWithoutClient":
        return Math.abs(note.share) < noticeableShare
          ? []
          : [words.moneyWithoutClient(note.amount, note.rows, note.share)];
      case "negativesLeftOut":
        return [words.negativesLeftOut(note.amount, note.clients, note.share)];
      case "losses":
        return [words.losses(note.losses, note.clients, note.share)];
      case "profitUnknown":
        return [words.profitUnknown(note.clients)];
      case "profitOfOtherPeriods":
        return [words.profitOfOtherPeriods(range(note.revenue), range(note.profit))];
      case "fallbackToRevenue":
        return [words.fallbackToRevenue(note.totalProfit)];
      default:
        return [];
    }
  });
}
