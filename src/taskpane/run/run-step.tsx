import { Button } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import type { Job } from "../../commands/runs";
import { Message } from "../shell/message";
import { ProblemHelp } from "../shell/problem-help";
import { StepSection } from "../shell/step-section";
import { usePane, useRunState, useSession, useTexts } from "../state/pane-context";
import { isQuestion, questionOf } from "../state/question";
import { useLayout } from "../theme/styles";
import { LanguageChoice } from "./language-choice";
import { RunOutcomeMessage } from "./run-outcome";
import { RunProgress } from "./run-progress";

// They travel with the later steps.
const TakenBackMessage = lazy(() => import(/* webpackChunkName: "steps" */ "./taken-back"));
const WouldChange = lazy(() => import(/* webpackChunkName: "steps" */ "./would-change"));
const TakeBack = lazy(() => import(/* webpackChunkName: "steps" */ "./take-back"));

const jobs = ["classifyAndReport", "classifyRows", "portfolioReport"] as const satisfies readonly Job[];

/** The third step: starts runs, shows how far they are and how they ended, whoever started them. */
export function RunStep() {
  const layout = useLayout();
  const session = useSession();
  const { list, classification, classificationProblem, classifying, answeredJob } = usePane();
  const state = useRunState();
  const {
    run,
    shell,
    question: { answered, goOn, goOnNow },
  } = useTexts();
  const running = state.status === "running";
  const ready = classification !== null;
  // The question itself is on the screen, or is about to be.
  const isAsked =
    state.status === "stopped" &&
    isQuestion(state.problem) &&
    (classifying || questionOf(classificationProblem) !== null);
  // What the answer was for goes on by a button of its own.
  const goesOn = state.status === "idle" && answeredJob !== null && ready;
  return (
    <StepSection title={run.title}>
      {state.status === "stopped" && !isAsked && (
        <ProblemHelp
          problem={state.problem}
          title={state.problem.detail.kind === "cancelled" ? run.cancelled : run.stopped}
          again={{ label: run.runAgain, act: () => void session.run(state.job, state.request) }}
          clearFilter={{
            label: run.clearFilterAndRun,
            act: () => void session.clearFilterAndRun(state.job, state.request),
          }}
          onDismiss={() => session.dismissRun()}
        />
      )}
      {goesOn && (
        <Message
          intent="info"
          title={answered}
          actions={
            <Button size="small" appearance="primary" onClick={() => void session.run(answeredJob)}>
              {goOnNow}
            </Button>
          }
        >
          {goOn(run.jobs[answeredJob])}
        </Message>
      )}
      {state.status === "done" && <RunOutcomeMessage run={state} />}
      <Suspense fallback={null}>
        <TakenBackMessage run={state} />
      </Suspense>
      {running && <RunProgress run={state} />}
      {!running && list?.problem && (
        <ProblemHelp
          problem={list.problem}
          again={{ label: shell.tryAgain, act: () => void session.readAgain() }}
        />
      )}
      {!running && classificationProblem && <ProblemHelp problem={classificationProblem} />}
      <Suspense fallback={null}>
        <WouldChange />
      </Suspense>
      <ul className={layout.plainList}>
        {jobs.map((job, index) => (
          <li key={job} className={layout.tight} style={{ padding: "6px 0" }}>
            <Button
              appearance={index === 0 && !goesOn ? "primary" : "secondary"}
              disabledFocusable={running || !ready}
              aria-describedby={`hint-${job}`}
              onClick={() => void session.run(job)}
            >
              {run.jobs[job]}
            </Button>
            <p className={layout.hint} id={`hint-${job}`}>
              {ready || running ? run.hints[job] : run.notReady}
            </p>
          </li>
        ))}
      </ul>
      <LanguageChoice />
      <Suspense fallback={null}>
        <TakeBack run={state} />
      </Suspense>
    </StepSection>
  );
}
