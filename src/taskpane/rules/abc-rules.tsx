import { useMemo } from "react";
import { abc } from "../../analysis";
import { textsOf } from "../../locales";
import { partOfWhole } from "../../portfolio";
import { Choice } from "./fields/choice";
import { ClassBars } from "./counts/class-bars";
import { classCounts } from "./counts/class-counts";
import { LimitPair } from "./fields/limit-pair";
import { RuleGroup } from "./fields/rule-group";
import type { RulesProps } from "./rules";

/** Limits of ABC, and what they would give. */
export function AbcRules({ classification, policy, onChange, language }: RulesProps) {
  const texts = textsOf[language];
  const words = texts.pane.rules.abc;
  const { abc: rule } = policy;
  const counts = useMemo(
    () =>
      classification &&
      classCounts(abc(classification.baseAmounts, rule), classification.shares, ["A", "B", "C"] as const),
    [classification, rule],
  );
  return (
    <RuleGroup title={words.title} summary={words.summary(rule.aLimit, rule.bLimit)}>
      <LimitPair
        first={{ label: words.aLimit, name: "A", value: rule.aLimit }}
        second={{ label: words.bLimit, name: "B", value: rule.bLimit }}
        order="ascending"
        reading={partOfWhole}
        hint={words.hint}
        onChange={(aLimit, bLimit) => onChange({ ...policy, abc: { ...rule, aLimit, bLimit } })}
        language={language}
      />
      {counts && classification && (
        <ClassBars
          title={words.distribution}
          counts={counts}
          names={texts.report.abcXyz.abc}
          base={classification.base}
          language={language}
        />
      )}
      <Choice
        label={words.crossing}
        value={rule.crossing}
        choices={words.crossings}
        onChange={(crossing) => onChange({ ...policy, abc: { ...rule, crossing } })}
      />
    </RuleGroup>
  );
}
