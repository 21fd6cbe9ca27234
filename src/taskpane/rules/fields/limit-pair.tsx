import { numbersIn, type Language } from "../../../locales";
import type { LimitReading } from "../../../portfolio";
import { useLayout } from "../../theme/styles";
import { DraftField } from "./draft-field";
import { useDrafts } from "./drafts";
import { limitsInOrder, type LimitOrder } from "./limits-in-order";
import { SideBySide } from "./side-by-side";
import { typedTogether } from "./typed-together";

/** One of two limits that follow one another. */
interface PairLimit {
  /** As the field is called, and as the other one calls it. */
  label: string;
  name: string;
  value: number;
}

export interface LimitPairProps {
  first: PairLimit;
  second: PairLimit;
  order: LimitOrder;
  reading: LimitReading;
  hint: string;
  onChange: (first: number, second: number) => void;
  language: Language;
}

/** Two limits that come into force together. */
export function LimitPair({ first, second, order, reading, hint, onChange, language }: LimitPairProps) {
  const layout = useLayout();
  const { limit } = numbersIn[language];
  const draft = useDrafts({ first: limit(first.value), second: limit(second.value) }, (texts) => {
    const typedNext = limitsInOrder(order, reading, language);
    return typedTogether(
      { first: typedNext(texts.first, first.name), second: typedNext(texts.second, second.name) },
      (limits) => onChange(limits.first, limits.second),
    );
  });
  return (
    <div className={layout.tight}>
      <SideBySide>
        <DraftField label={first.label} draft={draft("first")} />
        <DraftField label={second.label} draft={draft("second")} />
      </SideBySide>
      <p className={layout.hint}>{hint}</p>
    </div>
  );
}
