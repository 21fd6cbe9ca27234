import type { ActivityStatus } from "../../portfolio/classification/classification";
import { numbersIn } from "../wording/numbers";

const { date } = numbersIn.en;

/** Headers and texts of the result columns beside the client list. */
export const columns = {
  headers: {
    share: "Share",
    status: "Status",
    abc: "ABC",
    xyz: "XYZ",
    quadrant: "Quadrant",
    activity: "Activity",
    reason: "Reason",
    action: "Action",
    pinned: "Pinned",
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
  activity: {
    active: "Active",
    new: "New",
    oneOff: "One-off",
    declining: "Declining",
    atRisk: "At risk",
    lost: "Lost",
    returned: "Returned",
    potential: "No purchases yet",
    notEnoughHistory: "Too early to say",
  } satisfies Record<ActivityStatus, string>,
  /** A status that a user decided on: which one, why, until which day. */
  pinned: (status: string, reason: string, until: string | null) =>
    [`${status}${until === null ? "" : `: until ${date(until)}`}`, ...(reason === "" ? [] : [reason])].join(
      "; ",
    ),
  reasons: {
    volume: "Volume",
    potential: "Potential",
    wellKnown: "Well known",
    partner: "Partner",
    demanding: "Demanding",
    innovator: "Innovator",
  },
};
