import { Field, Input, Select, makeStyles } from "@fluentui/react-components";
import type { Language } from "../../locales";
import { whatIfTextsOf } from "../../locales/what-if-texts";
import { parseNumberText, type Scenario, type ScenarioCosts } from "../../portfolio";
import { parseDiscounts, writtenAmount, writtenDiscounts } from "./discount-ladder";

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" } });

/** What is typed about a scenario, as it stands in the fields. */
const nothingTyped = {
  kind: "leaves" as Scenario["change"]["kind"],
  part: "10",
  days: "30",
  interest: "",
  costs: "",
  discounts: "",
};
export type Typed = typeof nothingTyped;

/** The fields with what scenarios were reckoned with before. */
export const typedBefore = (
  { fixedCosts, discounts }: ScenarioCosts,
  decimalSeparator: "." | ",",
): Typed => ({
  ...nothingTyped,
  costs: fixedCosts === 0 ? "" : writtenAmount(fixedCosts, decimalSeparator),
  discounts: writtenDiscounts(discounts, decimalSeparator),
});

/** What the fields say; null where one cannot be read. */
export interface ReadFields {
  change: Scenario["change"] | null;
  part: number | null;
  days: number | null;
  interest: number | null;
  fixedCosts: number | null;
  discounts: Scenario["discounts"] | null;
}

/** Reads what stands in the fields. */
export function scenarioTyped(typed: Typed, decimalSeparator: "." | ","): ReadFields {
  const numberIn = (text: string, most = Infinity, empty: number | null = null) => {
    if (text.trim() === "") return empty;
    const value = parseNumberText(text.replace("%", "").trim(), decimalSeparator);
    return value !== null && value >= 0 && value <= most ? value : null;
  };
  const part = numberIn(typed.part, 100);
  const days = numberIn(typed.days);
  const interest = numberIn(typed.interest, Infinity, 0);
  const { kind } = typed;
  let change: ReadFields["change"] = null;
  if (kind === "leaves") change = { kind };
  else if (kind !== "paysLater") change = part === null ? null : { kind, part: part / 100 };
  else if (days !== null) change = { kind, days, interest: (interest ?? 0) / 100 };
  return {
    change,
    part,
    days,
    interest,
    fixedCosts: numberIn(typed.costs, Infinity, 0),
    discounts: parseDiscounts(typed.discounts, decimalSeparator),
  };
}

/** What happens with the clients, and what it is reckoned with: a field only where the list can do something with it. */
export function ScenarioFields({
  typed,
  read,
  onType,
  hasProfit,
  hasPurchases,
  language,
}: {
  typed: Typed;
  read: ReadFields;
  onType: (part: Partial<Typed>) => void;
  hasProfit: boolean;
  hasPurchases: boolean;
  language: Language;
}) {
  const styles = useStyles();
  const words = whatIfTextsOf[language];
  const field = (
    name: Exclude<keyof Typed, "kind">,
    label: string,
    problem: string | undefined,
    hint?: string,
  ) => (
    <Field label={label} hint={hint} validationMessage={problem}>
      <Input
        inputMode={name === "discounts" ? "text" : "decimal"}
        className={styles.input}
        input={{ className: styles.input }}
        value={typed[name]}
        onChange={(_, { value }) => onType({ [name]: value })}
      />
    </Field>
  );
  const isPart = typed.kind === "buysLess" || typed.kind === "paysLess";
  return (
    <>
      <Field label={words.change}>
        <Select
          className={styles.input}
          select={{ className: styles.input }}
          value={typed.kind}
          onChange={(_, { value }) => onType({ kind: value as Typed["kind"] })}
        >
          {(Object.keys(words.changes) as Typed["kind"][]).map((kind) => (
            <option key={kind} value={kind}>
              {words.changes[kind]}
            </option>
          ))}
        </Select>
      </Field>
      {isPart && field("part", words.part, read.part === null ? words.notAPart : undefined)}
      {typed.kind === "paysLater" &&
        field("days", words.days, read.days === null ? words.notDays : undefined)}
      {typed.kind === "paysLater" &&
        hasProfit &&
        field(
          "interest",
          words.interest,
          read.interest === null ? words.notInterest : undefined,
          words.interestHint,
        )}
      {hasProfit &&
        field(
          "costs",
          words.fixedCosts,
          read.fixedCosts === null ? words.notAnAmount : undefined,
          words.fixedCostsHint,
        )}
      {hasPurchases &&
        field(
          "discounts",
          words.discounts,
          read.discounts === null ? words.notDiscounts : undefined,
          words.discountsHint,
        )}
    </>
  );
}
