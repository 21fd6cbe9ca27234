import { Button } from "@fluentui/react-components";
import { useDisplayLanguage, usePane, useRunState, useSession } from "../state/pane-context";
import { textsOf } from "../../locales";
import { outdatedTexts } from "../state/freshness";
import { useLayout } from "../theme/styles";
import { Message } from "./message";

/** Says that the workbook shows an earlier state, since when and what has changed, and brings it up to date. */
export function Outdated() {
  const layout = useLayout();
  const session = useSession();
  const { freshness, classification } = usePane();
  const run = useRunState();
  const language = useDisplayLanguage();
  if (!freshness || run.status === "running") return null;
  const lines = outdatedTexts(freshness, language);
  if (lines.length === 0) return null;
  return (
    <Message
      intent="info"
      actions={
        <Button size="small" disabledFocusable={!classification} onClick={() => void session.refresh()}>
          {textsOf[language].freshness.refresh}
        </Button>
      }
    >
      {lines.map((line) => (
        <p key={line} className={layout.text}>
          {line}
        </p>
      ))}
    </Message>
  );
}
