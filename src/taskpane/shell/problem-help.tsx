import { Button } from "@fluentui/react-components";
import { problemText } from "../../locales";
import type { Problem } from "../../portfolio";
import { useDisplayLanguage, usePane, useSession, useTexts } from "../state/pane-context";
import { questionOf } from "../state/question";
import { later } from "../state/later";
import { FromLater } from "./from-later";
import { Message } from "./message";
import { waysOn, type WayOn } from "./way-on";

export interface ProblemHelpProps {
  problem: Problem;
  title?: string;
  /** Does again what the problem stopped. */
  again?: { label: string; act: () => void };
  /** Shows all rows of the list at an address, then does again. */
  clearFilter?: { label: string; act: (address: string) => void };
  onDismiss?: () => void;
}

/** A question stands where a list is read: it travels with what reads it. */
const questions = later(() => import(/* webpackChunkName: "reading" */ "../question/question-card"));

/** What is wrong, in words, with the buttons that lead out of it; a question about the list in use as a question. */
export function ProblemHelp(props: ProblemHelpProps) {
  const { classificationProblem } = usePane();
  const question = props.problem === classificationProblem ? questionOf(props.problem) : null;
  if (!question) return <PlainHelp {...props} />;
  return <FromLater part={questions}>{({ QuestionCard }) => <QuestionCard question={question} />}</FromLater>;
}

function PlainHelp({ problem, title, again, clearFilter, onDismiss }: ProblemHelpProps) {
  const session = useSession();
  const { step: here } = usePane();
  const { shell } = useTexts();
  const language = useDisplayLanguage();
  const actionOf = (way: WayOn): { label: string; act: () => void } | undefined => {
    switch (way.kind) {
      case "show":
        return { label: shell.showCells, act: () => void session.show(way.address) };
      case "step":
        return way.step === here ? undefined : { label: shell[way.label], act: () => session.goTo(way.step) };
      case "clearFilter":
        return clearFilter && { label: clearFilter.label, act: () => clearFilter.act(way.address) };
      case "again":
        return again;
    }
  };
  const actions = waysOn(problem.detail).flatMap((way) => actionOf(way) ?? []);
  const calm = problem.detail.kind === "cancelled";
  return (
    <Message
      intent={calm ? "info" : "warning"}
      title={title}
      onDismiss={onDismiss}
      actions={
        actions.length > 0 &&
        actions.map(({ label, act }) => (
          <Button key={label} size="small" onClick={act}>
            {label}
          </Button>
        ))
      }
    >
      {problemText(problem, language)}
    </Message>
  );
}
