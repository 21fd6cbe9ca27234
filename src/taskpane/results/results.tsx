import { makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Language } from "../../locales";
import type { Classification } from "../../portfolio";
import type { PinDecision } from "./client-card/pin-choice";
import { noFilter } from "./client-index";
import { ClientList } from "./client-list";
import { FirstThings } from "./first-things";
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
  /** Makes a sheet about the client of that name, undefined: the one whose row is selected; without it none can be made. */
  onDossier?: (client: string | undefined) => void;
}

const useStyles = makeStyles({
  results: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, minWidth: 0 },
});

/** What to do first, key figures, what changes how they are to be read, and every client. */
export function Results({
  classification,
  onShow,
  language,
  picked,
  onPick,
  onPin,
  onDossier,
}: ResultsProps) {
  const styles = useStyles();
  const [filter, setFilter] = useState(noFilter);
  const list = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.results}>
      <FirstThings
        classification={classification}
        language={language}
        onChoose={(action) => {
          setFilter({ ...noFilter, actions: [action] });
          list.current?.scrollIntoView?.({ block: "start" });
          list.current?.focus({ preventScroll: true });
        }}
      />
      <KeyFigureTiles classification={classification} language={language} />
      <Warnings classification={classification} language={language} />
      <div ref={list} tabIndex={-1}>
        <ClientList
          classification={classification}
          onShow={onShow}
          language={language}
          picked={picked}
          onPick={onPick}
          onPin={onPin}
          onDossier={onDossier}
          filter={filter}
          onFilter={setFilter}
        />
      </div>
    </div>
  );
}
