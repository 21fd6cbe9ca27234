/** The run stopped for a reason that the user can read: the message is one line in his language. */
export class Stopped extends Error {}

/** What the system calls it (`ENOENT`), else what the error says. */
export function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}
