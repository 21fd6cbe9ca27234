import { Button } from "@fluentui/react-components";
import type { ProblemDetail } from "../../portfolio";
import { Message } from "../shell/message";
import { ProblemHelp } from "../shell/problem-help";
import { usePane, useSession, useTexts } from "../state/pane-context";
import type { ListInUse } from "../state/pane-state";
import { useLayout } from "../theme/styles";

/** Problems of a list that is not there, or no longer. */
const gone: ReadonlySet<ProblemDetail["kind"]> = new Set([
  "sourceGone",
  "sheetNotFound",
  "emptySheet",
  "noList",
]);

/** What to do when there is no list, or the one in use has gone. */
export function NoList({ list }: { list: ListInUse }) {
  const layout = useLayout();
  const session = useSession();
  const { addingSample } = usePane();
  const { firstRun, shell, source } = useTexts();
  const { problem, name } = list;
  if (!problem) return null;
  const again = { label: shell.tryAgain, act: () => void session.readAgain() };
  if (!gone.has(problem.detail.kind)) return <ProblemHelp problem={problem} again={again} />;
  return (
    <>
      <Message
        intent="warning"
        title={name === null ? source.noListTitle : source.lostTitle(name)}
        actions={
          <Button size="small" onClick={() => void session.findList()}>
            {source.lookAgain}
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
