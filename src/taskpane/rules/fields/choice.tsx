import { Field, Select, makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  field: { minWidth: 0 },
  select: { minWidth: 0, width: "100%", textOverflow: "ellipsis" },
});

export interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  choices: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
  hint?: string;
  disabled?: boolean;
}

/** One of a few values. */
export function Choice<Value extends string>({
  label,
  value,
  choices,
  onChange,
  hint,
  disabled,
}: ChoiceProps<Value>) {
  const styles = useStyles();
  return (
    <Field label={label} hint={hint} className={styles.field}>
      <Select
        value={value}
        disabled={disabled}
        className={styles.select}
        select={{ className: styles.select }}
        onChange={(_, data) => onChange(data.value as Value)}
      >
        {(Object.keys(choices) as Value[]).map((choice) => (
          <option key={choice} value={choice}>
            {choices[choice]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
