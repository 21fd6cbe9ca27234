import { makeStyles, mergeClasses, Spinner, tokens, Tooltip } from "@fluentui/react-components";
import type { Bench, BenchState, RibbonCommand } from "../bench";
import type { GridView } from "../grid";
import { region } from "./regions";
import { SheetTools } from "./sheet-tools";
import { useTexts } from "./texts";

const useStyles = makeStyles({
  ribbon: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
    padding: "0 8px 2px",
  },
  tab: {
    display: "inline-block",
    padding: "4px 10px 2px",
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
  groups: { display: "flex", gap: "8px" },
  group: { display: "flex", gap: "2px", padding: "4px 0 0" },
  button: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "flex-start",
    gap: "2px",
    minWidth: "88px",
    maxWidth: "120px",
    minHeight: "64px",
    padding: "6px 4px 2px",
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: "inherit",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase100,
    textAlign: "center",
    cursor: "pointer",
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground3Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ":active": {
      backgroundColor: tokens.colorNeutralBackground3Pressed,
      color: tokens.colorNeutralForeground1Pressed,
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    ":disabled": {
      cursor: "default",
      backgroundColor: "transparent",
      color: tokens.colorNeutralForegroundDisabled,
    },
  },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground3Selected,
    color: tokens.colorNeutralForeground1Selected,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  icon: { width: "32px", height: "32px", display: "grid", placeItems: "center" },
});

const paneButton = "pane-button";

/** Where the keyboard goes when the pane is closed. */
export function focusPaneButton(): void {
  document.getElementById(paneButton)?.focus();
}

/** An icon of the manifest, sharp on displays of twice the density too. */
function Icon({ name }: { name: "keyfolio" | "classify" | "report" }) {
  const picture = `assets/icons/${name}`;
  return <img src={`${picture}-32.png`} srcSet={`${picture}-64.png 2x`} width={32} height={32} alt="" />;
}

interface RibbonProps {
  bench: Bench;
  state: BenchState;
  grid: GridView | null;
}

/** The Home tab: the add-in's three buttons, and what Excel has for the sheet. */
export function Ribbon({ bench, state, grid }: RibbonProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { host, paneVisible, running, busy } = state;
  const isOpen = host !== null && busy === null;

  const command = (name: RibbonCommand, label: string, tip: string, icon: "classify" | "report") => (
    <Tooltip content={tip} relationship="description">
      <button
        type="button"
        className={styles.button}
        disabled={!isOpen || running !== null}
        aria-busy={running === name}
        onClick={() => void bench.run(name)}
      >
        <span className={styles.icon}>
          {running === name ? <Spinner size="small" /> : <Icon name={icon} />}
        </span>
        {label}
      </button>
    </Tooltip>
  );

  return (
    <div className={styles.ribbon} role="region" aria-label={texts.ribbon} {...region}>
      <span className={styles.tab}>{texts.home}</span>
      <div className={styles.groups}>
        <div className={styles.group} role="group" aria-label="Keyfolio">
          <Tooltip content={texts.paneTip} relationship="description">
            <button
              type="button"
              id={paneButton}
              className={mergeClasses(styles.button, paneVisible && styles.pressed)}
              disabled={!isOpen}
              aria-pressed={paneVisible}
              onClick={paneVisible ? bench.hidePane : bench.showPane}
            >
              <span className={styles.icon}>
                <Icon name="keyfolio" />
              </span>
              {texts.pane}
            </button>
          </Tooltip>
          {command("classifyRows", texts.classifyRows, texts.classifyRowsTip, "classify")}
          {command("portfolioReport", texts.portfolioReport, texts.portfolioReportTip, "report")}
        </div>
        <SheetTools host={host} grid={grid} disabled={!isOpen || running !== null} />
      </div>
    </div>
  );
}
