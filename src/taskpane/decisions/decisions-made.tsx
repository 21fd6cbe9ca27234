import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { numbersIn, textsOf, type Texts } from "../../locales";
import { decisionsOf, without, type Decision } from "../state/decisions";
import { useDisplayLanguage, usePane, useSession, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";

const useStyles = makeStyles({
  fold: {
    "> summary": {
      width: "fit-content",
      padding: "2px 0",
      cursor: "pointer",
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase300,
      ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    },
  },
  decision: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    padding: "2px 0",
  },
  text: { minWidth: 0, overflowWrap: "anywhere" },
  undo: { flexShrink: 0 },
});

/** So few decisions are shown unfolded. */
const few = 3;

/** What the user decided about the list, each with its way back. */
export function DecisionsMade({ only = () => true }: { only?: (decision: Decision) => boolean }) {
  const layout = useLayout();
  const styles = useStyles();
  const session = useSession();
  const { mapping } = usePane();
  const language = useDisplayLanguage();
  const { question: words } = useTexts();
  const { statuses } = textsOf[language].columns;
  const { number } = numbersIn[language];
  const fold = useRef<HTMLDetailsElement>(null);
  const choices = mapping?.choices ?? {};
  const decisions = decisionsOf(choices).filter(only);
  if (decisions.length === 0) return null;
  const undo = (decision: Decision) => {
    // The button goes away with what it takes back.
    const summary = decisions.length > 1 ? fold.current?.querySelector("summary") : null;
    (summary ?? document.querySelector<HTMLElement>("main h2"))?.focus();
    session.decide(without(choices, decision));
  };
  return (
    <details ref={fold} className={styles.fold} open={decisions.length <= few || undefined}>
      <summary>{words.decided(decisions.length)}</summary>
      <ul className={layout.plainList}>
        {decisions.map((decision) => {
          const text = decisionText(decision, words, statuses, (rate) => number(rate, 6));
          return (
            <li key={text} className={styles.decision}>
              <span className={`${layout.hint} ${styles.text}`}>{text}</span>
              <Button
                size="small"
                appearance="subtle"
                className={styles.undo}
                aria-label={words.undoOf(text)}
                onClick={() => undo(decision)}
              >
                {words.undo}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function decisionText(
  decision: Decision,
  { decisions: words }: Texts["pane"]["question"],
  statuses: Texts["columns"]["statuses"],
  rateText: (rate: number) => string,
): string {
  switch (decision.kind) {
    case "currency": {
      const { currency, rates } = decision;
      if (!rates) return words.currency(currency);
      const worth = Object.entries(rates).map(([code, rate]) => words.rate(code, rateText(rate), currency));
      return words.rates(currency, worth);
    }
    case "dayFirst":
      return decision.dayFirst ? words.dayFirst : words.monthFirst;
    case "level":
      return words.level;
    case "acceptTotal":
      return words.acceptTotal;
    case "same":
      return words.same(decision.names);
    case "notClient":
      return words.notClient(decision.name);
    case "isClient":
      return words.isClient(decision.name);
    case "ignored":
      return words.ignored(decision.findings);
    case "pin":
      return words.pin(decision.name, statuses[decision.status]);
  }
}
