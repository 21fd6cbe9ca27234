import { numbersIn, textsOf } from "../../locales";
import { partOfWhole, type Policy } from "../../portfolio";
import { useLayout } from "../theme/styles";
import { DraftField } from "./fields/draft-field";
import { useDrafts } from "./fields/drafts";
import { RuleGroup } from "./fields/rule-group";
import { SideBySide } from "./fields/side-by-side";
import { typedTogether } from "./fields/typed-together";
import { typedLimit, typedNumber, writtenNumber } from "./fields/typed-values";
import type { RulesProps } from "./rules";

const classes = ["A", "B", "C"] as const;
type AbcClass = (typeof classes)[number];

/** When a client declines, and when it is to be spoken to again. Nothing where the list has neither periods nor contacts. */
export function ActivityRules({ portfolio, classification, policy, onChange, language }: RulesProps) {
  const layout = useLayout();
  const texts = textsOf[language].pane.rules;
  const words = texts.activity;
  const { limit } = numbersIn[language];
  const { declineBelow } = policy.activity;
  const draft = useDrafts({ below: limit(declineBelow) }, ({ below }) =>
    typedTogether({ below: typedLimit(below, partOfWhole, language) }, (typed) =>
      onChange({ ...policy, activity: { ...policy.activity, declineBelow: typed.below } }),
    ),
  );
  const hasPeriods = portfolio === null || portfolio.wholeHistory.periods.length > 0;
  const hasContacts = portfolio !== null && portfolio.contacts !== null;
  if (!hasPeriods && !hasContacts) return null;
  const isDeclineKnown = classification?.activity?.expected.some((amount) => !Number.isNaN(amount)) ?? true;
  return (
    <RuleGroup title={words.title} summary={words.summary(declineBelow)}>
      {hasPeriods && (
        <DraftField
          label={words.declineBelow}
          hint={isDeclineKnown ? words.declineHint : words.declineUnknown}
          draft={draft("below")}
        />
      )}
      {hasContacts && (
        <>
          <p className={layout.text}>{words.contacts}</p>
          {classes.map((own) => (
            <ContactDays key={own} own={own} policy={policy} onChange={onChange} language={language} />
          ))}
        </>
      )}
    </RuleGroup>
  );
}

/** Days until the next contact with clients of a class, after a good talk and after a refusal. */
function ContactDays({
  own,
  policy,
  onChange,
  language,
}: Pick<RulesProps, "policy" | "onChange" | "language"> & { own: AbcClass }) {
  const texts = textsOf[language].pane.rules;
  const words = texts.activity;
  const { contacts } = policy;
  const days = contacts[own];
  const draft = useDrafts(
    { positive: writtenNumber(days.positive, language), negative: writtenNumber(days.negative, language) },
    (written) => {
      const typed = (text: string) =>
        typedNumber(
          text,
          language,
          (value) => Number.isInteger(value) && value >= 1,
          texts.problems.notWhole,
        );
      return typedTogether<Policy["contacts"][AbcClass]>(
        { positive: typed(written.positive), negative: typed(written.negative) },
        (next) => onChange({ ...policy, contacts: { ...contacts, [own]: next } }),
      );
    },
  );
  return (
    <SideBySide>
      <DraftField label={words.afterPositive(own)} draft={draft("positive")} />
      <DraftField label={words.afterNegative(own)} draft={draft("negative")} />
    </SideBySide>
  );
}
