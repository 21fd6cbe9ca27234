import { Button, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useState, type ReactNode } from "react";
import { FirstRun } from "./first-run/first-run";
import { BackgroundWork } from "./shell/background-work";
import { Elsewhere } from "./shell/elsewhere";
import { ErrorBoundary } from "./shell/error-boundary";
import { FoldMemory } from "./shell/fold-memory";
import { FromLater } from "./shell/from-later";
import { firstSteps, laterSteps, usePartsLoaded } from "./shell/later-parts";
import { LaterWhy } from "./shell/later-why";
import { ListInUse } from "./shell/list-in-use";
import { Mishap } from "./shell/mishap";
import { Outdated } from "./shell/outdated";
import { StepNavigation } from "./shell/step-navigation";
import { PaneProvider, usePane, useSession, useTexts } from "./state/pane-context";
import type { PaneSession } from "./state/pane-session";
import type { Step } from "./state/pane-state";
import { isDark } from "./theme/pane-theme";
import { useLayout } from "./theme/styles";
import { usePaneTheme } from "./theme/use-pane-theme";

const useStyles = makeStyles({
  page: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground1 },
  header: {
    position: "sticky",
    top: 0,
    // A low pane at 200 % zoom needs the height for its content.
    "@media (max-height: 300px)": { position: "static" },
    zIndex: 1,
    padding: "10px 16px 0",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottomWidth: "1px",
    borderBottomStyle: "solid",
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  /** Office keeps 34 × 32 px at the top right for its own button. */
  top: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: "4px",
    paddingRight: "34px",
    minHeight: "32px",
  },
  list: { flexGrow: 1, minWidth: 0 },
  help: { minWidth: "28px", maxWidth: "28px", paddingInline: 0 },
  main: { display: "flex", flexDirection: "column", gap: "12px", padding: "12px 16px 24px" },
});

/** The task pane. */
export function Pane({ session }: { session: PaneSession }) {
  const theme = usePaneTheme();
  // What the browser draws itself: scroll bars, lists of choices, the ground behind a short page.
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.colorScheme = isDark(theme) ? "dark" : "light";
    style.backgroundColor = theme.colorNeutralBackground1;
    document.body.style.backgroundColor = theme.colorNeutralBackground1;
  }, [theme]);
  return (
    <FluentProvider theme={theme}>
      <PaneProvider session={session}>
        <FoldMemory>
          <Page />
        </FoldMemory>
      </PaneProvider>
    </FluentProvider>
  );
}

const stepViews: Readonly<Record<Step, () => ReactNode>> = {
  source: () => (
    <FromLater part={firstSteps} key="source">
      {({ SourceStep }) => <SourceStep />}
    </FromLater>
  ),
  rules: () => (
    <FromLater part={laterSteps} key="rules">
      {({ RulesStep }) => <RulesStep />}
    </FromLater>
  ),
  run: () => (
    <FromLater part={firstSteps} key="run">
      {({ RunStep }) => <RunStep />}
    </FromLater>
  ),
  results: () => (
    <FromLater part={laterSteps} key="results">
      {({ ResultsStep }) => <ResultsStep />}
    </FromLater>
  ),
  dataQuality: () => (
    <FromLater part={laterSteps} key="dataQuality">
      {({ DataQualityStep }) => <DataQualityStep />}
    </FromLater>
  ),
};

function Page() {
  const styles = useStyles();
  const layout = useLayout();
  const session = useSession();
  const { phase, step, list } = usePane();
  const { shell } = useTexts();
  usePartsLoaded();
  const working = phase === "working";
  const [isHelp, setHelp] = useState(false);
  // What shows the list travels with what reads it.
  const readWhatDidNotCome = () => {
    if (list?.problem?.detail.kind === "notLoaded") void session.readAgain();
  };
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div className={styles.top}>
          {/* Excel writes the name above the pane. */}
          <h1 className={layout.unseen}>Keyfolio</h1>
          <div className={styles.list}>{working && <ListInUse />}</div>
          <Button
            size="small"
            appearance="subtle"
            className={styles.help}
            aria-pressed={isHelp}
            aria-label={shell.help}
            title={shell.help}
            onClick={() => setHelp(!isHelp)}
          >
            ?
          </Button>
        </div>
        {working && <StepNavigation onGo={() => setHelp(false)} />}
        <BackgroundWork />
      </header>
      <main className={styles.main} aria-busy={phase === "starting"}>
        <ErrorBoundary texts={shell} part={`${phase} ${isHelp ? "help" : step}`} onAgain={readWhatDidNotCome}>
          {isHelp && (
            <FromLater part={laterSteps} key="help">
              {({ Help }) => <Help />}
            </FromLater>
          )}
          {!isHelp && phase === "firstRun" && <FirstRun />}
          {!isHelp && working && (
            <>
              <Elsewhere />
              <Mishap />
              <Outdated />
              <LaterWhy />
              {stepViews[step]()}
            </>
          )}
        </ErrorBoundary>
      </main>
    </div>
  );
}
