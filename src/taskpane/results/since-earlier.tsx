import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useId, useMemo, useState } from "react";
import { classChanges, textsOf, type Language } from "../../locales";
import {
  type Classification,
  clientMoves,
  countsOfMoves,
  earlierRuns,
  inSlices,
  type KeptRuns,
  type Moves,
  movesSteps,
  Problem,
  snapshotBeforeSteps,
} from "../../portfolio";
import { useLayout } from "../theme/styles";
import { sharedFirmness } from "./use-firmness";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    paddingLeft: "20px",
  },
});

/** Clients that have room here; all stand on the sheet Movement. */
const named = 8;

export interface SinceEarlierProps {
  classification: Classification;
  language: Language;
  /** What the workbook remembers of runs on the list. */
  runs: KeptRuns;
  /** Of the list and the rules of now. */
  fingerprint: string;
  /** Fingerprint of the run that was chosen; null = the last one. */
  chosen: string | null;
  onChoose: (fingerprint: string | null) => void;
}

/** Who changed class since an earlier run, and since which. */
export function SinceEarlier({
  classification,
  language,
  runs,
  fingerprint,
  chosen,
  onChoose,
}: SinceEarlierProps) {
  const layout = useLayout();
  const styles = useStyles();
  const heading = useId();
  const { classMoves: words } = textsOf[language];
  const options = useMemo(() => earlierRuns(runs, fingerprint), [runs, fingerprint]);
  const known = options.some((option) => option.fingerprint === chosen) ? chosen : null;
  const moves = useMoves(classification, runs, fingerprint, known);
  return (
    <section className={layout.column} aria-labelledby={heading}>
      <h3 id={heading} className={layout.heading}>
        {words.who}
      </h3>
      {options.length === 0 ? (
        <p className={layout.hint}>{words.nothingYet}</p>
      ) : (
        <>
          <Field label={words.compareWith} hint={known === null ? undefined : words.reportToo}>
            <Select
              value={known ?? options[0].fingerprint}
              onChange={(_, { value }) => onChoose(value === options[0].fingerprint ? null : value)}
            >
              {options.map((option, i) => (
                <option key={option.fingerprint} value={option.fingerprint}>
                  {optionText(i)}
                </option>
              ))}
            </Select>
          </Field>
          {moves && (
            <Told moves={moves} classification={classification} language={language} list={styles.list} />
          )}
        </>
      )}
    </section>
  );

  function optionText(i: number): string {
    const { day } = options[i];
    const ofDay = options.filter((option) => option.day === day);
    return ofDay.length === 1
      ? words.day(day)
      : words.sameDay(day, ofDay.length - ofDay.indexOf(options[i]), ofDay.length);
  }
}

function Told({
  moves,
  classification,
  language,
  list,
}: {
  moves: Moves;
  classification: Classification;
  language: Language;
  list: string;
}) {
  const layout = useLayout();
  const texts = textsOf[language];
  const { classMoves: words } = texts;
  const { firm } = clientMoves(moves);
  return (
    <>
      <p className={layout.text}>{words.told(countsOfMoves(moves))}</p>
      {firm.size > 0 && (
        <ul className={list}>
          {[...firm].slice(0, named).map(([client, of]) => (
            <li key={client} style={{ overflowWrap: "anywhere" }}>
              <strong>{classification.portfolio.clients[client]}</strong>: {classChanges(of, texts)}
            </li>
          ))}
        </ul>
      )}
      {firm.size > named && <p className={layout.hint}>{words.more(firm.size - named)}</p>}
    </>
  );
}

/** The moves, once they are known. */
function useMoves(
  classification: Classification,
  runs: KeptRuns,
  fingerprint: string,
  chosen: string | null,
): Moves | null {
  const [moves, setMoves] = useState<Moves | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const options = { signal: abort.signal };
    const compare = async () => {
      const earlier = await inSlices(snapshotBeforeSteps(runs, fingerprint, chosen), options);
      if (!earlier) return null;
      if (abort.signal.aborted) throw new Problem({ kind: "cancelled" });
      const { firmness, stopWaiting } = sharedFirmness(classification);
      abort.signal.addEventListener("abort", stopWaiting);
      return inSlices(movesSteps(earlier, classification, await firmness), options);
    };
    // Cancelled when something newer is to be compared.
    compare().then(setMoves, () => undefined);
    return () => abort.abort();
  }, [classification, runs, fingerprint, chosen]);
  return moves;
}
