import type { ManifestValidation } from "office-addin-manifest";

/** What Microsoft's validation service said, or that it could not be asked; in lines for the terminal. */
export interface MicrosoftVerdict {
  verdict: "accepted" | "refused" | "unreachable";
  lines: string[];
}

/** Asks Microsoft's validation service about a manifest, which is sent to it. Never throws. */
export async function askMicrosoft(manifest: string): Promise<MicrosoftVerdict> {
  try {
    const { validateManifest } = await import("office-addin-manifest");
    return verdictOf(await validateManifest(manifest));
  } catch (error) {
    const reason = (error as Error).message.split("\n").at(-1);
    return {
      verdict: "unreachable",
      lines: [`– Microsoft's validation did NOT run: its service could not be reached. (${reason})`],
    };
  }
}

/** The service's answer in words. An answer without a report is no verdict on the manifest. */
export function verdictOf({ isValid, status, statusText, report }: ManifestValidation): MicrosoftVerdict {
  const issues = [...(report?.errors ?? []), ...(report?.warnings ?? [])].map(
    ({ title, content, helpUrl }) => `  ${[title, content, helpUrl].filter(Boolean).join(" · ")}`,
  );
  if (isValid) return { verdict: "accepted", lines: ["✓ Microsoft's validation accepts it.", ...issues] };
  if (!report) {
    const answer = [status, statusText].filter(Boolean).join(" ");
    return {
      verdict: "unreachable",
      lines: [`– Microsoft's validation did NOT run: its service answered ${answer || "nothing"}.`],
    };
  }
  return { verdict: "refused", lines: ["✗ Microsoft's validation refuses it.", ...issues] };
}
