import { useState } from "react";
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { numbersIn } from "../../locales";
import type { Mapping, Role, SourceList } from "../../portfolio";
import { useDisplayLanguage, useSession, useTexts } from "../state/pane-context";
import { foundColumns } from "../state/proposed-mapping";
import { useLayout } from "../theme/styles";
import { columnLines, exampleOf, type ColumnLine } from "./column-lines";
import { holderOf, roleOf, withRole } from "./column-roles";
import { RoleChoice } from "./role-choice";
import { TakenRole } from "./taken-role";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 8px",
    padding: "4px 0",
    borderTopWidth: "1px",
    borderTopStyle: "solid",
    borderTopColor: tokens.colorNeutralStroke2,
  },
  // Side by side where the longest word of the header has room, else below each other: no word is broken in the middle.
  name: { flex: "1 1 42%", maxWidth: "100%" },
  choice: { flex: "1 1 52%", minWidth: "9rem", "> *": { width: "100%" } },
  header: { overflowWrap: "break-word", fontWeight: tokens.fontWeightSemibold },
  unused: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  open: { minHeight: "24px", fontSize: tokens.fontSizeBase200, textAlign: "left" },
  // Takes the width that the header has, and gives none.
  example: { overflowWrap: "anywhere", contain: "inline-size" },
});

/** Of their numbers the digits count. */
const identifiers: ReadonlySet<Role> = new Set<Role>([
  "client",
  "code",
  "document",
  "group",
  "manager",
  "department",
  "lineStatus",
]);

/** Every column of the list with an example and what it means. */
export function MappingTable({ list, mapping: decided }: { list: SourceList; mapping: Mapping | null }) {
  const layout = useLayout();
  const session = useSession();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  // What was found without a question stays in view while the rest is asked.
  const mapping = decided ?? foundColumns(list);
  const change = (headers: readonly string[], role: Role | null) =>
    session.changeMapping(withRole(mapping, headers, role));
  return (
    <ul className={layout.plainList}>
      {columnLines(list, mapping).flatMap((line) => {
        const { header } = line.columns[0];
        if (line.columns.length === 1 || !opened.has(header)) {
          return (
            <Line
              key={header}
              line={line}
              mapping={mapping}
              onChange={change}
              onOpen={() => setOpened(new Set([...opened, header]))}
            />
          );
        }
        return line.columns.map((column) => (
          <Line key={column.header} line={{ columns: [column] }} mapping={mapping} onChange={change} />
        ));
      })}
    </ul>
  );
}

interface LineProps {
  line: ColumnLine;
  mapping: Mapping | null;
  onChange: (headers: readonly string[], role: Role | null) => void;
  /** Shows the columns one by one. */
  onOpen?: () => void;
}

function Line({ line, mapping, onChange, onOpen }: LineProps) {
  const [wanted, setWanted] = useState<Role | null>(null);
  const layout = useLayout();
  const styles = useStyles();
  const { source } = useTexts();
  const numbers = numbersIn[useDisplayLanguage()];
  const headers = line.columns.map(({ header }) => header);
  const role = roleOf(mapping, headers[0]);
  const joined = headers.length > 1;
  const name = joined ? source.periods(headers[0], headers[headers.length - 1]) : headers[0];
  const example = exampleOf(line.columns[0].column);
  const holder = holderOf(mapping, headers, wanted);
  const choose = (chosen: Role | null) => {
    if (holderOf(mapping, headers, chosen) === null) onChange(headers, chosen);
    else setWanted(chosen);
  };
  return (
    <li className={styles.line}>
      <div className={styles.name}>
        <div className={mergeClasses(styles.header, !role && styles.unused)}>{name}</div>
        {joined ? (
          <Link as="button" className={styles.open} onClick={onOpen}>
            {source.showEach(headers.length, numbers)}
          </Link>
        ) : (
          <div className={mergeClasses(layout.hint, styles.example)}>
            {example === null
              ? source.empty
              : source.example(
                  typeof example === "string"
                    ? example
                    : role === "lastContact" || role === "date"
                      ? numbers.date(dayOfSerial(example))
                      : (role && identifiers.has(role)) || isLikeYear(example)
                        ? String(example)
                        : numbers.number(example, 2),
                )}
          </div>
        )}
      </div>
      <div className={styles.choice}>
        <RoleChoice
          label={joined ? source.allPeriods(name) : source.roleOf(name)}
          role={role}
          onChange={choose}
        />
      </div>
      {wanted !== null && holder !== null && (
        <TakenRole
          role={wanted}
          holder={holder}
          header={name}
          onTake={() => {
            setWanted(null);
            onChange(headers, wanted);
          }}
          onLeave={() => setWanted(null)}
        />
      )}
    </li>
  );
}

/** A year is no number of things: 2025, not 2,025. */
const isLikeYear = (number: number): boolean => Number.isInteger(number) && number >= 1900 && number <= 2100;

/** ISO day of Excel's serial number of a day. */
function dayOfSerial(serial: number): string {
  const day = new Date((Math.floor(serial) - 25_569) * 86_400_000);
  return Number.isNaN(day.getTime()) ? "1970-01-01" : day.toISOString().slice(0, 10);
}
