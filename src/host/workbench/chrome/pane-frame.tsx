import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { onRegionKey, region } from "./regions";
import { Splitter } from "./splitter";
import { useTexts } from "./texts";

const useStyles = makeStyles({
  side: { display: "flex", flexShrink: 0 },
  pane: {
    display: "flex",
    flexDirection: "column",
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    padding: "2px 4px 2px 12px",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  frame: { flex: 1, border: "none", minHeight: 0, width: "100%", display: "block" },
});

interface PaneFrameProps {
  visible: boolean;
  /** Of the page in the frame, in pixels. */
  width: number;
  onResize: (width: number) => void;
  onReady: () => void;
  /** The person does something in the pane. */
  onAct: () => void;
  onClose: () => void;
}

/** The add-in's own page. It runs on while it is hidden, as a shared runtime does. */
export function PaneFrame({ visible, width, onResize, onReady, onAct, onClose }: PaneFrameProps) {
  const styles = useStyles();
  const texts = useTexts();
  const frame = useRef<HTMLIFrameElement>(null);
  async function ready() {
    const page = frame.current?.contentWindow as (Window & { Office?: typeof Office }) | null | undefined;
    page?.addEventListener("keydown", onRegionKey);
    for (const act of ["pointerdown", "keydown"]) page?.addEventListener(act, onAct, { capture: true });
    await page?.Office?.onReady();
    onReady();
  }
  return (
    <aside
      className={styles.side}
      style={{ display: visible ? undefined : "none" }}
      aria-label={texts.pane}
      {...region}
    >
      <Splitter width={width} onChange={onResize} />
      <div className={styles.pane} style={{ width }}>
        <div className={styles.header}>
          <h2 className={styles.title}>{texts.paneTitle}</h2>
          <Button
            appearance="subtle"
            size="small"
            icon={<DismissRegular />}
            aria-label={texts.closePane}
            onClick={onClose}
          />
        </div>
        <iframe
          ref={frame}
          className={styles.frame}
          title={texts.paneTitle}
          src="pane/taskpane.html"
          onLoad={() => void ready()}
        />
      </div>
    </aside>
  );
}
