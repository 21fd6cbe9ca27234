import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { textsOf, type Language } from "../../../locales";
import { useLayout } from "../../theme/styles";
import type { Histogram } from "./histogram";

const width = 280;
const height = 110;
const lineOfText = 13;
const top = 30;
const bottom = 16;
const beyondWidth = 26;

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0 },
  picture: { display: "block", width: "100%", height: "auto", overflow: "visible" },
  bar: {
    fill: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  axis: {
    stroke: tokens.colorNeutralStroke1,
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
  limit: {
    stroke: tokens.colorNeutralForeground1,
    strokeDasharray: "3 2",
    "@media (forced-colors: active)": { stroke: "Highlight" },
  },
  text: {
    fill: tokens.colorNeutralForeground2,
    fontSize: "10px",
    fontFamily: tokens.fontFamilyBase,
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
});

export interface LimitHistogramProps {
  title: string;
  histogram: Histogram;
  /** Limits on the same axis, from left to right. */
  limits: readonly { name: string; value: number }[];
  language: Language;
}

/** Where the clients lie, and where the limits cut. */
export function LimitHistogram({ title, histogram, limits, language }: LimitHistogramProps) {
  const styles = useStyles();
  const layout = useLayout();
  const caption = useId();
  const words = textsOf[language].pane.rules.xyz.histogram;
  const { counts, beyond, upTo } = histogram;
  const most = Math.max(1, beyond, ...counts);
  const plot = width - (beyond > 0 ? beyondWidth : 0);
  const step = plot / counts.length;
  const x = (value: number) => Math.min(1, value / upTo) * plot;
  const barHeight = (count: number) =>
    count === 0 ? 0 : Math.max(1, (count / most) * (height - top - bottom));
  const floor = height - bottom;
  const tallest = counts.indexOf(Math.max(...counts));
  const at = (i: number) => (upTo * i) / counts.length;
  return (
    <figure className={styles.figure}>
      <figcaption id={caption} className={layout.hint}>
        {title}
      </figcaption>
      <svg
        role="img"
        aria-label={`${title}. ${limits.map(({ name, value }) => words.limit(name, value)).join(", ")}. ${words.text(at(tallest), at(tallest + 1), counts[tallest])}`}
        className={styles.picture}
        viewBox={`0 0 ${width} ${height}`}
      >
        {counts.map((count, i) => (
          <rect
            key={i}
            className={styles.bar}
            x={i * step + 0.5}
            y={floor - barHeight(count)}
            width={Math.max(1, step - 1)}
            height={barHeight(count)}
          />
        ))}
        {beyond > 0 && (
          <rect
            className={styles.bar}
            x={plot + 6}
            y={floor - barHeight(beyond)}
            width={beyondWidth - 8}
            height={barHeight(beyond)}
          />
        )}
        <line className={styles.axis} x1={0} x2={plot} y1={floor} y2={floor} />
        {limits.map(({ name, value }, i) => (
          <g key={name}>
            <line className={styles.limit} x1={x(value)} x2={x(value)} y1={(i + 1) * lineOfText} y2={floor} />
            <text
              className={styles.text}
              x={x(value) + (x(value) > plot / 2 ? -3 : 3)}
              y={(i + 1) * lineOfText - 3}
              textAnchor={x(value) > plot / 2 ? "end" : "start"}
            >
              {words.limit(name, value)}
            </text>
          </g>
        ))}
        <text className={styles.text} x={0} y={height - 4}>
          {words.axis(0)}
        </text>
        <text className={styles.text} x={plot} y={height - 4} textAnchor="end">
          {words.axis(upTo)}
        </text>
        {beyond > 0 && (
          <text className={styles.text} x={width} y={height - 4} textAnchor="end">
            &gt;
          </text>
        )}
      </svg>
    </figure>
  );
}
