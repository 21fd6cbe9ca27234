import { Checkbox, Field } from "@fluentui/react-components";
import { textsOf } from "../../locales";
import { mostCards } from "../../portfolio";
import { DraftField } from "./fields/draft-field";
import { useDrafts } from "./fields/drafts";
import { typedTogether } from "./fields/typed-together";
import { typedNumber } from "./fields/typed-values";
import type { RulesProps } from "./rules";

/** Whether status cells carry what explains them, and how many at most. */
export function CardRule({
  policy,
  onChange,
  language,
}: Pick<RulesProps, "policy" | "onChange" | "language">) {
  const words = textsOf[language].pane.rules.columns.cards;
  const draft = useDrafts({ most: policy.cards === 0 ? "" : String(policy.cards) }, ({ most }) =>
    typedTogether<{ most: number }>(
      {
        most: typedNumber(
          most,
          language,
          (value) => Number.isInteger(value) && value >= 1 && value <= mostCards,
          words.notSoMany(mostCards),
        ),
      },
      (typed) => onChange({ ...policy, cards: typed.most }),
    ),
  );
  return (
    <>
      <Field hint={words.hint}>
        <Checkbox
          label={words.label}
          checked={policy.cards > 0}
          onChange={(_, { checked }) => onChange({ ...policy, cards: checked === true ? mostCards : 0 })}
        />
      </Field>
      {policy.cards > 0 && <DraftField label={words.most} draft={draft("most")} />}
    </>
  );
}
