import { Field, Select } from "@fluentui/react-components";
import type { LinesRead } from "../../portfolio";
import { useSession, useTexts } from "../state/pane-context";

const units = ["month", "quarter", "year"] as const;
const inOrder = [
  "day",
  "week",
  "month",
  "quarter",
  "half",
  "year",
] as const satisfies readonly LinesRead["unit"][];

/** In which periods documents are added up, where they leave a choice. */
export function UnitChoice({ read: { unit, shortestUnit, periods } }: { read: LinesRead }) {
  const session = useSession();
  const { source } = useTexts();
  const offered = units.filter((each) => inOrder.indexOf(each) >= inOrder.indexOf(shortestUnit));
  const others = offered.filter((each) => each !== unit);
  if (periods === 0 || others.length === 0) return null;
  const options = inOrder.filter((each) => each === unit || others.some((other) => other === each));
  return (
    <Field label={source.addUpBy} orientation="horizontal">
      <Select
        size="small"
        value={unit}
        onChange={(_, { value }) => {
          const chosen = offered.find((each) => each === value);
          if (chosen) session.addUpBy(chosen);
        }}
      >
        {options.map((each) => (
          <option key={each} value={each}>
            {source.units[each]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
