import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Notice } from "../bench";
import { useTexts } from "./texts";

const useStyles = makeStyles({
  body: { whiteSpace: "normal", padding: "4px 0", maxHeight: "30vh", overflowY: "auto" },
});

/** What is to be told above the sheet: a file that cannot be opened, what a saved copy will be without. */
export function NoticeBar({ notice, onDismiss }: { notice: Notice | null; onDismiss: () => void }) {
  const styles = useStyles();
  const texts = useTexts();
  if (notice === null) return null;
  return (
    <MessageBar intent={notice.kind} layout="multiline" role={notice.kind === "error" ? "alert" : "status"}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{notice.title}</MessageBarTitle>
        {notice.details.join(" · ")}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={texts.dismiss}
            onClick={onDismiss}
          />
        }
      />
    </MessageBar>
  );
}
