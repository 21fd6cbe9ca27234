export interface TortureRequest {
  /** Of the first thing that is drawn; the next ones have the seeds that follow. */
  seed: number;
  /** Only kinds whose name begins like this; null for all. */
  kind: string | null;
  isOver(): boolean;
}

/** Draws and tries until the time is over; says what it found, and whether all is well. */
export type TortureSuite = (request: TortureRequest) => Promise<boolean>;
