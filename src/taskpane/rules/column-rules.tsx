import { Checkbox } from "@fluentui/react-components";
import { textsOf } from "../../locales";
import { defaultPolicy } from "../../portfolio";
import { useLayout } from "../theme/styles";
import { CardRule } from "./card-rule";
import { RuleGroup } from "./fields/rule-group";
import type { RulesProps } from "./rules";

/** Which result columns stand beside the list. */
export function ColumnRules({ policy, onChange, language }: RulesProps) {
  const layout = useLayout();
  const texts = textsOf[language];
  const words = texts.pane.rules.columns;
  const all = defaultPolicy.columns;
  return (
    <RuleGroup title={words.title} summary={words.summary(policy.columns.length, all.length)}>
      <div role="group" aria-label={words.legend} className={layout.tight}>
        <p className={layout.hint}>{words.legend}</p>
        {all.map((column) => (
          <Checkbox
            key={column}
            label={texts.columns.headers[column]}
            checked={policy.columns.includes(column)}
            onChange={(_, { checked }) =>
              onChange({
                ...policy,
                columns: all.filter((own) => (own === column ? checked : policy.columns.includes(own))),
              })
            }
          />
        ))}
      </div>
      <CardRule policy={policy} onChange={onChange} language={language} />
    </RuleGroup>
  );
}
