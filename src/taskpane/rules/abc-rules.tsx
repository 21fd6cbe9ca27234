import { useMemo } from "react";
import { abc } from "../../analysis";
import { textsOf } from "../../locales";
import { partOfWhole } from "../../portfolio";
import { Choice } from "./fields/choice";
import { ClassDistribution } from "./counts/class-distribution";
import { LimitPair } from "./fields/limit-pair";
import { RuleGroup } from "./fields/rule-group";
import type { RulesProps } from "./rules";

const classNames = ["A", "B", "C"] as const;

/** Limits of ABC, and what they would give. */
export function AbcRules({ classification, policy, onChange, language }: RulesProps) {
  const texts = textsOf[language];
  const words = texts.pane.rules.abc;
  const { abc: rule } = policy;
  const isGiven = rule.limits === "given";
  const classes = useMemo(
    () => classification && abc(classification.baseAmounts, rule),
    [classification, rule],
  );
  return (
    <RuleGroup
      title={words.title}
      summary={isGiven ? words.summary(rule.aLimit, rule.bLimit) : words.computedSummary}
    >
      <Choice
        label={words.limits}
        value={rule.limits}
        choices={words.limitChoices}
        hint={isGiven ? undefined : words.computedHint}
        onChange={(limits) => onChange({ ...policy, abc: { ...rule, limits } })}
      />
      {isGiven && (
        <LimitPair
          first={{ label: words.aLimit, name: "A", value: rule.aLimit }}
          second={{ label: words.bLimit, name: "B", value: rule.bLimit }}
          order="ascending"
          reading={partOfWhole}
          hint={words.hint}
          onChange={(aLimit, bLimit) => onChange({ ...policy, abc: { ...rule, aLimit, bLimit } })}
          language={language}
        />
      )}
      <ClassDistribution
        title={words.distribution}
        classification={classification}
        classes={classes}
        order={classNames}
        names={texts.portfolio.abc}
        language={language}
      />
      {isGiven && (
        <Choice
          label={words.crossing}
          value={rule.crossing}
          choices={words.crossings}
          onChange={(crossing) => onChange({ ...policy, abc: { ...rule, crossing } })}
        />
      )}
    </RuleGroup>
  );
}
