import type { Membership } from "./portfolio";

/** Names of the groups (managers, departments) of each client, in order of the groups; none without a membership. */
export function groupsOfClients(membership: Membership | null, clients: number): string[][] {
  const result: string[][] = Array.from({ length: clients }, () => []);
  membership?.client.forEach((client, i) => result[client].push(membership.groups[membership.group[i]]));
  return result;
}
