import type { WriteStream } from "node:tty";

/** One line on a terminal that tells how far the run is, and leaves no trace. Silent where there is no terminal. */
export function progressLine(stream: WriteStream | NodeJS.WriteStream) {
  return {
    /** @param fraction part of the stage that is done, 0 to 1 */
    show(stage: string, fraction?: number): void {
      if (!stream.isTTY) return;
      const part = fraction === undefined ? "" : ` ${Math.round(fraction * 100)} %`;
      stream.write(`\r\u001b[2K${stage}${part}`);
    },
    clear(): void {
      if (stream.isTTY) stream.write("\r\u001b[2K");
    },
  };
}
