import type { ColumnFacts } from "../column-facts";
import type { ProposedColumns } from "./amount-proposal";
import { type Suggestion, headerWords, identifierOnly, mayStandFor } from "../headers/header-words";
import { partsOfName } from "../headers/parts-of-name";
import { moneyHeader } from "../headers/money-header";
import { identifiers } from "../headers/header-rules";

/** Which column names the clients, and which holds their codes. Positions. */
export interface ClientProposal {
  client: number | null;
  code: number | null;
  /** Columns that name them as well as the first does. */
  rivals: readonly number[];
}

const clearLead = 1;
/** Identifiers that are the client's where nothing says whose they are. */
const bareCode =
  /^(?:id|ids|ид|key|guid|uid|code|код|код 1с|внешний код|инн|инн кпп|огрн|огрнип|унп|бин|inn|tin|ein|duns|(?:vat|tax)(?: id| no| number)|reg(?:istration)? (?:no|number))$/;
const mailOfClient =
  /^(?:(?:customer|client|buyer|клиент|покупател|заказчик)[а-я]* )?(?:e-?mail(?: address)?|(?:электронная )?почта)(?: (?:клиента|покупателя|заказчика))?$/;
const contactName = /^(?:contact|контакт)(?: name| full name)?$/;
/** How much a column that repeats one name is set back. */
const setBack = 6;

/**
 * Finds the column of client names, and that of their codes: a name beats a code (reading §3).
 * @param suggestions what the headers suggest; null where they suggest nothing, or another role was given
 * @param leading position of the leftmost column
 */
export function proposeClient(
  columns: ProposedColumns,
  suggestions: readonly (Suggestion | null)[],
  leading: number,
): ClientProposal {
  const { facts, headers, roles } = columns;
  const parts =
    partsOfName(headers)?.filter((at) => roles[at] === null && facts[at].content === "names") ?? [];
  const suggested = suggestions.flatMap((suggestion, at) =>
    suggestion?.role === "client" && columns.roles[at] === null && !(parts.length > 1 && parts.includes(at))
      ? [{ at, strength: suggestion.strength - (isOneName(facts[at]) ? setBack : 0) }]
      : [],
  );
  const isName = ({ at }: { at: number }) => {
    const { content, isCodes } = facts[at];
    if (content === "empty") return true;
    return content !== "numbers" && !isCodes && !identifiers.test(headerWords(headers[at]));
  };
  const codes = suggested.filter((each) => !isName(each));
  const clientCodes = codes.filter(
    ({ at, strength }) => strength > identifierOnly || bareCode.test(headerWords(headers[at])),
  );
  const names = suggested.filter(isName).sort(strongest);
  const decided = roles.indexOf("client");
  if (decided >= 0) return { client: decided, code: codeOf(decided, clientCodes, columns), rivals: [] };
  // An export of ledger entries has its clients as headings, and one account beside all lines.
  const isHeaded = leading >= 0 && columns.nameless[leading] && mayName(columns, leading);
  if (names.length > 0 && !(isHeaded && isOneName(facts[names[0].at]))) {
    const [first, ...others] = names;
    const rivals = others.filter(
      ({ at, strength }) =>
        strength > first.strength - clearLead &&
        !(strength < first.strength
          ? isOneToOne(facts[at], facts[first.at])
          : areTheSame(facts[at], facts[first.at])),
    );
    return {
      client: first.at,
      code: codeOf(first.at, clientCodes, columns),
      rivals: rivals.map(({ at }) => at),
    };
  }
  if (parts.length > 1) {
    return { client: parts[0], code: codeOf(parts[0], clientCodes, columns), rivals: [] };
  }
  if (headedByClients(facts)) return { client: null, code: null, rivals: [] };
  const free = headers.flatMap((header, at) =>
    columns.roles[at] === null &&
    facts[at].content === "names" &&
    mayStandFor("client", header) &&
    !areMeasures(facts[at]) &&
    !codes.some((code) => code.at === at)
      ? [at]
      : [],
  );
  const [code] = codes.sort(strongest);
  const mail = mailOf(columns);
  // Where nothing names whom an identifier is of, it may be that of a payment.
  if (mail !== null && free.length === 0 && (!code || code.strength <= identifierOnly))
    return { client: mail, code: null, rivals: [] };
  if (code) {
    const isUnnamed = (at: number) => at === leading && columns.nameless[at];
    const [named, ...rivals] = free.filter(
      (at) => !isOneName(facts[at]) && (isOneToOne(facts[at], facts[code.at]) || isUnnamed(at)),
    );
    return named === undefined
      ? { client: code.at, code: null, rivals: [] }
      : { client: named, code: codeOf(named, clientCodes, columns), rivals: isUnnamed(named) ? [] : rivals };
  }
  const contact = contactOf(columns);
  const described = free.filter((at) => descriptionOfLine.test(headerWords(headers[at])));
  const found = byContent(
    contact === null ? free : free.filter((at) => !described.includes(at)),
    columns,
    leading,
  );
  return { client: found.client ?? contact, rivals: found.rivals, code: null };
}

/** Whether every text names money, or says why it is none: the lines of a statement, with the clients beside each other. */
function areMeasures({ texts }: ColumnFacts): boolean {
  const named = texts.filter((text) => text !== null);
  return named.length > 1 && named.every((text) => moneyHeader(headerWords(text)) !== null);
}

