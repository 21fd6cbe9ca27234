import { Field, Select } from "@fluentui/react-components";
import type { SourceOption, SourceReference } from "../../workbook";
import { usePane, useSession, useTexts } from "../state/pane-context";
import { isSameList } from "../state/pane-state";

const keyOf = ({ sheetId, tableId }: SourceReference) => `${sheetId} ${tableId ?? ""}`;

/** The choice among the lists of the workbook. */
export function ListChoice() {
  const session = useSession();
  const { choices, list } = usePane();
  const { source } = useTexts();
  const options = choices?.options ?? [];
  const inUse = options.find(({ reference }) => isSameList(reference, list?.reference ?? null));
  if (options.length === 0) return null;
  return (
    <Field label={source.list} hint={source.hint}>
      <Select
        value={inUse ? keyOf(inUse.reference) : ""}
        onChange={(_, { value }) => {
          const chosen = options.find(({ reference }) => keyOf(reference) === value);
          if (chosen) void session.chooseList(chosen.reference);
        }}
      >
        {!inUse && <option value="">{list?.reading?.list.name ?? ""}</option>}
        {options.map((option) => (
          <option key={keyOf(option.reference)} value={keyOf(option.reference)}>
            {labelOf(option, source)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function labelOf(
  { kind, name, sheet }: SourceOption,
  source: { whole: (sheet: string) => string; onSheet: (name: string, sheet: string) => string },
): string {
  return kind === "region" ? source.whole(sheet) : source.onSheet(name, sheet);
}
