import { Badge, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { memo } from "react";
import { numbersIn, textsOf, type Language } from "../../locales";
import type { Classification } from "../../portfolio";
import type { Firmness } from "../../analysis";
import { useLayout } from "../theme/styles";
import { borderlineOf } from "./use-firmness";
import { ClientCard } from "./client-card/client-card";
import type { PinDecision } from "./client-card/pin-choice";

const useStyles = makeStyles({
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { display: "flex", alignItems: "center" },
  client: {
    flexGrow: 1,
    minWidth: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  line: { display: "flex", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  share: { whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  track: { height: "4px", margin: `${tokens.spacingVerticalXXS} 0`, borderRadius: "2px" },
  bar: {
    height: "100%",
    minWidth: "1px",
    borderRadius: "2px",
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
  found: { display: "block", overflowWrap: "anywhere", fontSize: tokens.fontSizeBase200 },
  classes: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

const statusColors = { key: "brand", dependence: "warning", mono: "danger" } as const;

export interface ClientRowProps {
  classification: Classification;
  client: number;
  language: Language;
  /** Share at which the bar is full. */
  fullShare: number;
  /** Whether Tab comes to this row. */
  inTabOrder: boolean;
  picked: boolean;
  /** Name in the list that the client was found by; null where it is the one shown. */
  foundBy: string | null;
  /** Whether its card is open. */
  isOpen: boolean;
  onOpen: (client: number) => void;
  onShow: (client: number) => void;
  /** Null until it is known. */
  firmness: Firmness | null;
  /** Undefined: the user cannot decide about a status here. */
  onPin: ((client: number, pin: PinDecision) => void) | undefined;
  /** Makes a sheet about the client of that name; undefined: none can be made here. */
  onDossier: ((client: string) => void) | undefined;
  /** Undefined: clients cannot be picked here. */
  onPick: ((client: number, picked: boolean) => void) | undefined;
}

/** One client: name, share, classes. The whole row is the button that opens the client's card and shows it in the sheet. */
export const ClientRow = memo(function ClientRow({
  classification,
  client,
  language,
  fullShare,
  inTabOrder,
  picked,
  foundBy,
  isOpen,
  onOpen,
  onShow,
  firmness,
  onPin,
  onDossier,
  onPick,
}: ClientRowProps) {
  const styles = useStyles();
  const layout = useLayout();
  const { portfolio, shares, statuses, abc, xyz, quadrants, activity, record } = classification;
  const texts = textsOf[language];
  const { percent, scaled } = numbersIn[language];
  const status = statuses[client];
  const quadrant = quadrants[client];
  const name = portfolio.clients[client];
  const share = shares[client];
  const hasHistory = portfolio.window.periods.length > 0;
  const quiet = activity?.statuses[client];
  const tabIndex = inTabOrder ? 0 : -1;
  return (
    <li className={styles.row} data-client={client}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.client}
          tabIndex={tabIndex}
          aria-expanded={isOpen}
          onClick={() => onOpen(client)}
        >
          <span className={styles.line}>
            <span className={styles.name}>{name}</span> <span className={styles.share}>{percent(share)}</span>
          </span>{" "}
          <span className={styles.track} aria-hidden style={{ display: "block" }}>
            <span
              className={styles.bar}
              style={{ display: "block", width: `${Math.max(0, Math.min(1, share / fullShare)) * 100}%` }}
            />
          </span>
          {foundBy !== null && (
            <>
              <span className={styles.found}>{texts.pane.results.inList(foundBy)}</span>{" "}
            </>
          )}
          <span className={styles.classes}>
            {status !== "regular" && (
              <Badge appearance="tint" color={statusColors[status]}>
                {texts.columns.statuses[status]}
              </Badge>
            )}{" "}
            <span>{hasHistory ? abc[client] + xyz[client] : abc[client]}</span>{" "}
            <span>{scaled(classification.baseAmounts[client])}</span>{" "}
            {borderlineOf(classification, firmness, client).length > 0 && (
              <span title={texts.pane.clientCard.borderline}>
                ≈<span className={layout.unseen}> {texts.pane.clientCard.borderline}</span>
              </span>
            )}{" "}
            {quadrant && (
              <span>{`${texts.portfolio.quadrant} ${texts.portfolio.quadrantNames[quadrant]}`}</span>
            )}{" "}
            {quiet && quiet !== "active" && quiet !== "notEnoughHistory" && (
              <Badge
                appearance="outline"
                color={quiet === "atRisk" || quiet === "lost" ? "danger" : "informative"}
              >
                {texts.columns.activity[quiet]}
              </Badge>
            )}{" "}
            {(quiet === "atRisk" || quiet === "lost") && activity && record && (
              <span>{texts.pane.results.quietFor(activity.silences[client], record.history.unit)}</span>
            )}
          </span>
        </button>
        {onPick && (
          <Checkbox
            checked={picked}
            onChange={(_, { checked }) => onPick(client, checked === true)}
            aria-label={texts.pane.results.addToWhatIf(name)}
            title={texts.pane.results.addToWhatIf(name)}
            tabIndex={tabIndex}
          />
        )}
      </div>
      {isOpen && (
        <ClientCard
          classification={classification}
          client={client}
          language={language}
          onShow={() => onShow(client)}
          firmness={firmness}
          onPin={onPin && ((pin) => onPin(client, pin))}
          onDossier={onDossier && (() => onDossier(name))}
        />
      )}
    </li>
  );
});
