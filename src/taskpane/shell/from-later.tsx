import { Spinner } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import type { Later } from "../state/later";
import { useTexts } from "../state/pane-context";
import { Delayed } from "./delayed";

/**
 * Something of a part that travels apart; a sign of waiting where it takes its time. Where it does not come, it throws what the
 * browser says: the error boundary above shows it, with a way to try again.
 */
export function FromLater<Parts>({
  part,
  children,
}: {
  part: Later<Parts>;
  children: (parts: Parts) => ReactNode;
}) {
  const { shell } = useTexts();
  const [parts, setParts] = useState(part.come);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (!parts) part.load().then((come) => setParts(() => come), setFailure);
  }, [part, parts]);
  if (failure !== null) throw failure;
  if (parts) return children(parts);
  return (
    <Delayed>
      <Spinner size="tiny" labelPosition="after" label={shell.reading} style={{ alignSelf: "start" }} />
    </Delayed>
  );
}
