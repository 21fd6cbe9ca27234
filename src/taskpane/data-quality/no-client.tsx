import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import { textsOf, type Language } from "../../locales";
import { identityOf } from "../../portfolio";

const useStyles = makeStyles({
  fold: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    "> summary": {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      cursor: "pointer",
      overflowWrap: "anywhere",
      ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    },
  },
  inside: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  help: { margin: 0, color: tokens.colorNeutralForeground2 },
  field: { width: "100%", minWidth: 0 },
  input: { minWidth: 0, width: "100%" },
});

/** Names that are offered while one is typed. */
const mostOffered = 200;

/** Takes somebody out of the clients: the money stays in the total. */
export function NoClient({
  clients,
  language,
  onNoClient,
}: {
  /** Names as they stand in the list, the largest first. */
  clients: readonly string[];
  language: Language;
  onNoClient: (name: string) => void;
}) {
  const styles = useStyles();
  const words = textsOf[language].pane.dataQuality;
  const id = useId();
  const [typed, setTyped] = useState("");
  const byIdentity = useMemo(() => new Map(clients.map((name) => [identityOf(name), name])), [clients]);
  const found = typed.trim() === "" ? undefined : byIdentity.get(identityOf(typed));
  const take = () => {
    if (found === undefined) return;
    setTyped("");
    onNoClient(found);
  };
  return (
    <details className={styles.fold}>
      <summary>{words.someone}</summary>
      <div className={styles.inside}>
        <p className={styles.help}>{words.someoneHelp}</p>
        <Field label={words.someoneName} className={styles.field}>
          <Input
            className={styles.input}
            input={{ className: styles.input, list: id }}
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
        <datalist id={id}>
          {clients.slice(0, mostOffered).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Button size="small" disabledFocusable={found === undefined} onClick={take}>
          {words.notClient}
        </Button>
      </div>
    </details>
  );
}
