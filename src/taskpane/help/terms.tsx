import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment } from "react";
import type { Term } from "../../locales/en/glossary";

const useStyles = makeStyles({
  terms: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  term: { fontWeight: tokens.fontWeightSemibold },
  meaning: { margin: `0 0 ${tokens.spacingVerticalXS}` },
});

/** Words with what they mean, below each other. */
export function Terms({ terms }: { terms: readonly Term[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.terms}>
      {terms.map(({ term, meaning }) => (
        <Fragment key={term}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.meaning}>{meaning}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
