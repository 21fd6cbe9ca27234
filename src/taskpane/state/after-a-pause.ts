/** A call that waits until nobody asked again for a while. */
export interface AfterAPause {
  /** Asks for the call; an earlier wait begins anew. */
  ask(): void;
  cancel(): void;
}

/** @param milliseconds how long nobody may have asked before `work` is called */
export function afterAPause(milliseconds: number, work: () => void): AfterAPause {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    ask() {
      stop();
      timer = setTimeout(() => {
        timer = null;
        work();
      }, milliseconds);
    },
    cancel: stop,
  };
}
