import { makeStyles, tokens } from "@fluentui/react-components";
import { textsOf, type Language } from "../../../locales";
import type { Classification } from "../../../portfolio";

const useStyles = makeStyles({
  figure: { margin: 0 },
  line: { display: "block", width: "100%", height: "48px", overflow: "visible" },
  stroke: {
    fill: "none",
    stroke: tokens.colorBrandStroke1,
    strokeWidth: "2px",
    vectorEffect: "non-scaling-stroke",
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
  zero: { stroke: tokens.colorNeutralStroke2, strokeWidth: "1px", vectorEffect: "non-scaling-stroke" },
  caption: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const [width, height] = [100, 30];

/** What a client bought, period by period, over all complete periods; nothing where there are fewer than two. */
export function HistoryLine({
  classification,
  client,
  language,
}: {
  classification: Classification;
  client: number;
  language: Language;
}) {
  const styles = useStyles();
  const { portfolio, pane } = textsOf[language];
  const words = pane.clientCard;
  const { periods, amounts } = classification.portfolio.wholeHistory;
  const count = periods.length;
  if (count < 2) return null;
  const own = amounts.subarray(client * count, (client + 1) * count);
  const highest = own.reduce((most, amount) => Math.max(most, amount), 0);
  const lowest = own.reduce((least, amount) => Math.min(least, amount), 0);
  const y = (amount: number) => ((highest - amount) / (highest - lowest || 1)) * height;
  const points = Array.from(own, (amount, i) => `${(i / (count - 1)) * width},${y(amount)}`).join(" ");
  const range = portfolio.periodRange({
    unit: periods[0].unit,
    first: periods[0].start,
    last: periods[count - 1].start,
    end: periods[count - 1].end,
    count,
  });
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.line}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.history(range, highest)}
      >
        <line className={styles.zero} x1={0} x2={width} y1={y(0)} y2={y(0)} />
        <polyline className={styles.stroke} points={points} />
      </svg>
      <figcaption className={styles.caption} aria-hidden>
        {words.history(range, highest)}
      </figcaption>
    </figure>
  );
}
