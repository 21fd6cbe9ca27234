import { createContext, useContext, useState, type ReactNode, type SyntheticEvent } from "react";

const Memory = createContext<Map<string, boolean> | null>(null);

/** Remembers which folds are open while the pane is: what a user opened stays open when he comes back to the step. */
export function FoldMemory({ children }: { children: ReactNode }) {
  const [memory] = useState(() => new Map<string, boolean>());
  return <Memory value={memory}>{children}</Memory>;
}

/**
 * What a `details` element needs to stay as it was left.
 * @param name tells the fold from all others of the pane
 */
export function useFold(name: string, openAtFirst = false) {
  const memory = useContext(Memory);
  const [open, setOpen] = useState(memory?.get(name) ?? openAtFirst);
  return {
    open,
    onToggle: ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => {
      memory?.set(name, currentTarget.open);
      setOpen(currentTarget.open);
    },
  };
}
