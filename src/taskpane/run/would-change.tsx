import { useEffect, useState } from "react";
import { numbersIn } from "../../locales";
import {
  type Classification,
  inSlices,
  type KeptRuns,
  type Moves,
  movesSteps,
  shownSnapshotSteps,
} from "../../portfolio";
import { resultColumnsOf } from "../../workbook";
import type { Freshness } from "../state/freshness";
import { useDisplayLanguage, usePane, useRunState, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";

/** What a run would change beside the list, before it is started: columns that come, or clients whose class becomes another one. */
export default function WouldChange() {
  const layout = useLayout();
  const { list, classification, freshness } = usePane();
  const { run } = useTexts();
  const numbers = numbersIn[useDisplayLanguage()];
  const running = useRunState().status === "running";
  const reading = list?.reading;
  const moves = useMoves(classification, reading?.runs ?? null, freshness);
  if (!reading || !classification || running) return null;
  const { wouldChange: words } = run;
  return (
    <p className={layout.text} role="status">
      {text()}
    </p>
  );

  function text(): string {
    if (!reading || !classification) return "";
    if (reading.lines && !reading.lines.isMade) return words.newSheet(reading.list.sheet);
    if (!reading.classified) {
      return words.columns(resultColumnsOf(classification).length, reading.list.name, numbers);
    }
    if (moves === "unknown") return words.refreshed;
    // Until it is known, nothing is said.
    if (moves === null) return "";
    return moves === "none" ? words.upToDate : words.moves(countsOf(moves), numbers);
  }
}

/** Clients that a run puts elsewhere. */
function countsOf({ moved, entered, left }: Moves) {
  const isKey = (status: string | null) => status !== null && status !== "regular";
  const statuses = moved.filter(({ kind }) => kind === "status");
  return {
    moved: new Set(moved.map(({ client }) => client)).size,
    becomeKey: statuses.filter(({ before, now }) => !isKey(before) && isKey(now)).length,
    noLongerKey: statuses.filter(({ before, now }) => isKey(before) && !isKey(now)).length,
    entered: entered.length,
    left: left.length,
  };
}

/** What has moved since the columns were written: "none" where they show the state of now; null until that is known. */
function useMoves(
  classification: Classification | null,
  runs: KeptRuns | null,
  freshness: Freshness | null,
): Moves | "none" | "unknown" | null {
  const [moves, setMoves] = useState<Moves | "none" | "unknown" | null>(null);
  useEffect(() => {
    setMoves(null);
    if (!classification || !runs || !freshness) return undefined;
    if (!runs.columns || !freshness.columns) {
      setMoves(runs.columns ? "none" : "unknown");
      return undefined;
    }
    const abort = new AbortController();
    const options = { signal: abort.signal };
    const compare = async () => {
      const shown = await inSlices(shownSnapshotSteps(runs, "columns"), options);
      // What the columns show is every class, also one that other periods would have changed.
      return shown ? inSlices(movesSteps(shown.snapshot, classification, null), options) : "unknown";
    };
    // Cancelled when something newer is to be compared.
    compare().then(setMoves, () => undefined);
    return () => abort.abort();
  }, [classification, runs, freshness]);
  return moves;
}
