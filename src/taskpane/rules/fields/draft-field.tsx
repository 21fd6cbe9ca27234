import { Field, Input, makeStyles, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Draft } from "./drafts";

const useStyles = makeStyles({
  // Fluent's inputs do not shrink below 20 letters by themselves.
  field: { minWidth: 0, overflowWrap: "anywhere" },
  input: { minWidth: 0, width: "100%" },
  after: { whiteSpace: "nowrap" },
});

export interface DraftFieldProps {
  /** Above the field; without it the accessible name is all. */
  label?: string;
  draft: Draft;
  hint?: string;
  /** What stands at the end of the field. */
  after?: ReactNode;
  type?: "text" | "date";
  /** For a label that says too little by itself. */
  accessibleName?: string;
  className?: string;
}

/** A field with what is wrong below it; the last valid rule stays in force meanwhile. */
export function DraftField({
  label,
  draft,
  hint,
  after,
  type = "text",
  accessibleName,
  className,
}: DraftFieldProps) {
  const styles = useStyles();
  return (
    <Field
      label={label}
      hint={hint}
      className={mergeClasses(styles.field, className)}
      validationMessage={draft.problem ?? undefined}
      validationState={draft.problem === null ? "none" : "error"}
    >
      <Input
        type={type}
        className={styles.input}
        input={{ className: styles.input }}
        inputMode={type === "text" ? "decimal" : undefined}
        value={draft.value}
        aria-label={accessibleName}
        contentAfter={after ? <span className={styles.after}>{after}</span> : undefined}
        onChange={(_, { value }) => draft.onChange(value)}
        onFocus={draft.onFocus}
        onBlur={draft.onBlur}
      />
    </Field>
  );
}
