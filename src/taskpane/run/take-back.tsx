import { Button, Checkbox, makeStyles, shorthands, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { runs, type RunState } from "../../commands/runs";
import type { OwnWorkFound } from "../../workbook";
import { useFocusHandedOn } from "../shell/hand-focus-on";
import { useSession, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";
import { Staying } from "./taken-back";

const useStyles = makeStyles({
  section: {
    marginTop: "12px",
    paddingTop: "12px",
    ...shorthands.borderTop("1px", "solid", tokens.colorNeutralStroke2),
  },
});

/** The ways back: undoing the last run, and taking everything of Keyfolio's out of the workbook. */
export default function TakeBack({ run }: { run: RunState }) {
  const layout = useLayout();
  const styles = useStyles();
  const session = useSession();
  const { undo } = useTexts();
  const [found, setFound] = useState<OwnWorkFound | "looking" | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  const asking = found !== null && found !== "looking";
  // The button that was pressed is gone with the question.
  useEffect(() => {
    if (wasAsking.current && !asking) button.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  // A question about what a run has changed since is none any more.
  useEffect(() => setFound(null), [run.status]);
  const busy = run.status === "running" || found === "looking";
  const look = async () => {
    setFound("looking");
    setFound(await session.findOwnWork());
  };
  const { undoable } = runs;
  return (
    <section className={`${layout.column} ${styles.section}`} aria-label={undo.section}>
      <h3 className={layout.heading}>{undo.section}</h3>
      {undoable && run.status !== "done" && run.status !== "notTakenBack" && (
        <Button
          size="small"
          style={{ alignSelf: "start" }}
          disabledFocusable={busy}
          onClick={() => void session.undo()}
        >
          {undoable.job === "sample"
            ? undo.undoSample
            : undoable.job === "scores"
              ? undo.undoScores
              : undo.undoLast}
        </Button>
      )}
      {asking ? (
        <Question
          found={found}
          onKeep={() => setFound(null)}
          onRemove={(evenChanged) => {
            // How it goes and ends stands above, where the focus is handed on to.
            wasAsking.current = false;
            setFound(null);
            void session.remove({ evenChanged });
          }}
        />
      ) : (
        <div className={layout.tight}>
          <Button
            ref={button}
            size="small"
            style={{ alignSelf: "start" }}
            aria-describedby="hint-remove"
            disabledFocusable={busy}
            icon={found === "looking" ? <Spinner size="extra-tiny" /> : undefined}
            onClick={() => void look()}
          >
            {found === "looking" ? undo.looking : undo.remove}
          </Button>
          <p className={layout.hint} id="hint-remove">
            {undo.removeHint}
          </p>
        </div>
      )}
    </section>
  );
}

interface QuestionProps {
  found: OwnWorkFound;
  onKeep: () => void;
  onRemove: (evenChanged: boolean) => void;
}

/** What would go, what would stay and why, before anything does. */
function Question({ found, onKeep, onRemove }: QuestionProps) {
  const layout = useLayout();
  const { undo } = useTexts();
  const place = useFocusHandedOn<HTMLDivElement>();
  const [evenChanged, setEvenChanged] = useState(false);
  const { columns, sheets, hasSettings, stays } = found;
  const goes = [
    ...columns.map(({ sheet, headers }) => undo.goColumns(sheet, headers)),
    ...(sheets.length > 0 ? [undo.goSheets(sheets)] : []),
    ...(hasSettings ? [undo.goSettings] : []),
  ];
  const isNothing = goes.length + stays.length === 0;
  return (
    <div ref={place} className={layout.column} role="group" aria-label={undo.remove}>
      <p className={layout.text} role="status">
        {isNothing ? undo.nothingFound : undo.question}
      </p>
      {goes.length > 0 && (
        <ul className={layout.tight} style={{ margin: 0, paddingLeft: "20px" }}>
          {goes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {stays.length > 0 && (
        <div>
          <Staying stays={stays} />
          <Checkbox
            label={undo.evenChanged}
            checked={evenChanged}
            onChange={(_, { checked }) => setEvenChanged(checked === true)}
          />
        </div>
      )}
      {!isNothing && <p className={layout.hint}>{undo.notUndoable}</p>}
      <div className={layout.row}>
        {!isNothing && (
          <Button size="small" onClick={() => onRemove(evenChanged)}>
            {undo.removeNow}
          </Button>
        )}
        <Button size="small" autoFocus onClick={onKeep}>
          {undo.keep}
        </Button>
      </div>
    </div>
  );
}
