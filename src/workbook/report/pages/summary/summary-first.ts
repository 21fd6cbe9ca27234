import type { ReportTexts } from "../../../../locales/report-texts";
import { knowsActivity, knowsWhoLeft, type FirstAction } from "../../../../portfolio";
import { nameOf, type Subject } from "../subject";

/** Names that a sentence about urgent clients has room for. */
const named = 3;

/** What to do first: one entry per urgent piece of advice, and what cannot be told. */
export function firstThings(subject: Subject): { lead: string | null; text: string }[] {
  const { firstActions, classification, texts } = subject;
  const words = texts.report.firstPage;
  const known = knowsActivity(subject.classification);
  const things = firstActions.map((first) => ({
    lead: words.firstLeads[first.action],
    text: firstText(subject, first, words),
  }));
  const none = things.length === 0 && (known || classification.lossMaking) ? [words.nothingUrgent] : [];
  const unknown = knowsWhoLeft(subject.classification) ? [] : [words.activityUnknown];
  return [...things, ...[...none, ...unknown].map((text) => ({ lead: null, text }))];
}

function firstText(
  subject: Subject,
  { action, clients, stakes, stake, others }: FirstAction,
  words: ReportTexts["firstPage"],
): string {
  return words.firstActions[action]({
    clients: clients.length,
    stake,
    others,
    top: clients.slice(0, named).map((client, i) => ({
      name: nameOf(subject, client, 28),
      stake: stakes[i],
      managers: subject.managersOf[client].slice(0, 2),
    })),
  });
}
