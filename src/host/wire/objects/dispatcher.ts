/** What a request asks of the objects: paths, actions and queries onto the classes of the model. */
import { HostError } from "../../model/host-error";
import type { ApiLevel } from "../api-level";
import type { Faults } from "../faults";
import { identity } from "./identity";
import type { KeptReferences } from "./kept-references";
import {
  callMethod,
  isPending,
  locationOf,
  type ModelObject,
  requireMember,
  setProperty,
  typeName,
} from "./members";
import { readSelected } from "./query";
import {
  type Action,
  ActionType,
  type ArgumentInfo,
  type ActionResult,
  PathType,
  type ReferencedPath,
  type ReplyBody,
  type RequestBody,
} from "./request";

export interface DispatcherOptions {
  /** The model's workbook: what the root path means. */
  root: ModelObject;
  /** What the wire itself adds to the root, by wire name: `_Runtime`. */
  rootMembers: Record<string, ModelObject>;
  /** Services that the client creates by name (object path type 2). */
  services: Record<string, ModelObject>;
  level: ApiLevel;
  references: KeptReferences;
  faults: Faults;
}

export interface Dispatched {
  reply: ReplyBody;
  /** "Range.values=" for a set, "Worksheet.getRange()" for a call or a path made by one, "Range{values,address}" for a load. */
  operations: string[];
  /** What was thrown besides refusals: a defect of the host, not of the add-in. */
  defect: unknown;
}

/** Executes one request, then tells the model that it is over (`$endRequest`: what holds "until the next sync" ends here). */
export async function dispatch(body: RequestBody, options: DispatcherOptions): Promise<Dispatched> {
  try {
    return await dispatchActions(body, options);
  } finally {
    await options.root.$endRequest?.();
  }
}

/**
 * Executes a request against the model, action by action in order. A refusal ends it: the reply then carries the error,
 * and the actions before it have taken effect, as in Excel.
 */
async function dispatchActions(body: RequestBody, options: DispatcherOptions): Promise<Dispatched> {
  const run = new Run(body, options);
  const results: ActionResult[] = [];
  const traces: number[] = [];
  for (let index = 0; index < body.Actions.length; index++) {
    const action = body.Actions[index];
    run.location = "";
    try {
      options.faults.beforeAction(run.describeAction(action));
      const value = run.execute(action);
      results.push({ ActionId: action.Id, Value: (isPending(value) ? await value : value) ?? null });
      if (action.ActionType === ActionType.trace) {
        traces.push(action.Id);
      }
    } catch (thrown) {
      const refusal = thrown instanceof HostError ? thrown : null;
      return {
        reply: {
          Results: results,
          TraceIds: traces,
          Error: {
            Code: refusal?.code ?? "GeneralException",
            Message: refusal?.message ?? `Defect of the host: ${String(thrown)}`,
            ActionIndex: index,
            Location: run.location,
            HttpStatusCode: 400,
          },
        },
        operations: run.operations,
        defect: refusal ? null : thrown,
      };
    }
  }
  return { reply: { Results: results, TraceIds: traces }, operations: run.operations, defect: null };
}

/** Methods whose value is read from the cells. */
const readingCall = /^get[A-Z]/;
/** Methods whose object depends on what the cells hold; all others only lead to it. */
const readingPath = /^(getUsedRange|getSpill|getSurroundingRegion|find)/;

/** The state of one request: each object path is evaluated once, at its first use. */
class Run {
  readonly operations: string[] = [];
  /** Member that is being executed, for the error's location. */
  location = "";
  readonly #objects = new Map<number, ModelObject | null>();
  /** True from a change to the next read: the model calculates before it is read. */
  #changed: boolean;

  constructor(
    readonly body: RequestBody,
    readonly options: DispatcherOptions,
  ) {
    this.#changed = options.root.$isCalculating === true;
  }

  /** "Values=", "Delete()"; nothing for loads and for what the client does by itself (`_KeepReference`, `_ValidateArraySize`). */
  describeAction({ ActionType: type, Name: name }: Action): string {
    if (name.startsWith("_")) {
      return "";
    }
    return type === ActionType.setProperty ? `${name}=` : type === ActionType.method ? `${name}()` : "";
  }

  /** The `Value` of the action's result. */
  execute(action: Action): unknown {
    if (action.ActionType === ActionType.trace) {
      return null;
    }
    const evaluated = this.#evaluate(action.ObjectPathId);
    return isPending(evaluated)
      ? evaluated.then((target) => this.#executeOn(target, action))
      : this.#executeOn(evaluated, action);
  }

  #executeOn(target: ModelObject | null, action: Action): unknown {
    // Whatever is asked of a null object is quietly ignored: `getItemOrNullObject("x").delete()` is idiomatic.
    if (target === null) {
      return null;
    }
    switch (action.ActionType) {
      case ActionType.instantiate:
        return { ...identity(target), ...this.options.references.reference(target) };
      case ActionType.query:
        return this.#query(target, action);
      case ActionType.method:
        return this.#call(target, action);
      case ActionType.setProperty:
        return this.#set(target, action);
      default:
        throw new HostError("NotImplemented", `The host does not answer action type ${action.ActionType}.`);
    }
  }

