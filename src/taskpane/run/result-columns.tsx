import { Checkbox, makeStyles, shorthands } from "@fluentui/react-components";
import { textsOf } from "../../locales";
import { defaultPolicy } from "../../portfolio";
import { usePane, useSession, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";

const useStyles = makeStyles({
  group: { ...shorthands.borderStyle("none"), margin: 0, padding: 0, minWidth: 0 },
  choices: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(130px, 1fr))" },
});

/** Which result columns are written; kept with the rules. Their headers stand in the language of the results. */
export function ResultColumns() {
  const layout = useLayout();
  const styles = useStyles();
  const session = useSession();
  const { policy, language } = usePane();
  const { run } = useTexts();
  const all = defaultPolicy.columns;
  const { headers } = textsOf[language].columns;
  return (
    <fieldset className={styles.group}>
      <legend className={layout.heading}>{run.columns}</legend>
      <div className={styles.choices} lang={language}>
        {all.map((column) => {
          const chosen = policy.columns.includes(column);
          return (
            <Checkbox
              key={column}
              label={headers[column]}
              checked={chosen}
              disabled={chosen && policy.columns.length === 1}
              onChange={() =>
                session.changePolicy({
                  ...policy,
                  columns: all.filter((each) => (each === column ? !chosen : policy.columns.includes(each))),
                })
              }
            />
          );
        })}
      </div>
      {policy.columns.length === 1 && <p className={layout.hint}>{run.atLeastOne}</p>}
    </fieldset>
  );
}
