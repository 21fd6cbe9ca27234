import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment } from "react";
import { textsOf, type Language } from "../../locales";
import type { Classification } from "../../portfolio";

const useStyles = makeStyles({
  glossary: {
    marginTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    "> summary": {
      minHeight: "24px",
      lineHeight: "24px",
      cursor: "pointer",
      color: tokens.colorBrandForeground1,
    },
  },
  terms: { margin: 0, color: tokens.colorNeutralForeground2 },
  term: { fontWeight: tokens.fontWeightSemibold },
  meaning: { margin: `0 0 ${tokens.spacingVerticalXS}` },
});

export interface GlossaryProps {
  classification: Classification;
  language: Language;
}

/** What the abbreviations of these results stand for, folded away until somebody asks. */
export function Glossary({ classification, language }: GlossaryProps) {
  const styles = useStyles();
  const { title, terms } = textsOf[language].pane.results.glossary;
  const { activity, portfolio, quadrants } = classification;
  const used = [
    terms.concentration,
    terms.abc,
    ...(portfolio.window.periods.length > 0 ? [terms.xyz] : []),
    ...(quadrants.some((quadrant) => quadrant !== null) ? [terms.quadrant] : []),
    ...(activity ? [terms.activity] : []),
  ];
  return (
    <details className={styles.glossary}>
      <summary>{title}</summary>
      <dl className={styles.terms}>
        {used.map(({ term, meaning }) => (
          <Fragment key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.meaning}>{meaning}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
