import { Checkbox, Field } from "@fluentui/react-components";
import { textsOf } from "../../locales";
import { RuleGroup } from "./fields/rule-group";
import type { RulesProps } from "./rules";

/** What the formulas of the add-in give besides their numbers. */
export function FormulaRules({ policy, onChange, language }: RulesProps) {
  const words = textsOf[language].pane.rules.formulas;
  return (
    <RuleGroup title={words.title} summary={words.summary(policy.formulaFormats)}>
      <Field hint={words.hint}>
        <Checkbox
          label={words.label}
          checked={policy.formulaFormats}
          onChange={(_, { checked }) => onChange({ ...policy, formulaFormats: checked === true })}
        />
      </Field>
    </RuleGroup>
  );
}
