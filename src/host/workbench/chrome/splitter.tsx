import { makeStyles, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { useTexts } from "./texts";

const narrowest = 320;
const widest = 800;
const keyStep = 10;

const useStyles = makeStyles({
  bar: {
    width: "6px",
    flexShrink: 0,
    cursor: "col-resize",
    touchAction: "none",
    backgroundColor: tokens.colorNeutralBackground4,
    ":hover": { backgroundColor: tokens.colorNeutralStroke1 },
    ":focus-visible": { backgroundColor: tokens.colorBrandStroke1, outline: "none" },
  },
  /** Over the frame while the bar is dragged: a frame would swallow the pointer. */
  veil: { position: "fixed", inset: 0, zIndex: 100, cursor: "col-resize" },
});

/** The bar between sheet and pane: dragged, or moved by the arrow keys. `width` is the pane's, in pixels. */
export function Splitter({ width, onChange }: { width: number; onChange: (width: number) => void }) {
  const styles = useStyles();
  const texts = useTexts();
  const [drag, setDrag] = useState<{ x: number; width: number } | null>(null);
  const within = (value: number) => Math.min(widest, Math.max(narrowest, value));

  function move(event: PointerEvent) {
    if (drag) onChange(within(drag.width + drag.x - event.clientX));
  }
  function press(event: KeyboardEvent) {
    const step = { ArrowLeft: keyStep, ArrowRight: -keyStep }[event.key];
    const edge = { Home: widest, End: narrowest }[event.key];
    if (step === undefined && edge === undefined) return;
    event.preventDefault();
    onChange(edge ?? within(width + (step ?? 0)));
  }
  return (
    <>
      <div
        className={styles.bar}
        role="separator"
        aria-orientation="vertical"
        aria-label={texts.resizePane}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.preventDefault();
          setDrag({ x: event.clientX, width });
        }}
      />
      {drag && <div className={styles.veil} onPointerMove={move} onPointerUp={() => setDrag(null)} />}
    </>
  );
}
