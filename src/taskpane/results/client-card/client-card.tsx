import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Firmness } from "../../../analysis";
import { textsOf, type Language } from "../../../locales";
import { inSentences } from "../../../locales/wording/sentences";
import type { Classification } from "../../../portfolio";
import { adviceAbout } from "../../../workbook";
import { clientFacts } from "./client-facts";
import { HistoryLine } from "./history-line";
import { PinChoice, type PinDecision } from "./pin-choice";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    marginBottom: tokens.spacingVerticalS,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { margin: 0, overflowWrap: "anywhere" },
  todo: { margin: 0, overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    "@media (max-width: 260px)": { gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px" },
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  label: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  value: { margin: 0, overflowWrap: "anywhere" },
});

/** All about one client: what to do, its history, its classes with what they follow from. */
export function ClientCard({
  classification,
  client,
  language,
  onShow,
  firmness,
  onPin,
  onDossier,
}: {
  classification: Classification;
  client: number;
  language: Language;
  /** Null until it is known. */
  firmness: Firmness | null;
  /** Shows the client's row in the sheet. */
  onShow: () => void;
  /** Undefined: the user cannot decide here. */
  onPin: ((pin: PinDecision) => void) | undefined;
  /** Makes a sheet about the client; undefined: none can be made here. */
  onDossier: (() => void) | undefined;
}) {
  const styles = useStyles();
  const words = textsOf[language].pane.clientCard;
  const [first, ...others] = adviceAbout(classification, client, language);
  return (
    <div
      className={styles.card}
      role="group"
      aria-label={words.label(classification.portfolio.clients[client])}
    >
      {first !== undefined && (
        <p className={styles.todo}>
          {words.todo}: {first}
        </p>
      )}
      {others.length > 0 && (
        <p className={styles.text}>
          {words.further}: {inSentences(others)}
        </p>
      )}
      <HistoryLine classification={classification} client={client} language={language} />
      <dl className={styles.facts}>
        {clientFacts(classification, client, language, firmness).flatMap(({ label, text }) => [
          <dt key={label} className={styles.label}>
            {label}
          </dt>,
          <dd key={`${label}:`} className={styles.value}>
            {text}
          </dd>,
        ])}
      </dl>
      {onPin && (
        <PinChoice classification={classification} client={client} language={language} onPin={onPin} />
      )}
      <div className={styles.buttons}>
        <Button size="small" onClick={onShow}>
          {words.showRow}
        </Button>
        {onDossier && (
          <Button size="small" onClick={onDossier}>
            {words.dossier}
          </Button>
        )}
      </div>
    </div>
  );
}
