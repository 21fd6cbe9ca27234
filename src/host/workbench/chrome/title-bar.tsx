import { Button, makeStyles, mergeClasses, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowRedoRegular, ArrowUndoRegular, FolderOpenRegular, SaveRegular } from "@fluentui/react-icons";
import type { RefObject } from "react";
import { textFileEndings } from "../../read-file";
import type { Bench, BenchState } from "../bench";
import { region } from "./regions";
import { SettingsMenu } from "./settings-menu";
import { useTexts } from "./texts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    minHeight: "40px",
    padding: "0 8px",
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  title: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    textAlign: "center",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  contrast: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  button: {
    ":disabled": { backgroundColor: "transparent", color: tokens.colorNeutralForegroundInvertedDisabled },
    ":disabled:hover": {
      backgroundColor: "transparent",
      color: tokens.colorNeutralForegroundInvertedDisabled,
    },
  },
  hidden: { display: "none" },
});

/** What can be opened, and .xls, which is refused with what to do about it. */
const workbookEndings = [".xlsx", ".xlsm", ".xltx", ".xltm", ".xls"];

interface TitleBarProps {
  bench: Bench;
  state: BenchState;
  picker: RefObject<HTMLInputElement | null>;
  onFile: (file: File) => void;
  onSample: () => void;
  onSave: () => void;
}

/** The name of the workbook, opening and saving, and which Excel this is. */
export function TitleBar({ bench, state, picker, onFile, onSample, onSave }: TitleBarProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { fileName, unsaved, host, busy, running, canUndo, canRedo } = state;
  // White letters on black need an edge around what can be pressed.
  const isContrast = state.settings.theme === "contrast";
  const appearance = isContrast ? "outline" : "primary";
  const idle = busy === null && running === null;
  return (
    <header className={mergeClasses(styles.bar, isContrast && styles.contrast)} {...region}>
      <input
        ref={picker}
        className={styles.hidden}
        type="file"
        accept={[...workbookEndings, ...textFileEndings].join()}
        aria-label={texts.open}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = "";
          if (file) onFile(file);
        }}
      />
      <Tooltip content={texts.openTip} relationship="description">
        <Button
          appearance={appearance}
          className={styles.button}
          icon={<FolderOpenRegular />}
          disabled={!idle}
          onClick={() => picker.current?.click()}
        >
          {texts.open}
        </Button>
      </Tooltip>
      <Tooltip content={texts.saveTip} relationship="description">
        <Button
          appearance={appearance}
          className={styles.button}
          icon={<SaveRegular />}
          disabled={!idle || host === null}
          onClick={onSave}
        >
          {texts.save}
        </Button>
      </Tooltip>
      <Tooltip content={texts.undo} relationship="label">
        <Button
          appearance={appearance}
          className={styles.button}
          icon={<ArrowUndoRegular />}
          disabled={!idle || !canUndo}
          onClick={bench.undo}
        />
      </Tooltip>
      <Tooltip content={texts.redo} relationship="label">
        <Button
          appearance={appearance}
          className={styles.button}
          icon={<ArrowRedoRegular />}
          disabled={!idle || !canRedo}
          onClick={bench.redo}
        />
      </Tooltip>
      <h1 className={styles.title}>
        {fileName === "" ? texts.name : fileName}
        {unsaved && ` – ${texts.unsaved}`}
      </h1>
      <SettingsMenu
        bench={bench}
        settings={state.settings}
        disabled={!idle || host === null}
        onSample={onSample}
      />
    </header>
  );
}
