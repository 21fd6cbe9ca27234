import { Button } from "@fluentui/react-components";
import { textsOf } from "../../locales";
import { useFocusHandedOn } from "../shell/hand-focus-on";
import { useDisplayLanguage, usePane, useSession } from "../state/pane-context";
import { useLayout } from "../theme/styles";

/** Cells in which the user had a text made a number, each with its way back. */
export function NumbersMade() {
  const layout = useLayout();
  const session = useSession();
  const { numbersMade } = usePane();
  const words = textsOf[useDisplayLanguage()].pane.dataQuality;
  const place = useFocusHandedOn<HTMLDivElement>();
  if (numbersMade.length === 0) return null;
  return (
    <div ref={place} role="status">
      <ul className={layout.plainList}>
        {numbersMade.map((made) => (
          <li
            key={`${made.address} ${made.cells.length}`}
            className={layout.row}
            style={{ justifyContent: "space-between" }}
          >
            <span className={layout.hint} style={{ flex: "1 1 0" }}>
              {made.cells.length === 1
                ? words.numberMade(made.address, made.cells[0].text, made.cells[0].number)
                : words.numbersMade(made.address, made.cells.length)}
            </span>
            <Button
              size="small"
              appearance="subtle"
              aria-label={words.putTextBackOf(made.address)}
              onClick={() => void session.putTextsBack(made)}
            >
              {words.putTextBack}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
