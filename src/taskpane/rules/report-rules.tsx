import { Checkbox, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { textsOf } from "../../locales";
import { longestPreparedBy } from "../../portfolio";
import { RuleGroup } from "./fields/rule-group";
import type { RulesProps } from "./rules";

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" } });

/** Whose report it is, and whether it is proved. */
export function ReportRules({ policy, onChange, language }: RulesProps) {
  const styles = useStyles();
  const words = textsOf[language].pane.rules.report;
  // What is kept ends with no space, what is being typed may.
  const [typed, setTyped] = useState(policy.preparedBy ?? "");
  return (
    <RuleGroup title={words.title} summary={policy.preparedBy ?? ""}>
      <Field label={words.preparedBy} hint={words.hint}>
        <Input
          className={styles.input}
          input={{ className: styles.input }}
          autoComplete="name"
          maxLength={longestPreparedBy}
          value={typed}
          onChange={(_, { value }) => {
            setTyped(value);
            const name = value.replace(/\p{Cc}/gu, " ").trim();
            onChange({ ...policy, preparedBy: name === "" ? null : name });
          }}
        />
      </Field>
      <Field hint={words.proofHint}>
        <Checkbox
          label={words.proof}
          checked={policy.proof === true}
          onChange={(_, { checked }) => onChange({ ...policy, proof: checked === true ? true : null })}
        />
      </Field>
    </RuleGroup>
  );
}
