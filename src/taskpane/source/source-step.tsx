import { Button, Spinner } from "@fluentui/react-components";
import { Delayed } from "../shell/delayed";
import { Message } from "../shell/message";
import { ProblemHelp } from "../shell/problem-help";
import { StepSection } from "../shell/step-section";
import { usePane, useSession, useTexts } from "../state/pane-context";
import type { ListInUse } from "../state/pane-state";
import { useLayout } from "../theme/styles";
import { ListChoice } from "./list-choice";
import { MappingTable } from "./mapping-table";

/** The first step: which list, and what its columns mean. */
export function SourceStep() {
  const layout = useLayout();
  const session = useSession();
  const { list, mapping, classificationProblem } = usePane();
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
          <div className={layout.tight}>
            <div className={layout.row} style={{ justifyContent: "space-between" }}>
              <h3 className={layout.heading}>{source.columns}</h3>
              <Button size="small" appearance="subtle" onClick={() => session.proposeMapping()}>
                {source.asProposed}
              </Button>
            </div>
            {classificationProblem ? (
              <ProblemHelp problem={classificationProblem} />
            ) : (
              <p className={layout.hint}>{source.columnsHint}</p>
            )}
          </div>
          <MappingTable list={reading.list} mapping={mapping} />
          <div className={layout.row}>
            <Button appearance="primary" onClick={() => session.goTo("run")}>
              {source.toRun}
            </Button>
            <Button onClick={() => session.goTo("rules")}>{source.toRules}</Button>
          </div>
        </>
      )}
    </StepSection>
  );
}

/** What to do when there is no list, or the one in use has gone. */
function NoList({ list }: { list: ListInUse }) {
  const layout = useLayout();
  const session = useSession();
  const { addingSample } = usePane();
  const { firstRun, shell, source } = useTexts();
  const { problem, name } = list;
  if (!problem) return null;
  const { kind } = problem.detail;
  const again = { label: shell.tryAgain, act: () => void session.readAgain() };
  const gone =
    kind === "noList" || kind === "sheetNotFound" || kind === "emptySheet" || kind === "sourceGone";
  if (!gone) return <ProblemHelp problem={problem} again={again} />;
  return (
    <>
      <Message
        intent="warning"
        title={name === null ? source.noListTitle : source.lostTitle(name)}
        actions={
          <Button size="small" onClick={() => void session.chooseList(null)}>
            {source.readAgain}
          </Button>
        }
      >
        {name === null ? source.noListHelp : source.lostHelp}
      </Message>
      <div className={layout.row}>
        <Button disabled={addingSample} onClick={() => void session.useSample()}>
          {firstRun.sample}
        </Button>
        <span className={layout.hint}>{firstRun.sampleHint}</span>
      </div>
    </>
  );
}
