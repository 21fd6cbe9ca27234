import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { useTexts } from "../state/pane-context";
import { useFocusHandedOn } from "./hand-focus-on";

export interface MessageProps {
  intent: "info" | "success" | "warning" | "error";
  title?: string;
  children?: ReactNode;
  /** Buttons: the way on. */
  actions?: ReactNode;
  onDismiss?: () => void;
}

/** A message that screen readers tell when it appears: at once when something is wrong, else in their own time. */
export function Message({ intent, title, children, actions, onDismiss }: MessageProps) {
  const { shell } = useTexts();
  const place = useFocusHandedOn<HTMLDivElement>();
  const urgent = intent === "warning" || intent === "error";
  return (
    <div ref={place} role={urgent ? "alert" : "status"}>
      <MessageBar intent={intent} layout="multiline" politeness={urgent ? "assertive" : "polite"}>
        <MessageBarBody style={{ overflowWrap: "anywhere" }}>
          {title && <MessageBarTitle style={{ display: "block" }}>{title}</MessageBarTitle>}
          {children}
        </MessageBarBody>
        {(actions || onDismiss) && (
          <MessageBarActions
            containerAction={
              onDismiss && (
                <Button
                  appearance="transparent"
                  size="small"
                  icon={<DismissRegular />}
                  aria-label={shell.dismiss}
                  onClick={onDismiss}
                />
              )
            }
          >
            {actions}
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  );
}
