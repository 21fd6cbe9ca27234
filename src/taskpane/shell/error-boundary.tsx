import { Component, type ReactNode } from "react";
import { Button } from "@fluentui/react-components";
import type { Texts } from "../../locales";
import { Message } from "./message";

interface ErrorBoundaryProps {
  texts: Texts["pane"]["shell"];
  /** What is shown; another value begins anew. */
  part: string;
  children: ReactNode;
}

/** Where a part of the pane breaks, help stands in its place; the rest goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.part !== this.props.part && this.state.broken) this.setState({ broken: false });
  }

  override render(): ReactNode {
    const { texts, children } = this.props;
    if (!this.state.broken) return children;
    return (
      <Message
        intent="error"
        title={texts.brokenTitle}
        actions={
          <Button size="small" onClick={() => this.setState({ broken: false })}>
            {texts.loadAgain}
          </Button>
        }
      >
        {texts.broken}
      </Message>
    );
  }
}
