import { Component, type ReactNode } from "react";
import { Button } from "@fluentui/react-components";
import type { Texts } from "../../locales";
import { isNotLoaded } from "../../workbook";
import { Message } from "./message";

interface ErrorBoundaryProps {
  texts: Texts["pane"]["shell"];
  /** What is shown; another value begins anew. */
  part: string;
  /** The user wants to try once more. */
  onAgain: () => void;
  children: ReactNode;
}

type Harm = "none" | "broken" | "notLoaded";

/** Where a part of the pane breaks, or its script does not come, help stands in its place; the rest goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { harm: Harm }> {
  override state: { harm: Harm } = { harm: "none" };

  static getDerivedStateFromError(error: unknown): { harm: Harm } {
    return { harm: isNotLoaded(error) ? "notLoaded" : "broken" };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.part !== this.props.part && this.state.harm !== "none") this.setState({ harm: "none" });
  }

  override render(): ReactNode {
    const { texts, onAgain, children } = this.props;
    const { harm } = this.state;
    if (harm === "none") return children;
    const missing = harm === "notLoaded";
    const tryAgain = () => {
      this.setState({ harm: "none" });
      onAgain();
    };
    return (
      <Message
        intent="error"
        title={missing ? texts.notLoadedTitle : texts.brokenTitle}
        actions={
          <Button size="small" onClick={tryAgain}>
            {missing ? texts.tryAgain : texts.loadAgain}
          </Button>
        }
      >
        {missing ? texts.notLoaded : texts.broken}
      </Message>
    );
  }
}
