import { identityOf } from "./client-identity";

/** What a row of a made list is known by: the client's code, else its name; with the group where clients stand once per group. "" = no client. */
export function madeIdentity(name: string, code: string, group: string): string {
  const codeKey = code === "" ? "" : identityOf(code);
  const client = codeKey === "" ? identityOf(name) : `\u0000${codeKey}`;
  return group === "" ? client : `${client}\u0001${identityOf(group)}`;
}
