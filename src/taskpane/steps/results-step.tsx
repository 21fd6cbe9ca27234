import { useMemo } from "react";
import { RunOutcomeMessage } from "../run/run-outcome";
import { StepSection } from "../shell/step-section";
import { pinned, unpinned } from "../state/decisions";
import { useDisplayLanguage, usePane, useRunState, useSession, useTexts } from "../state/pane-context";
import { Results, SinceEarlier, WhatIf } from "../results";
import { NeedsClassification } from "./needs-classification";

/** The fourth step: key figures, clients, and the portfolio without some of them. */
export function ResultsStep() {
  const session = useSession();
  const language = useDisplayLanguage();
  const { classification, compareWith, costs, freshness, list, mapping, picked: names } = usePane();
  const { shell } = useTexts();
  const run = useRunState();
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
      {run.status === "done" && (run.job === "dossier" || run.job === "scenario") && (
        <RunOutcomeMessage run={run} />
      )}
      <Results
        classification={classification}
        onShow={(address) => void session.show(address)}
        language={language}
        picked={picked}
        onPick={pick}
        onPin={(client, pin) => {
          const name = classification.portfolio.clients[client];
          const choices = mapping?.choices ?? {};
          session.decide(pin === null ? unpinned(choices, name) : pinned(choices, { client: name, ...pin }));
        }}
        onDossier={(client) => void session.run("dossier", { client })}
      />
      {list?.reading && freshness && (
        <SinceEarlier
          classification={classification}
          language={language}
          runs={list.reading.runs}
          fingerprint={freshness.fingerprint}
          chosen={compareWith}
          onChoose={(fingerprint) => session.compareWith(fingerprint)}
        />
      )}
      <WhatIf
        key={JSON.stringify(list?.reference)}
        classification={classification}
        language={language}
        picked={picked}
        onPick={pick}
        costs={costs}
        onCosts={(known) => session.changeCosts(known)}
        onWrite={({ clients, ...rest }) =>
          void session.run("scenario", {
            scenario: {
              ...rest,
              clients: [...clients].map((client) => classification.portfolio.clients[client]),
            },
          })
        }
      />
    </StepSection>
  );
}
