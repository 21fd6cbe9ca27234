import { Button, Link, makeStyles } from "@fluentui/react-components";
import { runs, type RunState } from "../../commands/runs";
import { numbersIn } from "../../locales";
import { addressOf } from "../../portfolio";
import type { WrittenColumns } from "../../workbook";
import { Message } from "../shell/message";
import { useDisplayLanguage, usePane, useSession, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";

const useStyles = makeStyles({
  sheets: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexWrap: "wrap",
    columnGap: "12px",
  },
  sheet: { minHeight: "24px" },
});

const mostNamed = 5;
const namedOf = (cells: readonly string[]): readonly string[] =>
  cells.length > mostNamed ? [...cells.slice(0, mostNamed - 1), "…"] : cells;

/** What a run did: columns, sheets with links that go there, time taken. */
export function RunOutcomeMessage({ run }: { run: Extract<RunState, { status: "done" }> }) {
  const layout = useLayout();
  const styles = useStyles();
  const session = useSession();
  const texts = useTexts();
  const { step } = usePane();
  const numbers = numbersIn[useDisplayLanguage()];
  const { outcome, job, milliseconds } = run;
  const { name } = outcome.list;
  const clients = texts.shell.clients(outcome.classification.portfolio.clients.length, numbers);
  const lines = [
    texts.run.took(name, clients, texts.run.seconds(milliseconds, numbers)),
    ...("written" in outcome ? writtenLines(outcome.written) : []),
  ];
  function writtenLines({ added, changed, typedOver = [] }: WrittenColumns) {
    const { made } = outcome.trace;
    const isMadeAnew = made?.kind === "refresh" && made.isChanged;
    if (added.length + changed.length === 0 && !isMadeAnew) return [texts.run.upToDate];
    return [
      ...(isMadeAnew ? [texts.run.madeAnew(name)] : []),
      ...(added.length > 0 ? [texts.run.added(added.length, name, numbers)] : []),
      ...(changed.length > 0 ? [texts.run.changed(changed.length, name, numbers)] : []),
      ...(typedOver.length > 0 ? [`${texts.run.typedOver(typedOver)} ${texts.run.typedAgain}`] : []),
    ];
  }
  return (
    <Message
      intent="success"
      title={texts.run.done[job]}
      onDismiss={() => session.dismissRun()}
      actions={
        <>
          {step !== "results" && (
            <Button size="small" onClick={() => session.goTo("results")}>
              {texts.run.toResults}
            </Button>
          )}
          {outcome.trace.columns && (
            <Button size="small" onClick={() => void session.showColumns(outcome.trace.columns!)}>
              {texts.run.showColumns}
            </Button>
          )}
          {runs.undoable && (
            <Button
              size="small"
              onClick={() => {
                // How it ended is said there.
                session.goTo("run");
                void session.undo();
              }}
            >
              {texts.undo.undo}
            </Button>
          )}
        </>
      }
    >
      {lines.map((line) => (
        <p key={line} className={layout.text}>
          {line}
        </p>
      ))}
      {"report" in outcome && (
        <>
          <p className={layout.text}>{texts.run.sheets(outcome.report.sheets.length, numbers)}</p>
          <ul className={styles.sheets}>
            {outcome.report.sheets.map((sheet) => (
              <li key={sheet.key}>
                <Link
                  as="button"
                  className={styles.sheet}
                  onClick={() => void session.show(addressOf(sheet.name, 0, 0))}
                >
                  {sheet.name}
                </Link>
              </li>
            ))}
          </ul>
          {outcome.report.notes && outcome.report.notes.length > 0 && (
            <p className={layout.text}>{texts.run.notes(namedOf(outcome.report.notes), numbers)}</p>
          )}
          {outcome.report.remarks && outcome.report.remarks.length > 0 && (
            <p className={layout.text}>{texts.run.remarks(namedOf(outcome.report.remarks), numbers)}</p>
          )}
        </>
      )}
    </Message>
  );
}
