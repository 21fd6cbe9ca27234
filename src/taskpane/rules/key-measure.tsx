import { Button } from "@fluentui/react-components";
import { useMemo, useRef } from "react";
import { keyProposal } from "../../analysis";
import { textsOf } from "../../locales";
import type { Classification, Policy } from "../../portfolio";
import { useLayout } from "../theme/styles";
import { Choice } from "./fields/choice";
import { DraftField } from "./fields/draft-field";
import { useDrafts } from "./fields/drafts";
import { typedTogether } from "./fields/typed-together";
import { typedNumber, writtenNumber } from "./fields/typed-values";
import type { RulesProps } from "./rules";

type KeyRule = Policy["ladder"]["by"];
type Measure = "share" | "amount" | "top";

const measureOf = (rule: KeyRule): Measure =>
  rule === "share" ? "share" : "amount" in rule ? "amount" : "top";

/** Clients that are worth a manager each, where nobody says how many. */
const usualTop = 20;

/** What makes a client key: its share, an amount of money, or to be among the largest (methods §2). */
export function KeyMeasure({
  classification,
  policy,
  onChange,
  language,
}: Pick<RulesProps, "classification" | "policy" | "onChange" | "language">) {
  const texts = textsOf[language].pane.rules;
  const words = texts.ladder;
  const { by } = policy.ladder;
  const measure = measureOf(by);
  const change = (rule: KeyRule) =>
    onChange({ ...policy, ladder: { ...policy.ladder, by: rule, preset: "own" } });
  const value = by === "share" ? null : "amount" in by ? by.amount.value : by.top;
  const draft = useDrafts({ value: value === null ? "" : writtenNumber(value, language) }, (written) => {
    const isTop = measure === "top";
    const typed = typedNumber(
      written.value,
      language,
      (number) => number > 0 && (!isTop || Number.isInteger(number)),
      isTop ? texts.problems.notWhole : texts.problems.notAboveZero,
    );
    return typedTogether({ value: typed }, (next) =>
      change(isTop ? { top: next.value } : { amount: { value: next.value, inclusive: true } }),
    );
  });
  return (
    <>
      <Choice
        label={words.measure}
        value={measure}
        choices={words.measures}
        onChange={(next) => change(ruleOf(next, classification, policy))}
      />
      {measure !== "share" && <DraftField label={words.measureValue[measure]} draft={draft("value")} />}
    </>
  );
}

/** A rule of another measure that singles out about as many clients as the list can spare managers for. */
function ruleOf(measure: Measure, classification: Classification | null, { ladder }: Policy): KeyRule {
  if (measure === "share") return "share";
  if (measure === "top") return { top: Math.min(usualTop, classification?.baseAmounts.length ?? usualTop) };
  const byShare = classification ? ladder.key.value * classification.total : 0;
  return { amount: { value: byShare > 0 ? Math.round(byShare) || byShare : 1, inclusive: true } };
}

/** Where nobody is key: what would single out accounts worth a manager, with one click (methods §2). */
export function KeyProposal({
  classification,
  policy,
  onChange,
  language,
}: Pick<RulesProps, "policy" | "onChange" | "language"> & { classification: Classification }) {
  const layout = useLayout();
  const place = useRef<HTMLDivElement>(null);
  const words = textsOf[language].pane.rules.ladder;
  const { baseAmounts, total, statuses } = classification;
  const proposal = useMemo(
    () => (statuses.every((status) => status === "regular") ? keyProposal(baseAmounts, total) : null),
    [baseAmounts, total, statuses],
  );
  if (!proposal) return <div ref={place} tabIndex={-1} />;
  const { share, top } = proposal;
  const take = (ladder: Partial<Policy["ladder"]>) => {
    onChange({ ...policy, ladder: { ...policy.ladder, ...ladder, preset: "own" } });
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1} className={layout.tight}>
      <p className={layout.text} role="status">
        {words.nobodyIsKey}
      </p>
      <div className={layout.row}>
        {share && (
          <Button
            size="small"
            onClick={() => take({ by: "share", key: { value: share.limit, inclusive: true } })}
          >
            {words.takeShare(share.limit, share.clients, share.part)}
          </Button>
        )}
        <Button size="small" onClick={() => take({ by: { top: top.clients } })}>
          {words.takeTop(top.clients, top.part)}
        </Button>
      </div>
    </div>
  );
}
