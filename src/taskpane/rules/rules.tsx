import { useDeferredValue, useMemo, useState } from "react";
import type { Language } from "../../locales";
import type { Classification, Policy, Portfolio } from "../../portfolio";
import { useLayout } from "../theme/styles";
import { AbcRules } from "./abc-rules";
import { ActivityRules } from "./activity-rules";
import { ColumnRules } from "./column-rules";
import { FileRules } from "./file-rules";
import { FormulaRules } from "./formula-rules";
import { LadderRules } from "./ladder-rules";
import { MatrixRules } from "./matrix-rules";
import { PeriodRules } from "./period-rules";
import { ReportRules } from "./report-rules";
import type { ScoreColumnsProps } from "./score-columns";
import { ServiceRules } from "./service-rules";
import { XyzRules } from "./xyz-rules";

export interface RulesProps {
  /** Null while there is no list. */
  portfolio: Portfolio | null;
  /** The last classification, perhaps by rules of a moment ago; null when there is none. */
  classification: Classification | null;
  policy: Policy;
  /** Called with rules that can be in force only. */
  onChange: (policy: Policy) => void;
  /** Goes to where the columns of the list are chosen. */
  onChooseColumns?: () => void;
  /** Columns for scores that can be put beside the list; absent where that cannot be, "lines": in a list of orders. */
  scoreColumns?:
    | (Pick<ScoreColumnsProps, "missing" | "onAdd"> & {
        /** Whether some of the ready criteria have columns already. */
        isWaiting: boolean;
      })
    | "lines";
  language: Language;
}

/** Every rule a user can choose, with what it would give while it is being chosen. */
export function Rules({ portfolio, classification, ...rules }: RulesProps) {
  const layout = useLayout();
  const { onChange } = rules;
  // A new classification is counted group by group, so that typing goes on meanwhile with 100,000 clients.
  const counted = useDeferredValue(
    useMemo(() => ({ portfolio, classification }), [portfolio, classification]),
  );
  const props: RulesProps = { ...rules, ...counted };
  /** Rules that came as a whole: what is half typed belongs to the old ones. */
  const [replaced, setReplaced] = useState(0);
  return (
    <div className={layout.column}>
      <div className={layout.column} key={replaced}>
        <LadderRules {...props} />
        <AbcRules {...props} />
        <XyzRules {...props} />
        <MatrixRules {...props} />
        <ActivityRules {...props} />
        <ServiceRules {...props} />
        <PeriodRules {...props} />
        <ColumnRules {...props} />
        <ReportRules {...props} />
        <FormulaRules {...props} />
      </div>
      <FileRules
        {...props}
        onChange={(policy) => {
          setReplaced(replaced + 1);
          onChange(policy);
        }}
      />
    </div>
  );
}
