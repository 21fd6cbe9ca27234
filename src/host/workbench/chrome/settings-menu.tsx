import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { SettingsRegular } from "@fluentui/react-icons";
import type { Bench } from "../bench";
import { apiLevels, type WorkbenchSettings } from "../settings";
import { useTexts } from "./texts";

interface SettingsMenuProps {
  bench: Bench;
  settings: WorkbenchSettings;
  disabled: boolean;
  onSample: () => void;
}

/** Which Excel this shall be. A change opens the workbook again in that Excel, as it is. */
export function SettingsMenu({ bench, settings, disabled, onSample }: SettingsMenuProps) {
  const texts = useTexts();
  const groups = [
    { name: "language", title: texts.language, choices: ["en", "ru"] as const, labels: texts.languages },
    {
      name: "theme",
      title: texts.theme,
      choices: ["light", "dark", "contrast"] as const,
      labels: texts.themes,
    },
    { name: "apiLevel", title: texts.apiLevel, choices: apiLevels, labels: texts.apiLevels },
    { name: "mode", title: texts.mode, choices: ["desktop", "web"] as const, labels: texts.modes },
  ] as const;
  const checked = Object.fromEntries(groups.map(({ name }) => [name, [settings[name]]]));
  return (
    <Menu
      positioning={{ autoSize: true }}
      checkedValues={checked}
      onCheckedValueChange={(_, { name, checkedItems }) =>
        void bench.changeSettings({ [name]: checkedItems[0] } as Partial<WorkbenchSettings>)
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="primary" icon={<SettingsRegular />} disabled={disabled}>
          {texts.settings}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {groups.map(({ name, title, choices, labels }) => (
            <MenuGroup key={name}>
              <MenuGroupHeader>{title}</MenuGroupHeader>
              {choices.map((choice) => (
                <MenuItemRadio key={choice} name={name} value={choice}>
                  {(labels as Record<string, string>)[choice]}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          ))}
          <MenuDivider />
          <MenuItem onClick={onSample}>{texts.sample}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
