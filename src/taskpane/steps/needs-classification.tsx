import { Button } from "@fluentui/react-components";
import { ProblemHelp } from "../shell/problem-help";
import { StepSection } from "../shell/step-section";
import { usePane, useSession, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";

/** A step that has nothing to show before a list is classified: why, and the way on. */
export function NeedsClassification({ title }: { title: string }) {
  const layout = useLayout();
  const session = useSession();
  const { list, classifying, classificationProblem } = usePane();
  const { shell } = useTexts();
  const problem = list?.problem ?? classificationProblem;
  const underWay = list?.status === "reading" || classifying;
  return (
    <StepSection title={title}>
      {problem && !underWay ? (
        <ProblemHelp
          problem={problem}
          again={{ label: shell.tryAgain, act: () => void session.readAgain() }}
        />
      ) : (
        <p className={layout.hint}>{underWay ? shell.classifying : shell.nothingYet}</p>
      )}
      {!underWay && !problem && (
        <Button style={{ alignSelf: "start" }} onClick={() => session.goTo("source")}>
          {shell.chooseList}
        </Button>
      )}
    </StepSection>
  );
}
