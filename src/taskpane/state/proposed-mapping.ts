import { proposeMapping, type Mapping, type SourceList } from "../../portfolio";

/** What the headers of a list propose; null when they propose nothing that could be classified. */
export function proposedMapping(list: SourceList): Mapping | null {
  try {
    return proposeMapping(list);
  } catch {
    return null;
  }
}
