import { DataQuality } from "../data-quality";
import { StepSection } from "../shell/step-section";
import { useDisplayLanguage, usePane, useSession, useTexts } from "../state/pane-context";
import { NeedsClassification } from "./needs-classification";

/** The fifth step: what was not taken at face value. */
export function DataQualityStep() {
  const session = useSession();
  const language = useDisplayLanguage();
  const { classification } = usePane();
  const { shell } = useTexts();
  if (!classification) return <NeedsClassification title={shell.titles.dataQuality} />;
  return (
    <StepSection title={shell.titles.dataQuality}>
      <DataQuality
        findings={classification.portfolio.findings}
        onShow={(address) => void session.show(address)}
        language={language}
      />
    </StepSection>
  );
}
