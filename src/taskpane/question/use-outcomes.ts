import { useEffect, useMemo, useState } from "react";
import type { ListChoice } from "../../portfolio";
import { clientsInView, columnsInView } from "../state/columns-in-view";
import type { Outcome, Unanswered } from "../state/outcome-of-choice";
import { usePane } from "../state/pane-context";
import type { PaneState } from "../state/pane-state";
import { likeliestMapping } from "../state/proposed-mapping";

/**
 * What each answer would give, one after the other and in slices: the pane answers meanwhile, and what is outdated stops.
 * Null where it is not known yet, or cannot be told.
 */
export function useOutcomes(choices: readonly ListChoice[]): readonly (Outcome | null)[] {
  const { list, mapping, policy, language } = usePane();
  const reading = list?.reading ?? null;
  const unanswered = useMemo(
    () => reading && unansweredOf(reading, mapping, policy, language),
    [reading, mapping, policy, language],
  );
  const [known, setKnown] = useState<{ choices: readonly ListChoice[]; outcomes: readonly Outcome[] } | null>(
    null,
  );
  useEffect(() => {
    if (!unanswered) return;
    const { signal, abort } = abortable();
    void (async () => {
      const { outcomeOf } = await import(/* webpackChunkName: "made-list" */ "../state/outcome-of-choice");
      const outcomes: Outcome[] = [];
      for (const choice of choices) {
        outcomes.push(await outcomeOf(unanswered, choice, signal));
        if (signal.aborted) return;
        setKnown({ choices, outcomes: [...outcomes] });
      }
      // What cannot be worked out is no reason to disturb: the question stands without it.
    })().catch(() => undefined);
    return abort;
  }, [unanswered, choices]);
  return choices.map((_, i) => (known?.choices === choices ? (known.outcomes[i] ?? null) : null));
}

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

/** The list as the question is about it. */
function unansweredOf(
  reading: NonNullable<NonNullable<PaneState["list"]>["reading"]>,
  inView: PaneState["mapping"],
  policy: PaneState["policy"],
  language: PaneState["language"],
): Unanswered | null {
  const { lines } = reading;
  if (lines?.doubt) {
    const own = columnsInView(reading).list === lines.list ? inView : null;
    return { list: lines.list, mapping: own ?? lines.mapping, sources: lines.sources, policy, language };
  }
  const { list, mapping } = clientsInView(reading, inView);
  const meaning = mapping ?? likeliestMapping(list);
  return meaning && { list, mapping: meaning, sources: null, policy, language };
}
