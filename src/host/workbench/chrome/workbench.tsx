import { FluentProvider, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { hostTextsOf } from "../../../locales";
import type { Bench } from "../bench";
import type { GridView } from "../grid";
import { writeQuery } from "../query";
import { displayLanguages } from "../settings";
import { DropZone } from "./drop-zone";
import { NoticeBar } from "./notice-bar";
import { OpenQuestion } from "./open-question";
import { PaneFrame } from "./pane-frame";
import { region, useRegionKeys } from "./regions";
import { focusPaneButton, Ribbon } from "./ribbon";
import { SheetGrid } from "./sheet-grid";
import { StatusBar } from "./status-bar";
import { SaveQuestion } from "./save-question";
import { TextsContext } from "./texts";
import { chromeThemes } from "./theme";
import { TitleBar } from "./title-bar";
import { useShortcuts } from "./shortcuts";

const useStyles = makeStyles({
  page: { height: "100vh", display: "flex", flexDirection: "column", overflow: "hidden" },
  middle: { flex: 1, minHeight: 0, display: "flex", position: "relative" },
  grid: { flex: 1, minWidth: 0, display: "flex", flexDirection: "column" },
  busy: {
    position: "absolute",
    inset: 0,
    zIndex: 10,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    backgroundColor: tokens.colorNeutralBackgroundAlpha2,
  },
});

interface WorkbenchProps {
  bench: Bench;
  /** Given the grid when it stands, and null when it goes. */
  onGrid: (grid: GridView | null) => void;
}

/** The whole page: title bar, ribbon, sheet and pane, status bar. */
export function Workbench({ bench, onGrid }: WorkbenchProps) {
  const styles = useStyles();
  const state = useSyncExternalStore(bench.subscribe, () => bench.state);
  const [paneWidth, setPaneWidth] = useState(350);
  const [grid, setGrid] = useState<GridView | null>(null);
  const takeGrid = useCallback(
    (view: GridView | null) => {
      setGrid(view);
      onGrid(view);
    },
    [onGrid],
  );
  const [isSaving, setSaving] = useState(false);
  const [asked, setAsked] = useState<{ open: () => void } | null>(null);
  const { settings, host, fileName } = state;
  const texts = hostTextsOf[settings.language].workbench;
  const unsaved = useRef(false);
  unsaved.current = state.unsaved;

  useEffect(() => {
    document.documentElement.lang = settings.language;
    document.title = fileName === "" ? texts.name : texts.title(fileName);
    const query = writeQuery(bench.query);
    if (query !== location.search) history.replaceState(null, "", location.pathname + query);
  }, [bench, settings, fileName, texts]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

  /** Opening replaces the workbook: what is not saved is asked about first. */
  const open = useMemo(
    () => ({
      file: (file: File) => ask(() => void bench.openFile(file)),
      sample: () => ask(() => void bench.openSample()),
    }),
    [bench],
  );
  function ask(proceed: () => void) {
    if (unsaved.current) setAsked({ open: proceed });
    else proceed();
  }
  const askToSave = () => setSaving(state.host !== null && state.busy === null && state.running === null);
  const picker = useRef<HTMLInputElement>(null);
  useRegionKeys();
  useShortcuts({ o: () => picker.current?.click(), s: askToSave, f: () => grid?.find() });

  return (
    <FluentProvider theme={chromeThemes[settings.theme]}>
      <TextsContext.Provider value={texts}>
        <DropZone onFile={open.file}>
          <div className={styles.page}>
            <TitleBar
              bench={bench}
              state={state}
              picker={picker}
              onFile={open.file}
              onSample={open.sample}
              onSave={askToSave}
            />
            <Ribbon bench={bench} state={state} grid={grid} />
            <NoticeBar notice={state.notice} onDismiss={bench.dismissNotice} />
            <div className={styles.middle}>
              <main className={styles.grid} aria-label={texts.worksheet} {...region}>
                {host && (
                  <SheetGrid
                    key={hostKey(host)}
                    host={host}
                    bench={bench}
                    onGrid={takeGrid}
                    language={displayLanguages[settings.language]}
                    theme={settings.theme}
                  />
                )}
              </main>
              {host && (
                <PaneFrame
                  key={`pane ${hostKey(host)}`}
                  visible={state.paneVisible}
                  width={paneWidth}
                  onResize={setPaneWidth}
                  onReady={() => bench.paneIsReady(host)}
                  onAct={bench.beginStep}
                  onClose={() => {
                    bench.hidePane();
                    focusPaneButton();
                  }}
                />
              )}
              {state.busy !== null && (
                <div className={styles.busy}>
                  <Spinner label={state.busy} />
                </div>
              )}
            </div>
            <StatusBar state={state} />
            <SaveQuestion
              open={isSaving}
              proposed={bench.nameToSave}
              onCancel={() => setSaving(false)}
              onSave={(name) => {
                setSaving(false);
                void bench.save(name);
              }}
            />
            <OpenQuestion
              fileName={fileName}
              open={asked !== null}
              onCancel={() => setAsked(null)}
              onConfirm={() => {
                setAsked(null);
                asked?.open();
              }}
            />
          </div>
        </DropZone>
      </TextsContext.Provider>
    </FluentProvider>
  );
}

const keys = new WeakMap<object, number>();
let nextKey = 1;

/** A number for each host: what is drawn for one is not kept for the next. */
function hostKey(host: object): number {
  const key = keys.get(host) ?? nextKey++;
  keys.set(host, key);
  return key;
}
