/** What advice of one kind looks like where its fact stands behind it: any of its texts, a semicolon, the fact. */
export function withFact(texts: Readonly<Record<string, string>>, kind: string, fact: string): RegExp {
  const own = Object.entries(texts).flatMap(([key, text]) =>
    key.startsWith(kind) ? [text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")] : [],
  );
  return new RegExp(`^(?:${own.join("|")}); ${fact}$`);
}
