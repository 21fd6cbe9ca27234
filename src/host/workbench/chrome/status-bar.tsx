import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { ExcelHost } from "../../excel-host";
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

/** How often the host is asked what it does; it has no event for that. */
const lookMilliseconds = 300;

type Doing = "ready" | "editing" | "calculating";

function doingOf(host: ExcelHost | null): Doing {
  if (host?.cellEditing.active) return "editing";
  return host?.workbook.$isCalculating ? "calculating" : "ready";
}

/** What Excel is doing. */
export function StatusBar({ state }: { state: BenchState }) {
  const styles = useStyles();
  const texts = useTexts();
  const { busy, running, host } = state;
  const [doing, setDoing] = useState<Doing>("ready");
  useEffect(() => {
    const timer = setInterval(() => setDoing(doingOf(host)), lookMilliseconds);
    return () => clearInterval(timer);
  }, [host]);
  return (
    <footer className={styles.bar} aria-label={texts.status}>
      <span role="status">{busy ?? (running !== null ? texts.running : texts[doing])}</span>
      {host && <span>{texts.apiLevels[state.settings.apiLevel]}</span>}
    </footer>
  );
}
