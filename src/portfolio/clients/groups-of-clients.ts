import type { Membership } from "./portfolio";

/** Names of the groups (managers, departments) of each client, in order of the groups; none without a membership. */
export function groupsOfClients(membership: Membership | null, clients: number): string[][] {
  const result: string[][] = Array.from({ length: clients }, () => []);
  membership?.client.forEach((client, i) => result[client].push(membership.groups[membership.group[i]]));
  return result;
}

/** The same, those with most of the client's money first: of documents, a client can have those of many. */
export function mainGroupsOfClients(membership: Membership | null, clients: number): string[][] {
  if (!membership) return groupsOfClients(membership, clients);
  const { client, group, amount } = membership;
  const order = Int32Array.from(client.keys()).sort((a, b) => amount[b] - amount[a] || a - b);
  return groupsOfClients(
    { ...membership, client: order.map((pair) => client[pair]), group: order.map((pair) => group[pair]) },
    clients,
  );
}
