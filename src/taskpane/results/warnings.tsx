import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useMemo } from "react";
import { textsOf, warningTexts, type Language } from "../../locales";
import { notesOf, type Classification } from "../../portfolio";

const useStyles = makeStyles({
  warnings: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorPaletteDarkOrangeBorderActive}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
});

/** What changes how the figures are to be read; nothing where they may be read as they stand. */
export function Warnings({
  classification,
  language,
}: {
  classification: Classification;
  language: Language;
}) {
  const styles = useStyles();
  const heading = useId();
  const warnings = useMemo(() => warningTexts(notesOf(classification), language), [classification, language]);
  if (warnings.length === 0) return null;
  return (
    <section className={styles.warnings} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {textsOf[language].pane.results.warnings}
      </h3>
      <ul className={styles.list}>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}
