import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { readingText } from "../../locales";
import type { Portfolio } from "../../portfolio";
import { useFold } from "../shell/fold-memory";
import { useDisplayLanguage, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";
import { readingInBrief } from "./reading-in-brief";

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
});

/** How the list was read: what matters in one line, all of it behind a fold. */
export function ReadingLine({ portfolio }: { portfolio: Portfolio }) {
  const layout = useLayout();
  const styles = useStyles();
  const language = useDisplayLanguage();
  const { source } = useTexts();
  const fold = useFold("all of the reading");
  const brief = useMemo(() => readingInBrief(portfolio, language), [portfolio, language]);
  const all = useMemo(() => readingText(portfolio, language), [portfolio, language]);
  return (
    <div className={layout.tight} role="group" aria-label={source.howRead}>
      {/* Of documents that are added up, their own line says it. */}
      {!portfolio.list.lines && <p className={layout.text}>{brief}</p>}
      <details className={styles.fold} {...fold}>
        <summary>{source.allOfReading}</summary>
        <p className={layout.hint}>{all}</p>
      </details>
    </div>
  );
}
