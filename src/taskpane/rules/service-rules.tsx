import { textsOf } from "../../locales";
import { DraftField } from "./fields/draft-field";
import { useDrafts } from "./fields/drafts";
import { RuleGroup } from "./fields/rule-group";
import { typedTogether } from "./fields/typed-together";
import { typedNumber, writtenNumber } from "./fields/typed-values";
import type { RulesProps } from "./rules";

/** What an hour costs that is spent on a client. Nothing where the list has no column of hours. */
export function ServiceRules({ portfolio, policy, onChange, language }: RulesProps) {
  const { service: words, problems } = textsOf[language].pane.rules;
  const { hourlyRate } = policy.service;
  const draft = useDrafts(
    { rate: hourlyRate === null ? "" : writtenNumber(hourlyRate, language) },
    ({ rate }) => {
      const typed =
        rate.trim() === ""
          ? { value: null }
          : typedNumber(rate, language, (value) => value > 0, problems.notAboveZero);
      return typedTogether<{ rate: number | null }>({ rate: typed }, (next) =>
        onChange({ ...policy, service: { hourlyRate: next.rate } }),
      );
    },
  );
  if (!portfolio?.hours) return null;
  return (
    <RuleGroup title={words.title} summary={hourlyRate === null ? words.none : words.summary(hourlyRate)}>
      <DraftField label={words.rate} hint={words.hint} draft={draft("rate")} />
    </RuleGroup>
  );
}
