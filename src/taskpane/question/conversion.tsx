import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { typedNumber } from "../rules/fields/typed-values";
import { useDisplayLanguage, useSession, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";

const useStyles = makeStyles({
  fold: {
    "> summary": {
      padding: "4px 0",
      cursor: "pointer",
      ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    },
  },
  inside: { display: "flex", flexDirection: "column", gap: "8px", padding: "4px 0" },
  input: { minWidth: 0, width: "100%" },
});

/** Counts all currencies in one of them, by rates that the user types. */
export function Conversion({ codes }: { codes: readonly string[] }) {
  const layout = useLayout();
  const styles = useStyles();
  const session = useSession();
  const language = useDisplayLanguage();
  const { question: words } = useTexts();
  const [chosen, setChosen] = useState(codes[0]);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isAsked, setIsAsked] = useState(false);
  const into = codes.includes(chosen) ? chosen : codes[0];
  const others = codes.filter((code) => code !== into);
  const rates = others.map((code) => ({
    code,
    ...typedNumber(typed[code] ?? "", language, (rate) => rate > 0, words.rateMissing),
  }));
  const convert = () => {
    setIsAsked(true);
    const known = rates.flatMap(({ code, value }) => (value === undefined ? [] : [[code, value] as const]));
    if (known.length < others.length) return;
    session.answer({ currency: into, rates: Object.fromEntries(known) });
  };
  return (
    <details className={styles.fold}>
      <summary>{words.convert}</summary>
      <div className={styles.inside}>
        <Field label={words.convertInto}>
          <Select value={into} onChange={(_, { value }) => setChosen(value)}>
            {codes.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        </Field>
        {rates.map(({ code, problem }) => (
          <Field
            key={code}
            label={words.rateOf(code)}
            validationMessage={isAsked && problem !== undefined ? words.rateMissing : undefined}
          >
            <Input
              className={styles.input}
              input={{ className: styles.input }}
              inputMode="decimal"
              aria-label={words.rateName(code, into)}
              value={typed[code] ?? ""}
              contentAfter={<span>{into}</span>}
              onChange={(_, { value }) => setTyped({ ...typed, [code]: value })}
            />
          </Field>
        ))}
        <div className={layout.row}>
          <Button onClick={convert}>{words.convertNow(into)}</Button>
        </div>
      </div>
    </details>
  );
}
