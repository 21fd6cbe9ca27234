import { HostError } from "../../model/host-error";
import { type ApiLevel, hasLevel } from "../api-level";
import { identity } from "./identity";
import {
  isModelObject,
  isOffered,
  locationOf,
  type ModelObject,
  propertyNames,
  requireMember,
  wireName,
} from "./members";
import type { QueryInfo } from "./request";

/** What to read of one object: properties by name, and whether all plain properties are wanted. */
interface Selection {
  all: boolean;
  children: Map<string, Selection>;
}

/**
 * The answer to `load`: names in PascalCase, navigation properties nested, a collection as `{ _Items: […] }`.
 * Without a selection all plain properties of the object (of the items, for a collection) are read, as in Excel.
 * @throws HostError ApiNotFound for a property that the model does not offer.
 */
export function readSelected(
  target: ModelObject,
  query: QueryInfo,
  level: ApiLevel,
): Record<string, unknown> {
  return describe(target, selectionOf(query), level, query);
}

function selectionOf(query: QueryInfo): Selection {
  const root = emptySelection();
  const select = query.Select ?? [];
  for (const path of select) {
    leafOf(root, path);
  }
  for (const path of query.Expand ?? []) {
    const leaf = leafOf(root, path);
    leaf.all = leaf.all || leaf.children.size === 0;
  }
  root.all = root.all || select.length === 0;
  return root;
}

function emptySelection(): Selection {
  return { all: false, children: new Map() };
}

function leafOf(root: Selection, path: string): Selection {
  let node = root;
  for (const part of path.trim().split("/")) {
    if (part === "*" || part === "$all") {
      node.all = true;
      return node;
    }
    const name = part.charAt(0).toLowerCase() + part.slice(1);
    const child = node.children.get(name) ?? emptySelection();
    node.children.set(name, child);
    node = child;
  }
  return node;
}

function describe(
  target: ModelObject,
  selection: Selection,
  level: ApiLevel,
  page: QueryInfo,
): Record<string, unknown> {
  const own =
    "items" in target ? ofCollection(target, selection, level, page) : ofObject(target, selection, level);
  return { ...identity(target), ...own };
}

function ofObject(target: ModelObject, selection: Selection, level: ApiLevel): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  if (selection.all) {
    for (const name of propertyNames(target).filter(
      (each) => each !== "items" && hasLevel(target, each, level),
    )) {
      const value = target[name];
      if (!isModelObject(value)) {
        values[wireName(name)] = value;
      }
    }
  }
  for (const [name, child] of selection.children) {
    if (name !== "isNullObject") {
      values[wireName(name)] = propertyValue(target, name, child, level);
    }
  }
  return values;
}

function propertyValue(target: ModelObject, name: string, child: Selection, level: ApiLevel): unknown {
  const member = requireMember(target, name, level);
  const value = target[member];
  if (typeof value === "function") {
    throw new HostError("InvalidArgument", `${locationOf(target, member)} is a method and cannot be loaded.`);
  }
  if (!isModelObject(value)) {
    return value;
  }
  return describe(value, child.children.size === 0 ? { all: true, children: new Map() } : child, level, {});
}

function ofCollection(
  target: ModelObject,
  selection: Selection,
  level: ApiLevel,
  page: QueryInfo,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const wanted = emptySelection();
  let itemsWanted = selection.all;
  wanted.all = selection.all;
  for (const [name, child] of selection.children) {
    if (name === "items") {
      itemsWanted = true;
      wanted.all = wanted.all || child.all || child.children.size === 0;
      child.children.forEach((grandchild, key) => wanted.children.set(key, grandchild));
    } else if (isOffered(target, name)) {
      values[wireName(name)] = propertyValue(target, name, child, level);
    } else {
      // `tables.load("name")` means the items' names.
      itemsWanted = true;
      wanted.children.set(name, child);
    }
  }
  if (selection.all) {
    Object.assign(values, ofObject(target, { all: true, children: new Map() }, level));
  }
  if (itemsWanted) {
    const skip = page.Skip ?? 0;
    const items: ModelObject[] = [...target.items].slice(
      skip,
      page.Top === undefined ? undefined : skip + page.Top,
    );
    values._Items = items.map((item, index) => ({
      ...describe(item, wanted, level, {}),
      _Index: skip + index,
    }));
  }
  return values;
}
