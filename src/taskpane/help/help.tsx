import { Link } from "@fluentui/react-components";
import type { Language } from "../../locales";
import { glossaryTextsOf } from "../../locales/glossary-texts";
import { StepSection } from "../shell/step-section";
import { useDisplayLanguage } from "../state/pane-context";
import { useLayout } from "../theme/styles";
import { Terms } from "./terms";

/** Formulas that have a help page of their own, in the order of the product. */
export const explainedFormulas = [
  "KEYSHARE",
  "KEYSTATUS",
  "ABCXYZ",
  "KAISM",
  "SCORE",
  "CONCENTRATION",
] as const;

/** Address of a formula's help page beside the pane's own page. */
export const helpPageOf = (formula: string, language: Language): string =>
  language === "ru" ? `help/ru-RU/${formula}.html` : `help/${formula}.html`;

/** How to go about it, what the words mean, and where the formulas are explained. */
export function Help() {
  const layout = useLayout();
  const language = useDisplayLanguage();
  const texts = glossaryTextsOf[language];
  return (
    <StepSection title={texts.title}>
      <h3 className={layout.heading}>{texts.start}</h3>
      <ol style={{ margin: 0, paddingInlineStart: "20px" }}>
        {texts.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3 className={layout.heading}>{texts.words}</h3>
      <Terms terms={Object.values(texts.terms)} />
      <h3 className={layout.heading}>{texts.formulas}</h3>
      <p className={layout.hint}>{texts.formulasHint}</p>
      <ul className={layout.plainList}>
        {explainedFormulas.map((formula) => (
          <li key={formula}>
            <Link
              href={helpPageOf(formula, language)}
              target="_blank"
              rel="noopener"
              style={{ display: "inline-block", lineHeight: "24px" }}
            >
              {`KAM.${formula}`}
            </Link>
          </li>
        ))}
      </ul>
    </StepSection>
  );
}
