import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { explanationTextsOf } from "../../locales/explanation-texts";
import type { Classification } from "../../portfolio";
import { useDisplayLanguage, usePane, useSession } from "../state/pane-context";
import { useLayout } from "../theme/styles";
import { type ExplainedFigure, clientColumnOf, explainedCell } from "./explained-cell";
import { useSelectedCell } from "./use-selected-cell";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  cell: {
    minWidth: "24px",
    minHeight: "24px",
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    justifyContent: "flex-start",
  },
});

/** Explains what is selected in the sheet: a result of ours, a client's row, a figure of the report (methods §15). */
export function WhyCard() {
  const { classification } = usePane();
  return classification ? <Why classification={classification} /> : null;
}

function Why({ classification }: { classification: Classification }) {
  const styles = useStyles();
  const layout = useLayout();
  const language = useDisplayLanguage();
  const { freshness } = usePane();
  const [wide, setWide] = useState(false);
  const texts = explanationTextsOf[language];
  const cell = useSelectedCell(clientColumnOf(classification), classification);
  const explained = useMemo(
    () => cell && explainedCell(classification, cell, language),
    [classification, cell, language],
  );
  const changed = cell && (cell.report ? freshness?.sheets : cell.result ? freshness?.columns : null);
  return (
    <section aria-label={texts.title} aria-live="polite">
      {explained && (
        <div className={styles.card}>
          <h2 className={layout.heading}>
            {texts.title} {explained.name}
          </h2>
          {changed && <p className={layout.hint}>{texts.changed}</p>}
          {explained.problem && <p className={layout.text}>{explained.problem}</p>}
          {explained.figures.map((figure) => (
            <Figure key={figure.heading} figure={figure} />
          ))}
          {explained.further && (
            <Button
              size="small"
              appearance="subtle"
              aria-expanded={wide}
              onClick={() => setWide(!wide)}
              style={{ alignSelf: "start" }}
            >
              {texts.all}
            </Button>
          )}
          {wide && explained.further?.().map((figure) => <Figure key={figure.heading} figure={figure} />)}
        </div>
      )}
    </section>
  );
}

function Figure({ figure: { heading, sentences, frame, areas } }: { figure: ExplainedFigure }) {
  const styles = useStyles();
  const layout = useLayout();
  const session = useSession();
  const language = useDisplayLanguage();
  const texts = explanationTextsOf[language];
  return (
    <div className={layout.tight}>
      <h3 className={layout.heading}>{heading}</h3>
      <p className={layout.text}>{sentences.join(" ")}</p>
      <p className={layout.hint}>{frame}</p>
      {areas.length > 0 && (
        <div className={layout.row}>
          {areas.map((area) => (
            <Button
              key={area}
              size="small"
              appearance="transparent"
              className={styles.cell}
              aria-label={texts.goTo(area)}
              onClick={() => void session.show(area)}
            >
              {area}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
