import { useContext } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { textsOf, type Language } from "../../../locales";
import { useLayout } from "../../theme/styles";
import { UnfinishedContext } from "../fields/unfinished";
import type { ClassCount } from "./class-counts";

const useStyles = makeStyles({
  table: { borderCollapse: "collapse", width: "100%", tableLayout: "fixed" },
  caption: {
    textAlign: "left",
    paddingBottom: tokens.spacingVerticalXS,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
  },
  cell: {
    padding: `${tokens.spacingVerticalXXS} 0`,
    overflowWrap: "anywhere",
    textAlign: "right",
    fontVariantNumeric: "tabular-nums",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: "middle",
  },
  name: { textAlign: "left" },
  track: {
    display: "block",
    height: "10px",
    marginLeft: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground5,
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  bar: {
    display: "block",
    height: "100%",
    backgroundColor: tokens.colorBrandBackground,
    transitionProperty: "width",
    transitionDuration: tokens.durationFast,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
    "@media (prefers-reduced-motion: reduce)": { transitionDuration: "0s" },
  },
});

export interface ClassBarsProps<Class extends string> {
  title: string;
  counts: readonly ClassCount<Class>[];
  names: Readonly<Record<Class, string>>;
  base: "revenue" | "profit";
  language: Language;
}

/** A row per class: how many clients, and their share as figure and bar. */
export function ClassBars<Class extends string>({
  title,
  counts,
  names,
  base,
  language,
}: ClassBarsProps<Class>) {
  const styles = useStyles();
  const layout = useLayout();
  const words = textsOf[language].pane.rules.distribution;
  const { isUnfinished } = useContext(UnfinishedContext);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        {title}
        {isUnfinished && (
          <span role="status" className={layout.hint} style={{ display: "block" }}>
            {words.byRulesBefore}
          </span>
        )}
      </caption>
      <colgroup>
        <col style={{ width: "42%" }} />
        <col style={{ width: "21%" }} />
        <col style={{ width: "24%" }} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.cell, styles.name)}>
            <span className={layout.unseen}>{words.class}</span>
          </th>
          <th scope="col" className={styles.cell}>
            {words.clients}
          </th>
          <th scope="col" className={styles.cell}>
            {words.share[base]}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {counts.map(({ own, clients, share }) => (
          <tr key={own}>
            <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
              {names[own]}
            </th>
            <td className={styles.cell}>{words.count(clients)}</td>
            <td className={styles.cell}>{words.part(share)}</td>
            <td className={styles.cell} aria-hidden>
              <span className={styles.track}>
                <span className={styles.bar} style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
