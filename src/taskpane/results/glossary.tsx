import { makeStyles, tokens } from "@fluentui/react-components";
import { useFold } from "../shell/fold-memory";
import { Terms } from "../help/terms";
import type { Language } from "../../locales";
import { glossaryTextsOf } from "../../locales/glossary-texts";
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
});

export interface GlossaryProps {
  classification: Classification;
  language: Language;
}

/** What the abbreviations of these results stand for, folded away until somebody asks. */
export function Glossary({ classification, language }: GlossaryProps) {
  const styles = useStyles();
  const { inResults: title, terms } = glossaryTextsOf[language];
  const { activity, portfolio, quadrants } = classification;
  const used = [
    terms.keyByShare,
    terms.concentration,
    terms.abc,
    ...(portfolio.window.periods.length > 0 ? [terms.xyz] : []),
    ...(quadrants.some((quadrant) => quadrant !== null) ? [terms.quadrant] : []),
    ...(activity ? [terms.activity] : []),
  ];
  return (
    <details className={styles.glossary} {...useFold("glossary of the results")}>
      <summary>{title}</summary>
      <Terms terms={used} />
    </details>
  );
}
