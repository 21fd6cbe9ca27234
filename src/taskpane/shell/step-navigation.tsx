import { CounterBadge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { numbersIn } from "../../locales";
import { useDisplayLanguage, usePane, useSession, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";
import { steps } from "../state/pane-state";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    listStyleType: "none",
    margin: "0 -6px",
    padding: 0,
  },
  step: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    minHeight: "32px",
    padding: "2px 5px 0",
    borderTopStyle: "none",
    borderLeftStyle: "none",
    borderRightStyle: "none",
    borderBottomWidth: "3px",
    borderBottomStyle: "solid",
    borderBottomColor: "transparent",
    borderRadius: 0,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ":focus-visible": {
      outlineStyle: "solid",
      outlineWidth: "2px",
      outlineColor: tokens.colorStrokeFocus2,
      outlineOffset: "-2px",
    },
    // A transparent border becomes visible in forced colours.
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ":hover": { borderBottomColor: tokens.colorCompoundBrandStroke },
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});

/** The five steps; the one in view is marked, remarks on the data are counted. */
export function StepNavigation({ onGo }: { onGo: () => void }) {
  const layout = useLayout();
  const styles = useStyles();
  const session = useSession();
  const { step: here, classification } = usePane();
  const { shell } = useTexts();
  const numbers = numbersIn[useDisplayLanguage()];
  const remarks = classification?.portfolio.findings.length ?? 0;
  return (
    <nav aria-label={shell.stepsLabel}>
      <ol className={styles.list}>
        {steps.map((step) => (
          <li key={step}>
            <button
              type="button"
              className={mergeClasses(styles.step, step === here && styles.here)}
              aria-current={step === here ? "step" : undefined}
              onClick={() => {
                onGo();
                session.goTo(step);
              }}
            >
              {shell.steps[step]}
              {step === "dataQuality" && remarks > 0 && (
                <>
                  <span className={layout.unseen}>, {shell.findings(remarks, numbers)}</span>
                  <CounterBadge
                    count={remarks}
                    overflowCount={99}
                    size="small"
                    appearance="filled"
                    color="informative"
                    aria-hidden
                  />
                </>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
