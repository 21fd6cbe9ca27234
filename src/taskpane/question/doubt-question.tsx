import { useMemo } from "react";
import type { Doubt } from "../../portfolio";
import { useSession, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";
import { AnswerButton } from "./answer-button";
import { answerTo, outcomeText } from "./answer-text";
import { Conversion } from "./conversion";
import { useOutcomes } from "./use-outcomes";

/** More answers than this are no help in five seconds. */
const mostAnswers = 5;

/** One button for each answer, and for currencies the way to count all of them. */
export function DoubtQuestion({ doubt }: { doubt: Doubt }) {
  const layout = useLayout();
  const session = useSession();
  const { question: words } = useTexts();
  const { about } = doubt;
  const answers = useMemo(() => doubt.alternatives.slice(0, mostAnswers), [doubt]);
  const choices = useMemo(() => answers.map(({ choice }) => choice), [answers]);
  const outcomes = useOutcomes(choices);
  const rest = doubt.alternatives.length - answers.length;
  return (
    <>
      {answers.map((alternative, i) => {
        const { title, detail } = answerTo(doubt, alternative, words);
        const gives = outcomeText(outcomes[i], about, words);
        return (
          <AnswerButton
            key={`${alternative.label} ${alternative.column ?? i}`}
            title={title}
            smallPrint={[detail, gives].filter((text) => text !== null && text !== "").join(" · ")}
            onChoose={() => session.answer(alternative.choice)}
          />
        );
      })}
      {rest > 0 && <p className={layout.hint}>{words.more(rest)}</p>}
      {about === "currency" && <Conversion codes={doubt.alternatives.map(({ label }) => label)} />}
    </>
  );
}
