import { textsOf } from "../../locales";
import { isIsoDay, type Policy, type Window } from "../../portfolio";
import { Choice } from "./fields/choice";
import { DraftField } from "./fields/draft-field";
import { useDrafts } from "./fields/drafts";
import { MissingColumns } from "./missing-columns";
import { RuleGroup } from "./fields/rule-group";
import type { RulesProps } from "./rules";
import { SideBySide } from "./fields/side-by-side";
import { typedTogether } from "./fields/typed-together";
import { typedNumber, writtenNumber } from "./fields/typed-values";

type WindowKind = "complete" | "last" | "range";

const kindOf = (window: Policy["window"]): WindowKind =>
  window === "complete" ? "complete" : "last" in window ? "last" : "range";

/** A window of another kind that takes in what is counted now. */
function windowOf(kind: WindowKind, { periods }: Window): Policy["window"] {
  if (kind === "complete") return "complete";
  if (kind === "last") return { last: Math.max(1, Math.min(12, periods.length)) };
  const year = new Date().getFullYear();
  return { from: periods[0]?.start ?? `${year}-01-01`, to: periods.at(-1)?.end ?? `${year}-12-31` };
}

const noPeriods: Window = { periods: [], leftOut: [] };

/** Which periods count, and as of which day. */
export function PeriodRules({ portfolio, policy, onChange, onChooseColumns, language }: RulesProps) {
  const texts = textsOf[language];
  const words = texts.pane.rules.periods;
  const { problems } = texts.pane.rules;
  const counted = portfolio?.window ?? noPeriods;
  const known = [...counted.periods, ...counted.leftOut];
  const { window } = policy;
  const kind = kindOf(window);
  const change = (next: Policy["window"]) => onChange({ ...policy, window: next });

  const inForce = {
    last: window !== "complete" && "last" in window ? writtenNumber(window.last, language) : "",
    from: window !== "complete" && "from" in window ? window.from : "",
    to: window !== "complete" && "from" in window ? window.to : "",
  };
  const draft = useDrafts(inForce, ({ last, from, to }) => {
    if (kind === "last") {
      const isCount = (value: number) => Number.isInteger(value) && value >= 1;
      const typed = typedNumber(last, language, isCount, problems.notWhole);
      if (portfolio && typed.value !== undefined && typed.value > known.length) {
        return { problems: { last: problems.tooManyPeriods(known.length) } };
      }
      return typedTogether({ last: typed }, (next) => change({ last: next.last }));
    }
    if (!isIsoDay(from)) return { problems: { from: problems.notADay } };
    if (!isIsoDay(to)) return { problems: { to: problems.notADay } };
    if (to < from) return { problems: { to: problems.dayOrder } };
    const isInside = known.some(({ start, end }) => start >= from && end <= to);
    if (portfolio && !isInside) return { problems: { to: problems.noPeriodInside } };
    return { commit: () => change({ from, to }) };
  });
  const asOf = useDrafts({ day: policy.asOf ?? "" }, ({ day }) => {
    if (day === "") return { commit: () => onChange({ ...policy, asOf: null }) };
    return isIsoDay(day)
      ? { commit: () => onChange({ ...policy, asOf: day }) }
      : { problems: { day: problems.notADay } };
  });

  const { periods } = counted;
  const range =
    periods.length > 0
      ? texts.portfolio.periodRange({
          unit: periods[0].unit,
          first: periods[0].start,
          last: periods[periods.length - 1].start,
          end: periods[periods.length - 1].end,
          count: periods.length,
        })
      : null;
  if (portfolio && known.length === 0) {
    return (
      <RuleGroup title={words.title} summary={words.noPeriods}>
        <MissingColumns onChooseColumns={onChooseColumns} language={language}>
          {words.noPeriodsHelp}
        </MissingColumns>
      </RuleGroup>
    );
  }
  return (
    <RuleGroup title={words.title} summary={range ?? (portfolio ? words.noPeriods : undefined)}>
      <Choice
        label={words.window}
        value={kind}
        choices={words.windows}
        onChange={(next) => change(windowOf(next, counted))}
        hint={range ? words.inForce(range) : undefined}
      />
      {kind === "last" && <DraftField label={words.last} draft={draft("last")} />}
      {kind === "range" && (
        <SideBySide>
          <DraftField type="date" label={words.from} draft={draft("from")} />
          <DraftField type="date" label={words.to} draft={draft("to")} />
        </SideBySide>
      )}
      <DraftField type="date" label={words.asOf} hint={words.asOfHint} draft={asOf("day")} />
    </RuleGroup>
  );
}
