import { numbersIn } from "../wording/numbers";
import { clients } from "./portfolio";

const { number, form, date } = numbersIn.en;

/** How many clients moved, and how, since an earlier run. */
export interface MovesFact {
  /** Day of the earlier run. */
  since: string;
  moved: number;
  borderline: number;
  entered: number;
  left: number;
}

/** What became of the classes since an earlier run, in the pane and on Movement. */
export const classMoves = {
  subtitle: (since: string) => `The classes of now beside those of ${date(since)}.`,
  title: (since: string) => `Classes since ${date(since)}`,
  told: ({ since, moved, borderline, entered, left }: MovesFact) =>
    [
      moved > 0
        ? `${clients(moved)} changed class since ${date(since)}.`
        : `Nobody has certainly changed class since ${date(since)}.`,
      ...(borderline > 0
        ? [
            `${clients(borderline)} ${form(borderline, { one: "stands", other: "stand" })} so close to a limit that other periods would have given another class: not counted as moved.`,
          ]
        : []),
      ...(entered > 0 ? [`${clients(entered)} came into the list.`] : []),
      ...(left > 0 ? [`${clients(left)} ${form(left, { one: "is", other: "are" })} no longer in it.`] : []),
    ].join(" "),
  otherRules: "The rules are other ones than then: some of this comes from them, not from the clients.",
  next: "The classes of this run are remembered: the next run on other figures says who has moved.",
  then: "ABC class then",
  nowClients: (abc: string) => `Now ${abc}`,
  money: "Money",
  tableNote:
    "Clients by their ABC class then and now, with the money that they bring now. Borderline ones stand in the class that they had.",
  kinds: { status: "Status", abc: "ABC", xyz: "XYZ", quadrant: "Quadrant" },
  change: (kind: string, before: string, now: string) => `${kind}: ${before} → ${now}`,
  nothing: "none",
  sections: {
    moved: "Changed class",
    borderline: "Borderline",
    entered: "New in the list",
    left: "No longer in the list",
  },
  whoMore: (shown: number, count: number) => `The ${number(shown)} largest of ${number(count)}.`,
  headers: { change: "Change", now: "Class now", before: "Money then", amount: "Money now" },
  /** Of the column in the list of all clients. */
  column: "Class",
  moved: (before: string, now: string) => `${before} → ${now}`,
  borderline: (change: string) => `${change} (borderline)`,
  entered: (now: string) => `${now} (new in the list)`,
  happened: { moved: "Moved", borderline: "Borderline", entered: "New", same: "Same" },
  /** Of the pane. */
  compareWith: "Compared with the run of",
  sameDay: (day: string, number: number, of: number) => `${date(day)} (${number} of ${of} on that day)`,
  day: (day: string) => date(day),
  reportToo: "The next report compares with it, too.",
  more: (count: number) => `and ${number(count)} more, on the sheet Movement after the next report`,
  who: "Who changed class",
  nothingYet: "No earlier run is remembered that the classes could be compared with.",
};
