import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { textsOf, type Language } from "../../locales";
import { type Policy, weightOf } from "../../portfolio";
import type { WantedCriterion } from "../../workbook";
import { useLayout } from "../theme/styles";
import { DraftField } from "./fields/draft-field";
import { useDrafts } from "./fields/drafts";
import { typedTogether } from "./fields/typed-together";
import { typedNumber, writtenNumber } from "./fields/typed-values";

const useStyles = makeStyles({
  criterion: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 5rem",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
  },
});

export interface ScoreColumnsProps {
  /** The ready criteria that the list has no column for. */
  missing: readonly WantedCriterion[];
  /** Puts columns for them beside the list. */
  onAdd: (criteria: readonly WantedCriterion[]) => Promise<void>;
  policy: Policy;
  onChange: (policy: Policy) => void;
  language: Language;
}

/** Empty columns for scores, put beside the list: which criteria, and what each weighs. */
export function ScoreColumns({ missing, onAdd, policy, onChange, language }: ScoreColumnsProps) {
  const layout = useLayout();
  const words = textsOf[language].pane.rules.matrix.scoreColumns;
  const [isOpen, setOpen] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const wanted = missing.filter(({ header }) => !left.has(header));
  if (missing.length === 0) return null;
  const choose = (header: string, isWanted: boolean) => {
    const next = new Set(left);
    if (isWanted) next.delete(header);
    else next.add(header);
    setLeft(next);
  };
  const add = async () => {
    setBusy(true);
    await onAdd(wanted);
    setBusy(false);
    setOpen(false);
  };
  if (!isOpen) {
    return (
      <div className={layout.tight}>
        <div className={layout.row}>
          <Button size="small" aria-expanded={false} onClick={() => setOpen(true)}>
            {words.open}
          </Button>
        </div>
        <p className={layout.hint}>{words.hint}</p>
      </div>
    );
  }
  return (
    <div role="group" aria-label={words.open} className={layout.tight}>
      <p className={layout.text}>{words.choose}</p>
      <Criteria
        missing={missing}
        isWanted={(header) => !left.has(header)}
        onWant={choose}
        policy={policy}
        onChange={onChange}
        language={language}
      />
      <div className={layout.row}>
        <Button size="small" disabledFocusable={busy || wanted.length === 0} onClick={() => void add()}>
          {words.add(wanted.length)}
        </Button>
        <Button size="small" onClick={() => setOpen(false)}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}

interface CriteriaProps extends Omit<ScoreColumnsProps, "onAdd"> {
  isWanted: (header: string) => boolean;
  onWant: (header: string, isWanted: boolean) => void;
}

/** Criteria with a tick and a weight each. */
function Criteria({ missing, isWanted, onWant, policy, onChange, language }: CriteriaProps) {
  const layout = useLayout();
  const styles = useStyles();
  const { matrix, problems } = textsOf[language].pane.rules;
  const { weights } = policy.kaism;
  const headers = missing.map(({ header }) => header);
  const draft = useDrafts(
    Object.fromEntries(headers.map((header) => [header, writtenNumber(weightOf(weights, header), language)])),
    (written) => {
      const typed = headers.map((header) =>
        typedNumber(written[header], language, (weight) => weight >= 0, problems.negativeWeight),
      );
      return typedTogether(Object.fromEntries(headers.map((header, i) => [header, typed[i]])), (next) =>
        onChange({ ...policy, kaism: { ...policy.kaism, weights: { ...weights, ...next } } }),
      );
    },
  );
  return (["attractiveness", "loyalty"] as const).map((axis) => {
    const ofAxis = missing.filter((criterion) => criterion.axis === axis);
    return ofAxis.length === 0 ? null : (
      <div key={axis} role="group" aria-label={matrix[axis]} className={layout.tight}>
        <div className={styles.criterion}>
          <h4 className={layout.heading}>{matrix[axis]}</h4>
          <span className={layout.hint}>{matrix.weight}</span>
        </div>
        {ofAxis.map(({ header }) => (
          <div key={header} className={styles.criterion}>
            <Checkbox
              label={header.slice(header.indexOf(":") + 2)}
              checked={isWanted(header)}
              onChange={(_, { checked }) => onWant(header, checked === true)}
            />
            <DraftField accessibleName={matrix.weightOf(header)} draft={draft(header)} />
          </div>
        ))}
      </div>
    );
  });
}
