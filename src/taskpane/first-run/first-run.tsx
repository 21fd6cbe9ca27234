import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { DataBarVerticalRegular } from "@fluentui/react-icons/svg/data-bar-vertical";
import { ShieldCheckmarkRegular } from "@fluentui/react-icons/svg/shield-checkmark";
import { TagRegular } from "@fluentui/react-icons/svg/tag";
import { Mishap } from "../shell/mishap";
import { StepSection } from "../shell/step-section";
import { usePane, useSession, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";

const useStyles = makeStyles({
  gain: { display: "flex", gap: "8px", alignItems: "flex-start", padding: "4px 0" },
  icon: { flexShrink: 0, fontSize: "20px", color: tokens.colorBrandForeground1, lineHeight: 1 },
  actions: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: "8px", marginTop: "8px" },
});

/** The first screen in a workbook: what it does, that nothing leaves the workbook, and two ways to begin. */
export function FirstRun() {
  const layout = useLayout();
  const styles = useStyles();
  const session = useSession();
  const { addingSample } = usePane();
  const { firstRun } = useTexts();
  const gains = [
    { text: firstRun.gains.classes, icon: <TagRegular /> },
    { text: firstRun.gains.report, icon: <DataBarVerticalRegular /> },
    { text: firstRun.gains.again, icon: <ArrowSyncRegular /> },
    { text: firstRun.privacy, icon: <ShieldCheckmarkRegular /> },
  ];
  return (
    <StepSection title={firstRun.title}>
      <p className={layout.text}>{firstRun.purpose}</p>
      <Mishap />
      <div className={styles.actions}>
        <Button appearance="primary" disabled={addingSample} onClick={() => void session.begin()}>
          {firstRun.start}
        </Button>
        <Button
          disabledFocusable={addingSample}
          icon={addingSample ? <Spinner size="tiny" /> : undefined}
          onClick={() => void session.useSample()}
        >
          {addingSample ? firstRun.addingSample : firstRun.sample}
        </Button>
        <p className={layout.hint}>{`${firstRun.sample}: ${firstRun.sampleHint}.`}</p>
      </div>
      <ul className={layout.plainList}>
        {gains.map(({ text, icon }) => (
          <li key={text} className={styles.gain}>
            <span className={styles.icon} aria-hidden>
              {icon}
            </span>
            {text}
          </li>
        ))}
      </ul>
    </StepSection>
  );
}
