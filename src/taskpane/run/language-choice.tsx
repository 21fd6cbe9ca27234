import { Field, Select } from "@fluentui/react-components";
import type { Language } from "../../locales";
import { usePane, useSession, useTexts } from "../state/pane-context";

const languages: readonly Language[] = ["en", "ru"];

/** The language of what is written into the workbook: the same for everybody who runs it. */
export function LanguageChoice() {
  const session = useSession();
  const { language } = usePane();
  const { run } = useTexts();
  return (
    <Field label={run.language} hint={run.languageHint}>
      <Select
        value={language}
        onChange={(_, { value }) => {
          const chosen = languages.find((each) => each === value);
          if (chosen) void session.changeLanguage(chosen);
        }}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {run.languages[each]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
