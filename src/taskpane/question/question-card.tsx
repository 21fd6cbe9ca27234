import { makeStyles, shorthands, tokens } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { useId, type ReactNode } from "react";
import { useFocusHandedOn } from "../shell/hand-focus-on";
import type { Question } from "../state/question";
import { useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";
import { DoubtQuestion } from "./doubt-question";
import { questionText } from "./answer-text";
import { TotalQuestion } from "./total-question";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    minWidth: 0,
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    ...shorthands.border("1px", "solid", tokens.colorNeutralStroke1),
    borderLeftWidth: "4px",
    borderLeftColor: tokens.colorCompoundBrandStroke,
  },
  head: { display: "flex", gap: "8px", alignItems: "flex-start" },
  icon: {
    flexShrink: 0,
    fontSize: "20px",
    lineHeight: tokens.lineHeightBase400,
    color: tokens.colorBrandForeground1,
  },
  heading: {
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
});

/** A question that must be answered before anything is written: one click answers it. */
export function QuestionCard({ question }: { question: Question }) {
  const { question: words } = useTexts();
  return question.kind === "doubtful" ? (
    <Card key={question.doubt.about} title={questionText(question.doubt, words)}>
      <DoubtQuestion doubt={question.doubt} />
    </Card>
  ) : (
    <Card key="total" title={words.totalDiffers}>
      <TotalQuestion question={question} />
    </Card>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  const layout = useLayout();
  const styles = useStyles();
  const { question: words } = useTexts();
  const place = useFocusHandedOn<HTMLDivElement>();
  const id = useId();
  return (
    <div ref={place} className={styles.card} role="group" aria-labelledby={id}>
      <div className={styles.head}>
        <span className={styles.icon} aria-hidden>
          <QuestionCircleRegular />
        </span>
        <h3 className={styles.heading} id={id} aria-live="polite">
          {title}
        </h3>
      </div>
      {children}
      <p className={layout.hint}>{words.hint}</p>
    </div>
  );
}
