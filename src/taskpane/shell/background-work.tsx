import { makeStyles, ProgressBar } from "@fluentui/react-components";
import { textsOf } from "../../locales";
import { useDisplayLanguage, usePane, useRunState, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";
import { Delayed } from "./delayed";

const useStyles = makeStyles({ place: { height: "2px" } });

/** A thin line under the header while something goes on that the step in view does not show itself. */
export function BackgroundWork() {
  const styles = useStyles();
  const { step, list, classifying } = usePane();
  const run = useRunState();
  const language = useDisplayLanguage();
  const { shell } = useTexts();
  const reading = list?.status === "reading" || list?.status === "again";
  const work =
    run.status === "running"
      ? step === "run"
        ? null
        : { text: textsOf[language].commands.stages[run.stage], value: run.fraction }
      : reading
        ? { text: shell.reading, value: list.fraction }
        : classifying
          ? { text: shell.classifying, value: undefined }
          : null;
  return (
    <div className={styles.place}>
      {work && (
        <Delayed>
          <WorkLine {...work} />
        </Delayed>
      )}
    </div>
  );
}

function WorkLine({ text, value }: { text: string; value: number | undefined }) {
  const layout = useLayout();
  return (
    <>
      <ProgressBar value={value} aria-label={text} />
      <span role="status" className={layout.unseen}>
        {text}
      </span>
    </>
  );
}
