import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { findingText, textsOf, type Language } from "../../locales";
import { canBeIgnored, type Finding, type FindingKind } from "../../portfolio";
import { useFold } from "../shell/fold-memory";
import { useFocusHandedOn } from "../shell/hand-focus-on";

export interface DataQualityProps {
  findings: readonly Finding[];
  /** Shows an A1 address with sheet. */
  onShow: (address: string) => void;
  /** Puts a finding aside, where nothing is missing for it from the results; absent where that cannot be kept. */
  onIgnore?: (finding: Finding) => void;
  /** Has the numbers of texts written over the texts; absent where the workbook cannot be changed. */
  onMakeNumbers?: (finding: Finding) => void;
  language: Language;
  /** Decides who is a client, where a name in the list can be told from others; absent where it cannot. */
  names?: NameDecisions;
}

export interface NameDecisions {
  onJoin: (names: readonly string[]) => void;
  onClient: (name: string) => void;
}

/** Findings that are drawn at first, and by each "show more". */
const step = 20;
/** So few findings are shown unfolded. */
const fewFindings = 12;

const useStyles = makeStyles({
  quality: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  text: { margin: 0 },
  kind: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    "> summary": {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      cursor: "pointer",
      fontWeight: tokens.fontWeightSemibold,
      overflowWrap: "anywhere",
      ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    },
  },
  inside: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}` },
  help: { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
  count: { marginLeft: tokens.spacingHorizontalS },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  finding: {
    width: "100%",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  decision: { padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalS}` },
  more: { marginTop: tokens.spacingVerticalS },
});

/** Every cell, row and column that was not taken at face value, by kind; a click goes there. */
export function DataQuality({
  findings,
  onShow,
  onIgnore,
  onMakeNumbers,
  language,
  names,
}: DataQualityProps) {
  const styles = useStyles();
  const words = textsOf[language].pane.dataQuality;
  const kinds = useMemo(() => {
    const byKind = new Map<FindingKind, Finding[]>();
    for (const finding of findings) {
      const known = byKind.get(finding.kind);
      if (known) known.push(finding);
      else byKind.set(finding.kind, [finding]);
    }
    return (Object.keys(words.kinds) as FindingKind[]).flatMap((kind) => {
      const own = byKind.get(kind);
      return own ? [{ kind, findings: own }] : [];
    });
  }, [findings, words]);

  if (findings.length === 0) return <p className={styles.text}>{words.clean}</p>;
  return (
    <div className={styles.quality}>
      <p className={styles.text}>{words.intro(findings.length)}</p>
      {kinds.map(({ kind, findings: own }) => (
        <FindingsOfKind
          key={kind}
          kind={kind}
          findings={own}
          unfolded={findings.length <= fewFindings}
          onShow={onShow}
          onIgnore={onIgnore}
          onMakeNumbers={onMakeNumbers}
          language={language}
          names={names}
        />
      ))}
    </div>
  );
}

function FindingsOfKind({
  kind,
  findings,
  unfolded,
  onShow,
  onIgnore,
  onMakeNumbers,
  language,
  names,
}: DataQualityProps & { kind: FindingKind; unfolded: boolean }) {
  const styles = useStyles();
  const words = textsOf[language].pane.dataQuality;
  const [shown, setShown] = useState(step);
  const fold = useFold(`findings: ${kind}`, unfolded);
  const list = useRef<HTMLUListElement>(null);
  const { title, help } = words.kinds[kind];
  const rest = findings.length - shown;
  const showMore = () => {
    flushSync(() => setShown(shown + step));
    list.current?.children[shown]?.querySelector("button")?.focus();
  };
  return (
    <details className={styles.kind} {...fold}>
      <summary>
        {title}{" "}
        <Badge appearance="tint" color="informative" className={styles.count}>
          {words.count(findings.length)}
        </Badge>
      </summary>
      {fold.open && (
        <div className={styles.inside}>
          <p className={styles.help}>{help}</p>
          <ul ref={list} className={styles.list} aria-label={title}>
            {findings.slice(0, shown).map((finding, position) => (
              <li key={position}>
                <button type="button" className={styles.finding} onClick={() => onShow(finding.address)}>
                  {findingText(finding, language)}
                </button>
                <Repairs
                  finding={finding}
                  language={language}
                  names={names}
                  onIgnore={onIgnore}
                  onMakeNumbers={onMakeNumbers}
                />
              </li>
            ))}
          </ul>
          {rest > 0 && (
            <Button size="small" className={styles.more} onClick={showMore}>
              {words.showMore(Math.min(step, rest), rest)}
            </Button>
          )}
        </div>
      )}
    </details>
  );
}

/** One click for a finding; the way back stands among what the user decided. */
function Repairs({
  finding,
  language,
  names,
  onIgnore,
  onMakeNumbers,
}: Pick<DataQualityProps, "language" | "names" | "onIgnore" | "onMakeNumbers"> & { finding: Finding }) {
  const { kind, content, names: alike } = finding;
  const styles = useStyles();
  const words = textsOf[language].pane.dataQuality;
  const place = useFocusHandedOn<HTMLDivElement>();
  const decision =
    names && kind === "likelySame" && alike
      ? {
          text: words.sameClient,
          name: words.sameClientOf(alike.join(" / ")),
          act: () => names.onJoin(alike),
        }
      : names && kind === "othersRow"
        ? { text: words.isClient, name: words.isClientOf(content), act: () => names.onClient(content) }
        : onMakeNumbers && kind === "textNumber"
          ? {
              text: words.makeNumber,
              name: words.makeNumberOf(finding.address),
              act: () => onMakeNumbers(finding),
            }
          : onMakeNumbers && finding.texts
            ? {
                text: words.makeNumbers,
                name: words.makeNumbersOf(finding.address, finding.texts.length),
                act: () => onMakeNumbers(finding),
              }
            : null;
  const ignore = canBeIgnored(finding) ? onIgnore : undefined;
  if (!decision && !ignore) return null;
  return (
    <div ref={place} className={styles.decision}>
      {decision && (
        <Button size="small" aria-label={decision.name} onClick={decision.act}>
          {decision.text}
        </Button>
      )}
      {ignore && (
        <Button
          size="small"
          appearance="subtle"
          aria-label={words.ignoreOf(findingText(finding, language))}
          onClick={() => ignore(finding)}
        >
          {words.ignore}
        </Button>
      )}
    </div>
  );
}
