import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useEffect } from "react";
import type { Notice } from "../bench";
import { useTexts } from "./texts";

const useStyles = makeStyles({
  body: { whiteSpace: "normal", padding: "4px 0", maxHeight: "30vh", overflowY: "auto" },
});

/** Good news goes by itself. */
const successMilliseconds = 5_000;

/** What is to be told above the sheet: a file that cannot be opened, what a saved copy will be without. */
export function NoticeBar({ notice, onDismiss }: { notice: Notice | null; onDismiss: () => void }) {
  const styles = useStyles();
  const texts = useTexts();
  useEffect(() => {
    if (notice?.kind !== "success") return;
    const timer = setTimeout(onDismiss, successMilliseconds);
    return () => clearTimeout(timer);
  }, [notice, onDismiss]);
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
