import { makeStyles, tokens } from "@fluentui/react-components";
import type { Language } from "../../locales";
import type { Classification } from "../../portfolio";
import type { PinDecision } from "./client-card/pin-choice";
import { ClientList } from "./client-list";
import { KeyFigureTiles } from "./key-figure-tiles";
import { Warnings } from "./warnings";

export interface ResultsProps {
  classification: Classification;
  /** Shows an A1 address with sheet. */
  onShow: (address: string) => void;
  language: Language;
  /** Clients that are taken out in the what-if card, and the way to change them; without both the list offers no choice. */
  picked?: ReadonlySet<number>;
  onPick?: (picked: ReadonlySet<number>) => void;
  /** The user decides about the status of a client; without it he cannot. */
  onPin?: (client: number, pin: PinDecision) => void;
}

const useStyles = makeStyles({
  results: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, minWidth: 0 },
});

/** Key figures, what changes how they are to be read, and every client. */
export function Results({ classification, onShow, language, picked, onPick, onPin }: ResultsProps) {
  const styles = useStyles();
  return (
    <div className={styles.results}>
      <KeyFigureTiles classification={classification} language={language} />
      <Warnings classification={classification} language={language} />
      <ClientList
        classification={classification}
        onShow={onShow}
        language={language}
        picked={picked}
        onPick={onPick}
        onPin={onPin}
      />
    </div>
  );
}
