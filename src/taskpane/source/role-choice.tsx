import { Select } from "@fluentui/react-components";
import type { Role } from "../../portfolio";
import { useTexts } from "../state/pane-context";
import { roleGroups } from "./column-roles";

const unused = "";

/** The choice of what a column means. */
export function RoleChoice({
  label,
  role,
  onChange,
}: {
  label: string;
  role: Role | null;
  onChange: (role: Role | null) => void;
}) {
  const { source } = useTexts();
  return (
    <Select
      size="small"
      aria-label={label}
      value={role ?? unused}
      onChange={(_, { value }) => onChange(value === unused ? null : (value as Role))}
    >
      <option value={unused}>{source.notUsed}</option>
      {(Object.keys(roleGroups) as (keyof typeof roleGroups)[]).map((group) => (
        <optgroup key={group} label={source.groups[group]}>
          {roleGroups[group].map((each) => (
            <option key={each} value={each}>
              {source.roles[each]}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
