import { Button, Field, Input, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { textsOf, type Language } from "../../../locales";
import { isIsoDay, type Classification, type KeyStatus } from "../../../portfolio";
import { useLayout } from "../../theme/styles";

/** A status that the user decides on, with why and until which ISO day; null takes the decision back. */
export type PinDecision = { status: KeyStatus; reason: string; until: string | null } | null;

const useStyles = makeStyles({
  fold: { "> summary": { minHeight: "24px", cursor: "pointer", color: tokens.colorBrandForeground1 } },
  input: { minWidth: 0, width: "100%" },
});

const statuses: readonly KeyStatus[] = ["key", "dependence", "mono", "regular"];

/** The user's own decision about a client's status (methods §6): the computed one stays in view beside it. */
export function PinChoice({
  classification,
  client,
  language,
  onPin,
}: {
  classification: Classification;
  client: number;
  language: Language;
  onPin: (pin: PinDecision) => void;
}) {
  const layout = useLayout();
  const styles = useStyles();
  const texts = textsOf[language];
  const words = texts.pane.clientCard.pin;
  const own = classification.pins[client];
  const computed = classification.statuses[client];
  const [status, setStatus] = useState<KeyStatus>(computed === "regular" ? "key" : "regular");
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState("");
  const isDay = until === "" || isIsoDay(until);
  if (own) {
    return (
      <div className={layout.tight}>
        {own.contradicted && (
          <p className={layout.hint}>{words.contradicted(texts.columns.statuses[computed])}</p>
        )}
        <div>
          <Button size="small" onClick={() => onPin(null)}>
            {words.takeBack}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <details className={styles.fold}>
      <summary>{words.title}</summary>
      <div className={layout.tight}>
        <Field label={words.status}>
          <Select
            size="small"
            value={status}
            className={styles.input}
            select={{ className: styles.input }}
            onChange={(_, { value }) => setStatus(value as KeyStatus)}
          >
            {statuses.map((each) => (
              <option key={each} value={each}>
                {texts.columns.statuses[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.reason}>
          <Input
            size="small"
            value={reason}
            className={styles.input}
            input={{ className: styles.input }}
            onChange={(_, { value }) => setReason(value)}
          />
        </Field>
        <Field
          label={words.until}
          hint={words.untilHint}
          validationMessage={isDay ? undefined : words.notADay}
        >
          <Input
            size="small"
            type="date"
            value={until}
            className={styles.input}
            input={{ className: styles.input }}
            onChange={(_, { value }) => setUntil(value)}
          />
        </Field>
        <div>
          <Button
            size="small"
            disabled={!isDay}
            onClick={() => onPin({ status, reason: reason.trim(), until: until === "" ? null : until })}
          >
            {words.keep}
          </Button>
        </div>
      </div>
    </details>
  );
}
