import { Button } from "@fluentui/react-components";
import { usePane, useSession, useTexts } from "../state/pane-context";
import { Message } from "./message";

/** Says quietly that the user went to another list, and offers it. */
export function Elsewhere() {
  const session = useSession();
  const { elsewhere } = usePane();
  const { shell } = useTexts();
  if (!elsewhere) return null;
  return (
    <Message
      intent="info"
      actions={
        <Button size="small" onClick={() => void session.chooseList(elsewhere.reference)}>
          {shell.useIt}
        </Button>
      }
      onDismiss={() => session.stayHere()}
    >
      {shell.elsewhere(elsewhere.name)}
    </Message>
  );
}
