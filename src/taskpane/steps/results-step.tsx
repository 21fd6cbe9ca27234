import { useMemo } from "react";
import { StepSection } from "../shell/step-section";
import { useDisplayLanguage, usePane, useSession, useTexts } from "../state/pane-context";
import { Results, WhatIf } from "../results";
import { NeedsClassification } from "./needs-classification";

/** The fourth step: key figures, clients, and the portfolio without some of them. */
export function ResultsStep() {
  const session = useSession();
  const language = useDisplayLanguage();
  const { classification, picked: names } = usePane();
  const { shell } = useTexts();
  // Picked by name: a reading anew may number the clients differently.
  const picked = useMemo(
    () =>
      new Set(classification?.portfolio.clients.flatMap((client, i) => (names.has(client) ? [i] : [])) ?? []),
    [classification, names],
  );
  if (!classification) return <NeedsClassification title={shell.titles.results} />;
  const pick = (clients: ReadonlySet<number>) =>
    session.pick(new Set([...clients].map((client) => classification.portfolio.clients[client])));
  return (
    <StepSection title={shell.titles.results}>
      <Results
        classification={classification}
        onShow={(address) => void session.show(address)}
        language={language}
        picked={picked}
        onPick={pick}
      />
      <WhatIf classification={classification} language={language} picked={picked} onPick={pick} />
    </StepSection>
  );
}
