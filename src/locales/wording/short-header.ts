const longestShown = 40;

/** A header as a line of text can hold it: without line breaks, cut where it goes on and on. */
export function shortHeader(header: string): string {
  const line = header.replace(/\s+/g, " ").trim();
  return line.length > longestShown ? `${line.slice(0, longestShown - 1)}…` : line;
}
