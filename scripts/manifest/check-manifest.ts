import { checkAddresses } from "./check-addresses";
import { checkCommands } from "./check-commands";
import { checkIcons } from "./check-icons";
import { checkIdentity } from "./check-identity";
import { checkOrder } from "./check-order";
import { checkResources } from "./check-resources";
import { checkRuntime } from "./check-runtime";
import { checkTexts } from "./check-texts";
import { parseManifest, type CheckedManifest, type ServedFiles } from "./manifest";

/**
 * What is wrong with a manifest, in sentences for its author; empty when nothing is. Microsoft's validation misses the half of
 * it (resids without a resource, texts that are too long in another language, pictures of the wrong size) and needs a network.
 *
 * @param address where the add-in is served from
 * @param files what is served there
 */
export function checkManifest(xml: string, address: string, files: ServedFiles): string[] {
  let root: Element;
  try {
    root = parseManifest(xml);
  } catch (error) {
    return [`The manifest is not well-formed XML: ${(error as Error).message}`];
  }
  const manifest: CheckedManifest = { root, address, files };
  return [
    checkOrder,
    checkIdentity,
    checkTexts,
    checkResources,
    checkAddresses,
    checkIcons,
    checkRuntime,
    checkCommands,
  ].flatMap((check) => check(manifest));
}
