import { useMemo } from "react";
import { Button, Spinner } from "@fluentui/react-components";
import type { ListReading } from "../../workbook";
import { Delayed } from "../shell/delayed";
import { ProblemHelp } from "../shell/problem-help";
import { StepSection } from "../shell/step-section";
import { usePane, useSession, useTexts } from "../state/pane-context";
import { proposedMapping } from "../state/proposed-mapping";
import { useLayout } from "../theme/styles";
import { ListChoice } from "./list-choice";
import { MappingTable } from "./mapping-table";
import { NoList } from "./no-list";

/** The first step: which list, and what its columns mean. */
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
          <MappingHead reading={reading} />
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

/** Heading of the mapping with what is wrong with it, and the way back to the proposal. */
function MappingHead({ reading }: { reading: ListReading }) {
  const layout = useLayout();
  const session = useSession();
  const { mapping, classificationProblem } = usePane();
  const { source } = useTexts();
  const proposal = useMemo(() => proposedMapping(reading.list), [reading.list]);
  const unreadable = reading.unreadable.find(({ detail }) => detail.kind === "badMapping");
  const problem = classificationProblem ?? unreadable;
  const isProposal = !unreadable && JSON.stringify(mapping) === JSON.stringify(proposal);
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
