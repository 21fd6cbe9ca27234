import { Button } from "@fluentui/react-components";
import { textsOf, type Language } from "../../locales";
import { useLayout } from "../theme/styles";

export interface MissingColumnsProps {
  /** What the list lacks, and what it would be good for. */
  children: string;
  /** Goes where columns are chosen; without it only the text stands there. */
  onChooseColumns: (() => void) | undefined;
  language: Language;
}

/** Why a group of rules has nothing to decide for the list in use, and the way to what it needs. */
export function MissingColumns({ children, onChooseColumns, language }: MissingColumnsProps) {
  const layout = useLayout();
  return (
    <div className={layout.tight}>
      <p className={layout.text}>{children}</p>
      {onChooseColumns && (
        <div className={layout.row}>
          <Button size="small" onClick={onChooseColumns}>
            {textsOf[language].pane.shell.chooseColumns}
          </Button>
        </div>
      )}
    </div>
  );
}
