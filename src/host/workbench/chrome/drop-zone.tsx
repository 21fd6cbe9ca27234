import { makeStyles, tokens } from "@fluentui/react-components";
import { type DragEvent, type ReactNode, useState } from "react";
import { useTexts } from "./texts";

const useStyles = makeStyles({
  veil: {
    position: "fixed",
    inset: 0,
    zIndex: 1000,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    fontSize: tokens.fontSizeBase500,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackgroundAlpha,
    border: `4px dashed ${tokens.colorBrandStroke1}`,
    boxSizing: "border-box",
  },
});

/** A workbook that is dropped anywhere on the page is opened. */
export function DropZone({ onFile, children }: { onFile: (file: File) => void; children: ReactNode }) {
  const styles = useStyles();
  const texts = useTexts();
  const [over, setOver] = useState(false);
  const carriesFile = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return (
    <div
      onDragOver={(event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
    >
      {children}
      {over && (
        <div
          className={styles.veil}
          onDragOver={(event) => event.preventDefault()}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            const [file] = event.dataTransfer.files;
            if (file) onFile(file);
          }}
        >
          {texts.dropHere}
        </div>
      )}
    </div>
  );
}
