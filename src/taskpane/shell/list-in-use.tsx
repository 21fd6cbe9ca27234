import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { numbersIn } from "../../locales";
import { columnsInView } from "../state/columns-in-view";
import { useDisplayLanguage, usePane, useSession, useTexts } from "../state/pane-context";

const useStyles = makeStyles({
  line: {
    margin: 0,
    minHeight: "24px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "24px",
    overflowWrap: "anywhere",
  },
  name: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  address: { fontSize: "inherit", lineHeight: "inherit", overflowWrap: "anywhere", minHeight: "24px" },
});

/** Which list the pane works on: name, address (a click goes there), clients. Always in view. */
export function ListInUse() {
  const styles = useStyles();
  const session = useSession();
  const { list, classification } = usePane();
  const { shell } = useTexts();
  const numbers = numbersIn[useDisplayLanguage()];
  const reading = list?.reading;
  if (!reading) {
    return <p className={styles.line}>{list?.status === "reading" ? shell.reading : shell.noListInUse}</p>;
  }
  const { list: inView, address } = columnsInView(reading);
  const range = address.slice(address.lastIndexOf("!") + 1);
  return (
    <p className={styles.line} aria-label={shell.listInUse} role="group">
      <span className={styles.name}>{inView.name}</span>
      {" · "}
      <Link as="button" className={styles.address} title={address} onClick={() => void session.show(address)}>
        {range}
      </Link>
      {" · "}
      {classification
        ? shell.clients(classification.portfolio.clients.length, numbers)
        : shell.rows(inView.rowCount, numbers)}
    </p>
  );
}
