import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ComponentProps, ReactNode } from "react";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    listStyleType: "none",
    margin: 0,
    padding: 0,
    rowGap: tokens.spacingVerticalXXS,
  },
  client: { justifyContent: "flex-start", textAlign: "left", minWidth: 0, overflowWrap: "anywhere" },
});

export interface ClientButtonsProps {
  /** What the list is called, where nothing before it says so. */
  label?: string;
  clients: readonly number[];
  /** What stands on the button of a client. */
  named: (client: number) => string;
  icon: ComponentProps<typeof Button>["icon"];
  /** What the button does with a client of that name. */
  action: (name: string) => string;
  onChoose: (client: number) => void;
  /** Further items, after the clients. */
  children?: ReactNode;
}

/** Clients below each other, each a button that does the same with its client. */
export function ClientButtons({
  label,
  clients,
  named,
  icon,
  action,
  onChoose,
  children,
}: ClientButtonsProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {clients.map((client) => (
        <li key={client}>
          <Button
            size="small"
            appearance="subtle"
            className={styles.client}
            icon={icon}
            aria-label={action(named(client))}
            onClick={() => onChoose(client)}
          >
            {named(client)}
          </Button>
        </li>
      ))}
      {children}
    </ul>
  );
}
