/** Headers and texts of the result columns beside the client list. */
export const columns = {
  headers: {
    share: "Share",
    status: "Status",
    abc: "ABC",
    xyz: "XYZ",
    quadrant: "Quadrant",
    reason: "Reason",
    action: "Action",
  },
  /** The header when the plain one belongs to a column of the user; from the second on with a number. */
  ownHeader: (header: string, number: number) =>
    number === 1 ? `${header} (Keyfolio)` : `${header} (Keyfolio ${number})`,
  statuses: { regular: "Regular", key: "Key", dependence: "Dependence", mono: "Mono-client" },
  quadrants: {
    key: "Key",
    development: "Development",
    maintenance: "Maintenance",
    opportunistic: "Opportunistic",
  },
  reasons: {
    volume: "Volume",
    potential: "Potential",
    wellKnown: "Well known",
    partner: "Partner",
    demanding: "Demanding",
    innovator: "Innovator",
  },
};
