import { Link, makeStyles } from "@fluentui/react-components";
import { useMemo } from "react";
import { textsOf } from "../../locales";
import type { Alternative, Doubt, Mapping, SourceList } from "../../portfolio";
import { answerText } from "../question/answer-text";
import { useFocusHandedOn } from "../shell/hand-focus-on";
import { useDisplayLanguage, usePane, useSession, useTexts } from "../state/pane-context";
import { columnDoubts } from "../state/proposed-mapping";
import { useLayout } from "../theme/styles";

const useStyles = makeStyles({ instead: { minHeight: "24px", fontSize: "inherit", textAlign: "left" } });

/** More other meanings than this are looked for in the table of columns. */
const mostShown = 4;

/** What had more than one meaning and was decided, by its evidence or by the user: quietly, with the others one click away. */
export function DecidedDoubts({ list, mapping }: { list: SourceList; mapping: Mapping }) {
  const layout = useLayout();
  const session = useSession();
  const { portfolio } = usePane();
  const { question: words } = useTexts();
  const { reading } = textsOf[useDisplayLanguage()];
  const ofColumns = useMemo(() => columnDoubts(list), [list]);
  const doubts = [
    ...ofColumns,
    ...(portfolio?.reading.doubts.filter(({ about }) => about !== "client" && about !== "amount") ?? []),
  ];
  const shown = doubts.flatMap((doubt) => {
    const taken = doubt.alternatives.find((alternative) => isTaken(doubt, alternative, mapping));
    return taken ? [{ doubt, taken }] : [];
  });
  if (shown.length === 0) return null;
  const nameOf = ({ about }: Doubt, alternative: Alternative) => {
    const { column, header } = alternative;
    return column === undefined || header === undefined
      ? answerText(about, alternative, words).title
      : reading.column(column, header);
  };
  return (
    <ul className={layout.plainList}>
      {shown.map(({ doubt, taken }) => (
        <li key={doubt.about} className={layout.hint}>
          {words.otherwise[doubt.about](nameOf(doubt, taken))}{" "}
          {doubt.alternatives
            .filter((alternative) => alternative !== taken)
            .slice(0, mostShown)
            .map((alternative, i) => (
              <span key={`${alternative.label} ${alternative.column ?? ""}`}>
                {i > 0 && words.or}
                <Instead
                  name={nameOf(doubt, alternative)}
                  onChoose={() => session.answer(alternative.choice)}
                />
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}

function Instead({ name, onChoose }: { name: string; onChoose: () => void }) {
  const styles = useStyles();
  const { question: words } = useTexts();
  const place = useFocusHandedOn<HTMLSpanElement>();
  return (
    <span ref={place}>
      <Link
        as="button"
        inline
        className={styles.instead}
        aria-label={words.useInstead(name)}
        onClick={onChoose}
      >
        {name}
      </Link>
    </span>
  );
}

/** Whether an alternative is the one in use. */
function isTaken({ about, alternatives }: Doubt, alternative: Alternative, mapping: Mapping): boolean {
  if (about === "level") {
    const level = mapping.choices?.level ?? alternatives[0].choice.level;
    return alternative.choice.level === level;
  }
  if (alternative.months) {
    const periods = alternative.choice.mapping?.columns.filter(({ role }) => role === "period") ?? [];
    return periods.every(({ header }) =>
      mapping.columns.some((column) => column.role === "period" && column.header === header),
    );
  }
  const role = about === "client" ? "client" : "amount";
  return mapping.columns.some(
    (column) => column.role === role && column.header === (alternative.header ?? alternative.label),
  );
}
