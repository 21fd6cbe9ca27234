import { numbersIn, textsOf, type Language } from "../../../locales";
import type { LimitReading } from "../../../portfolio";
import { useLayout } from "../../theme/styles";
import { DraftField } from "./draft-field";
import { useDrafts } from "./drafts";
import { SideBySide } from "./side-by-side";
import { typedLimit } from "./typed-values";

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
  /** Whether the second limit must not be below the first, or not above it. */
  order: "ascending" | "descending";
  reading: LimitReading;
  hint: string;
  onChange: (first: number, second: number) => void;
  language: Language;
}

/** Two limits that come into force together. */
export function LimitPair({ first, second, order, reading, hint, onChange, language }: LimitPairProps) {
  const layout = useLayout();
  const { problems } = textsOf[language].pane.rules;
  const { limit } = numbersIn[language];
  const draft = useDrafts({ first: limit(first.value), second: limit(second.value) }, (texts) => {
    const one = typedLimit(texts.first, reading, language);
    const two = typedLimit(texts.second, reading, language);
    if (one.problem !== undefined || two.problem !== undefined) {
      return { problems: { first: one.problem, second: two.problem } };
    }
    const inOrder = order === "ascending" ? two.value >= one.value : two.value <= one.value;
    if (!inOrder) {
      const wrong = order === "ascending" ? problems.below : problems.above;
      return { problems: { second: wrong(first.name, one.value) } };
    }
    return { commit: () => onChange(one.value, two.value) };
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
