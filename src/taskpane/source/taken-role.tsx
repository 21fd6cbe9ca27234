import { Button, makeStyles } from "@fluentui/react-components";
import type { Role } from "../../portfolio";
import { useTexts } from "../state/pane-context";

const useStyles = makeStyles({
  question: { flexBasis: "100%", display: "flex", flexDirection: "column", gap: "4px", minWidth: 0 },
  text: { overflowWrap: "anywhere" },
  answers: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** Asks before a role that only one column can have is taken from the column that has it. */
export function TakenRole({
  role,
  holder,
  header,
  onTake,
  onLeave,
}: {
  role: Role;
  holder: string;
  header: string;
  onTake: () => void;
  onLeave: () => void;
}) {
  const styles = useStyles();
  const { source } = useTexts();
  return (
    <div className={styles.question} role="alert">
      <span className={styles.text}>{source.roleIsTaken(source.roles[role], holder)}</span>
      <div className={styles.answers}>
        <Button size="small" onClick={onTake}>
          {source.takeInstead(header)}
        </Button>
        <Button size="small" onClick={onLeave}>
          {source.leaveAsItIs(holder)}
        </Button>
      </div>
    </div>
  );
}
