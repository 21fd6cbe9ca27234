import { STEP, type Steps, finish } from "../../steps";

/**
 * What makes two names one client: equal after trimming and folding case and white space, U+00A0 included (methods §1).
 * "" for a text that names nobody: blank, only signs ("—"), or a pivot table's "(blank)".
 */
export function identityOf(name: string): string {
  return identityOfTidy(alreadyTidy.test(name) ? name : tidy(name.normalize("NFC")));
}

function identityOfTidy(name: string): string {
  const folded = name.toLowerCase();
  if (beginsWithALetter.test(folded)) return folded;
  return hasALetter.test(folded) && !namesNobody.has(folded) ? folded : "";
}

/** Words of unaccented letters, digits and signs with single spaces between them: most names, and quick to tell. */
const alreadyTidy = /^[!-~А-Яа-яЁё«»№–—]+(?: [!-~А-Яа-яЁё«»№–—]+)*$/;
/** Whether a text names anybody at all: whether it has an identity. */
export function namesSomebody(name: string): boolean {
  return beginsWithALetter.test(name) || identityOf(name) !== "";
}

const beginsWithALetter = /^[\p{L}\p{N}]/u;
const hasALetter = /[\p{L}\p{N}]/u;
/** All in brackets, or they would begin with a letter. */
const namesNobody = new Set(["(blank)", "(пусто)", "(пустые)", "(empty)", "(none)", "(нет)"]);
/** Entries of a parent group column that say "none"; a real group is not called so, and joining them would be absurd. */
const noGroup = new Set([
  "0",
  "-",
  "нет",
  "no",
  "none",
  "n/a",
  "na",
  "н/д",
  "без группы",
  "no group",
  "false",
  "ложь",
]);

/** Names of distinct clients and who is one with whom. */
export interface Identities {
  /** Distinct name (with codes: distinct code) of each row; −1 for a row that names nobody or takes no part. */
  rowName: Int32Array;
  /** Client of each distinct name. */
  nameClient: Int32Array;
  /** Display name of each client: as first written, or its parent group's name. */
  clients: readonly string[];
  /** Code of each client as first written, "" where it has none; null without codes. */
  codes: readonly string[] | null;
}

/** What the cells of a row say of its client. */
export interface IdentityCells {
  /** Text of the client cell, or null for a row that takes no part. */
  nameOf: (row: number) => string | null;
  /** Text of the parent group cell; absent when groups are not joined. A name's first filled one counts. */
  groupOf?: (row: number) => string;
  /** Text of the code cell: it decides who is the same where it is filled. */
  codeOf?: (row: number) => string;
}

/**
 * Gives every row its client. Rows of one name are one client; with groups, all names of one parent group are, whether
 * the parent has rows of its own or not, and parents of parents join too. Clients stand in order of their first row.
 *
 * With codes, one code in two spellings is one client, and two codes of one name are two, shown with the code behind the
 * name (reading §3). A row that has a name and no code belongs to the first client of that name.
 */
export function identify(...parameters: Parameters<typeof identifySteps>): Identities {
  return finish(identifySteps(...parameters));
}

/** The same, step by step. */
export function* identifySteps(
  rowCount: number,
  { nameOf, groupOf, codeOf }: IdentityCells,
): Steps<Identities> {
  const rowName = new Int32Array(rowCount).fill(-1);
  const names: string[] = [];
  const codes: string[] = [];
  const keys: string[] = [];
  const nameOfKey = new Map<string, number>();
  /** First key of each folded name; without codes that is the name itself. */
  const keyOfName = codeOf ? new Map<string, string>() : null;
  const keyOfText = new Map<string, string>();
  const parentOf = new Map<string, string>();
  const written = new Map<string, string>();

  const keyOf = (text: string) => {
    let key = keyOfText.get(text);
    if (key === undefined) keyOfText.set(text, (key = identityOf(text)));
    return key;
  };

  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield (0.8 * row) / rowCount;
    const text = nameOf(row);
    if (text === null) continue;
    const code = codeOf?.(row) ?? "";
    const codeKey = code === "" ? "" : identityOf(code);
    const isTidy = alreadyTidy.test(text);
    const nameKey = isTidy ? identityOfTidy(text) : identityOf(text);
    if (nameKey === "" && codeKey === "") continue;
    const key = codeKey === "" ? (keyOfName?.get(nameKey) ?? nameKey) : `${codeMark}${codeKey}`;
    let name = nameOfKey.get(key);
    if (name === undefined) {
      nameOfKey.set(key, (name = names.length));
      names.push(nameKey === "" ? tidy(code) : isTidy ? text : tidy(text));
      codes.push(codeKey === "" ? "" : tidy(code));
      keys.push(key);
      if (keyOfName && nameKey !== "" && !keyOfName.has(nameKey)) keyOfName.set(nameKey, key);
    }
    rowName[row] = name;
    const group = groupOf?.(row) ?? "";
    const groupKey = group === "" ? "" : keyOf(group);
    if (groupKey === "" || noGroup.has(groupKey)) continue;
    if (!parentOf.has(key)) parentOf.set(key, groupKey);
    if (!written.has(groupKey)) written.set(groupKey, tidy(group));
  }
  // A group is called by a name; the client of that name may be known by its code.
  if (keyOfName) {
    for (const [key, parent] of parentOf) parentOf.set(key, keyOfName.get(parent) ?? parent);
    for (const [name, text] of [...written]) written.set(keyOfName.get(name) ?? name, text);
    nameAlikeByCode(names, codes);
  }

  // Without groups every name is a client.
  if (parentOf.size === 0) {
    const nameClient = Int32Array.from(names, (_, name) => name);
    return { rowName, nameClient, clients: names, codes: codeOf ? codes : null };
  }
  const clients: string[] = [];
  const clientCodes: string[] = [];
  const clientOfRoot = new Map<string, number>();
  const nameClient = new Int32Array(names.length);
  for (let name = 0; name < names.length; name++) {
    if (name % STEP === 0) yield 0.8 + (0.2 * name) / names.length;
    const key = keys[name];
    const root = rootOf(key, parentOf);
    let client = clientOfRoot.get(root);
    if (client === undefined) {
      clientOfRoot.set(root, (client = clients.length));
      clients.push(root === key ? names[name] : (written.get(root) ?? names[name]));
      clientCodes.push(root === key ? codes[name] : "");
    }
    nameClient[name] = client;
  }
  return { rowName, nameClient, clients, codes: codeOf ? clientCodes : null };
}

/** Stands before the key of a code, so that no name is taken for one. */
const codeMark = "\u0000";

/** Puts the code behind names that several codes share. */
function nameAlikeByCode(names: string[], codes: readonly string[]): void {
  const seen = new Map<string, number[]>();
  names.forEach((name, i) => {
    const key = identityOf(name);
    seen.set(key, [...(seen.get(key) ?? []), i]);
  });
  for (const alike of seen.values()) {
    if (alike.length < 2) continue;
    for (const i of alike) if (codes[i] !== "") names[i] = `${names[i]} (${codes[i]})`;
  }
}

/** The topmost parent. Parents that name each other in a ring are one; its alphabetically first member stands for it. */
function rootOf(key: string, parentOf: ReadonlyMap<string, string>): string {
  const path = [key];
  for (let at = key; ;) {
    const parent = parentOf.get(at);
    if (parent === undefined || parent === at) return at;
    const seen = path.indexOf(parent);
    if (seen >= 0) return path.slice(seen).sort()[0];
    path.push(parent);
    at = parent;
  }
}

function tidy(name: string): string {
  if (alreadyTidy.test(name)) return name;
  return name
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
