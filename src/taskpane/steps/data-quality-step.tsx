import { useMemo } from "react";
import type { Classification } from "../../portfolio";
import { DataQuality } from "../data-quality";
import { NumbersMade } from "../data-quality/numbers-made";
import { NoClient } from "../data-quality/no-client";
import { DecisionsMade } from "../decisions/decisions-made";
import { StepSection } from "../shell/step-section";
import { asClient, asNoClient, isAboutFindings, joined, notIgnored, withIgnored } from "../state/decisions";
import { useDisplayLanguage, usePane, useSession, useTexts } from "../state/pane-context";
import { NeedsClassification } from "./needs-classification";

/** The fifth step: what was not taken at face value, and who is a client. */
export function DataQualityStep() {
  const { classification } = usePane();
  const { shell } = useTexts();
  if (!classification) return <NeedsClassification title={shell.titles.dataQuality} />;
  return <Findings classification={classification} />;
}

function Findings({ classification }: { classification: Classification }) {
  const session = useSession();
  const language = useDisplayLanguage();
  const { mapping } = usePane();
  const { shell } = useTexts();
  const names = useMemo(() => namesInList(classification), [classification]);
  const choices = mapping?.choices ?? {};
  const findings = notIgnored(classification.portfolio.findings, choices);
  return (
    <StepSection title={shell.titles.dataQuality}>
      <DecisionsMade only={isAboutFindings} />
      <NumbersMade />
      <DataQuality
        findings={findings}
        onShow={(address) => void session.show(address)}
        onIgnore={(finding) => session.decide(withIgnored(choices, finding))}
        onMakeNumbers={(finding) => void session.makeNumbers(finding)}
        language={language}
        names={
          names
            ? {
                onJoin: (alike) => session.decide(joined(choices, alike)),
                onClient: (name) => session.decide(asClient(choices, name)),
              }
            : undefined
        }
      />
      {names && (
        <NoClient
          clients={names}
          language={language}
          onNoClient={(name) => session.decide(asNoClient(choices, name))}
        />
      )}
    </StepSection>
  );
}

/**
 * Names of clients that stand in the list as they are shown, the largest first; null where clients are called by their parent
 * group, which is no name in the list. A name with its code behind it is one of several alike: it cannot be told by the name.
 */
function namesInList({ portfolio, policy }: Classification): readonly string[] | null {
  const { clients, codes, amounts, mapping } = portfolio;
  if (policy.joinGroups && mapping.columns.some(({ role }) => role === "group")) return null;
  const order = clients.map((_, client) => client).sort((a, b) => amounts[b] - amounts[a]);
  return order.flatMap((client) => {
    const code = codes?.[client];
    return code && clients[client].endsWith(` (${code})`) ? [] : [clients[client]];
  });
}
