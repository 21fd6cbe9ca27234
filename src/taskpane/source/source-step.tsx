import { Button, Spinner } from "@fluentui/react-components";
import type { ListReading } from "../../workbook";
import { DecisionsMade } from "../decisions/decisions-made";
import { QuestionCard } from "../question/question-card";
import { Delayed } from "../shell/delayed";
import { ProblemHelp } from "../shell/problem-help";
import { StepSection } from "../shell/step-section";
import { columnsInView } from "../state/columns-in-view";
import { usePane, useSession, useTexts } from "../state/pane-context";
import { proposedMapping } from "../state/proposed-mapping";
import { questionOf } from "../state/question";
import { useLayout } from "../theme/styles";
import { DecidedDoubts } from "./decided-doubts";
import { LinesBehind } from "./lines-behind";
import { ListChoice } from "./list-choice";
import { MappingTable } from "./mapping-table";
import { NoList } from "./no-list";
import { ReadingLine } from "./reading-line";

/** The first step: which list, how it was read, what is not sure about it, and what its columns mean. */
export function SourceStep() {
  const layout = useLayout();
  const session = useSession();
  const { list, mapping } = usePane();
  const { shell, source } = useTexts();
  const reading = list?.reading;
  return (
    <StepSection title={source.title}>
      <ListChoice />
      {list?.status === "reading" && (
        <Delayed>
          <Spinner size="tiny" labelPosition="after" label={shell.reading} style={{ alignSelf: "start" }} />
        </Delayed>
      )}
      {list?.status === "failed" && <NoList list={list} />}
      {reading && (
        <>
          <HowRead reading={reading} />
          <MappingHead reading={reading} />
          <MappingTable list={columnsInView(reading).list} mapping={mapping} />
          <div className={layout.row}>
            <Button appearance="primary" onClick={() => session.goTo("rules")}>
              {source.toRules}
            </Button>
            <Button onClick={() => session.goTo("run")}>{source.toRun}</Button>
          </div>
        </>
      )}
    </StepSection>
  );
}

/** What was understood, or the question that keeps it from being understood. */
function HowRead({ reading }: { reading: ListReading }) {
  const layout = useLayout();
  const { mapping, classification, classificationProblem } = usePane();
  const question = questionOf(classificationProblem);
  return (
    <div className={layout.column}>
      {question && <QuestionCard question={question} />}
      {classification && (
        <>
          <LinesBehind reading={reading} />
          <ReadingLine portfolio={classification.portfolio} />
        </>
      )}
      {mapping && !question && <DecidedDoubts list={columnsInView(reading).list} mapping={mapping} />}
      <DecisionsMade />
    </div>
  );
}

/** Heading of the mapping with what is wrong with it, and the way back to the proposal. */
function MappingHead({ reading }: { reading: ListReading }) {
  const layout = useLayout();
  const session = useSession();
  const { mapping, classificationProblem } = usePane();
  const { source } = useTexts();
  const proposal = proposedMapping(columnsInView(reading).list);
  const unreadable = reading.unreadable.find(({ detail }) => detail.kind === "badMapping");
  const problem = questionOf(classificationProblem) ? unreadable : (classificationProblem ?? unreadable);
  const isProposal = !unreadable && JSON.stringify(mapping?.columns) === JSON.stringify(proposal?.columns);
  return (
    <div className={layout.tight}>
      <div className={layout.row} style={{ justifyContent: "space-between" }}>
        <h3 className={layout.heading}>{source.columns}</h3>
        {!isProposal && (
          <Button size="small" appearance="subtle" onClick={() => session.proposeMapping()}>
            {source.asProposed}
          </Button>
        )}
      </div>
      {problem ? <ProblemHelp problem={problem} /> : <p className={layout.hint}>{source.columnsHint}</p>}
    </div>
  );
}
