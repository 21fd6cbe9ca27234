import type { AstTreeBuilder, Lexer } from "@univerjs/engine-formula";

type Lexed = ReturnType<Lexer["treeBuilder"]>;
type LexedTree = Extract<Lexed, object>;
type Parsed = NonNullable<ReturnType<AstTreeBuilder["parse"]>>;

/**
 * Each formula is parsed once in a calculation. Univer parses it twice, to see what it depends on and to calculate it, and
 * keeps the last 5,000 from one time to the other: where there are more, none of them is found again.
 */
export class ParsedFormulas {
  readonly #byFormula = new Map<string, Parsed>();
  /** What is known already goes through `parse` as it is. */
  readonly #parsed = new Set<unknown>();
  readonly #formulas = new WeakMap<LexedTree, string>();

  constructor(lexer: Lexer, builder: AstTreeBuilder) {
    const treeBuilder = lexer.treeBuilder.bind(lexer);
    lexer.treeBuilder = (formula, transformsSuffix = true) => {
      const known = transformsSuffix ? this.#byFormula.get(formula) : undefined;
      if (known !== undefined) return known as unknown as LexedTree;
      const lexed = treeBuilder(formula, transformsSuffix);
      if (transformsSuffix && typeof lexed === "object") this.#formulas.set(lexed, formula);
      return lexed;
    };
    const parse = builder.parse.bind(builder);
    builder.parse = (lexed) => {
      if (this.#parsed.has(lexed)) return lexed as unknown as Parsed;
      const parsed = parse(lexed);
      const formula = lexed && this.#formulas.get(lexed);
      if (formula !== undefined && parsed) {
        this.#byFormula.set(formula, parsed);
        this.#parsed.add(parsed);
      }
      return parsed;
    };
  }

  /** At the end of a calculation: functions and names may be others in the next one. */
  forget(): void {
    this.#byFormula.clear();
    this.#parsed.clear();
  }
}
