import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useMemo } from "react";
import { numbersIn, textsOf, type Language } from "../../locales";
import { keyLimitOf, type Classification } from "../../portfolio";
import { Glossary } from "./glossary";
import { keyFiguresOf } from "./key-figures";

const useStyles = makeStyles({
  heading: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase400 },
  tiles: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(8.5rem, 1fr))",
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  tile: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  caption: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface Tile {
  caption: string;
  figure: string;
  note: string;
}

function tilesOf(classification: Classification, language: Language): Tile[] {
  const { base, policy } = classification;
  const { tiles } = textsOf[language].portfolio;
  const words = textsOf[language].pane.results;
  const { statuses } = textsOf[language].columns;
  const { number, scaled, percent } = numbersIn[language];
  const figures = keyFiguresOf(classification);
  const { risk } = figures;
  return [
    {
      caption: tiles.clients,
      figure: number(figures.clients),
      note: tiles.clientsNote(figures.clientsInA),
    },
    {
      caption: tiles.total[base],
      figure: scaled(figures.total),
      note: tiles.totalNote(figures.total / figures.clients),
    },
    {
      caption: tiles.key,
      figure: number(figures.keyClients),
      note:
        figures.keyClients > 0
          ? tiles.keyNote(figures.keyShare, base)
          : tiles.noKeyNote(keyLimitOf(policy.ladder), base),
    },
    {
      caption: tiles.largest,
      figure: percent(figures.largest.share),
      note: tiles.largestNote(figures.largest.name, statuses[figures.largest.status]),
    },
    {
      caption: tiles.concentration,
      figure: number(figures.hhi),
      note: tiles.concentrationNote(figures.effectiveClients),
    },
    {
      caption: tiles.atRisk,
      figure: risk ? scaled(risk.money) : "–",
      note: !risk
        ? figures.hasPeriods
          ? words.littleActivity
          : words.noActivity
        : risk.atRisk.clients + risk.declining.clients > 0
          ? tiles.atRiskNote(risk.atRisk.clients, risk.declining.clients, risk.lost.clients, risk.lost.money)
          : words.noRiskNote(risk.lost.clients, risk.unknown),
    },
  ];
}

/** The figures that a sales head asks for first. */
export function KeyFigureTiles({
  classification,
  language,
}: {
  classification: Classification;
  language: Language;
}) {
  const styles = useStyles();
  const heading = useId();
  const tiles = useMemo(() => tilesOf(classification, language), [classification, language]);
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {textsOf[language].pane.results.figures}
      </h3>
      <dl className={styles.tiles}>
        {tiles.map(({ caption, figure, note }) => (
          <div key={caption} className={styles.tile}>
            <dt className={styles.caption}>{caption}</dt>
            <dd className={styles.figure}>{figure}</dd>
            <dd className={styles.note}>{note}</dd>
          </div>
        ))}
      </dl>
      <Glossary classification={classification} language={language} />
    </section>
  );
}
