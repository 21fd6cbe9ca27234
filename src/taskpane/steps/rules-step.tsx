import { Button } from "@fluentui/react-components";
import { Rules } from "../rules";
import { ProblemHelp } from "../shell/problem-help";
import { StepSection } from "../shell/step-section";
import { useDisplayLanguage, usePane, useSession, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";

/** The second step: the rules, and what they would give. */
export function RulesStep() {
  const layout = useLayout();
  const session = useSession();
  const language = useDisplayLanguage();
  const { list, portfolio, classification, classificationProblem, policy } = usePane();
  const { shell, source } = useTexts();
  const unreadable = list?.reading?.unreadable.find(({ detail }) => detail.kind === "badPolicy");
  const problem = classificationProblem ?? unreadable;
  return (
    <StepSection title={shell.titles.rules}>
      {problem && <ProblemHelp problem={problem} />}
      <Rules
        portfolio={portfolio}
        classification={classification}
        policy={policy}
        onChange={(changed) => session.changePolicy(changed)}
        onChooseColumns={() => session.goTo("source")}
        language={language}
      />
      <div className={layout.row}>
        <Button appearance="primary" onClick={() => session.goTo("run")}>
          {source.toRun}
        </Button>
      </div>
    </StepSection>
  );
}
