import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import { numbersIn } from "../../locales";
import { useDisplayLanguage, usePane, useSession, useTexts } from "../state/pane-context";
import type { Question } from "../state/question";
import { useLayout } from "../theme/styles";
import { AnswerButton } from "./answer-button";
import { outcomeText } from "./answer-text";
import { useOutcomes } from "./use-outcomes";

/** The list states another total than its rows add up to: where it stands, and that it may be right all the same. */
export function TotalQuestion({
  question: { address, stated, read, groups },
}: {
  question: Extract<Question, { kind: "totalDiffers" }>;
}) {
  const layout = useLayout();
  const session = useSession();
  const { step } = usePane();
  const { question: words, shell } = useTexts();
  const { money } = numbersIn[useDisplayLanguage()];
  const choices = useMemo(() => [{ acceptTotal: true }], []);
  const [outcome] = useOutcomes(choices);
  return (
    <>
      <p className={layout.text}>
        {words.totals(money(stated), money(read), money(Math.abs(stated - read)))}
        {groups !== "" && ` ${words.groups(groups)}`}
      </p>
      <div className={layout.row}>
        <Button size="small" onClick={() => void session.show(groups === "" ? address : groups)}>
          {shell.showCells}
        </Button>
        {step !== "source" && (
          <Button size="small" onClick={() => session.goTo("source")}>
            {shell.chooseColumns}
          </Button>
        )}
      </div>
      <AnswerButton
        title={words.acceptTotal}
        smallPrint={outcomeText(outcome, "total", words)}
        onChoose={() => session.answer({ acceptTotal: true })}
      />
      {step === "source" && <p className={layout.hint}>{words.totalHelp}</p>}
    </>
  );
}
