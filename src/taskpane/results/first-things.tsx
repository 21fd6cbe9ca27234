import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useMemo } from "react";
import { textsOf, type Language } from "../../locales";
import {
  firstActionsOf,
  mainGroupsOfClients,
  knowsActivity,
  knowsWhoLeft,
  type Classification,
  type UrgentAction,
} from "../../portfolio";
import { useLayout } from "../theme/styles";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  list: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  lead: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, overflowWrap: "anywhere" },
});

/** Clients that a sentence has room for. */
const named = 3;

/** What to do first: the clients behind each piece of urgent advice, with money and manager; a click shows them in the list. */
export function FirstThings({
  classification,
  language,
  onChoose,
}: {
  classification: Classification;
  language: Language;
  /** Shows the clients with that advice. */
  onChoose: (action: UrgentAction) => void;
}) {
  const layout = useLayout();
  const styles = useStyles();
  const heading = useId();
  const { firstThings: words, pane } = textsOf[language];
  const { lossMaking, portfolio } = classification;
  const actions = useMemo(() => firstActionsOf(classification), [classification]);
  const managers = useMemo(
    () => mainGroupsOfClients(portfolio.managers, portfolio.clients.length),
    [portfolio],
  );
  const isKnown = knowsActivity(classification);
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {words.first}
      </h3>
      {actions.length > 0 && (
        <ul className={styles.list}>
          {actions.map(({ action, clients, stakes, stake, others }) => (
            <li key={action}>
              <p className={styles.text}>
                <span className={styles.lead}>{words.firstLeads[action]}:</span>{" "}
                {words.firstActions[action]({
                  clients: clients.length,
                  stake,
                  others,
                  top: clients.slice(0, named).map((client, i) => ({
                    name: portfolio.clients[client],
                    stake: stakes[i],
                    managers: managers[client].slice(0, 2),
                  })),
                })}
              </p>
              <Button size="small" appearance="subtle" onClick={() => onChoose(action)}>
                {pane.results.showThem(clients.length)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {actions.length === 0 && (isKnown || lossMaking) && (
        <p className={styles.text}>{words.nothingUrgent}</p>
      )}
      {!knowsWhoLeft(classification) && <p className={layout.hint}>{words.activityUnknown}</p>}
    </section>
  );
}
