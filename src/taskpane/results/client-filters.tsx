import { Field, Select, ToggleButton, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { numbersIn } from "../../locales";
import type { Language } from "../../locales";
import type { Membership } from "../../portfolio";

const useStyles = makeStyles({
  group: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXS },
  label: {
    width: "100%",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  toggle: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
});

export interface ClassTogglesProps<Class extends string> {
  label: string;
  /** Classes in the order in which they are offered; those without clients are left out unless chosen. */
  classes: readonly Class[];
  names: Readonly<Record<Class, string>>;
  counts: ReadonlyMap<Class, number>;
  chosen: readonly Class[];
  onChange: (chosen: readonly Class[]) => void;
  language: Language;
}

/** One kind of classes as toggles with the number of clients in each. */
export function ClassToggles<Class extends string>({
  label,
  classes,
  names,
  counts,
  chosen,
  onChange,
  language,
}: ClassTogglesProps<Class>) {
  const styles = useStyles();
  const id = useId();
  const offered = classes.filter((own) => counts.has(own) || chosen.includes(own));
  if (offered.length === 0) return null;
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      {offered.map((own) => (
        <ToggleButton
          key={own}
          size="small"
          className={styles.toggle}
          checked={chosen.includes(own)}
          onClick={() =>
            onChange(chosen.includes(own) ? chosen.filter((other) => other !== own) : [...chosen, own])
          }
        >
          {`${names[own]} · ${numbersIn[language].number(counts.get(own) ?? 0)}`}
        </ToggleButton>
      ))}
    </div>
  );
}

/** A choice among the managers or the departments of the list; nothing where it names fewer than two. */
export function GroupChoice({
  membership,
  anyone,
  chosen,
  onChange,
}: {
  membership: Membership | null;
  /** The choice of all of them. */
  anyone: string;
  chosen: string | null;
  onChange: (name: string | null) => void;
}) {
  if (!membership || membership.groups.length < 2) return null;
  const { groups, header } = membership;
  const position = chosen === null ? -1 : groups.indexOf(chosen);
  return (
    <Field label={header}>
      <Select
        value={String(position)}
        onChange={(_, { value }) => onChange(value === "-1" ? null : groups[Number(value)])}
      >
        <option value="-1">{anyone}</option>
        {groups.map((name, at) => (
          <option key={name} value={String(at)}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
