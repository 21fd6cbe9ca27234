import { CommandType, type ICommand, type ICommandService } from "@univerjs/core";
import { SetFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import * as sheets from "@univerjs/sheets";

/** What happens instead when a person causes a mutation or a command of Univer's. */
export type InsteadOf<P> = (params: P) => void;

/**
 * Stands between Univer's user interface and its data: the view must not change by itself, only as the model does.
 * A mutation of a sheet is carried out when the view itself asks for it (`show`); one that a person causes goes to the
 * model where the model has something to do with it, and is otherwise left undone.
 */
export class CommandGate {
  #isShowing = false;
  readonly #instead = new Map<string, InsteadOf<never>>();
  readonly #ways = new Map<string, (params: never) => boolean>();

  constructor(readonly commands: ICommandService) {
    for (const member of Object.values(sheets) as unknown[]) {
      if (isMutation(member)) {
        this.#guard(member);
      }
    }
    commands.beforeCommandExecuted(({ id, params }) => {
      if (id === SetFormulaCalculationStartMutation.id) {
        // The model calculates; what is left to Univer are the formulas of conditional formats.
        Object.assign(params ?? {}, { dirtyRanges: [], forceCalculation: false });
      }
    });
  }

  /** Carries out a mutation or an operation, so as to show what the model says. */
  show<P extends object>(mutation: ICommand<P>, params: P): void {
    this.#isShowing = true;
    try {
      // As if it came from somebody else: Univer goes to a sheet that is added or shown again by the person in front of it.
      this.commands.syncExecuteCommand(mutation.id, params, { fromCollab: true });
    } finally {
      this.#isShowing = false;
    }
  }

  /** Carries out what the view asks for in another way than Univer's. */
  carryOut<P extends object>(mutation: ICommand<P>, way: (params: P) => boolean): void {
    this.#ways.set(mutation.id, way);
  }

  /** Gives a person's mutation to the model. */
  replaceMutation<P extends object>(mutation: ICommand<P>, instead: InsteadOf<P>): void {
    this.#instead.set(mutation.id, instead);
  }

  /** Gives a person's command to the model. */
  replaceCommand<P>(id: string, instead: InsteadOf<P>): void {
    this.commands.unregisterCommand(id);
    this.commands.registerCommand({
      id,
      type: CommandType.COMMAND,
      handler: (_accessor, params) => {
        instead(params as P);
        return true;
      },
    });
  }

  #guard(mutation: ICommand): void {
    this.commands.unregisterCommand(mutation.id);
    this.commands.registerCommand({
      ...mutation,
      handler: (accessor, params, options) => {
        if (this.#isShowing) {
          const way = this.#ways.get(mutation.id);
          return way ? way(params as never) : mutation.handler(accessor, params, options);
        }
        // What Univer's own calculation found is nobody's doing.
        if (!options?.fromFormula) {
          this.#instead.get(mutation.id)?.(params as never);
        }
        return true;
      },
    });
  }
}

function isMutation(member: unknown): member is ICommand {
  const { id, type } = (member ?? {}) as Partial<ICommand>;
  return type === CommandType.MUTATION && typeof id === "string" && id.startsWith("sheet.mutation.");
}
