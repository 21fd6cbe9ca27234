import { makeStyles, tokens } from "@fluentui/react-components";
import type { BenchState } from "../bench";
import { useTexts } from "./texts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    justifyContent: "space-between",
    padding: "2px 12px",
    minHeight: "20px",
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** What Excel is doing. */
export function StatusBar({ state }: { state: BenchState }) {
  const styles = useStyles();
  const texts = useTexts();
  const { busy, running } = state;
  return (
    <footer className={styles.bar} aria-label={texts.status}>
      <span role="status">{busy ?? (running === null ? texts.ready : texts.running)}</span>
    </footer>
  );
}
