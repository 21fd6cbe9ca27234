import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import { missingCriteria, type WantedCriterion } from "../../workbook";
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
  const reading = list?.reading;
  const scoreColumns = useMemo(() => {
    if (!reading) return undefined;
    // A list of clients that is made anew out of lines has no place for what people type.
    if (reading.lines) return "lines";
    const headers = reading.list.columns.map(({ header }) => String(header));
    const missing = missingCriteria(headers, reading.language);
    return {
      missing,
      isWaiting: missing.length < missingCriteria([], reading.language).length,
      onAdd: (criteria: readonly WantedCriterion[]) => session.addScoreColumns(criteria),
    };
  }, [reading, session]);
  return (
    <StepSection title={shell.titles.rules}>
      {problem && <ProblemHelp problem={problem} />}
      <Rules
        portfolio={portfolio}
        classification={classification}
        policy={policy}
        onChange={(changed) => session.changePolicy(changed)}
        onChooseColumns={() => session.goTo("source")}
        scoreColumns={scoreColumns}
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
