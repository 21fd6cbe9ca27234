import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, useState, type ReactNode } from "react";
import { useFold } from "../../shell/fold-memory";
import { useLayout } from "../../theme/styles";
import { UnfinishedContext } from "./unfinished";

const useStyles = makeStyles({
  group: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
    "> summary": {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      cursor: "pointer",
      overflowWrap: "anywhere",
      ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    },
  },
  title: { display: "inline", margin: 0, fontSize: tokens.fontSizeBase300 },
  summary: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  inside: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}` },
});

export interface RuleGroupProps {
  title: string;
  /** The rule in force, shown beside the title. */
  summary?: string;
  open?: boolean;
  children: ReactNode;
}

/** Rules that belong together, folded away until they are wanted. */
export function RuleGroup({ title, summary, open, children }: RuleGroupProps) {
  const styles = useStyles();
  const layout = useLayout();
  const fold = useFold(`rules: ${title}`, open);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const tell = useCallback(
    (field: string, isWrong: boolean) =>
      setWrong((before) => {
        if (before.has(field) === isWrong) return before;
        const after = new Set(before);
        if (isWrong) after.add(field);
        else after.delete(field);
        return after;
      }),
    [],
  );
  const unfinished = useMemo(() => ({ isUnfinished: wrong.size > 0, tell }), [wrong, tell]);
  return (
    <details className={styles.group} {...fold}>
      <summary>
        <h3 className={styles.title}>{title}</h3>{" "}
        {summary && <span className={styles.summary}>{summary}</span>}
      </summary>
      <div className={`${layout.column} ${styles.inside}`}>
        <UnfinishedContext value={unfinished}>{children}</UnfinishedContext>
      </div>
    </details>
  );
}
