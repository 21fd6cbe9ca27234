/** Work of which only the newest counts. */
export interface NewestOnly {
  /**
   * Begins work and cancels what was begun before. `done` and `failed` are called unless newer work was begun or all was
   * cancelled meanwhile: a stale answer overwrites nothing.
   */
  begin<T>(
    work: (signal: AbortSignal) => Promise<T>,
    done: (result: T) => void,
    failed: (error: unknown) => void,
  ): Promise<void>;
  cancel(): void;
}

export function newestOnly(): NewestOnly {
  let current: AbortController | null = null;
  return {
    async begin(work, done, failed) {
      current?.abort();
      const mine = new AbortController();
      current = mine;
      try {
        const result = await work(mine.signal);
        if (!mine.signal.aborted) done(result);
      } catch (error) {
        if (!mine.signal.aborted) failed(error);
      } finally {
        if (current === mine) current = null;
      }
    },
    cancel() {
      current?.abort();
      current = null;
    },
  };
}
