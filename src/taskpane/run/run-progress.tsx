import { Button, makeStyles, ProgressBar, shorthands, tokens } from "@fluentui/react-components";
import { runs, type RunState } from "../../commands/runs";
import { textsOf } from "../../locales";
import { Delayed } from "../shell/delayed";
import { useFocusHandedOn } from "../shell/hand-focus-on";
import { useDisplayLanguage, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";

const useStyles = makeStyles({
  card: {
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    ...shorthands.border("1px", "solid", tokens.colorNeutralStroke2),
  },
});

/** How far a run is, from half a second on, and the button that stops it before the first write. */
export function RunProgress({ run }: { run: Extract<RunState, { status: "running" }> }) {
  return (
    <Delayed>
      <Progress run={run} />
    </Delayed>
  );
}

function Progress({
  run: { stage, fraction, cancellable },
}: {
  run: Extract<RunState, { status: "running" }>;
}) {
  const layout = useLayout();
  const styles = useStyles();
  const { run: texts } = useTexts();
  const place = useFocusHandedOn<HTMLDivElement>();
  const text = textsOf[useDisplayLanguage()].commands.stages[stage];
  return (
    <div ref={place} className={`${layout.column} ${styles.card}`}>
      <p className={layout.text} role="status">
        {text}
      </p>
      <ProgressBar value={fraction} thickness="large" aria-label={texts.progress} aria-valuetext={text} />
      {cancellable ? (
        <Button size="small" style={{ alignSelf: "start" }} onClick={runs.cancel}>
          {texts.cancel}
        </Button>
      ) : (
        <p className={layout.hint}>{texts.notCancellable}</p>
      )}
    </div>
  );
}