  #query(target: ModelObject, action: Action): unknown {
    const query = action.QueryInfo ?? {};
    this.location = locationOf(target, "load");
    this.operations.push(`${typeName(target)}{${(query.Select ?? ["*"]).join(",")}}`);
    const read = () => ({
      ...readSelected(target, query, this.options.level),
      ...this.options.references.reference(target),
    });
    return this.#settled(read);
  }

  #call(target: ModelObject, action: Action): unknown {
    if (action.Name === "_KeepReference") {
      return this.options.references.keep(target);
    }
    if (action.Name === "_RemoveReference") {
      this.operations.push("_RemoveReference()");
      this.options.references.release(String(action.ArgumentInfo?.Arguments?.[0]));
      return null;
    }
    const member = this.#memberOf(target, action.Name);
    this.operations.push(`${this.location}()`);
    return this.#invoke(target, member, action.ArgumentInfo, readingCall);
  }

  #set(target: ModelObject, action: Action): unknown {
    const member = this.#memberOf(target, action.Name);
    this.operations.push(`${this.location}=`);
    this.#changed = true;
    return this.#withArguments(action.ArgumentInfo, ([value]) => {
      setProperty(target, member, value);
      return null;
    });
  }

  #memberOf(target: ModelObject, name: string): string {
    this.location = locationOf(target, name.charAt(0).toLowerCase() + name.slice(1));
    const member = requireMember(target, name, this.options.level);
    this.location = locationOf(target, member);
    return member;
  }

  /** Calls a method, after the calculation where what it gives depends on calculated values. */
  #invoke(target: ModelObject, member: string, info: ArgumentInfo | undefined, reading: RegExp): unknown {
    const call = () => this.#withArguments(info, (args) => callMethod(target, member, args));
    const result = reading.test(member) ? this.#settled(call) : call();
    this.#changed ||= !/^get[A-Z]/.test(member);
    return result;
  }

  /** Reads after the pending calculation, when something changed since the last one. */
  #settled<T>(read: () => T): T | PromiseLike<T> {
    if (!this.#changed || typeof this.options.root.$calculate !== "function") {
      return read();
    }
    this.#changed = false;
    const calculation = this.options.root.$calculate();
    return isPending(calculation) ? calculation.then(read) : read();
  }

  #evaluate(id: number): ModelObject | null | PromiseLike<ModelObject | null> {
    const known = this.#objects.get(id);
    if (known !== undefined) {
      return known;
    }
    const evaluated = this.#evaluatePath(id);
    if (isPending(evaluated)) {
      return evaluated.then((object) => this.#remember(id, object));
    }
    return this.#remember(id, evaluated);
  }

  #remember(id: number, object: ModelObject | null): ModelObject | null {
    this.#objects.set(id, object ?? null);
    return object ?? null;
  }

  #evaluatePath(id: number): ModelObject | null | PromiseLike<ModelObject | null> {
    const path = this.body.ObjectPaths[String(id)];
    if (path === undefined) {
      throw new HostError("InvalidReference", `The request has no object path ${id}.`);
    }
    switch (path.ObjectPathType) {
      case PathType.root:
        return this.options.root;
      case PathType.newObject:
        return this.#service(path.Name);
      case PathType.keptReference:
        return this.options.references.get(path.Name);
      case PathType.nullObject:
        return null;
    }
    const parent = this.#evaluate(path.ParentObjectPathId ?? 0);
    const step = (owner: ModelObject | null) => (owner === null ? null : this.#step(owner, path));
    return isPending(parent) ? parent.then(step) : step(parent);
  }

  #step(
    parent: ModelObject,
    path: { ObjectPathType: number; Name: string; ArgumentInfo?: ArgumentInfo },
  ): ModelObject | null | PromiseLike<ModelObject | null> {
    switch (path.ObjectPathType) {
      case PathType.property:
        if (parent === this.options.root && Object.hasOwn(this.options.rootMembers, path.Name)) {
          return this.options.rootMembers[path.Name];
        }
        return parent[this.#memberOf(parent, path.Name)];
      case PathType.method:
      case PathType.indexer: {
        const member = this.#memberOf(
          parent,
          path.ObjectPathType === PathType.indexer ? "GetItem" : path.Name,
        );
        // An object that is made, such as a new sheet or a name, is something that can fail; one on the way to it is not.
        if (!/^get/.test(member)) this.options.faults.beforeAction(`${path.Name}()`);
        this.operations.push(`${this.location}()`);
        return this.#invoke(parent, member, path.ArgumentInfo, readingPath) as ModelObject | null;
      }
      default:
        throw new HostError(
          "NotImplemented",
          `The host does not know object path type ${path.ObjectPathType}.`,
        );
    }
  }

  #service(name: string): ModelObject {
    this.location = name;
    const service = Object.hasOwn(this.options.services, name) ? this.options.services[name] : undefined;
    if (service === undefined) {
      throw new HostError("ApiNotFound", `The host does not know the service ${name}.`);
    }
    return service;
  }

  #withArguments(info: ArgumentInfo | undefined, use: (args: unknown[]) => unknown): unknown {
    const args = info?.Arguments ?? [];
    const references = info?.ReferencedObjectPathIds;
    if (!references) {
      return use(args);
    }
    const resolved = args.map((argument, index) => this.#argument(argument, references[index]));
    return resolved.some((argument) => isPending(argument)) ? Promise.all(resolved).then(use) : use(resolved);
  }

  #argument(value: unknown, reference: ReferencedPath | undefined): unknown {
    if (Array.isArray(reference)) {
      const values = (value as unknown[]).map((element, index) => this.#argument(element, reference[index]));
      return values.some((element) => isPending(element)) ? Promise.all(values) : values;
    }
    return reference ? this.#evaluate(reference) : value;
  }
}