const headingOfClient =
  /^(?:client|customer|account|account name|customer name|a\/c|sold to|bill to|клиент|контрагент|покупатель|заказчик)\s*(?:№|no\.?|#)?\s*:/i;

/** Whether clients are named in rows above their lines, `Customer: Birch Inc`: then no other column holds them. */
const headedByClients = (facts: readonly ColumnFacts[]): boolean =>
  facts.some(({ texts }) => texts.filter((text) => text !== null && headingOfClient.test(text)).length > 1);

const mayName = ({ facts, roles }: ProposedColumns, at: number): boolean =>
  roles[at] === null && facts[at].content === "names" && !isOneName(facts[at]);

/** What was sold, where a contact says to whom. */
const descriptionOfLine =
  /^(?:(?:line |item )?descriptions?|memo|details?|narration|items?|comments?|notes?|описани[ея]|комментари[йи]|примечани[ея])$/;

/** Shops often know their clients by nothing but an address for mail. */
function mailOf({ headers, facts, roles }: ProposedColumns): number | null {
  const mails = headers.flatMap((header, at) => {
    const texts = facts[at].texts.filter((text) => text !== null);
    const isMail =
      texts.length > 0 && texts.filter((text) => text.includes("@")).length >= 0.8 * texts.length;
    return roles[at] === null && isMail && mailOfClient.test(headerWords(header)) ? [at] : [];
  });
  return mails.length === 1 ? mails[0] : null;
}

/** Some programs call whom they sell to a contact; where anything else names the clients, a contact is a person there. */
function contactOf({ headers, facts, roles }: ProposedColumns): number | null {
  const contacts = headers.flatMap((header, at) =>
    roles[at] === null && facts[at].content === "names" && contactName.test(headerWords(header)) ? [at] : [],
  );
  return contacts.length === 1 ? contacts[0] : null;
}

const strongest = (a: { at: number; strength: number }, b: { at: number; strength: number }) =>
  b.strength - a.strength || a.at - b.at;

/** A column of names whose header says nothing: the leading one without a header, the one whose names do not repeat, or the only one. */
function byContent(
  free: readonly number[],
  columns: ProposedColumns,
  leading: number,
): Pick<ClientProposal, "client" | "rivals"> {
  const varied = free.filter((at) => !isOneName(columns.facts[at]));
  if (varied.length === 0) return { client: free.length === 1 ? free[0] : null, rivals: [] };
  if (varied.includes(leading) && columns.nameless[leading]) return { client: leading, rivals: [] };
  const ordered = varied
    .map((at) => ({ at, distinct: distinctness(columns.facts[at]) }))
    .sort((a, b) => b.distinct - a.distinct || a.at - b.at);
  const [first, ...others] = ordered;
  const rivals = others.filter(
    ({ at, distinct }) =>
      !(first.distinct > 0.9 && distinct < 0.6) && !areTheSame(columns.facts[at], columns.facts[first.at]),
  );
  return { client: first.at, rivals: rivals.map(({ at }) => at) };
}

/** The column that tells clients of one name apart: each code names one client. */
function codeOf(
  client: number,
  suggested: readonly { at: number; strength: number }[],
  { facts }: ProposedColumns,
): number | null {
  const fitting = suggested
    .filter(({ at }) => at !== client && isCodeOf(facts[at], facts[client]))
    .sort(strongest);
  return fitting[0]?.at ?? null;
}

function isCodeOf(codes: ColumnFacts, names: ColumnFacts): boolean {
  if (codes.content === "numbers" && !codes.isCodes) return false;
  const { agree, pairs, left, right } = pairing(codes, names);
  if (pairs < 2 || left < 2) return false;
  // Rows numbered through, or one code for many names, are no codes of clients.
  return agree >= pairs * 0.9 && left >= right * 0.7 && (left <= right * 1.5 || right >= pairs * 0.9);
}

/** Whether two columns name the same clients, in whatever spelling: by how they repeat, or by how they begin. */
function areTheSame(one: ColumnFacts, other: ColumnFacts): boolean {
  if (!isOneToOne(one, other)) return false;
  const { pairs, left } = pairing(one, other);
  const beginning = (text: string | null) => text?.toLowerCase().slice(0, 3);
  const alike = one.texts.filter((text, row) => beginning(text) === beginning(other.texts[row])).length;
  return left < pairs * 0.9 || alike >= one.texts.length * 0.8;
}

/** Whether two columns part the rows in the same way: a name and its code. */
function isOneToOne(one: ColumnFacts, other: ColumnFacts): boolean {
  const { agree, pairs, left, right } = pairing(one, other);
  return pairs > 0 && agree === pairs && left === right;
}

/** How the values of one column go with those of another in the sampled rows. */
function pairing(
  one: ColumnFacts,
  other: ColumnFacts,
): { pairs: number; agree: number; left: number; right: number } {
  const partner = new Map<string, string>();
  const seen = new Set<string>();
  let pairs = 0;
  let agree = 0;
  for (let row = 0; row < one.texts.length; row++) {
    const key = shown(one, row);
    const value = shown(other, row);
    if (key === null || value === null) continue;
    pairs++;
    seen.add(value);
    const known = partner.get(key);
    if (known === undefined) partner.set(key, value);
    if (known === undefined || known === value) agree++;
  }
  return { pairs, agree, left: partner.size, right: seen.size };
}

function shown({ texts, sample }: ColumnFacts, row: number): string | null {
  return texts[row]?.toLowerCase() ?? (Number.isNaN(sample[row]) ? null : String(sample[row]));
}

function isOneName(facts: ColumnFacts): boolean {
  const names = facts.texts.filter((text) => text !== null);
  return names.length >= 3 && facts.content === "names" && new Set(names).size === 1;
}

/** Share of the names that differ; 0 … 1. */
function distinctness({ texts }: ColumnFacts): number {
  const names = texts.filter((text) => text !== null);
  return names.length === 0 ? 0 : new Set(names).size / names.length;
}
