import { Spinner } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTexts } from "../state/pane-context";
import { Delayed } from "./delayed";

type LaterSteps = typeof import("../steps");

let fetched: LaterSteps | null = null;

/** Fetches the steps that travel apart. Told again when it failed: the next look at such a step tries anew. */
async function fetchSteps(): Promise<LaterSteps> {
  fetched ??= await import(/* webpackChunkName: "steps" */ "../steps");
  return fetched;
}

/** Lets the steps that travel apart come while the user is still at the first one. */
export function useStepsFetched(): void {
  useEffect(() => {
    fetchSteps().catch(() => undefined);
  }, []);
}

/** A step that travels apart; a sign of waiting where it takes its time. */
export function LaterStep({ step }: { step: keyof LaterSteps }) {
  const { shell } = useTexts();
  const [steps, setSteps] = useState(fetched);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (!steps) fetchSteps().then(setSteps, setFailure);
  }, [steps]);
  // What holds the pane together shows it, with a way to try again.
  if (failure !== null) throw failure;
  if (steps) {
    const Step = steps[step];
    return <Step />;
  }
  return (
    <Delayed>
      <Spinner size="tiny" labelPosition="after" label={shell.reading} style={{ alignSelf: "start" }} />
    </Delayed>
  );
}
